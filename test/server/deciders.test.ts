import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Actor } from '../../shared/cases/action.ts'
import { putDeciders } from '../../server/deciders/decider-rows.ts'
import { loadPackage } from '../../server/packages/load-package.ts'
import { countyOfTests as county, permitApplication } from '../builders/permit-application.ts'
import {
  instantOfTests,
  makeCityPackage,
  makeStation,
  reissueActions,
  type MadeStation,
} from '../builders/reissues.ts'
import { addStation, bothStores, type CityUnderTest, send, fetchAll } from './city-under-test.ts'

const known = { policeNumber: county.policeNumber, role: 'county' } as const

describe.each(bothStores)('whoever decides above a station, on %s,', (_name, open) => {
  let base: CityUnderTest
  beforeAll(async () => {
    base = await open()
  })
  afterAll(() => base.close())

  /** What the city says of accept, approve and approveCounty. */
  async function said(station: MadeStation, by: Actor = county) {
    const verdicts = await send(base.app, station, permitApplication(station, by))
    return verdicts.map((verdict) =>
      verdict.outcome === 'accepted' ? 'accepted' : must(verdict.refusals[0], 'a refusal has a reason').code,
    )
  }

  it('is taken at its word when the city entered them for that station', async () => {
    const station = await addStation(base.city, 0)
    await putDeciders(base.city.database, station.code, [known])
    expect(await said(station)).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it('comes with the station’s package', async () => {
    const station = makeStation(base.city.database.kind === 'embedded' ? 8101 : 8102)
    const given = makeCityPackage([{ station, records: [] }])
    const stations = given.stations.map((each) => ({ ...each, deciders: [known] }))
    await loadPackage(base.city.database, { ...given, stations }, instantOfTests)
    expect(await said(station)).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it('is refused in words while the city does not know them, and taken as a new step afterwards', async () => {
    const station = await addStation(base.city, 0)
    const actions = permitApplication(station)
    const [, , verdict] = await send(base.app, station, actions)
    expect(verdict).toMatchObject({
      outcome: 'refused',
      refusals: [
        { code: 'decider-not-known', message: expect.stringMatching(/旗县样（警号 970001）.*请报市局登记/) },
      ],
    })
    await putDeciders(base.city.database, station.code, [known])
    expect((await send(base.app, station, actions))[2], 'a refusal stands for its id').toEqual(verdict)
    const anew = { ...must(actions[2], 'the county’s word'), id: crypto.randomUUID() }
    expect(await send(base.app, station, [anew])).toMatchObject([{ outcome: 'accepted' }])
  })

  it.each<[string, Partial<Actor>]>([
    ['another police number under the same name', { policeNumber: '970002' }],
    ['no police number', { policeNumber: '' }],
    ['the same person in a role that was not entered', { role: 'city' }],
  ])('is nobody else: %s', async (_what, changed) => {
    const station = await addStation(base.city, 0)
    await putDeciders(base.city.database, station.code, [known])
    expect((await said(station, { ...county, ...changed }))[2]).toBe('decider-not-known')
  })

  it('answers no question in the city’s place, though the city entered them', async () => {
    const station = await addStation(base.city, 1)
    const known = { policeNumber: '970009', role: 'city' } as const
    await putDeciders(base.city.database, station.code, [known])
    const reissue = reissueActions({ station, n: 0, landingCheck: 'unknown' }).slice(0, 1)
    await send(base.app, station, reissue)
    const { action } = must((await fetchAll(base.app, station))[1], 'the city answered')
    const forged = { ...action, id: crypto.randomUUID(), by: { ...county, ...known } }
    expect(await send(base.app, station, [forged])).toMatchObject([
      { refusals: [{ code: 'not-from-a-station' }] },
    ])
  })

  it('decides at no other station', async () => {
    const [station, other] = [await addStation(base.city, 0), await addStation(base.city, 0)]
    await putDeciders(base.city.database, other.code, [known])
    expect((await said(station))[2]).toBe('decider-not-known')
  })

  it('decides no more once the city entered that they left', async () => {
    const station = await addStation(base.city, 0)
    await putDeciders(base.city.database, station.code, [known])
    await base.city.database.query('insert into leavers values ($1, $2, current_date)', [
      station.code,
      county.policeNumber,
    ])
    expect((await said(station))[2]).toBe('decider-not-known')
  })

  it('is entered once, however often', async () => {
    const station = await addStation(base.city, 0)
    expect(await putDeciders(base.city.database, station.code, [known])).toEqual([county.policeNumber])
    expect(await putDeciders(base.city.database, station.code, [known])).toEqual([])
  })
})
