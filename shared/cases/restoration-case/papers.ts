import { accepted } from '../../base/outcome.ts'
import { ageOn, dateInChinese } from '../../base/plain-date.ts'
import type { DocumentDefinition } from '../../documents/definition.ts'
import { factTable } from '../../documents/fact-table.ts'
import { slipPage } from '../../documents/page.ts'
import { signatureLines } from '../../documents/signature-lines.ts'
import { citizenIdInGroups, footLine, numberLine, type SlipHead } from '../../documents/slip-head.ts'
import { paragraph, partHeading, titleBlock } from '../../documents/title-block.ts'
import { addressInWords } from '../../people/address.ts'
import { residentKey, type ResidentRecord } from '../../people/resident.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { findPerson } from '../../register/record.ts'
import type { CaseFile } from '../case-file.ts'
import type { Paper, PaperContext } from '../case-type.ts'
import { keysOfPeopleEntered, registerPapers } from '../register-papers.ts'
import { headOf } from '../slip-papers.ts'
import type { RestorationFacts } from './fields.ts'

function keysOf(caseFile: CaseFile): string[] {
  const { person } = caseFile.form as RestorationFacts
  if (person?.personId) return [residentKey(person.personId)]
  return keysOfPeopleEntered(caseFile, 'restore', 1)
}

/** 恢复户口告知单: what stands in the register again, and that the identity card comes next. */
const notice: Paper = {
  id: 'restoration-notice',
  name: '恢复户口告知单',
  kind: 'slip',
  occasion: 'result',
  available: ({ status }) => status === 'closed',
  touches: keysOf,
  make: (context) => accepted(noticeOf(context)),
}

function noticeOf(context: PaperContext): DocumentDefinition {
  const { caseFile, records, day } = context
  const head = headOf(context)
  const facts = caseFile.form as RestorationFacts
  const person = keysOf(caseFile)
    .map((key) => findPerson(records, key))
    .find((found) => found !== undefined)
  return {
    ...slipPage('A5', '恢复户口告知单', footLine(head)),
    content: [
      ...titleBlock(head.station, '恢复户口告知单', numberLine(head), 17),
      ...(person ? whatStandsAgain(person, head) : []),
      partHeading('接下来'),
      ...nextSteps(facts, person, day).map((line, index) => paragraph(`${index + 1}. ${line}`, 9.5)),
      signatureLines(
        [
          { label: '本人签收', printed: '' },
          { label: '承办人', printed: `${head.clerk} ${head.clerkNumber}` },
        ],
        dateInChinese(head.day),
      ),
    ],
  }
}

function whatStandsAgain(person: ResidentRecord, { day }: SlipHead) {
  const line = person.entries?.findLast(({ cause }) => cause === 'restored')
  return [
    { text: `${person.name}：`, margin: [0, 2, 0, 3] as [number, number, number, number] },
    paragraph(
      `您的户口已于${dateInChinese(line?.on ?? day)}恢复（${line?.reason ?? '恢复户口'}），公民身份号码和登记内容都是原来的。`,
      9.5,
    ),
    factTable(
      [
        [{ label: '公民身份号码', text: citizenIdInGroups(person.citizenId) }],
        [{ label: '户号', text: person.householdNumber }],
        [{ label: '住址', text: addressInWords(person.address) }],
      ],
      58,
    ),
  ]
}

function nextSteps(facts: RestorationFacts, person: ResidentRecord | undefined, day: string): string[] {
  const cardAge = numberInForce('identity-card-age', day)
  const months = numberInForce('first-identity-card', day)
  const isGrown = !person || ageOn(person.birthDate, day) >= cardAge
  const card = isGrown
    ? `请在${months}个月内申领居民身份证，今天就可以在本所采集相片和指纹。`
    : '未满十六周岁，居民身份证自愿申领，由监护人代办。'
  const marriage =
    facts.cause === 'marriage' && facts.place !== 'spouse'
      ? ['想迁到配偶那里的，凭恢复后的户口簿按夫妻投靠办迁移。']
      : []
  return [
    card,
    '居民户口簿已换发或者加页，请核对上面的内容；有错的马上更正。',
    '要改姓名、出生日期等项目的，另行申请变更更正。',
    ...marriage,
    '土地、草牧场、宅基地和集体收益的权利与这次恢复无关，不因此增加或者减少。办理不收费。',
  ]
}

export const papers: readonly Paper[] = [...registerPapers(keysOf), notice]
