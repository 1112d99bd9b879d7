import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { DocumentDefinition } from './definition.ts'
import type { Fact } from './fact-table.ts'
import { listSection, pairedFacts, textSection } from './form-sections.ts'
import { officialPage, officialTitle } from './official-page.ts'
import { opinionBoxes, type Opinion } from './opinion-boxes.ts'
import { footLine, numberLine, type SlipHead } from './slip-head.ts'

export interface ApprovalEvidence {
  readonly name: string
  /** Original, copy, own record, enquiry …, in words. */
  readonly kind: string
  /** The day it was made or taken; absent where it has none. */
  readonly on?: PlainDate
}

export interface JudgedRule {
  readonly title: string
  /** Instrument and article, in words. */
  readonly clause: string
  /** 符合, 不符合, 还不知道 … with the reason where there is one. */
  readonly verdict: string
}

export interface ApprovalFormContent {
  /** 恢复户口审批表, 补录户口审批表, 变更更正审批表, 居住证申领审批表 … */
  readonly title: string
  readonly head: SlipHead
  /** Label and value, in the order they are to stand. */
  readonly person: readonly Fact[]
  /** What was found, a paragraph each. */
  readonly facts: readonly string[]
  readonly evidence: readonly ApprovalEvidence[]
  readonly rules: readonly JudgedRule[]
  /** The levels that decide this case, lowest first. */
  readonly opinions: readonly Opinion[]
}

/** The approval form (审批表), A4: the person, the facts, the evidence, the rules judged, and a box for each level. */
export function approvalForm(content: ApprovalFormContent): DocumentDefinition {
  const { head, title } = content
  return {
    ...officialPage(title, footLine(head)),
    content: [
      ...officialTitle(
        head.station,
        title,
        `${numberLine(head)}　承办人：${head.clerk}（警号 ${head.clerkNumber}）`,
      ),
      pairedFacts(content.person, 78),
      textSection('申请事项和查明的事实', content.facts, 60),
      listSection(
        '证据材料',
        ['序号', '材料名称', '种类', '日期'],
        content.evidence.map(({ name, kind, on }) => [name, kind, on === undefined ? '' : dateInChinese(on)]),
        [26, '*', 92, 86],
        '没有材料。',
      ),
      listSection(
        '依据和判断',
        ['序号', '判断的事项', '条款', '结论'],
        content.rules.map(({ title: rule, clause, verdict }) => [rule, clause, verdict]),
        [26, '*', 150, 90],
        '没有判断。',
      ),
      opinionBoxes(content.opinions),
    ],
  }
}
