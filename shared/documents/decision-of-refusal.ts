import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { Content, DocumentDefinition } from './definition.ts'
import { slipPage } from './page.ts'
import { officeSignature } from './signature-lines.ts'
import { citizenIdInGroups, footLine, numberLine, type SlipApplicant, type SlipHead } from './slip-head.ts'
import { paragraph, partHeading, titleBlock } from './title-block.ts'

const TEXT_SIZE = 12

export interface RefusalContent {
  readonly head: SlipHead
  readonly applicant: SlipApplicant
  readonly matter: string
  readonly appliedOn: PlainDate
  readonly facts: readonly string[]
  readonly evidence: readonly string[]
  readonly clauses: readonly string[]
  /** What would change the answer; empty when nothing can. */
  readonly wouldChange: string
  /** The authority that reviews this station's decisions. */
  readonly reviewAuthority: string
  readonly court: string
}

/** The decision of refusal (不予办理决定书), A4: facts, evidence, clause and remedy; set and sealed like a decision. */
export function decisionOfRefusal(content: RefusalContent): DocumentDefinition {
  const { head, applicant } = content
  return {
    ...slipPage('A4', '不予办理决定书', footLine(head)),
    defaultStyle: { font: 'serif', fontSize: TEXT_SIZE, lineHeight: 1.15, color: '#1a1a1a' },
    content: [
      ...titleBlock(head.station, '不予办理决定书', numberLine(head), 22),
      paragraph(
        `申请人 ${applicant.name}，公民身份号码 ${citizenIdInGroups(applicant.citizenId)}，于${dateInChinese(content.appliedOn)}向本所申请办理“${content.matter}”。经审查，决定不予办理。`,
        TEXT_SIZE,
      ),
      partHeading('一、查明的事实'),
      ...numbered(content.facts),
      partHeading('二、证据'),
      ...numbered(content.evidence),
      partHeading('三、依据'),
      ...numbered(content.clauses),
      partHeading('四、救济途径'),
      paragraph(
        `不服本决定的，可以自收到本决定书之日起六十日内向${content.reviewAuthority}申请行政复议，也可以自收到之日起六个月内向${content.court}提起行政诉讼。`,
        TEXT_SIZE,
      ),
      ...(content.wouldChange === ''
        ? []
        : [partHeading('五、怎样可以再申请'), paragraph(content.wouldChange, TEXT_SIZE)]),
      officeSignature(head.station, dateInChinese(head.day)),
    ],
  }
}

function numbered(items: readonly string[]): Content[] {
  return items.map((item, index) => paragraph(`${index + 1}．${item}`, TEXT_SIZE, 2))
}
