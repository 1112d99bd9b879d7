import { dateInChinese } from '../base/plain-date.ts'
import type { DocumentDefinition } from './definition.ts'
import { factTable, listTable } from './fact-table.ts'
import { slipPage } from './page.ts'
import { signatureLines } from './signature-lines.ts'
import { footLine, numberLine, type SlipApplicant, type SlipHead } from './slip-head.ts'
import { paragraph, partHeading, titleBlock } from './title-block.ts'

export interface ReferralContent {
  readonly head: SlipHead
  readonly applicant: SlipApplicant
  readonly matter: string
  /** Why this is not the office for it, one sentence. */
  readonly reason: string
  readonly clause: string
  readonly office: { readonly name: string; readonly address: string; readonly telephone: string }
  readonly bring: readonly string[]
}

/** The referral slip (告知（转办）单), A5: the right is not refused, only the place is another. */
export function referralSlip(content: ReferralContent): DocumentDefinition {
  const { head, applicant, office } = content
  return {
    ...slipPage('A5', '告知（转办）单', footLine(head)),
    content: [
      ...titleBlock(head.station, '告知（转办）单', numberLine(head), 17),
      { text: `${applicant.name}：`, margin: [0, 2, 0, 3] },
      paragraph(`您要办理的“${content.matter}”，应当由下面的机关办理，您的权利不受影响。`, 9.5),
      paragraph(`原因：${content.reason}（${content.clause}）`, 9.5),
      partHeading('请到这里办理'),
      factTable(
        [
          [{ label: '办理机关', text: office.name }],
          [{ label: '地址', text: office.address }],
          [{ label: '电话', text: office.telephone }],
        ],
        50,
      ),
      partHeading('请带上'),
      listTable(
        ['序号', '材料'],
        content.bring.map((item, index) => [`${index + 1}`, item]),
        [26, '*'],
      ),
      {
        text: '对方机关认为不归它办的，请把本单交给它，由它与本所联系，不要您来回跑。',
        fontSize: 8.5,
        color: '#333333',
        margin: [0, 8, 0, 0],
      },
      signatureLines(
        [
          { label: '申请人签收', printed: '' },
          { label: '承办人', printed: `${head.clerk} ${head.clerkNumber}` },
        ],
        dateInChinese(head.day),
      ),
    ],
  }
}
