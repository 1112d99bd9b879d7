import { Dexie } from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { madeCodec } from './made-codec.ts'
import { databaseName, openDatabase } from '../../renderer/local/database.ts'
import { makeStation, reissueActions } from '../builders/reissues.ts'
import { dumpOf, type Dump } from './dump.ts'
import { closeDesks, makeDesk, openStore, readOutbox, record, walk } from './made-desk.ts'

afterEach(closeDesks)

/** The tables of version 1, as they were: nothing here may follow the program. */
const firstTables = {
  actions: 'id, caseId',
  cases: 'id, status',
  records: 'key, kind',
  outbox: 'id, place',
  receipts: 'id, caseId, open',
  drafts: 'id, owner',
  blocks: 'number',
  journalQueue: 'n',
  meta: 'name',
}

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

async function makeVersionOne(name: string, rows: Rows): Promise<void> {
  await makeVersion(1, name, firstTables, rows)
}

async function makeVersion(
  version: number,
  name: string,
  tables: Readonly<Record<string, string>>,
  rows: Rows,
): Promise<void> {
  const database = new Dexie(name)
  database.version(version).stores(tables)
  await database.open()
  for (const [table, content] of Object.entries(rows)) await database.table(table).bulkPut(content)
  database.close()
}

const station = makeStation(700)
const actions = [0, 1].flatMap((n) => reissueActions({ station, n }))

/** A desk of version 1 in the middle of its work: ten actions on the way, and a row in every other table. */
async function rowsOfVersionOne(): Promise<Rows> {
  const sealed = new Uint8Array([1, 123, 125])
  const caseIds = [...new Set(actions.map(({ caseId }) => caseId))]
  const sealedActions = actions.map(async (action, at) => ({
    id: action.id,
    caseId: action.caseId,
    place: at + 2,
    sealed: await madeCodec.seal(action, `actions/${action.id}`),
  }))
  return {
    actions: await Promise.all(sealedActions),
    cases: caseIds.map((id) => ({ id, version: 5, status: 'closed', caseType: 'x', changedAt: '', sealed })),
    records: [{ key: 'certificate:1', kind: 'certificate', version: 1, sealed }],
    outbox: actions.map(({ id }, at) => ({
      id,
      place: at + 2,
      ...(at < 3 ? { sentAt: '2026-03-10T02:00:00.000Z' } : {}),
    })),
    receipts: [{ id: 'earlier', caseId: 'other', outcome: 'refused', open: 1, sealed }],
    drafts: [{ id: 'draft', owner: 'clerk', changedAt: '2026-03-10T02:00:00.000Z', sealed }],
    blocks: [{ number: 1, kind: 'person', sealed }],
    journalQueue: [{ n: 11, sealed }],
    meta: [{ name: 'sequence', value: 11 }],
  }
}

describe('a version 1 database', () => {
  it('opens with its outbox full and keeps every row', async () => {
    const name = `version-1-${crypto.randomUUID()}`
    const rows = await rowsOfVersionOne()
    await makeVersionOne(name, rows)
    const database = openDatabase(name)
    const after: Dump = await dumpOf(database)
    for (const [table, content] of Object.entries(rows)) expect(after[table]).toHaveLength(content.length)
    const before = (rows['outbox'] ?? []).toSorted((one, other) =>
      String(one['id']) < String(other['id']) ? -1 : 1,
    )
    const caseOf = new Map(actions.map(({ id, caseId }) => [id, caseId]))
    expect(after['outbox']).toEqual(before.map((row) => ({ ...row, caseId: caseOf.get(String(row['id'])) })))
    const waiting = await readOutbox({ database, codec: madeCodec }, 100)
    expect(waiting).toEqual(actions)
    const ofCase = await database.outbox.where('caseId').equals(String(actions[0]?.caseId)).count()
    expect(ofCase).toBe(5)
    database.close()
  })

  it('keeps an outbox row whose action cannot be found', async () => {
    const name = `version-1-${crypto.randomUUID()}`
    await makeVersionOne(name, { outbox: [{ id: 'without action', place: 2 }] })
    const database = openDatabase(name)
    expect(await database.outbox.toArray()).toEqual([{ id: 'without action', place: 2 }])
    database.close()
  })
})

