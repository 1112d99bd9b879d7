import writeWorkbook, { type Row } from 'write-excel-file/universal'

/** A cell's content. A text stays a text whatever it begins with: nothing that a person typed becomes a formula. */
export type CellContent = string | number

/** A sheet of a workbook as plain rows. */
export interface PlainSheet {
  /** At most 31 characters, none of : \ / ? * [ ] */
  readonly name: string
  /** Sentences above the table: what it is, by whom, when. */
  readonly notes: readonly string[]
  readonly head: readonly string[]
  readonly lines: readonly (readonly CellContent[])[]
}

const widestColumn = 60
const narrowestColumn = 8

/** The sheets as an .xlsx file. */
export async function makeWorkbook(sheets: readonly PlainSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeWorkbook(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: rowsOf(sheet),
      columns: widthsOf(sheet).map((width) => ({ width })),
    })),
  ).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

function rowsOf({ notes, head, lines }: PlainSheet): Row[] {
  return [
    ...notes.map((note): Row => [textCell(note)]),
    head.map((title) => ({ ...textCell(title), fontWeight: 'bold' as const, backgroundColor: '#e6ebef' })),
    ...lines.map((line): Row => line.map(cellOf)),
  ]
}

function cellOf(content: CellContent) {
  return typeof content === 'number' ? { type: Number, value: content } : textCell(content)
}

/** Characters that no XML can hold are blanks. */
function textCell(text: string) {
  return { type: String, value: text.replace(/[\p{Cc}\p{Cs}]/gu, ' ') }
}

/** Wide enough for the longest content: a Han character takes two places. */
function widthsOf({ head, lines }: PlainSheet): readonly number[] {
  return head.map((title, column) => {
    const longest = Math.max(...[title, ...lines.map((line) => line[column] ?? '')].map(placesOf))
    return Math.min(Math.max(longest + 2, narrowestColumn), widestColumn)
  })
}

function placesOf(content: CellContent): number {
  return Array.from(String(content)).reduce((sum, character) => sum + (character < '\u2E80' ? 1 : 2), 0)
}
