import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres, type PostgresCluster } from '../server/postgres-cluster.ts'
import { FuzzCity } from './fuzz-city.ts'
import { playSeed } from './fuzz.ts'
import { memoryFolder } from './memory-folder.ts'

const seedsTogether = 20
const steps = 300

/** Plays a hundred seeds from `firstOfAll` on against a city of their own: three desks, random work and random faults. */
export function promiseOfAHundredSeeds(firstOfAll: number): void {
  const firstSeeds = Array.from({ length: 5 }, (_, n) => firstOfAll + n * seedsTogether)
  let cluster: PostgresCluster
  let city: FuzzCity

  beforeAll(async () => {
    cluster = await startPostgres({ under: memoryFolder() })
    city = new FuzzCity(cluster)
  })

  afterAll(async () => {
    await city.stop()
    await cluster.stop()
  })

  describe('three desks at two stations, a city, random work and random faults', () => {
    it.each(firstSeeds)(
      `lose nothing and double nothing, and all copies are equal at the end: ${seedsTogether} seeds from %i`,
      async (first) => {
        for (let seed = first; seed < first + seedsTogether; seed += 1) {
          const answered = await playSeed(city, seed, steps).catch((fault: unknown) => {
            throw new Error(`npm run fuzz -- --seed ${seed} --steps ${steps}`, { cause: fault })
          })
          expect(answered, `seed ${seed} did some work`).toBeGreaterThan(0)
        }
      },
      300_000,
    )
  })
}
