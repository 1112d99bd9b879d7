import { Dexie } from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import type { Entry } from '../../renderer/local/entry.ts'
import { instantOfTests, makeRegister, reissueActions } from '../builders/reissues.ts'
import { dumpOf } from './dump.ts'
import {
  closeDesks,
  firstOf,
  makeDesk,
  openStore,
  rebuildStore,
  record,
  stands,
  walk,
  type MadeDesk,
} from './made-desk.ts'
import { makeMemoryJournal } from './memory-journal.ts'
import { makeResidents } from './made-residents.ts'

afterEach(closeDesks)

function draft(id: string): Entry {
  const facts = { lossStatement: '写到一半' }
  const caseType = 'migration-certificate-reissue'
  return {
    kind: 'draft-saved',
    draft: { id, owner: 'clerk', caseType, facts, typed: {}, changedAt: instantOfTests },
  }
}

/** A day at the counter that leaves an entry of every kind in the journal. */
async function workADay(): Promise<MadeDesk> {
  const desk = await makeDesk(4, (made) => ({ records: [...makeRegister(made, 4), ...makeResidents(300)] }))
  const { store, station } = desk
  const actions = [...walk(desk, 0), ...walk(desk, 1, 3)]
  await record(store, actions)
  await stands(store, { kind: 'sending', ids: actions.map(({ id }) => id), at: instantOfTests })
  const verdicts = walk(desk, 0).map(({ id }, at) => ({
    id,
    outcome: 'accepted' as const,
    order: at + 1,
    receipt: `受${at + 1}`,
  }))
  const refusals = [{ code: 'no', message: '原证已经在别处作废。' }]
  const [refusedOne, openOne] = walk(desk, 1).map(({ id }) => ({ id, outcome: 'refused' as const, refusals }))
  await stands(store, {
    kind: 'answered',
    verdicts: [...verdicts, must(refusedOne, 'a walk'), must(openOne, 'a walk')],
  })
  await stands(store, {
    kind: 'refusal-closed',
    id: must(refusedOne, 'a walk').id,
    by: '样例所长',
    note: '已告知',
    at: instantOfTests,
  })
  const elsewhere = reissueActions({ station, n: 2 }).map((action, at) => ({
    action,
    order: at + 6,
    receipt: `受${at + 6}`,
  }))
  await stands(store, { kind: 'handed-out', actions: elsewhere, upTo: 10 })
  const [kept, dropped] = [crypto.randomUUID(), crypto.randomUUID()]
  await stands(store, draft(kept))
  await stands(store, draft(dropped))
  await stands(store, { kind: 'draft-dropped', id: dropped })
  await stands(store, {
    kind: 'setting-saved',
    name: 'printer',
    value: { name: 'LQ-730K', offset: [0.5, -1] },
  })
  return desk
}

