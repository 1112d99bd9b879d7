import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { DocumentDefinition } from './definition.ts'
import { listTable } from './fact-table.ts'
import { slipPage } from './page.ts'
import { signatureLines } from './signature-lines.ts'
import { titleBlock } from './title-block.ts'

export interface RegisterLine {
  readonly day: PlainDate
  readonly oldNumber: string
  /** Empty where nothing replaced the sheet: a jam, a damaged blank. */
  readonly newNumber: string
  readonly holder: string
  readonly reason: string
  readonly clerk: string
}

export interface SpoilAndVoidRegisterContent {
  readonly station: string
  /** Which sheets are listed: 户口迁移证, 准予迁入证明. */
  readonly sheetName: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly lines: readonly RegisterLine[]
}

/** The register of reissued, void and spoiled sheets (补发、作废登记簿), A4 landscape, one line a sheet. */
export function spoilAndVoidRegister(content: SpoilAndVoidRegisterContent): DocumentDefinition {
  const title = `${content.sheetName}补发、作废登记簿`
  const period = `${dateInChinese(content.from)}至${dateInChinese(content.to)}`
  return {
    ...slipPage('A4', title, `${content.station}　${period}`),
    pageOrientation: 'landscape',
    content: [
      ...titleBlock(content.station, title, `${period}　共 ${content.lines.length} 张`, 18),
      {
        ...listTable(
          ['序号', '日期', '原证编号', '新证编号', '持证人', '原因', '经办人', '领证人签名'],
          content.lines.map((line, index) => [
            `${index + 1}`,
            dateInChinese(line.day),
            line.oldNumber,
            line.newNumber,
            line.holder,
            line.reason,
            line.clerk,
            ' ',
          ]),
          [28, 80, 96, 96, 64, '*', 44, 64],
        ),
        fontSize: 9.5,
      },
      signatureLines(
        [
          { label: '登记人', printed: '' },
          { label: '核对人', printed: '' },
          { label: '所长', printed: '' },
        ],
        '',
      ),
    ],
  }
}
