import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { Content, DocumentDefinition } from './definition.ts'
import { factTable, listTable, type Fact } from './fact-table.ts'
import { slipPage } from './page.ts'
import { officeSignature, signatureLines } from './signature-lines.ts'
import { partHeading, paragraph, titleBlock } from './title-block.ts'

export interface OwnRecordContent {
  /** Full name of the station, as on its seal, with its address and telephone. */
  readonly station: { readonly name: string; readonly address: string; readonly phone: string }
  readonly device: string
  readonly day: PlainDate
  /** Who asked, how they showed who they are, and what for. */
  readonly asked: { readonly by: string; readonly identity: string; readonly purpose: string }
  readonly name: string
  /** Items of the registration form, as they stand. */
  readonly items: readonly Fact[]
  readonly status: string
  readonly kin: readonly { readonly relation: string; readonly name: string; readonly number: string }[]
  readonly changes: readonly {
    readonly on: PlainDate
    readonly what: string
    readonly before: string
    readonly after: string
    readonly case: string
  }[]
  readonly cases: readonly {
    readonly number: string
    readonly matter: string
    readonly openedOn: PlainDate
    readonly status: string
  }[]
  readonly sheets: readonly {
    readonly kind: string
    readonly number: string
    readonly on: string
    readonly state: string
  }[]
  /** Who looked, by office and day, and why. */
  readonly looks: readonly {
    readonly on: PlainDate
    readonly role: string
    readonly reason: string
    readonly times: number
  }[]
  /** The first day of this machine's trail; none when it is empty. */
  readonly looksSince?: PlainDate | undefined
}

const title = '本人信息记录'

/** What the station holds of one person, for that person (个人信息保护法, articles 45 and 48), A4. */
export function ownRecord(content: OwnRecordContent): DocumentDefinition {
  const { station, day, device, asked } = content
  const foot = [station.name, station.address, station.phone].filter((part) => part !== '').join('　')
  return {
    ...slipPage('A4', title, foot),
    content: [
      ...titleBlock(station.name, title, `${dateInChinese(day)}　本机编号 ${device}`, 20),
      paragraph(
        '依照《中华人民共和国个人信息保护法》第四十五条，应申请提供本机所存的本人信息。内容截至制单时。发现有误或者不全，可以凭本单当场申请更正、补充（第四十六条）。',
        9.5,
        8,
      ),
      factTable(
        [
          [
            { label: '记录所属人', text: content.name },
            { label: '申请人', text: asked.by },
          ],
          [
            { label: '身份核对', text: asked.identity },
            { label: '用途', text: asked.purpose },
          ],
        ],
        64,
      ),
      partHeading('一、登记项目'),
      factTable(pairs([...content.items, { label: '户口状态', text: content.status }]), 64),
      ...list(
        '二、登记的亲属、监护人',
        ['关系', '姓名', '证件号码'],
        content.kin.map(({ relation, name, number }) => [relation, name, number]),
        [60, '*', 150],
      ),
      ...list(
        '三、变更记录',
        ['日期', '事由和项目', '原内容', '现内容', '案件'],
        content.changes.map((line) => [
          dateInChinese(line.on),
          line.what,
          line.before,
          line.after,
          line.case,
        ]),
        [76, 88, '*', '*', 92],
      ),
      ...list(
        '四、涉及的案件',
        ['受理日期', '事项', '案件编号', '状态'],
        content.cases.map((line) => [dateInChinese(line.openedOn), line.matter, line.number, line.status]),
        [76, '*', 130, 64],
      ),
      ...list(
        '五、涉及的证件',
        ['日期', '证件', '编号', '状态'],
        content.sheets.map((line) => [line.on, line.kind, line.number, line.state]),
        [76, '*', 130, 64],
      ),
      ...list(
        '六、谁因为什么查看过',
        ['日期', '岗位', '事由', '次数'],
        content.looks.map((line) => [dateInChinese(line.on), line.role, line.reason, `${line.times}`]),
        [76, 90, '*', 40],
      ),
      { ...paragraph(sinceInWords(content.looksSince), 8.5), margin: [0, 6, 0, 0] },
      signatureLines(
        [
          { label: '申请人签名', printed: '' },
          { label: '承办人签名', printed: '' },
        ],
        '',
      ),
      officeSignature(station.name, dateInChinese(day)),
    ],
  }
}

/** A part of the paper; one that holds nothing says so, and is not left out. */
function list(
  heading: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  widths: (number | 'auto' | '*')[],
): Content[] {
  const body: Content =
    rows.length === 0
      ? { text: '没有', color: '#666666', fontSize: 9.5 }
      : { ...listTable(heads, rows, widths), fontSize: 9 }
  const part = [partHeading(heading), body]
  return rows.length <= mostKeptTogether ? [{ stack: part, unbreakable: true }] : part
}

/** A list of so few rows is not parted from its heading by the end of a page. */
const mostKeptTogether = 6

function pairs(items: readonly Fact[]): (readonly [Fact, Fact] | readonly [Fact])[] {
  const rows: (readonly [Fact, Fact] | readonly [Fact])[] = []
  let waiting: Fact | undefined
  for (const item of items) {
    if (isLong(item)) {
      if (waiting) rows.push([waiting])
      rows.push([item])
      waiting = undefined
    } else if (waiting) {
      rows.push([waiting, item])
      waiting = undefined
    } else waiting = item
  }
  if (waiting) rows.push([waiting])
  return rows
}

/** Too long for half a row. */
function isLong({ text }: Fact): boolean {
  return Array.from(text).length > 16
}

function sinceInWords(since: PlainDate | undefined): string {
  const kept =
    since === undefined ? '本机还没有查看记录。' : `本机的查看记录从${dateInChinese(since)}起保存。`
  return `${kept}按岗位列出，不列民警姓名；本单这一次查看和提供也已记录。本所其他机器上的查看，请到那台机器另打一份。`
}
