import { afterEach, expect, it } from 'vitest'
import { silenceOf, usualSilenceLimits } from '../../shared/sync/silence.ts'
import { readSilentSince } from '../../renderer/local/city-heard.ts'
import { noteCityHeard } from '../../renderer/sync/note-city-heard.ts'
import { dayOfTests } from '../builders/reissues.ts'
import { dumpOf } from './dump.ts'
import { closeDesks, makeDesk, openStore, rebuildStore, record, walk } from './made-desk.ts'

afterEach(closeDesks)

const heard = '2026-03-10T01:00:00.000Z'

it('the days without a contact are told from rows: the same after a restart, and after a rebuild from the journal', async () => {
  const desk = await makeDesk(2)
  await noteCityHeard(desk.store, heard)
  const before = await dumpOf(desk.store.database)
  desk.store.close()
  const again = await openStore(desk.name, desk.journal)
  expect(await readSilentSince(again.store)).toEqual({ at: heard, isContact: true })
  again.store.close()
  const rebuilt = await rebuildStore(desk.name, desk.journal)
  expect(await dumpOf(rebuilt.store.database)).toEqual(before)
  expect(await readSilentSince(rebuilt.store)).toEqual({ at: heard, isContact: true })
})

it('a machine that never spoke counts from the day of its package', async () => {
  const { store } = await makeDesk(2)
  const since = await readSilentSince(store)
  expect(since).toEqual({ at: new Date(`${dayOfTests}T00:00:00+08:00`).toISOString(), isContact: false })
})

it('a desk upgraded without a line counts from the last step that has a receipt', async () => {
  const desk = await makeDesk(2)
  const [action] = walk(desk, 0, 1)
  if (!action) throw new Error('the walk has a first step')
  await record(desk.store, [action])
  await desk.store.write(() => ({ kind: 'sending', ids: [action.id], at: heard }))
  const verdict = { id: action.id, outcome: 'accepted', order: 1, receipt: '受1' } as const
  await desk.store.write(() => ({ kind: 'answered', verdicts: [verdict] }))
  expect(await readSilentSince(desk.store)).toEqual({ at: heard, isContact: true })
})

it('the journal gets one line an hour of it, and a note from a wrong clock’s future is put right', async () => {
  const { store, journal } = await makeDesk(2)
  const lines = await journal.last()
  for (const minute of ['00', '15', '30', '59']) await noteCityHeard(store, `2026-03-10T01:${minute}:00.000Z`)
  expect(await journal.last()).toBe(lines + 1)
  await noteCityHeard(store, '2026-03-10T02:00:00.000Z')
  expect(await journal.last()).toBe(lines + 2)
  await noteCityHeard(store, '2026-03-09T02:00:00.000Z')
  expect((await readSilentSince(store))?.at).toBe('2026-03-09T02:00:00.000Z')
})

it('an answer on a stick counts from when the city made it, and an older one takes nothing back', async () => {
  const { store } = await makeDesk(2)
  const now = '2026-03-20T01:00:00.000Z'
  await noteCityHeard(store, now, '2026-03-12T01:00:00.000Z')
  expect((await readSilentSince(store))?.at).toBe('2026-03-12T01:00:00.000Z')
  await noteCityHeard(store, now, heard)
  expect((await readSilentSince(store))?.at).toBe('2026-03-12T01:00:00.000Z')
  await noteCityHeard(store, now, '2026-03-20T01:03:00.000Z')
  expect((await readSilentSince(store))?.at).toBe(now)
})

it('work goes on however long nothing was heard', async () => {
  const desk = await makeDesk(2)
  await noteCityHeard(desk.store, '2025-01-01T00:00:00.000Z')
  const since = (await readSilentSince(desk.store))?.at ?? ''
  expect(silenceOf(since, heard, usualSilenceLimits).stage).toBe('warning')
  await record(desk.store, walk(desk, 0, 5))
  expect(await desk.store.database.outbox.count()).toBe(5)
})
