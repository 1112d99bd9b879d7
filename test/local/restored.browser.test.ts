import { afterEach, describe, expect, it } from 'vitest'
import type { Action } from '../../shared/cases/action.ts'
import { must } from '../../shared/base/must.ts'
import { acceptanceNumberSchema } from '../../shared/cases/standard-steps/accept.ts'
import type { Lease } from '../../shared/register/lease.ts'
import { lastBundleNumber } from '../../renderer/local/outbox-marks.ts'
import { readLeases } from '../../renderer/local/read-leases.ts'
import { recordAction } from '../../renderer/local/record-action.ts'
import { readRestored } from '../../renderer/local/restored.ts'
import { takeOver } from '../../renderer/local/take-over.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { instantOfTests, reissueActions } from '../builders/reissues.ts'
import { dumpOf } from './dump.ts'
import { makeMemoryJournal } from './memory-journal.ts'
import {
  closeDesks,
  makeDesk,
  openStore,
  rebuildStore,
  record,
  stands,
  walk,
  type MadeDesk,
} from './made-desk.ts'

afterEach(closeDesks)

const device = 'D1'
const restoredAt = '2026-03-10T00:30:00.000Z'

/** A step of a reissue, taken at the counter. */
async function take({ store, station }: MadeDesk, n: number, index: number) {
  const { caseId, caseType, step, facts } = must(reissueActions({ station, n })[index], 'a step of the walk')
  const { number: _drawnHere, ...rest } = facts
  const taken = { caseId, caseType, step, facts: rest, by: station.clerk, device, station: station.code }
  const chance = { id: () => crypto.randomUUID(), now: () => instantOfTests }
  return recordAction(store, chance, taken, new MadeAuthors(station.code, device).sign)
}

async function accept(desk: MadeDesk, n: number): Promise<string> {
  const taken = await take(desk, n, 0)
  return acceptanceNumberSchema.parse(
    must(taken.ok ? taken.value : undefined, 'it is accepted').facts['number'],
  )
}

const print = async (desk: MadeDesk, n: number): Promise<readonly string[]> => {
  const printed = await take(desk, n, 2)
  return printed.ok ? [] : printed.refusals.map(({ code }) => code)
}

/** The same station's desk on a machine that has the journal as it was after so many entries. */
async function restoreFrom(
  { station, journal }: MadeDesk,
  { entries = Infinity, at = restoredAt } = {},
): Promise<MadeDesk> {
  const name = `restored-${crypto.randomUUID()}`
  const copy = makeMemoryJournal()
  await copy.append(journal.lines.slice(0, entries))
  const { store } = await openStore(name, copy)
  const taken = must(await takeOver(store, { restoredAt: at, device }), 'it is the first opening')
  expect(taken).toMatchObject({ tallied: { ok: true }, differing: [] })
  return { store, journal: copy, name, station }
}

/** Every block of the station as the city has it, told after everything else. */
const tell = ({ store }: MadeDesk, leases: readonly Lease[]) =>
  stands(store, { kind: 'leases-told', leases: [...leases], answered: [], at: instantOfTests })

function sequenceBlock({ station }: MadeDesk): Lease {
  return {
    id: crypto.randomUUID(),
    kind: 'citizen-sequence',
    station: station.code,
    device,
    range: { series: station.code.slice(0, 6), first: 20, last: 29 },
    from: instantOfTests,
    until: '2027-03-10T01:00:00.000Z',
    renewBefore: '2026-11-10T01:00:00.000Z',
    state: 'live',
  }
}

describe('a machine that goes on from another’s journal', () => {
  it('notes it once, however often it is opened, and a database built from its journal is the same', async () => {
    const old = await makeDesk()
    await record(old.store, walk(old, 0, 2))
    const desk = await restoreFrom(old)
    expect(await takeOver(desk.store, { restoredAt, device })).toBeUndefined()
    expect(await desk.journal.last()).toBe((await old.journal.last()) + 1)
    await tell(desk, [sequenceBlock(desk)])
    const before = await dumpOf(desk.store.database)
    desk.store.close()
    const { store } = await rebuildStore(desk.name, desk.journal)
    expect(await dumpOf(store.database)).toEqual(before)
  })

  it('draws no acceptance number that the old one may have used after the copy, also when it is restored again', async () => {
    const old = await makeDesk(6)
    const first = await accept(old, 0)
    const copiedAt = await old.journal.last()
    const unknown = [await accept(old, 1), await accept(old, 2)]
    const desk = await restoreFrom(old, { entries: copiedAt })
    const drawn = [await accept(desk, 3), await accept(desk, 4)]
    const again = await restoreFrom(desk, { at: '2026-03-10T00:45:00.000Z' })
    drawn.push(await accept(again, 5))
    expect(new Set([first, ...unknown, ...drawn]).size).toBe(6)
    expect(drawn.map((number) => number.split('-')[3])).toEqual(['501', '502', '1001'])
  })

  it('writes no bundle under a number that the old one may have used', async () => {
    const old = await makeDesk()
    await stands(old.store, { kind: 'bundled', n: 7, ids: [], at: instantOfTests })
    const desk = await restoreFrom(old)
    expect(await lastBundleNumber(desk.store)).toBe(1000)
  })

  it('prints nothing before the city has told everything, and goes on with its sheets then', async () => {
    const old = await makeDesk()
    await record(old.store, walk(old, 0, 2))
    const leases = await readLeases(old.store)
    const desk = await restoreFrom(old)
    expect(await print(desk, 0)).toEqual(['restored-not-heard'])
    expect(await accept(desk, 1)).toMatch(/-501$/)
    await tell(desk, leases)
    expect(await print(desk, 0)).toEqual([])
  })

  it('draws no more on the sequence codes of the old one, and on those that it is lent itself', async () => {
    const old = await makeDesk()
    const before = sequenceBlock(old)
    const since = sequenceBlock(old)
    const own = sequenceBlock(old)
    await tell(old, [before])
    const desk = await restoreFrom(old)
    await tell(desk, [before, since])
    expect(await readLeases(desk.store)).toEqual([])
    await tell(desk, [before, since, own])
    expect(await readLeases(desk.store)).toEqual([own])
  })

  it('does not take a stick for the city’s word that was answered before it took the place', async () => {
    const desk = await restoreFrom(await makeDesk())
    const tellAsOf = (asOf: string) =>
      stands(desk.store, { kind: 'leases-told', leases: [], answered: [], at: instantOfTests, asOf })
    await tellAsOf('2026-03-10T00:29:59.000Z')
    expect(await readRestored(desk.store)).toMatchObject({ isHeard: false })
    await tellAsOf('2026-03-10T00:31:00.000Z')
    expect(await readRestored(desk.store)).toMatchObject({ isHeard: true })
  })

  it('is told how many steps of its own the city had that were not in the copy: the copy was not the last', async () => {
    const old = await makeDesk(4)
    const copiedAt = await old.journal.last()
    const steps: Action[] = walk(old, 0, 2)
    const desk = await restoreFrom(old, { entries: copiedAt })
    const elsewhere = walk(old, 1, 1).map((action): Action => ({ ...action, device: 'D9' }))
    const filed = [...steps, ...elsewhere].map((action, at) => ({ action, order: at + 1, receipt: '受' }))
    await stands(desk.store, { kind: 'handed-out', actions: filed, upTo: filed.length })
    await tell(desk, [])
    expect(await readRestored(desk.store)).toMatchObject({ isHeard: true, missed: 2 })
  })
})
