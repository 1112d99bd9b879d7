import { accepted, refused, type Outcome } from '../base/outcome.ts'
import type { CountedRow } from './figure.ts'

/** Rows about people that may leave in one file (a rule of our own under 公通字〔2021〕12号, clause 88). */
export const mostExportedRows = 500

/** How many people are registered and how many households stand today. */
export interface RegisterSize {
  readonly people: number
  readonly households: number
}

/**
 * Whether a list may be exported. A list with the whole register, or with more than 500 people or households, is
 * refused with the code 'export-bulk': bulk copies are forbidden whoever asks.
 */
export function checkExport(
  rows: readonly CountedRow[],
  register: RegisterSize,
): Outcome<readonly CountedRow[]> {
  const people = distinct(rows, 'person')
  const households = distinct(rows, 'household')
  const isWhole =
    (people > 0 && people >= register.people) || (households > 0 && households >= register.households)
  if (!isWhole && rows.length <= mostExportedRows) return accepted(rows)
  const what = isWhole
    ? '这份名单就是本所全部户籍'
    : `这份名单有 ${rows.length} 行，超过 ${mostExportedRows} 行`
  return refused({
    code: 'export-bulk',
    message: `${what}，没有导出。规定不许成批复制户籍资料。请缩小期间或者换一个数字再导出；只要总数的，请导出统计表。`,
    citation: 'WR-88',
  })
}

function distinct(rows: readonly CountedRow[], kind: CountedRow['kind']): number {
  return new Set(rows.filter((row) => row.kind === kind).map(({ key }) => key)).size
}
