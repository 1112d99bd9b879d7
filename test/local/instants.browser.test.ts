import { afterEach, expect, it } from 'vitest'
import type { Action } from '../../shared/cases/action.ts'
import { readLatestInstant } from '../../renderer/local/latest-instant.ts'
import { recordAction } from '../../renderer/local/record-action.ts'
import { pullNew } from '../../renderer/sync/pull.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { closeDesks, firstOf, makeDesk, openStore, rebuildStore, walk, type MadeDesk } from './made-desk.ts'
import { makeScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

const chance = { id: () => crypto.randomUUID(), now: () => instantOfTests }
const after = (minutes: number) => new Date(Date.parse(instantOfTests) + minutes * 60_000).toISOString()

/** A case that another desk of the station opened so many minutes ahead of the clock here, and the chief's word on it here. */
async function answerTo(desk: MadeDesk, ahead: number): Promise<Action> {
  const [accept, approve] = walk(desk)
  if (!accept || !approve) throw new Error('the walk has two steps')
  const city = makeScriptedCity()
  city.fileFromElsewhere({ ...accept, at: after(ahead), device: 'D2' })
  await pullNew(desk.store, city, desk.station.code)
  const { caseType, caseId, step, facts, by, station } = approve
  const taken = await recordAction(
    desk.store,
    chance,
    { caseType, caseId, step, facts, by, station, device: 'D1' },
    new MadeAuthors(desk.station.code, 'D1').sign,
  )
  if (!taken.ok) throw new Error(firstOf(taken.refusals).message)
  return taken.value
}

it('a word on a case is dated after the step of the other desk, whose clock is four minutes ahead', async () => {
  const desk = await makeDesk()
  const { at } = await answerTo(desk, 4)
  expect(Date.parse(at)).toBe(Date.parse(after(4)) + 1)
})

it('a step that a wrong clock dated a day ahead is not followed', async () => {
  const { at } = await answerTo(await makeDesk(), 24 * 60)
  expect(at).toBe(instantOfTests)
})

it('what is the latest is still known when the program opens again, and when the journal is folded anew', async () => {
  const desk = await makeDesk()
  const { at } = await answerTo(desk, 3)
  desk.store.close()
  const { store } = await openStore(desk.name, desk.journal)
  expect(await readLatestInstant(store)).toBe(at)
  store.close()
  const rebuilt = await rebuildStore(desk.name, desk.journal)
  expect(await readLatestInstant(rebuilt.store)).toBe(at)
  expect(rebuilt.proof.digestAfter).toBe(rebuilt.proof.digestBefore)
})
