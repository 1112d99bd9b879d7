import { makeCodeTable, readRows, type CodeEntry, type CodeTable } from './code-table.ts'
import { chifengTownshipRows } from './tables/chifeng-township.ts'

export interface Township extends CodeEntry {
  /** 街道, 镇, 乡, 苏木 or 类似乡级单位, by the range its number lies in; a new street office may still stand among the last. */
  readonly kind: string
  /** Six-digit GB/T 2260 code. */
  readonly countyCode: string
  /**
   * Whether it counts as town for settlement (赤政发〔2016〕50号, 二(一)1): streets and 建制镇 do, 乡 and 苏木 do not; false too
   * for the parks and farms of which nobody has said so.
   */
  readonly countsAsTown: boolean
}

/** Towns, streets, 苏木 and the like of Chifeng: nine-digit codes of the statistics bureau, the county's six in front. */
export const chifengTownships: CodeTable<Township> = makeCodeTable<Township>({
  standard: '统计用区划代码',
  entries: readRows(chifengTownshipRows).map(([code = '', name = '', initials = '', kind = '', town]) => ({
    code,
    name,
    initials,
    kind,
    countyCode: code.slice(0, 6),
    countsAsTown: town === '1',
  })),
})

export function townshipsOf(countyCode: string): readonly Township[] {
  return chifengTownships.entries.filter((township) => township.countyCode === countyCode)
}
