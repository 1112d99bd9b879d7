import { tableNames, type DeskDatabase } from '../../renderer/local/database.ts'
import { madeCodec } from './made-codec.ts'

export type Dump = Readonly<Record<string, readonly unknown[]>>

/** Every row of every table, in the order of the primary key; what is sealed stands there opened, so that it compares. */
export async function dumpOf(database: DeskDatabase): Promise<Dump> {
  const tables = tableNames.map(async (name) => {
    const rows = database.table<Readonly<Record<string, unknown>>, string | number>(name)
    const [keys, values] = [await rows.toCollection().primaryKeys(), await rows.toArray()]
    return [
      name,
      await Promise.all(values.map((row, at) => opened(row, placeOf(name, keys[at] ?? '')))),
    ] as const
  })
  return Object.fromEntries(await Promise.all(tables))
}

function placeOf(table: string, key: string | number): string {
  return `${table === 'journalQueue' ? 'journal' : table}/${key}`
}

/** Rows that a test made up are no codec's work: they compare by their bytes. */
function openedOrBytes(value: Uint8Array, place: string): Promise<unknown> {
  return madeCodec.open(value, place).catch(() => [...value])
}

async function opened(row: Readonly<Record<string, unknown>>, place: string): Promise<unknown> {
  const pairs = Object.entries(row).map(
    async ([name, value]) =>
      [name, value instanceof Uint8Array ? await openedOrBytes(value, place) : value] as const,
  )
  return Object.fromEntries(await Promise.all(pairs))
}
