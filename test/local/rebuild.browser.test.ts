import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase, type DeskDatabase } from '../../renderer/local/database.ts'
import type { Draft } from '../../renderer/local/entry.ts'
import { rebuildFromJournal } from '../../renderer/local/rebuild.ts'
import { onPower, Power } from '../fuzz/power.ts'
import { dumpOf } from './dump.ts'
import { madeCodec } from './made-codec.ts'
import { closeDesks, makeDesk, openStore, rebuildStore, record, stands, walk } from './made-desk.ts'
import { makeMemoryJournal, type MemoryJournal } from './memory-journal.ts'

afterEach(closeDesks)

const draft: Draft = {
  id: 'draft-1',
  owner: 'clerk',
  caseType: 'migration-certificate-reissue',
  facts: {},
  typed: { lossStatement: '录到一半' },
  changedAt: '2026-03-10T01:00:00.000Z',
}

async function workedDesk() {
  const desk = await makeDesk(2)
  await record(desk.store, walk(desk, 0, 3))
  await stands(desk.store, { kind: 'draft-saved', draft })
  await stands(desk.store, { kind: 'setting-saved', name: 'printer', value: '样机' })
  return desk
}

async function rowsIn<Result>(name: string, look: (database: DeskDatabase) => Promise<Result>) {
  const database = openDatabase(name)
  try {
    await database.open()
    return await look(database)
  } finally {
    database.close()
  }
}

const withoutLast = async ({ lines }: MemoryJournal, count: number): Promise<MemoryJournal> => {
  const shorter = makeMemoryJournal()
  await shorter.append(lines.slice(0, lines.length - count))
  return shorter
}

describe('a rebuild', () => {
  it('tells every table before and after and the same digest, and leaves nothing beside', async () => {
    const desk = await workedDesk()
    const before = await dumpOf(desk.store.database)
    desk.store.close()
    const { proof, store, opening } = await rebuildStore(desk.name, desk.journal)
    expect(proof.outcome).toBe('replaced')
    expect(proof.digestAfter).toMatch(/^[0-9a-f]{64}$/)
    expect(proof.digestAfter).toBe(proof.digestBefore)
    for (const { table, before: was, after, missing } of proof.tables)
      expect({ table, was, missing }).toEqual({ table, was: after, missing: 0 })
    expect(proof.tables.find(({ table }) => table === 'actions')?.after).toBe(3)
    expect(opening.replayed).toBe(opening.total)
    expect(await dumpOf(store.database)).toEqual(before)
    const names = (await indexedDB.databases()).map(({ name }) => name)
    expect(names).not.toContain(`${desk.name}-rebuilt`)
  })

  it('brings back a row that was changed behind the program’s back, and says that the content differed', async () => {
    const desk = await workedDesk()
    const before = await dumpOf(desk.store.database)
    await desk.store.database.cases.clear()
    desk.store.close()
    const { proof, store } = await rebuildStore(desk.name, desk.journal)
    expect(proof.outcome).toBe('replaced')
    expect(proof.digestBefore).not.toBe(proof.digestAfter)
    expect(proof.tables.find(({ table }) => table === 'cases')).toMatchObject({ before: 0, after: 1 })
    expect(await dumpOf(store.database)).toEqual(before)
  })

  it('from a journal that lost its end replaces nothing: the database stays, every row', async () => {
    const desk = await workedDesk()
    const before = await dumpOf(desk.store.database)
    desk.store.close()
    const shorter = await withoutLast(desk.journal, 3)
    const { proof, store } = await rebuildStore(desk.name, shorter)
    expect(proof.outcome).toBe('kept')
    expect(proof.tables.filter(({ missing }) => missing > 0).map(({ table }) => table)).toContain('actions')
    expect(await dumpOf(store.database)).toEqual(before)
  })

  it('keeps the last words of a draft that had no journal line yet', async () => {
    const desk = await workedDesk()
    const latest = {
      ...draft,
      typed: { lossStatement: '录到一半又多了几个字' },
      changedAt: '2026-03-10T01:00:09.000Z',
    }
    const { id, owner, changedAt } = latest
    const sealed = await madeCodec.seal(latest, `drafts/${id}`)
    await desk.store.saveDraftRow({ id, owner, changedAt, sealed })
    desk.store.close()
    const { proof, store } = await rebuildStore(desk.name, desk.journal)
    expect(proof.outcome).toBe('replaced')
    const row = await store.database.drafts.get(id)
    expect(await madeCodec.open(row?.sealed ?? new Uint8Array(), `drafts/${id}`)).toEqual(latest)
  })

  it('writes first what the journal could not take before, and with the disk still full touches nothing', async () => {
    const desk = await workedDesk()
    desk.journal.fail('磁盘已满')
    await record(desk.store, walk(desk, 1, 2))
    const before = await dumpOf(desk.store.database)
    desk.store.close()
    await expect(rebuildStore(desk.name, desk.journal)).rejects.toThrow('磁盘已满')
    expect(await rowsIn(desk.name, dumpOf)).toEqual(before)
    desk.journal.mend()
    const { proof, store } = await rebuildStore(desk.name, desk.journal)
    expect(proof.outcome).toBe('replaced')
    expect(await dumpOf(store.database)).toEqual({ ...before, journalQueue: [] })
  })

  it('cut off by the power at every fourth await leaves the database whole, and the next one completes', async () => {
    const desk = await workedDesk()
    const before = await dumpOf(desk.store.database)
    desk.store.close()
    for (let moments = 1; ; moments += 4) {
      const power = new Power()
      power.failAfter(moments)
      const parts = { ...onPower(power, { codec: madeCodec, journal: desk.journal }), name: desk.name }
      const done = await rebuildFromJournal(parts).then(
        ({ store }) => store,
        () => undefined,
      )
      done?.close()
      expect(await rowsIn(desk.name, dumpOf)).toEqual(before)
      if (done) break
    }
    const { store } = await openStore(desk.name, desk.journal)
    expect(await dumpOf(store.database)).toEqual(before)
  })
})
