import type { Database } from './database/database.ts'
import { openPostgres } from './database/postgres.ts'

/** What a command says at its end, and its exit code: 0 done, 2 not understood. */
export interface Said {
  readonly words: string
  readonly code: 0 | 2
}

/**
 * Runs a command of the city's administrator on its base (DATABASE_URL). Without the base, or without an order that
 * could be read from the command line, it says how the command is used.
 */
export async function runCityCommand(
  usage: string,
  order: ((database: Database) => Promise<Said>) | undefined,
): Promise<void> {
  const url = process.env['DATABASE_URL']
  const { words, code } = url && order ? await onBase(url, order) : { words: usage, code: 2 }
  process.stdout.write(`${words}\n`)
  process.exitCode = code
}

async function onBase(url: string, order: (database: Database) => Promise<Said>): Promise<Said> {
  const database = openPostgres(url, () => undefined)
  try {
    return await order(database)
  } finally {
    await database.close()
  }
}
