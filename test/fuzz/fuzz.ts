import { randomFor, type Random } from '../../build/sample-station/random.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { loadPackage } from '../../server/packages/load-package.ts'
import {
  instantOfTests,
  makeBlank,
  makeCityPackage,
  makeOriginal,
  makeStation,
  type MadeStation,
} from '../builders/reissues.ts'
import type { FuzzCity } from './fuzz-city.ts'
import { FuzzDesk } from './fuzz-desk.ts'
import { expectInvariants } from './invariants.ts'
import { expectNoCitizenNumberTwice } from './lease-invariants.ts'
import { matters } from './matters.ts'
import { BrokenInvariant } from './promise.ts'

/** Blank sheets that a station has. */
const blanks = 30
/** Rounds after which desks that still have something to say never will. */
const mostRounds = 50

/** Stations of a seed, in one county; two seeds on one base never share a station, and few a county. */
function stationsOf(seed: number): MadeStation[] {
  const first = (seed * 2) % 9998
  const county = `1504${String(20 + (seed % 80)).padStart(2, '0')}`
  return [makeStation(first, county), makeStation(first + 1, county)]
}

/** The register that a station's desks start from. */
function registerOf(station: MadeStation): RegisterRecord[] {
  return [
    ...Object.values(matters).flatMap(({ records }) => records(station)),
    ...Array.from({ length: blanks }, (_, n) => makeBlank(station, n)),
  ]
}

/** Originals of which only the city knows that their holders have landed. */
function landingsOf(stations: readonly MadeStation[]) {
  return stations.flatMap((station) =>
    [0, 1, 2, 3].map((n) => ({
      key: makeOriginal(station, n).key,
      on: '2026-03-08',
      office: '样例落户派出所',
    })),
  )
}

/**
 * Plays one seed: three desks at two stations and a city, random work and random faults, then everybody speaks until
 * nobody has anything to say, then the promises. Answers how many actions came to the city; throws `BrokenInvariant`.
 */
export async function playSeed(city: FuzzCity, seed: number, steps: number): Promise<number> {
  const random = randomFor(seed, 'fuzz')
  await city.beginSeed(seed)
  const stations = stationsOf(seed)
  const registers = stations.map((station) => ({ station, records: registerOf(station) }))
  await loadPackage(city.database, makeCityPackage(registers, landingsOf(stations)), instantOfTests)
  const desks = registers.flatMap(({ station, records }, at) =>
    (at === 0 ? ['D1', 'D2'] : ['D1']).map(
      (device) => new FuzzDesk({ station, device, records }, random, city),
    ),
  )
  try {
    for (const desk of desks) await desk.open()
    for (let step = 0; step < steps; step += 1) await oneStep(city, random.pick(desks), random)
    await settleAll(city, desks)
    const counts = await Promise.all(
      stations.map((station) =>
        expectInvariants(
          city.database,
          station,
          desks.filter(({ place }) => place.station === station),
          blanks,
        ),
      ),
    )
    await expectNoCitizenNumberTwice(city.database, stations)
    return counts.reduce((sum, count) => sum + count, 0)
  } finally {
    for (const desk of desks) {
      desk.store.close()
      await desk.store.database.delete()
    }
  }
}

type Deed = (city: FuzzCity, desk: FuzzDesk, random: Random) => Promise<void> | void

const deeds: readonly (readonly [Deed, number])[] = [
  [(_, desk) => desk.live(() => desk.clerk.openCase()), 12],
  [(_, desk) => desk.live(() => desk.clerk.advance()), 48],
  [(_, desk) => desk.live(async () => void (await desk.round())), 20],
  [(_, desk) => desk.live(() => desk.clerk.decideRefusal()), 8],
  [(_, desk) => desk.live(() => desk.clerk.changeHands()), 8],
  [(_, desk) => desk.live(() => desk.clerk.settleConflict()), 4],
  [(_, desk) => desk.live(() => desk.clerk.doBeside()), 4],
  [(_, desk) => void (desk.line.isUp = !desk.line.isUp), 4],
  [(_, desk) => desk.line.deliverHeld(), 4],
  [(_, desk) => desk.live(() => desk.giveBack()), 1],
  [(_, desk) => desk.live(() => desk.makeAhead()), 4],
  [(city, desk) => desk.live(() => desk.stick.handOver(desk.holder, desk.power, city)), 2],
  [(city, desk) => desk.stick.carry(city), 2],
  [(city, desk) => desk.live(() => desk.stick.takeIn(desk.holder, desk.power, city)), 2],
  [(_, desk, random) => desk.powerFailsAfter(random.between(0, 60)), 3],
  [(_, desk) => desk.startAgain(), 1],
  [(_, desk, random) => (random.chance(0.5) ? desk.journal.fail('磁盘已满') : desk.journal.mend()), 2],
  [(city, _, random) => city.killAfter(random.between(0, 12)), 1],
]

async function oneStep(city: FuzzCity, desk: FuzzDesk, random: Random): Promise<void> {
  await random.weighted(deeds)(city, desk, random)
  await desk.settleDoubts()
  await city.comesToRest()
  if (city.isDead) await city.restart()
}

/** The line is good, the disk has room, the city stands: rounds until every outbox is empty and nothing is new. */
async function settleAll(city: FuzzCity, desks: readonly FuzzDesk[]): Promise<void> {
  await city.restart()
  for (const desk of desks) {
    desk.journal.mend()
    await desk.startAgain()
    await desk.settleDoubts()
    desk.line.isUp = true
    await desk.line.deliverHeld()
    desk.line.isGood = true
  }
  for (let round = 0; round < mostRounds; round += 1) {
    const good = []
    for (const desk of desks) good.push(await desk.round())
    const waiting = await Promise.all(desks.map(({ store }) => store.database.outbox.count()))
    if (round > 0 && good.every(Boolean) && waiting.every((count) => count === 0)) {
      // The scans, which go by stick alone here; and one more round for whoever spoke before somebody else's last word was filed.
      for (const desk of desks) await desk.stick.exchange(desk.holder, desk.power, city)
      for (const desk of desks) await desk.round()
      return
    }
  }
  throw new BrokenInvariant('every desk comes to rest on a good line')
}
