import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Codec } from './codec.ts'
import { tableNames, type DeskDatabase, type TableName } from './database.ts'

/**
 * SHA-256 over every row of every table in the order of the keys, what is sealed opened: two databases with the same
 * content have the same digest, whatever the seals look like. Undefined when a row does not open.
 */
export async function digestOfTables(database: DeskDatabase, codec: Codec): Promise<string | undefined> {
  const sum = sha256.create()
  try {
    for (const table of tableNames) {
      const rows = database.table<Readonly<Record<string, unknown>>, string | number>(table)
      const keys = await rows.toCollection().primaryKeys()
      for (const [at, row] of (await rows.toArray()).entries()) {
        const opened = await openRow(row, placeOf(table, String(keys[at])), codec)
        sum.update(utf8ToBytes(`${table}\n${JSON.stringify(opened)}\n`))
      }
    }
  } catch {
    return undefined
  }
  return bytesToHex(sum.digest())
}

/** The row with its items in the order of their names. */
async function openRow(row: Readonly<Record<string, unknown>>, place: string, codec: Codec) {
  const items = Object.entries(row).map(
    async ([name, value]) =>
      [name, value instanceof Uint8Array ? await codec.open(value, place) : value] as const,
  )
  return (await Promise.all(items)).sort(([one], [other]) => one.localeCompare(other))
}

function placeOf(table: TableName, key: string): string {
  return `${table === 'journalQueue' ? 'journal' : table}/${key}`
}
