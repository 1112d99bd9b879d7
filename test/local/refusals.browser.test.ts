import { afterEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import { recordAction } from '../../renderer/local/record-action.ts'
import { openReceipt, readStandingCase } from '../../renderer/local/read.ts'
import { pullNew } from '../../renderer/sync/pull.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { introduced, MadeAuthors } from '../builders/authors.ts'
import { instantOfTests, makeBlank, makeOriginal, reissueActions } from '../builders/reissues.ts'
import { dumpOf } from './dump.ts'
import {
  closeDesks,
  firstOf,
  getCase,
  makeDesk,
  openStore,
  rebuildStore,
  record,
  walk,
  type MadeDesk,
} from './made-desk.ts'
import { makeScriptedCity, type ScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

function round({ store, station }: MadeDesk, city: ScriptedCity): Promise<boolean> {
  return oneRound({
    store,
    line: city,
    introduce: introduced,
    station: station.code,
    device: 'D1',
    sample: true,
    now: () => instantOfTests,
    chance: () => 0,
  })
}

const authorsOf = ({ station }: MadeDesk) => new MadeAuthors(station.code, 'D1')

/** A desk that did a whole reissue without a line, and a city that refuses it from one step on. */
async function refusedFrom(step: string) {
  const desk = await makeDesk()
  const actions = walk(desk)
  await record(desk.store, actions)
  const city = makeScriptedCity()
  const first = actions.findIndex((action) => action.step === step)
  for (const action of actions.slice(first)) city.refuse(action.id)
  expect(await round(desk, city)).toBe(true)
  return { desk, city, actions, refused: must(actions[first], 'the step is in the walk') }
}

async function openRefusals({ store }: MadeDesk) {
  const rows = await store.database.receipts.where('open').equals(1).toArray()
  return Promise.all(rows.map((row) => openReceipt(store, row)))
}

function again({ caseType, caseId, step, facts, by, station, device, id }: Action) {
  const closes = { id, by: by.name, note: '照原样再报', at: instantOfTests }
  return { caseType, caseId, step, facts, by, station, device, closes }
}

const chance = { id: () => crypto.randomUUID(), now: () => instantOfTests }

describe('a step that the city refused', () => {
  it('is taken back here with all that only it had made, and stays on somebody’s desk', async () => {
    const { desk, actions } = await refusedFrom('print')
    const caseFile = await getCase(desk.store, firstOf(actions))
    expect(caseFile).toMatchObject({ status: 'approved', version: 2, sheets: [] })
    const sheet = desk.store.register.find(makeBlank(desk.station, 0).key)
    expect(sheet).toMatchObject({ state: 'blank' })
    expect(desk.store.register.find(makeOriginal(desk.station, 0).key)).toMatchObject({ state: 'issued' })
    expect(await openRefusals(desk)).toHaveLength(3)
  })

  it('is kept with what it was made on and what it had made', async () => {
    const { desk, refused } = await refusedFrom('print')
    const receipt = (await openRefusals(desk)).find(({ id }) => id === refused.id)
    expect(receipt?.base?.caseFile).toMatchObject({ status: 'approved' })
    expect(receipt?.mine?.caseFile).toMatchObject({ status: 'printing' })
    const sheet = makeBlank(desk.station, 0).key
    expect(receipt?.mine?.records.find(({ key }) => key === sheet)).toMatchObject({ state: 'printing' })
  })

  it('is kept so though the city’s news, on which it no longer holds, came before the verdict', async () => {
    const desk = await makeDesk()
    const mine = walk(desk, 0)
    await record(desk.store, mine)
    const city = makeScriptedCity()
    const sheet = makeBlank(desk.station, 0)
    const theirs = reissueActions({ station: desk.station, n: 1, sheet })
    for (const action of theirs) city.fileFromElsewhere(action)
    await pullNew(desk.store, city, desk.station.code)
    for (const { id } of mine.slice(2)) city.refuse(id)
    city.takeAtMost(1)
    expect(await round(desk, city)).toBe(true)
    const refused = await openRefusals(desk)
    expect(new Set(refused.map(({ mine: made }) => made?.caseFile?.status))).toEqual(
      new Set(['closed', 'issued', 'printing']),
    )
    expect(new Set(refused.map(({ base }) => base?.caseFile?.status))).toEqual(
      new Set(['approved', 'issued', 'printing']),
    )
    expect(
      refused.find(({ mine: made }) => made?.caseFile?.status === 'printing')?.mine?.records,
    ).toContainEqual(expect.objectContaining({ key: sheet.key, state: 'printing' }))
  })

  it('of a whole chain can be said again one after the other, oldest first, and no later one before it', async () => {
    const { desk, city, actions } = await refusedFrom('print')
    const [first, second, third] = actions.slice(2)
    const say = async (action: Action | undefined) =>
      recordAction(desk.store, chance, again(must(action, 'of the walk')), authorsOf(desk).sign)
    expect(await say(second)).toMatchObject({ ok: false, refusals: [{ code: 'earlier-refusal' }] })
    for (const action of [first, second, third]) expect(await say(action)).toMatchObject({ ok: true })
    expect(await openRefusals(desk)).toEqual([])
    expect(await round(desk, city)).toBe(true)
    expect(await getCase(desk.store, must(first, 'print'))).toMatchObject({ status: 'closed', version: 5 })
  })

  it('leaves the steps of other cases as they are', async () => {
    const desk = await makeDesk()
    await record(desk.store, [...walk(desk, 0), ...walk(desk, 1)])
    const city = makeScriptedCity()
    for (const action of walk(desk, 0)) city.refuse(action.id)
    expect(await round(desk, city)).toBe(true)
    expect(await getCase(desk.store, firstOf(walk(desk, 1)))).toMatchObject({ status: 'closed', version: 5 })
    expect(desk.store.register.find(makeBlank(desk.station, 1).key)).toMatchObject({ state: 'issued' })
  })

  it('keeps a case in sight that the city never took, and no step builds on it', async () => {
    const { desk, refused } = await refusedFrom('accept')
    expect(await getCase(desk.store, refused)).toMatchObject({ id: refused.caseId })
    expect(await readStandingCase(desk.store, refused.caseId)).toBeUndefined()
  })

  it('bars the next step of its case until somebody has decided', async () => {
    const { desk, refused } = await refusedFrom('handOver')
    const { closes: _, ...step } = again(refused)
    const outcome = await recordAction(desk.store, chance, step, authorsOf(desk).sign)
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'open-refusal' }] })
  })

  it('can be said again on what stands now, which closes it in the same breath', async () => {
    const { desk, city, refused } = await refusedFrom('handOver')
    const outcome = await recordAction(desk.store, chance, again(refused), authorsOf(desk).sign)
    expect(outcome.ok).toBe(true)
    expect(await openRefusals(desk)).toEqual([])
    expect(await round(desk, city)).toBe(true)
    expect(await getCase(desk.store, refused)).toMatchObject({ status: 'closed', version: 5 })
  })

  it('keeps the acceptance number of the receipt when the case is handed in again', async () => {
    const { desk, city, actions, refused } = await refusedFrom('accept')
    for (const { id } of actions.slice(1)) {
      const closing = { id, by: '样例', note: '随前一步', at: instantOfTests }
      await desk.store.write(() => ({ kind: 'refusal-closed', ...closing }))
    }
    const outcome = await recordAction(desk.store, chance, again(refused), authorsOf(desk).sign)
    expect(outcome.ok).toBe(true)
    expect(await round(desk, city)).toBe(true)
    const { number } = refused.facts
    expect(await readStandingCase(desk.store, refused.caseId)).toMatchObject({ number, version: 1 })
  })

  it('comes out the same when the database is folded anew from the journal', async () => {
    const { desk } = await refusedFrom('print')
    const before = await dumpOf(desk.store.database)
    desk.store.close()
    const { store } = await rebuildStore(desk.name, desk.journal)
    expect(await dumpOf(store.database)).toEqual(before)
  })
})

