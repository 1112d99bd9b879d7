import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { DocumentDefinition } from './definition.ts'
import { pairedFacts } from './form-sections.ts'
import { officialPage, officialTitle } from './official-page.ts'
import { officeSignature } from './signature-lines.ts'
import { citizenIdInGroups, footLine, numberLine, type SlipHead } from './slip-head.ts'
import { paragraph } from './title-block.ts'

/** A cancelled entry in printed words. */
export interface CancellationProofContent {
  readonly head: SlipHead
  readonly name: string
  readonly sex: string
  readonly ethnicGroup: string
  readonly birthDate: PlainDate
  readonly citizenId: string
  readonly householdNumber: string
  readonly headName: string
  readonly relation: string
  /** Where the entry stood. */
  readonly address: string
  /** 死亡, 迁往市（县）外, 重复户口 … */
  readonly cause: string
  readonly cancelledOn: PlainDate
  /** Empty where there is nothing to add; up to 200 characters. */
  readonly remark: string
}

const TEXT_SIZE = 13

/** The proof that an entry was cancelled (户口注销证明), A4, for the family or the receiving station. */
export function cancellationProof(content: CancellationProofContent): DocumentDefinition {
  const { head } = content
  return {
    ...officialPage('户口注销证明', footLine(head)),
    content: [
      ...officialTitle(head.station, '户口注销证明', numberLine(head)),
      {
        ...paragraph(
          `兹证明${content.name}（公民身份号码 ${citizenIdInGroups(content.citizenId)}）的常住户口，已于${dateInChinese(content.cancelledOn)}在本所注销，注销原因：${content.cause}。`,
          TEXT_SIZE,
        ),
        margin: [0, 10, 0, 12],
        lineHeight: 1.4,
      },
      pairedFacts(
        [
          { label: '姓名', text: content.name },
          { label: '性别', text: content.sex },
          { label: '民族', text: content.ethnicGroup },
          { label: '出生日期', text: dateInChinese(content.birthDate) },
          { label: '公民身份号码', text: citizenIdInGroups(content.citizenId) },
          { label: '户号', text: content.householdNumber },
          { label: '户主姓名', text: content.headName },
          { label: '与户主关系', text: content.relation },
          { label: '注销前住址', text: content.address },
          { label: '注销原因', text: content.cause },
          { label: '注销日期', text: dateInChinese(content.cancelledOn) },
          { label: '备注', text: content.remark },
        ],
        84,
      ),
      { ...paragraph('特此证明。', TEXT_SIZE), margin: [0, 14, 0, 20] },
      officeSignature(head.station, dateInChinese(head.day)),
      {
        text: `承办人：${head.clerk}（警号 ${head.clerkNumber}）　本证明不收费，涂改无效。`,
        fontSize: 9,
        color: '#444444',
        margin: [0, 24, 0, 0],
      },
    ],
  }
}
