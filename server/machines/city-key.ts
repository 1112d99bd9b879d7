import { randomBytes } from 'node:crypto'
import type { Database } from '../database/database.ts'

/** The city's signing key, made when it is first asked for; two processes that ask at once get the same one. */
export async function cityKey(database: Database): Promise<Uint8Array> {
  await database.query('insert into city_key (secret) values ($1) on conflict do nothing', [randomBytes(32)])
  const rows = await database.query<{ secret: Uint8Array }>('select secret from city_key')
  const [row] = rows
  if (!row) throw new Error('the city has no key')
  return new Uint8Array(row.secret)
}
