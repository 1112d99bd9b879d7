import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Checkpoint } from '../../shared/ipc/checkpoint-channels.ts'
import { takeCheckpointWhenDue, type CheckpointPort } from '../../renderer/local/checkpoint.ts'
import { DeskStore } from '../../renderer/local/desk-store.ts'
import { digestOfTables } from '../../renderer/local/digest-of-tables.ts'
import { rebuildFromJournal } from '../../renderer/local/rebuild.ts'
import { pullNew } from '../../renderer/sync/pull.ts'
import { pushAll } from '../../renderer/sync/push.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { madeCodec } from './made-codec.ts'
import { closeDesks, firstOf, makeDesk, record, walk, type MadeDesk } from './made-desk.ts'
import { makeMemoryJournal, type MemoryJournal } from './memory-journal.ts'
import { makeScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

/** Checkpoints in memory, as they come through the machine's door. */
function memoryCheckpoints(): CheckpointPort & { readonly held: Checkpoint[] } {
  const held: Checkpoint[] = []
  return {
    held,
    keep: async (checkpoint) => void held.push(structuredClone(checkpoint)),
    last: async () => held.at(-1)?.n ?? 0,
    newest: async (below) => structuredClone(held.findLast(({ n }) => n < below)),
  }
}

/** The first so many lines of a journal. */
function upTo(journal: MemoryJournal, n: number): MemoryJournal {
  const cut = makeMemoryJournal()
  void cut.append(journal.lines.slice(0, n))
  return cut
}

async function openNew(journal: MemoryJournal, checkpoints?: CheckpointPort) {
  const name = `checkpoint-${crypto.randomUUID()}`
  const parts = { codec: madeCodec, journal, name, ...(checkpoints ? { checkpoints } : {}) }
  const { store, opening } = await DeskStore.open(parts)
  const digest = await digestOfTables(store.database, madeCodec)
  const records = store.register.revision > 0 ? [...store.register.view(await keysOf(store)).values()] : []
  store.close()
  return { digest, replayed: opening.replayed, records, parts }
}

const keysOf = async (store: DeskStore) => (await store.database.records.toArray()).map(({ key }) => key)

/** A day with everything in it: own steps, sent, answered, one refused, some from elsewhere, a draft. */
async function aDay(): Promise<MadeDesk> {
  const desk = await makeDesk(4)
  const city = makeScriptedCity()
  const sender = { station: desk.station.code, device: 'D1', now: () => instantOfTests }
  await record(desk.store, walk(desk, 0))
  await pushAll(desk.store, city, sender)
  await record(desk.store, walk(desk, 1))
  city.refuse(firstOf(walk(desk, 1)).id)
  await pushAll(desk.store, city, sender)
  city.fileFromElsewhere(firstOf(walk(desk, 2)))
  await pullNew(desk.store, city, desk.station.code)
  const draft = { id: 'd1', owner: 'u1', caseType: '', facts: {}, typed: {}, changedAt: instantOfTests }
  await desk.store.write(() => ({ kind: 'draft-saved', draft }))
  await record(desk.store, walk(desk, 3, 2))
  return desk
}

describe('a checkpoint', () => {
  it('at any entry, with the journal behind it, comes to the same as the whole journal, row by row', async () => {
    const { journal } = await aDay()
    const whole = await openNew(journal)
    expect(whole.replayed).toBe(journal.lines.length)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: journal.lines.length }), async (n) => {
        const checkpoints = memoryCheckpoints()
        const { parts } = await openNew(upTo(journal, n))
        const { store } = await DeskStore.open(parts)
        expect(await takeCheckpointWhenDue(store, checkpoints, 1)).toBe(n)
        store.close()
        const shorter = await openNew(journal, checkpoints)
        expect(shorter.replayed).toBe(journal.lines.length - n)
        expect(shorter.digest).toBe(whole.digest)
        expect(shorter.records).toEqual(whole.records)
      }),
      { numRuns: 8 },
    )
  })

  it('is taken when enough came since the last one, and not while the disk lacks the last entries', async () => {
    const desk = await aDay()
    const checkpoints = memoryCheckpoints()
    const n = desk.journal.lines.length
    expect(await takeCheckpointWhenDue(desk.store, checkpoints, n + 1)).toBeUndefined()
    expect(await takeCheckpointWhenDue(desk.store, checkpoints, n)).toBe(n)
    expect(await takeCheckpointWhenDue(desk.store, checkpoints, 1)).toBeUndefined()
    desk.journal.fail('磁盘已满')
    await desk.store.write(() => ({ kind: 'setting-saved', name: 'any', value: 1 }))
    expect(await takeCheckpointWhenDue(desk.store, checkpoints, 1)).toBeUndefined()
    expect(checkpoints.held).toHaveLength(1)
  })

  it('of another journal, of another version or beyond the journal is passed over for an older one that fits', async () => {
    const { journal, store } = await aDay()
    const checkpoints = memoryCheckpoints()
    await takeCheckpointWhenDue(store, checkpoints, 1)
    const own = firstOf(checkpoints.held)
    const whole = await openNew(journal)
    const others = [
      { ...own, entry: '0'.repeat(64) },
      { ...own, schema: own.schema + 1 },
      { ...own, n: own.n + 40 },
      { ...own, tables: { ...own.tables, unheardOf: [] } },
    ]
    for (const other of others) {
      const { digest, replayed } = await openNew(journal, { ...checkpoints, newest: handOut([other]) })
      expect({ digest, replayed }).toEqual({ digest: whole.digest, replayed: journal.lines.length })
    }
    const older = { ...firstOf(others), n: own.n + 1 }
    const { replayed } = await openNew(journal, { ...checkpoints, newest: handOut([own, older]) })
    expect(replayed).toBe(0)
  })

  it('has no say when the journal has to prove what it brings back', async () => {
    const { journal, name } = await aDay()
    const checkpoints = { ...memoryCheckpoints(), newest: () => Promise.reject(new Error('nobody asks')) }
    const { opening, store } = await rebuildFromJournal({ codec: madeCodec, journal, name, checkpoints })
    expect(opening.replayed).toBe(journal.lines.length)
    store.close()
  })
})

function handOut(held: readonly Checkpoint[]): CheckpointPort['newest'] {
  return async (below) => structuredClone(held.findLast(({ n }) => n < below))
}
