import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { loadPackage } from '../../server/packages/load-package.ts'
import { birthActions, familyAt, type MadeBirth } from '../builders/births.ts'
import { instantOfTests, makeCityPackage, makeStation, type MadeStation } from '../builders/reissues.ts'
import { bothStores, optionsOfTests, send, type CityUnderTest } from './city-under-test.ts'
import { ask, askForSheets } from './lease-asker.ts'

let seed = 7600

describe.each(bothStores)('a citizen number is given once, at the city on %s', (_name, open) => {
  let under: CityUnderTest
  beforeAll(async () => {
    under = await open({ ...optionsOfTests, now: () => '2026-04-30T01:00:00.000Z' })
  })
  afterAll(() => under.close())

  /** A new station of the county 150430 with a family in its register. */
  async function station(): Promise<MadeStation> {
    seed += 1
    const made = makeStation(seed)
    const records = familyAt(made)
    await loadPackage(under.city.database, makeCityPackage([{ station: made, records }]), instantOfTests)
    return made
  }

  /** Why the registering was refused, or that it was accepted. */
  async function register(at: MadeStation, birth: MadeBirth): Promise<readonly string[]> {
    const verdicts = await send(under.app, at, birthActions(at, birth))
    const last = must(verdicts.at(-1), 'the registering has its verdict')
    return last.outcome === 'refused' ? last.refusals.map(({ code }) => code) : ['accepted']
  }

  async function bearersOf(sequence: string, ...stations: readonly MadeStation[]): Promise<ResidentRecord[]> {
    const rows = await under.city.database.query<{ body: ResidentRecord }>(
      `select body from records where station = any ($1::text[]) and kind = 'person'
         and body ->> 'citizenId' like $2`,
      [stations.map(({ code }) => code), `15043020260302${sequence}_`],
    )
    return rows.map(({ body }) => body)
  }

  it('not by a desk without blocks that draws from the block of another station of the county', async () => {
    const [owner, without] = [await station(), await station()]
    const { leases } = await ask(under.app, owner, 'D1', askForSheets(1, 'citizen-sequence'))
    const block = must(leases[0], 'a block').range
    const sequence = String(block.first + (block.first % 2)).padStart(3, '0')
    expect(await register(without, { n: 0, sequence })).toEqual(['block-of-another-station'])
    expect(await register(owner, { n: 0, sequence })).toEqual(['accepted'])
    expect(await bearersOf(sequence, owner, without)).toHaveLength(1)
  })

  it('also not when the owner has given the block back, because the county gave it for good', async () => {
    const [owner, without] = [await station(), await station()]
    const { leases } = await ask(under.app, owner, 'D1', askForSheets(1, 'citizen-sequence'))
    const { id, range } = must(leases[0], 'a block')
    await ask(under.app, owner, 'D1', { id: crypto.randomUUID(), want: 'return', lease: id })
    const sequence = String(range.first).padStart(3, '0')
    expect(await register(without, { n: 0, sequence })).toEqual(['block-of-another-station'])
    // A desk of before leases at the owner draws on as ever.
    expect(await register(owner, { n: 0, sequence })).toEqual(['accepted'])
  })

  it('a desk without blocks still draws a code that nobody was given', async () => {
    expect(await register(await station(), { n: 0, sequence: '990' })).toEqual(['accepted'])
  })

  it('not to a child of the same day and sex after one that was registered and cancelled at once', async () => {
    const at = await station()
    const died = { n: 0, sequence: '992', child: { diedOn: '2026-03-03', deathProofSeen: true } }
    expect(await register(at, died)).toEqual(['accepted'])
    expect(await bearersOf('992', at)).toMatchObject([{ status: 'deceased' }])
    expect(await register(at, { n: 1, sequence: '992' })).toEqual(['number-taken'])
    expect(await register(at, { n: 2, sequence: '994' })).toEqual(['accepted'])
    expect(await bearersOf('992', at)).toHaveLength(1)
  })

  it('not in one message either, where the second is decided before the first is stored', async () => {
    const at = await station()
    const first = birthActions(at, {
      n: 0,
      sequence: '996',
      child: { diedOn: '2026-03-03', deathProofSeen: true },
    })
    const second = birthActions(at, { n: 1, sequence: '996' })
    const verdicts = await send(under.app, at, [...first, ...second])
    expect(verdicts.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 5 }, () => 'accepted'),
      'refused',
    ])
  })
})