describe('what the city filed meanwhile', () => {
  it('leaves the own steps on top that it does not have yet', async () => {
    const desk = await makeDesk()
    await record(desk.store, walk(desk, 0))
    const city = makeScriptedCity()
    for (const action of walk(desk, 1)) city.fileFromElsewhere(action)
    const pulled = await pullNew(desk.store, city, desk.station.code)
    expect(pulled).toEqual({ kind: 'complete', count: 5 })
    expect(await getCase(desk.store, firstOf(walk(desk, 0)))).toMatchObject({ status: 'closed', version: 5 })
    expect(desk.store.register.find(makeBlank(desk.station, 0).key)).toMatchObject({ state: 'issued' })
    expect(desk.store.register.atCity.get(makeBlank(desk.station, 0).key)).toMatchObject({ state: 'blank' })
    expect(desk.store.register.find(makeBlank(desk.station, 1).key)).toMatchObject({ state: 'issued' })
  })

  it('takes the effect from an own step that no longer holds, and its city’s word is awaited', async () => {
    const desk = await makeDesk()
    const mine = walk(desk, 0)
    await record(desk.store, mine)
    const city = makeScriptedCity()
    const sheet = makeBlank(desk.station, 0)
    const theirs = reissueActions({ station: desk.station, n: 1, sheet })
    for (const action of theirs) city.fileFromElsewhere(action)
    await pullNew(desk.store, city, desk.station.code)
    expect(await getCase(desk.store, firstOf(theirs))).toMatchObject({ status: 'closed' })
    expect(await getCase(desk.store, firstOf(mine))).toMatchObject({ status: 'approved', version: 2 })
    expect(await desk.store.database.outbox.count()).toBe(5)
  })

  it('lies under the own steps that it has not filed yet, in memory as on disk', async () => {
    const desk = await makeDesk()
    const [accept, approve, ...rest] = walk(desk)
    await record(desk.store, [must(accept, 'first'), must(approve, 'second')])
    const city = makeScriptedCity()
    expect(await round(desk, city)).toBe(true)
    await record(desk.store, rest)
    expect(desk.store.register.atCity.size).toBeGreaterThan(0)
    for (const action of walk(desk, 1)) city.fileFromElsewhere(action)
    city.script('no-line')
    expect(await round(desk, city)).toBe(false)
    expect(await round(desk, city)).toBe(true)
    expect(desk.store.register.atCity.size).toBe(0)
    expect(await desk.store.database.pending.count()).toBe(0)
    expect(await desk.store.database.cityCases.count()).toBe(0)
    const all = [...desk.store.register.all()].map((record) => [record.key, record] as const)
    desk.store.close()
    const { store } = await openStore(desk.name, desk.journal)
    expect(new Map([...store.register.all()].map((record) => [record.key, record]))).toEqual(new Map(all))
  })
})
