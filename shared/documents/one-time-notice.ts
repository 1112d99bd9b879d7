import { dateInChinese } from '../base/plain-date.ts'
import type { Content, DocumentDefinition } from './definition.ts'
import { listTable } from './fact-table.ts'
import { slipPage } from './page.ts'
import { signatureLines } from './signature-lines.ts'
import { footLine, numberLine, type SlipApplicant, type SlipHead } from './slip-head.ts'
import { paragraph, titleBlock } from './title-block.ts'

export interface MissingItem {
  readonly name: string
  /** The clause that asks for it, in words: instrument and article. */
  readonly clause: string
  readonly whereObtained: string
  /** What may be handed in instead; empty when nothing can. */
  readonly alternative: string
}

export interface OneTimeNoticeContent {
  readonly head: SlipHead
  readonly applicant: SlipApplicant
  readonly matter: string
  readonly missing: readonly MissingItem[]
}

/** The one-time notice (一次性告知书), A4: everything still missing, at once, each item with the clause that asks for it. */
export function oneTimeNotice(content: OneTimeNoticeContent): DocumentDefinition {
  const { head, applicant, missing } = content
  return {
    ...slipPage('A4', '一次性告知书', footLine(head)),
    content: [
      ...titleBlock(head.station, '一次性告知书', numberLine(head), 20),
      { text: `${applicant.name}：`, margin: [0, 4, 0, 4] },
      paragraph(
        `您申请办理“${content.matter}”，还缺下列 ${missing.length} 项。除此以外不再要求其他材料；请备齐后再来，已交的材料不必重交。`,
        10.5,
      ),
      {
        ...listTable(
          ['序号', '需要补充', '依据', '到哪里取得', '可以代替的材料'],
          missing.map((item, index) => [
            `${index + 1}`,
            item.name,
            item.clause,
            item.whereObtained,
            item.alternative,
          ]),
          [26, '*', 108, 92, 92],
        ),
        margin: [0, 4, 0, 6],
      },
      ...closing(),
      signatureLines(
        [
          { label: '申请人签名', printed: '' },
          { label: '承办人', printed: `${head.clerk}（警号 ${head.clerkNumber}）` },
        ],
        dateInChinese(head.day),
      ),
    ],
  }
}

function closing(): Content[] {
  return [
    paragraph(
      '取得上述材料确有困难的，请告诉我们，本所能从自己的档案或者部门共享信息中查到的，由本所查，不要您跑。',
      10.5,
    ),
    paragraph('本告知书一式两份，申请人一份，本所存档一份。', 10.5),
  ]
}
