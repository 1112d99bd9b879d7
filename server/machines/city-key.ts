import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Database } from '../database/database.ts'
import { syncFolder } from '../disk/sync-folder.ts'

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

/**
 * Writes a secret that is made once and for ever, for this account alone; what is there already stays. Resolves when it is on
 * the disk under its name, where it never stands in part: of several that come first at once one gives it, and all read that.
 */
export async function writeOnce(path: string, make: () => Promise<Uint8Array | string>): Promise<void> {
  if (existsSync(path)) return
  const part = `${path}.${randomUUID()}.part`
  try {
    await writeSynced(part, await make())
    await link(part, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(part, { force: true })
  }
  await syncFolder(dirname(path))
}

async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
