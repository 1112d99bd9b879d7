import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import type { Database } from '../database/database.ts'

/** The key in PostgreSQL, made when it is first asked for; two processes that ask at once get the same one. */
export async function keyInDatabase(database: Database): Promise<Uint8Array> {
  await database.query('insert into city_key (secret) values ($1) on conflict do nothing', [randomBytes(32)])
  const [row] = await database.query<{ secret: Uint8Array }>('select secret from city_key')
  if (!row) throw new Error('the city has no key')
  return new Uint8Array(row.secret)
}

/** The key of an embedded city in a file beside its journal: the store may be built anew, the key may not. */
export async function keyInFile(path: string): Promise<Uint8Array> {
  await writeOnce(path, async () => randomBytes(32))
  const secret = await readFile(path)
  if (secret.length !== 32) throw new Error(`${path} is not the city's key any more`)
  return new Uint8Array(secret)
}

/** Writes a secret that is made once and for ever, for this account alone; what is there already stays. */
export async function writeOnce(path: string, make: () => Promise<Uint8Array | string>): Promise<void> {
  await writeFile(path, await make(), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}
