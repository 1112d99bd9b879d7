import { afterEach, expect, it } from 'vitest'
import type { Lease } from '../../shared/register/lease.ts'
import { recordAction } from '../../renderer/local/record-action.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { birthActions, familyAt, type MadeBirth } from '../builders/births.ts'
import { instantOfTests, makeStation, type MadeStation } from '../builders/reissues.ts'
import { makeMemoryJournal } from './memory-journal.ts'
import { closeDesks, importOf, openStore, rebuildStore, record, stands } from './made-desk.ts'

afterEach(closeDesks)

const station = makeStation(7700)

const block: Lease = {
  id: '0f1d8a52-3c44-4a58-8f3e-1504c0de0041',
  kind: 'citizen-sequence',
  station: station.code,
  device: 'D1',
  range: { series: '150430', first: 20, last: 29 },
  from: instantOfTests,
  until: '2027-03-10T01:00:00.000Z',
  renewBefore: '2026-11-10T01:00:00.000Z',
  state: 'live',
}

/** Registers as the counter does, once the case is taken in and decided; the codes of what was refused. */
async function register(
  store: Awaited<ReturnType<typeof openStore>>['store'],
  at: MadeStation,
  birth: MadeBirth,
): Promise<readonly string[]> {
  const [accepted, approved, registered] = birthActions(at, birth)
  if (!accepted || !approved || !registered) throw new Error('a birth has three steps')
  await record(store, [accepted, approved])
  const { caseId, caseType, step, facts, by, device } = registered
  const chance = { id: () => crypto.randomUUID(), now: () => registered.at }
  const taken = { caseId, caseType, step, facts, by, device, station: at.code }
  const outcome = await recordAction(store, chance, taken, new MadeAuthors(at.code, device).sign)
  return outcome.ok ? ['accepted'] : outcome.refusals.map(({ code }) => code)
}

const died = { diedOn: '2026-03-03', deathProofSeen: true }

it('a desk without a line gives the number of a child that died to no other child, also when it was opened anew', async () => {
  const journal = makeMemoryJournal()
  const name = `desk-${station.code}-${crypto.randomUUID()}`
  const { store } = await openStore(name, journal)
  await stands(store, importOf(station, familyAt(station), { leases: [block] }))
  expect(await register(store, station, { n: 0, sequence: '022', child: died })).toEqual(['accepted'])
  expect(await register(store, station, { n: 1, sequence: '022' })).toEqual(['number-taken'])
  store.close()
  const rebuilt = await rebuildStore(name, journal)
  expect(await register(rebuilt.store, station, { n: 2, sequence: '022' })).toEqual(['number-taken'])
  expect(await register(rebuilt.store, station, { n: 3, sequence: '024' })).toEqual(['accepted'])
})
