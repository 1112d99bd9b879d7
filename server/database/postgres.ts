import { Pool, type PoolClient } from 'pg'
import type { Database, Queries } from './database.ts'

const attempts = 5

/** Two stations that wait for each other's rows, or a lost race: PostgreSQL asks to try the transaction again. */
const tryAgain = new Set(['40001', '40P01'])

/** A PostgreSQL server behind a small pool (measured: a larger one brings nothing). */
export function openPostgres(url: string, reportLostConnection: (code: string) => void): Database {
  const pool = new Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 10_000 })
  pool.on('error', (error: Error & { code?: string }) => reportLostConnection(error.code ?? error.name))
  return {
    kind: 'postgresql',
    ...queriesOf(pool),
    transaction: async (work, committed) => {
      const result = await inTransaction(pool, work)
      committed?.(result)
      return result
    },
    close: () => pool.end(),
  }
}

function queriesOf(to: Pool | PoolClient): Queries {
  return {
    query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) => {
      const result = await to.query<Row & Record<string, unknown>>(sql, [...parameters])
      return result.rows
    },
    script: async (sql) => {
      await to.query(sql)
    },
  }
}

async function inTransaction<T>(pool: Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, work)
    } catch (error) {
      if (attempt === attempts || !tryAgain.has(codeOf(error))) throw error
    }
  }
}

async function once<T>(pool: Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  // A connection that breaks while it is lent out says so to its holder, not to the pool; unheard it ends the process.
  // The statement under way rejects with the same reason, so there is nothing to do here.
  client.on('error', ignore)
  try {
    await client.query('begin')
    const result = await work(queriesOf(client))
    await client.query('commit')
    return result
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    throw error
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

function ignore(): void {}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