describe('the journal', () => {
  it('rebuilds the same database, record by record, and the same register in memory', async () => {
    const desk = await workADay()
    const before = await dumpOf(desk.store.database)
    const register = [...desk.store.register.all()]
    for (const table of ['actions', 'cases', 'records', 'outbox', 'receipts', 'drafts', 'blocks', 'meta']) {
      expect(before[table]?.length, table).toBeGreaterThan(0)
    }
    const { store, opening } = await rebuildStore(desk.name, desk.journal)
    expect(opening).toEqual({ replayed: desk.journal.lines.length, total: desk.journal.lines.length })
    expect(await dumpOf(store.database)).toEqual(before)
    expect(byKey(store.register.all())).toEqual(byKey(register))
    expect(register).toHaveLength(608)
  })

  it('goes on from the rebuilt database as from the old one', async () => {
    const desk = await workADay()
    const { store } = await rebuildStore(desk.name, desk.journal)
    const lines = desk.journal.lines.length
    await record(store, walk(desk, 3))
    expect(desk.journal.lines).toHaveLength(lines + 5)
    expect(store.journalFault).toBeUndefined()
  })

  it('loses nothing when it cannot be written: the fault is told, and the next write brings the lines', async () => {
    const desk = await makeDesk()
    const [accept, approve] = walk(desk)
    desk.journal.fail('磁盘已满')
    await record(desk.store, [must(accept, 'accept')])
    expect(desk.store.journalFault).toBe('磁盘已满')
    expect(await desk.store.database.journalQueue.count()).toBe(1)
    expect(desk.journal.lines).toHaveLength(1)
    desk.journal.mend()
    await record(desk.store, [must(approve, 'approve')])
    expect(desk.store.journalFault).toBeUndefined()
    expect(await desk.store.database.journalQueue.count()).toBe(0)
    expect(desk.journal.lines.map(({ n }) => n)).toEqual([1, 2, 3])
  })

  it('loses nothing of a crash between the transaction and its line: the next opening brings it', async () => {
    const desk = await makeDesk()
    desk.journal.fail('进程已结束')
    await record(desk.store, walk(desk))
    const before = await dumpOf(desk.store.database)
    desk.store.close()
    desk.journal.mend()
    const { store, opening } = await openStore(desk.name, desk.journal)
    expect(opening).toEqual({ replayed: 0, total: 6 })
    expect(await dumpOf(store.database)).toEqual({ ...before, journalQueue: [] })
    const rebuilt = await rebuildStore(desk.name, desk.journal)
    expect(await dumpOf(rebuilt.store.database)).toEqual({ ...before, journalQueue: [] })
  })

  it('takes a line again that it has, when the crash came after the line and before the queue was emptied', async () => {
    const desk = await makeDesk()
    await record(desk.store, walk(desk))
    const last = must(desk.journal.lines.at(-1), 'a line')
    await desk.store.database.journalQueue.put({ n: last.n, sealed: last.body })
    desk.store.close()
    const { store } = await openStore(desk.name, desk.journal)
    expect(store.journalFault).toBeUndefined()
    expect(await store.database.journalQueue.count()).toBe(0)
    expect(desk.journal.lines).toHaveLength(6)
  })

  it('brings the database up when it is ahead of it', async () => {
    const desk = await workADay()
    const whole = await dumpOf(desk.store.database)
    const short = makeMemoryJournal()
    await short.append(desk.journal.lines.slice(0, 3))
    const name = `behind-${crypto.randomUUID()}`
    const behind = await openStore(name, short)
    expect(behind.opening).toEqual({ replayed: 3, total: 3 })
    behind.store.close()
    const caughtUp = await openStore(name, desk.journal)
    expect(caughtUp.opening).toEqual({
      replayed: desk.journal.lines.length - 3,
      total: desk.journal.lines.length,
    })
    expect(await dumpOf(caughtUp.store.database)).toEqual(whole)
  })

  it('says so instead of waiting for ever when it hands out fewer lines than it counts', async () => {
    const desk = await makeDesk()
    const journal = { ...desk.journal, last: () => Promise.resolve(9) }
    await expect(openStore(`short-${crypto.randomUUID()}`, journal)).rejects.toThrow(/journal/)
  })
})

describe('a database emptied under the running program', () => {
  it('stops the writer when it was deleted, and is the same again after a restart', async () => {
    const desk = await workADay()
    const before = await dumpOf(desk.store.database)
    let gone = 0
    desk.store.whenGone(() => (gone += 1))
    await Dexie.delete(desk.name)
    expect(gone).toBe(1)
    await expect(record(desk.store, [firstOf(walk(desk, 3))])).rejects.toThrow()
    expect(await Dexie.exists(desk.name)).toBe(false)
    const { store } = await openStore(desk.name, desk.journal)
    expect(await dumpOf(store.database)).toEqual(before)
  })

  it('stops the writer when its tables were cleared, and starts nothing anew in them', async () => {
    const desk = await makeDesk()
    const accept = firstOf(walk(desk))
    await record(desk.store, [accept])
    let gone = 0
    desk.store.whenGone(() => (gone += 1))
    for (const table of desk.store.database.tables) await table.clear()
    const next = must(walk(desk)[1], 'approve')
    await expect(record(desk.store, [next])).rejects.toThrow(/emptied/)
    await expect(record(desk.store, [next])).rejects.toThrow(/emptied/)
    expect(gone).toBe(1)
    expect(Object.values(await dumpOf(desk.store.database)).flat()).toEqual([])
    expect(desk.journal.lines).toHaveLength(2)
  })
})

function byKey(records: Iterable<RegisterRecord>) {
  return Object.fromEntries([...records].map((each) => [each.key, each]))
}