describe('a version 2 database', () => {
  it('opens with its outbox full, and what was on its way is sent as it stood', async () => {
    const name = `version-2-${crypto.randomUUID()}`
    const tables = { ...firstTables, outbox: 'id, place, caseId', actions: 'id, caseId, place' }
    const rows = await rowsOfVersionOne()
    const caseOf = new Map(actions.map(({ id, caseId }) => [id, caseId]))
    const outbox = (rows['outbox'] ?? []).map((row) => ({ ...row, caseId: caseOf.get(String(row['id'])) }))
    await makeVersion(2, name, tables, { ...rows, outbox })
    const database = openDatabase(name)
    const after = await dumpOf(database)
    for (const [table, content] of Object.entries(rows)) expect(after[table]).toHaveLength(content.length)
    expect(await readOutbox({ database, codec: madeCodec }, 100)).toEqual(actions)
    expect(after['pending']).toEqual([])
    database.close()
  })
})

const thirdTables = {
  ...firstTables,
  outbox: 'id, place, caseId',
  actions: 'id, caseId, place',
  pending: 'id, place',
  cityCases: 'id',
  cityRecords: 'key',
}

describe('a version 3 database', () => {
  it('opens with its receipts, and finds them by their order', async () => {
    const name = `version-3-${crypto.randomUUID()}`
    const [one, other] = [1, 2].map((order) => ({
      id: `received ${order}`,
      caseId: 'a',
      outcome: 'received',
      order,
      receipt: `受${order}`,
      open: 0,
    }))
    await makeVersion(3, name, thirdTables, { receipts: [{ ...one }, { ...other }] })
    const database = openDatabase(name)
    expect(await database.receipts.where('order').above(1).toArray()).toEqual([other])
    database.close()
  })
})

describe('a version 4 database', () => {
  it('opens with its outbox full, and has room for the files that its cases will name', async () => {
    const name = `version-4-${crypto.randomUUID()}`
    const rows = await rowsOfVersionOne()
    const tables = { ...thirdTables, receipts: 'id, caseId, open, order' }
    await makeVersion(4, name, tables, rows)
    const database = openDatabase(name)
    const after = await dumpOf(database)
    for (const [table, content] of Object.entries(rows)) expect(after[table]).toHaveLength(content.length)
    expect(await readOutbox({ database, codec: madeCodec }, 100)).toEqual(actions)
    expect(after['attachments']).toEqual([])
    database.close()
  })
})

describe('a version 5 database', () => {
  it('opens with every row, and holds no block of numbers yet', async () => {
    const name = `version-5-${crypto.randomUUID()}`
    const rows = await rowsOfVersionOne()
    const tables = {
      ...thirdTables,
      receipts: 'id, caseId, open, order',
      attachments: 'key, caseId, state',
    }
    const pending = [{ id: 'one', caseId: 'case', place: 2 }]
    await makeVersion(5, name, tables, { ...rows, pending })
    const database = openDatabase(name)
    const after = await dumpOf(database)
    for (const [table, content] of Object.entries(rows)) expect(after[table]).toHaveLength(content.length)
    expect(after['pending']).toEqual(pending)
    expect([after['leases'], after['leaseRequests']]).toEqual([[], []])
    database.close()
  })
})

describe('the present version', () => {
  it('is 6: whoever raises it adds a test that opens the one before', () => {
    expect(openDatabase(databaseName).verno).toBe(7)
  })

  it('opens again as it was left', async () => {
    const desk = await makeDesk()
    await record(desk.store, walk(desk))
    const before = await dumpOf(desk.store.database)
    desk.store.close()
    const { store, opening } = await openStore(desk.name, desk.journal)
    expect(opening).toEqual({ replayed: 0, total: 6 })
    expect(await dumpOf(store.database)).toEqual(before)
  })
})
