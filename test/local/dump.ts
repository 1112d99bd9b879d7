import { tableNames, type DeskDatabase } from '../../renderer/local/database.ts'

export type Dump = Readonly<Record<string, readonly unknown[]>>

/** Every row of every table, in the order of the primary key; bytes become plain numbers so that they compare. */
export async function dumpOf(database: DeskDatabase): Promise<Dump> {
  const tables = tableNames.map(
    async (name) => [name, (await database.table(name).toArray()).map(plain)] as const,
  )
  return Object.fromEntries(await Promise.all(tables))
}

function plain(row: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? [...value] : value]),
  )
}
