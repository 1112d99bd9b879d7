import { Pool, type PoolClient } from 'pg'
import type { Database, Queries } from './database.ts'

const attempts = 5

/** Two stations that wait for each other's rows, or a lost race: PostgreSQL asks to try the transaction again. */
const tryAgain = new Set(['40001', '40P01'])

/** For how long a connection is waited for, milliseconds; absent for as long as it takes. */
export interface Patience {
  /** For a lock that another transaction holds; then 55P03. */
  readonly lock?: number
  /** For an answer to one statement, after which the connection is given up: a host that fell silent never says so. */
  readonly answer?: number
  /** The server's own, between two statements of a transaction; then it ends the connection and with it the locks. */
  readonly betweenStatements?: number
}

/** Longer than any message takes, its waits for a station's lock included (measured in a storm: some seconds). */
export const whileServing: Patience = { lock: 30_000, answer: 60_000, betweenStatements: 60_000 }

/** A migration copies tables of years, and another process's is waited for: minutes. */
export const whileStarting: Patience = {}

/** A PostgreSQL server behind a small pool (measured: a larger one brings nothing). */
export function openPostgres(
  url: string,
  reportLostConnection: (code: string) => void,
  { lock = 0, answer = 0, betweenStatements = 0 }: Patience = whileServing,
): Database {
  const pool = new Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    lock_timeout: lock,
    query_timeout: answer,
    idle_in_transaction_session_timeout: betweenStatements,
  })
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
    broken = isSilent(error) || (await isBroken(client))
    throw error
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

/** Nothing more is asked of a connection whose last statement is still unanswered: it would wait behind that. */
function isSilent(error: unknown): boolean {
  return error instanceof Error && error.message === noAnswer
}

/** What the driver says when an answer did not come in time. */
const noAnswer = 'Query read timeout'

async function isBroken(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => false,
    () => true,
  )
}

function ignore(): void {}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
