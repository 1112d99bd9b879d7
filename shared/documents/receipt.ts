import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { Content, DocumentDefinition } from './definition.ts'
import { factTable, listTable } from './fact-table.ts'
import { slipPage } from './page.ts'
import { signatureLines } from './signature-lines.ts'
import { citizenIdInGroups, footLine, numberLine, type SlipApplicant, type SlipHead } from './slip-head.ts'
import { titleBlock } from './title-block.ts'

export interface ReceivedMaterial {
  readonly name: string
  readonly form: 'original' | 'copy' | 'electronic' | 'own-record'
  readonly count: number
}

export interface ReceiptContent {
  readonly head: SlipHead
  readonly applicant: SlipApplicant
  readonly matter: string
  /** Local wall-clock time of acceptance, HH:mm. */
  readonly acceptedAtTime: string
  readonly promisedBy: PlainDate
  readonly materials: readonly ReceivedMaterial[]
  /** What is still pending, for example a check waiting for the line; empty when nothing is. */
  readonly pending: string
  /** How the applicant learns how the matter stands. */
  readonly enquiry: string
}

const formInWords: Readonly<Record<ReceivedMaterial['form'], string>> = {
  original: '原件',
  copy: '复印件',
  electronic: '电子材料',
  'own-record': '本所档案（免交）',
}

/** Settling and getting papers never costs land or collective rights (赤政发〔2016〕50号, 四(一)). */
export const landRightsSentence =
  '办理落户和户口证件，不以退出土地承包经营权、草牧场和林地经营权、宅基地使用权或者集体收益分配权为条件，任何人不得提出这样的要求。'
/** Personal Information Protection Law, articles 13(3), 34 and 35. */
export const personalDataSentence =
  '本所为履行户口登记的法定职责处理您的个人信息，只用于办理本事项；您可以查阅、复制，发现有误可以申请更正。'

/** The receipt of acceptance (受理回执), A5: what was handed in, when, to whom, and by when it is answered. */
export function receipt(content: ReceiptContent): DocumentDefinition {
  const { head, applicant } = content
  return {
    ...slipPage('A5', '受理回执', footLine(head)),
    content: [
      ...titleBlock(head.station, '受理回执', numberLine(head), 17),
      factTable(
        [
          [
            { label: '申请人', text: applicant.name },
            { label: '代办人', text: applicant.agent },
          ],
          [{ label: '公民身份号码', text: citizenIdInGroups(applicant.citizenId) }],
          [{ label: '办理事项', text: content.matter }],
          [{ label: '受理时间', text: `${dateInChinese(head.day)} ${content.acceptedAtTime}` }],
          [{ label: '承诺办结日期', text: dateInChinese(content.promisedBy) }],
          [
            { label: '受理窗口', text: head.desk },
            { label: '承办人、警号', text: `${head.clerk} ${head.clerkNumber}` },
          ],
        ],
        58,
      ),
      { ...materialsTable(content.materials), margin: [0, 8, 0, 0] },
      ...notices(content),
      signatureLines(
        [
          { label: '申请人签名', printed: '' },
          { label: '承办人签名', printed: '' },
        ],
        dateInChinese(head.day),
      ),
    ],
  }
}

function materialsTable(materials: readonly ReceivedMaterial[]): ReturnType<typeof listTable> {
  const rows = materials.map((material, index) => [
    `${index + 1}`,
    material.name,
    formInWords[material.form],
    `${material.count}`,
  ])
  return listTable(['序号', '收到的材料', '形式', '份数'], rows, [26, '*', 78, 28])
}

function notices(content: ReceiptContent): Content[] {
  const pending = content.pending === '' ? [] : [`待办：${content.pending}`]
  const lines = [
    ...pending,
    `查询：${content.enquiry}`,
    landRightsSentence,
    personalDataSentence,
    '办理本事项不收费。',
  ]
  return [
    {
      stack: lines.map((text) => ({ text, fontSize: 8, color: '#333333', margin: [0, 0, 0, 2] })),
      margin: [0, 8, 0, 0],
    },
  ]
}
