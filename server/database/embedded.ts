import { setImmediate as nextTurn } from 'node:timers/promises'
import { PGlite, types, type PGliteInterface, type Transaction } from '@electric-sql/pglite'
import type { Database, Queries } from './database.ts'

/**
 * PostgreSQL inside this process, its files in `folder`. It never syncs to disk (measured: not one fsync), so whoever
 * uses it keeps a journal; see `journal/filing-journal.ts`.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const store = await PGlite.create(folder)
  const inTurn = queue()
  return {
    kind: 'embedded',
    ...queriesOf(store),
    transaction: (work, committed) =>
      inTurn(async () => {
        const result = await store.transaction((transaction) => work(queriesOf(transaction)))
        committed?.(result)
        return result
      }),
    close: () => inTurn(() => store.close()),
  }
}

function queriesOf(to: PGliteInterface | Transaction): Queries {
  return {
    query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) => {
      const result = await to.query<Row>(sql, [...parameters], { serializers, parsers })
      return result.rows
    },
    script: async (sql) => {
      await to.exec(sql)
    },
  }
}

/**
 * A message's JSON goes in as bytes, in PostgreSQL's binary form of `jsonb` (version 1, then the text): the store's own way
 * measures and copies a text letter by letter, twice. Bytes go in as they are, and not as their hexadecimal text (measured:
 * 0.5 instead of 4.2 ms for 30,000 of them). Its types name text alone, but it takes bytes.
 */
const serializers = {
  [types.JSONB]: (text: string) => binaryJson(text) as unknown as string,
  [types.BYTEA]: (bytes: Uint8Array) => bytes as unknown as string,
}

/** Bytes come as hexadecimal text behind a mark of two letters. */
const parsers = { [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex') }

function binaryJson(text: string): Uint8Array {
  return Buffer.concat([Uint8Array.of(1), Buffer.from(text)])
}

/**
 * One piece of work after the other, in the order of the calls. The store computes in this very thread and never lets
 * go of it by itself, so the event loop gets its turn in between: answers go out and the journal reaches the disk.
 */
function queue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.then(
      () => nextTurn(),
      () => nextTurn(),
    )
    return turn
  }
}
