import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { makeAuthority, type Authority } from './authority.ts'
import { writeOnce } from '../machines/city-key.ts'

const authoritySchema = z.object({ certificate: z.string(), secret: z.string() })

/** The authority in PostgreSQL, made when it is first asked for; two processes that ask at once get the same one. */
export async function authorityInDatabase(database: Database, now: string): Promise<Authority> {
  const select = () => database.query<Authority>('select certificate, secret from city_authority')
  const [known] = await select()
  if (known) return known
  const made = await makeAuthority(now)
  await insertAuthority(database, made)
  const [row] = await select()
  if (!row) throw new Error('the city has no authority')
  return row
}

function insertAuthority(database: Database, { certificate, secret }: Authority) {
  return database.query(
    'insert into city_authority (certificate, secret) values ($1, $2) on conflict do nothing',
    [certificate, secret],
  )
}

/** The authority of an embedded city in a file beside its journal that nobody else's account may read. */
export async function authorityInFile(path: string, now: string): Promise<Authority> {
  await writeOnce(path, async () => `${JSON.stringify(await makeAuthority(now), undefined, 2)}\n`)
  return readAuthority(path)
}

async function readAuthority(path: string): Promise<Authority> {
  return authoritySchema.parse(JSON.parse(await readFile(path, 'utf8')))
}

/** File names of a city's identity: its signing key and its authority. */
export const identityFiles = { key: 'city.key', authority: 'authority.json' } as const

/**
 * Takes over an identity that was made before the city was (its packages carry the public half). Throws when the city
 * has another one already: every desk has pinned that.
 */
export async function takeIdentity(from: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of Object.values(identityFiles)) {
    const path = join(folder, name)
    const given = await readFile(join(from, name))
    await writeOnce(path, async () => given)
    if (!given.equals(await readFile(path))) throw new Error(`${path} ${anotherIdentity}`)
  }
}

/** The same for a city on PostgreSQL. */
export async function takeIdentityIntoDatabase(from: string, database: Database): Promise<void> {
  const key = await readFile(join(from, identityFiles.key))
  const authority = await readAuthority(join(from, identityFiles.authority))
  await database.query('insert into city_key (secret) values ($1) on conflict do nothing', [key])
  await insertAuthority(database, authority)
  const [same] = await database.query(
    'select from city_key, city_authority where city_key.secret = $1 and city_authority.certificate = $2',
    [key, authority.certificate],
  )
  if (!same) throw new Error(`the database ${anotherIdentity}`)
}

const anotherIdentity = 'belongs to another identity than the one given, which every desk of its has pinned'
