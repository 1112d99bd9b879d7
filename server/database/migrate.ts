import { createHash } from 'node:crypto'
import type { Database, Queries } from './database.ts'

interface Migration {
  readonly name: string
  readonly sql: string
  readonly digest: string
}

const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  eager: true,
  import: 'default',
})

/** The numbered files of `migrations/`, in order. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => ({ name: path.replace(/^.*\//, ''), sql, digest: digestOf(sql) }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'))

/** Any number, as long as every server process takes the same. */
const advisoryLock = 150_400_001

/**
 * Brings the database to the newest schema: each file once, in one transaction, under a lock that servers starting at
 * the same time share; so a start that was cut off goes on where it stopped. Throws when a file that was applied here has been changed since.
 */
export async function migrate(database: Database, wanted = migrations): Promise<void> {
  for (const migration of wanted) {
    await database.transaction((queries) => applyOnce(queries, migration))
  }
}

async function applyOnce(queries: Queries, { name, sql, digest }: Migration): Promise<void> {
  await queries.query('select pg_advisory_xact_lock($1::bigint)', [advisoryLock])
  await queries.script(
    'create table if not exists migrations (name text primary key, digest text not null, applied_at timestamptz not null default now())',
  )
  const [applied] = await queries.query<{ digest: string }>('select digest from migrations where name = $1', [
    name,
  ])
  if (applied && applied.digest !== digest)
    throw new Error(`migration ${name} was changed after it had been applied`)
  if (applied) return
  await queries.script(sql)
  await queries.query('insert into migrations (name, digest) values ($1, $2)', [name, digest])
}

/** Line ends do not count: a checkout on Windows must not look like a changed file. */
function digestOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
}
