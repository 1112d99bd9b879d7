import { afterEach, expect, it } from 'vitest'
import { makeRegister, makeStation, reissueActions } from '../builders/reissues.ts'
import { closeDesks, importOf, openStore, readOutbox } from './made-desk.ts'
import { makeMemoryJournal } from './memory-journal.ts'

afterEach(closeDesks)

it('unsent actions of a starting package go out in the order in which they were taken', async () => {
  const station = makeStation(61)
  // Two whole walks: in the order of their ids, an approval would go before its acceptance.
  const unsent = [0, 1].flatMap((n) => reissueActions({ station, n }))
  const { store } = await openStore(`import-order-${station.seed}`, makeMemoryJournal())
  const imported = await store.write(() => importOf(station, makeRegister(station, 2), { unsent }))
  expect(imported.ok).toBe(true)
  const outbox = await readOutbox(store, 100)
  expect(outbox.map(({ id }) => id)).toEqual(unsent.map(({ id }) => id))
})
