import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Action } from '../../shared/cases/action.ts'
import { readCase } from '../../renderer/local/read.ts'
import { pullNew } from '../../renderer/sync/pull.ts'
import {
  closeDesks,
  importOf,
  makeDesk,
  openStore,
  record,
  stands,
  walk,
  type MadeDesk,
} from './made-desk.ts'
import { makeMemoryJournal } from './memory-journal.ts'
import { makeRegister } from '../builders/reissues.ts'
import { makeScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

const walks = 4

/** Every case and record of a desk, as anybody there sees them. */
async function standsAt({ store }: Pick<MadeDesk, 'store'>) {
  const ids = await store.database.cases.orderBy('id').primaryKeys()
  const cases = await Promise.all(ids.map((id) => readCase(store, id)))
  const records = [...store.register.all()].sort((one, other) => one.key.localeCompare(other.key))
  return { cases, records }
}

/** What this desk keeps of the city's state beside its own. */
async function keptOfTheCity({ store: { database, register } }: Pick<MadeDesk, 'store'>) {
  return [
    await database.pending.count(),
    await database.cityCases.count(),
    await database.cityRecords.count(),
    register.atCity.size,
  ]
}

/** A second machine of the station that recorded nothing. */
async function otherMachineOf({ station }: MadeDesk) {
  const { store } = await openStore(`other-${crypto.randomUUID()}`, makeMemoryJournal())
  await stands(store, importOf(station, makeRegister(station, walks)))
  return { store }
}

/** Own steps up to a number, then a colleague's walk, then the rest of the own ones. */
function cityOrder(own: readonly Action[], colleague: readonly Action[], before: number): Action[] {
  return [...own.slice(0, before), ...colleague, ...own.slice(before)]
}

describe('own steps that come back', () => {
  it('leave what stands as it is, whatever comes between them and however it is handed out', async () => {
    const orders = fc.record({
      before: fc.integer({ min: 0, max: 15 }),
      page: fc.integer({ min: 1, max: 9 }),
      hasColleague: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(orders, async ({ before, page, hasColleague }) => {
        const desk = await makeDesk(walks)
        const own = [0, 1, 2].flatMap((n) => walk(desk, n))
        await record(desk.store, own)
        const city = makeScriptedCity()
        city.handOutAtMost(page)
        for (const action of cityOrder(own, hasColleague ? walk(desk, 3) : [], before))
          city.fileFromElsewhere(action)
        const other = await otherMachineOf(desk)
        for (const { store } of [desk, other])
          expect((await pullNew(store, city, desk.station.code)).kind).toBe('complete')
        expect(await standsAt(desk)).toEqual(await standsAt(other))
        expect(await keptOfTheCity(desk)).toEqual([0, 0, 0, 0])
        closeDesks()
      }),
      { numRuns: 12 },
    )
  })

  it('move the city’s state under those that have not come back, so that a refusal takes back what it should', async () => {
    const desk = await makeDesk(walks)
    const own = [0, 1].flatMap((n) => walk(desk, n))
    await record(desk.store, own)
    const city = makeScriptedCity()
    for (const action of own.slice(0, 7)) city.fileFromElsewhere(action)
    await pullNew(desk.store, city, desk.station.code)
    const refusals = [{ code: 'not-allowed', message: '市局不同意。' }]
    const verdicts = own.slice(7).map(({ id }) => ({ id, outcome: 'refused' as const, refusals }))
    await stands(desk.store, { kind: 'answered', verdicts })
    const other = await otherMachineOf(desk)
    await pullNew(other.store, city, desk.station.code)
    expect(await standsAt(desk)).toEqual(await standsAt(other))
    expect(await keptOfTheCity(desk)).toEqual([0, 0, 0, 0])
  })
})
