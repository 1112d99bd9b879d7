import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadPackage } from '../../server/packages/load-package.ts'
import { moveInPermitKey, type MoveInPermitRecord } from '../../shared/register/move-in-permit.ts'
import { instantOfTests, makeCityPackage, makeStation, type MadeStation } from '../builders/reissues.ts'
import { openEmbeddedForTest, type CityUnderTest } from './city-under-test.ts'

let under: CityUnderTest

beforeAll(async () => {
  under = await openEmbeddedForTest()
}, 60_000)
afterAll(async () => under.close())

function blankOf({ code }: MadeStation): MoveInPermitRecord {
  const serial = { printYear: 2026, prefix: '蒙', digits: '00000777' }
  return {
    kind: 'move-in-permit',
    key: moveInPermitKey(serial),
    station: code,
    serial,
    state: 'blank',
    source: 'register',
    reissues: 0,
    version: 1,
  }
}

const load = (station: MadeStation) =>
  loadPackage(
    under.city.database,
    makeCityPackage([{ station, records: [blankOf(station)] }]),
    instantOfTests,
  )

it('a permit’s number belongs to the station that had it first, for ever', async () => {
  const [one, other] = [makeStation(71), makeStation(72)]
  expect(await load(one)).toEqual([one.code])
  await expect(load(other)).rejects.toThrow('move-in-permit:蒙2026-00000777 already belongs')
})
