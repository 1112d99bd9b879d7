import { accepted, type Refusal } from '../base/outcome.ts'
import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import { comparisonReport } from '../documents/comparison-report.ts'
import { interviewRecord, type InterviewOfficer } from '../documents/interview-record.ts'
import type { CaseFile } from './case-file.ts'
import type { Paper, PaperContext } from './case-type.ts'
import { eachOnNewSheets } from './new-sheets.ts'
import {
  comparisonFields,
  elsewhereFields,
  type ComparisonFacts,
  type ElsewhereFacts,
  type InterviewFacts,
} from './police-checks.ts'
import { headOf } from './slip-papers.ts'

type Investigated = InterviewFacts & ComparisonFacts & ElsewhereFacts
type Interview = NonNullable<InterviewFacts['interviews']>[number]

const factsOf = ({ form }: CaseFile): Investigated => form

const noInterview: Refusal = { code: 'no-interview', message: '还没有录入走访笔录。' }

/** 调查走访笔录: one record for each person interviewed, for the signature and fingerprint of whoever spoke. */
const interviewRecords: Paper = {
  id: 'interview-record',
  name: '调查走访笔录',
  kind: 'archive',
  occasion: 'investigated',
  available: (caseFile) => (factsOf(caseFile).interviews ?? []).length > 0,
  touches: () => [],
  make: (context) =>
    eachOnNewSheets(
      factsOf(context.caseFile).interviews ?? [],
      (interview) => accepted(recordOf(interview, context)),
      noInterview,
    ),
}

function recordOf(interview: Interview, context: PaperContext) {
  const { caseFile, caseType } = context
  const about = caseType.holder(caseFile.form).name
  return interviewRecord({
    head: headOf(context),
    time: timeInWords(interview),
    place: interview.place ?? '',
    officers: officersOf(interview),
    interviewee: {
      name: interview.interviewee ?? '',
      citizenId: interview.citizenId ?? '',
      address: '',
      telephone: interview.phone ?? '',
      relation: interview.relation ?? '',
    },
    about,
    answers: [
      { question: `你和${about}是什么关系？`, answer: interview.relation ?? '' },
      { question: `请你说说你知道的${about}的情况。`, answer: interview.account ?? '' },
    ],
  })
}

function timeInWords({ on, from, until }: Interview): string {
  const day = on ? dateInChinese(on) : ''
  return `${day}${[from, until].filter((time) => time !== undefined).join('至')}`
}

/** The two who asked; a place stays open for whom nobody wrote down. */
function officersOf({ officers = '' }: Interview): [InterviewOfficer, InterviewOfficer] {
  const [first = '', second = ''] = officers.split(/[、，,；;和\s]+/u)
  return [
    { name: first, policeNumber: '' },
    { name: second, policeNumber: '' },
  ]
}

/** 人像、指纹比对结果书, for the archive, once there is a result. */
const comparison: Paper = {
  id: 'comparison-report',
  name: '人像、指纹比对结果书',
  kind: 'archive',
  occasion: 'investigated',
  available: (caseFile) => {
    const { comparisonResult } = factsOf(caseFile)
    return comparisonResult !== undefined && comparisonResult !== 'unreachable'
  },
  touches: () => [],
  make: (context) => {
    const { comparisonResult, comparisonOn, comparisonHit } = factsOf(context.caseFile)
    const result = wordsOf(comparisonFields.comparisonResult.choices, comparisonResult)
    return reportOf(context, {
      kind: '人像、指纹比对',
      system: '公安机关人像、指纹比对系统',
      on: comparisonOn,
      result,
      hit: comparisonResult === 'other-identity' ? comparisonHit : undefined,
      images: ['本次采集的人像', '比对对象的人像'],
    })
  },
}

/** 全国人口库查询结果书: what the police asked, in the place of a paper that nobody has to bring. */
const elsewhere: Paper = {
  id: 'elsewhere-report',
  name: '全国人口库查询结果书',
  kind: 'archive',
  occasion: 'investigated',
  available: (caseFile) => {
    const { elsewhereCheck } = factsOf(caseFile)
    return elsewhereCheck !== undefined && elsewhereCheck !== 'unreachable'
  },
  touches: () => [],
  make: (context) => {
    const { elsewhereCheck, elsewherePlace } = factsOf(context.caseFile)
    return reportOf(context, {
      kind: '全国人口库查询',
      system: '全国人口信息库',
      on: undefined,
      result: wordsOf(elsewhereFields.elsewhereCheck.choices, elsewhereCheck),
      hit: elsewhereCheck === 'none' ? undefined : elsewherePlace,
      images: [],
    })
  },
}

interface Report {
  readonly kind: string
  readonly system: string
  readonly on: PlainDate | undefined
  readonly result: string
  /** What was hit, in the words in which it was written down. */
  readonly hit: string | undefined
  readonly images: readonly string[]
}

function reportOf(context: PaperContext, { kind, system, on, result, hit, images }: Report) {
  const { caseFile, caseType, clerk } = context
  return accepted(
    comparisonReport({
      head: headOf(context),
      kind,
      system,
      time: on ? dateInChinese(on) : '',
      officer: clerk.name,
      officerNumber: clerk.policeNumber,
      reportNumber: '',
      subject: caseType.holder(caseFile.form),
      hits: hit ? [{ name: '', citizenId: '', place: hit, result: '' }] : [],
      result: [result],
      conclusion: hit ? '需要查清这一身份或者登记以后再决定。' : '供审批使用。',
      images,
    }),
  )
}

function wordsOf(choices: readonly { value: string; label: string }[], value: string | undefined): string {
  return choices.find((choice) => choice.value === value)?.label ?? ''
}

/** What the police write down while they look into a case: offered wherever the case holds the facts. */
export const investigationPapers: readonly Paper[] = [interviewRecords, comparison, elsewhere]
