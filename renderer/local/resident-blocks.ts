import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'

/** Rows in a block: small enough to rewrite one in about a millisecond, large enough to load the register quickly. */
export const rowsInBlock = 128

type Row = ResidentRecord | HouseholdRecord

/** A block column by column: the same keys are not repeated for every row. */
export interface ColumnBlock {
  readonly columns: readonly string[]
  readonly values: readonly (readonly unknown[])[]
}

export function packBlock(rows: readonly Row[]): ColumnBlock {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const values = columns.map((column) =>
    rows.map((row) => (row as Readonly<Record<string, unknown>>)[column] ?? null),
  )
  return { columns, values }
}

export function unpackBlock(block: ColumnBlock): Row[] {
  const count = block.values[0]?.length ?? 0
  return Array.from({ length: count }, (_, row) => {
    const pairs = block.columns.map((column, index) => [column, block.values[index]?.[row]] as const)
    return Object.fromEntries(pairs.filter(([, value]) => value !== null)) as unknown as Row
  })
}

export function splitIntoBlocks<Item>(rows: readonly Item[]): Item[][] {
  const blocks: Item[][] = []
  for (let start = 0; start < rows.length; start += rowsInBlock)
    blocks.push(rows.slice(start, start + rowsInBlock))
  return blocks
}
