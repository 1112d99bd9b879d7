import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { makeCityPackage, makeRegister, makeStation, type MadeStation } from '../builders/reissues.ts'
import { startCity } from '../server/city-process.ts'
import { layBadLink, type Badness, type BadLink } from './bad-link.ts'

/** Both lose 5 % of the packets and take 800 ms there and back. */
export const badLines: Readonly<Record<'2 Mbit/s' | '64 kbit/s', Badness>> = {
  '2 Mbit/s': { bitsASecond: 2_000_000, delay: 400, loss: 0.05 },
  '64 kbit/s': { bitsASecond: 64_000, delay: 400, loss: 0.05 },
}

/** A city at the far end of a bad line, and a new station at the near end with so many reissues to do. */
export interface FarCity {
  readonly link: BadLink
  readonly address: string
  readonly station: MadeStation
  readonly records: readonly RegisterRecord[]
}

interface Laid {
  readonly badness: Badness
  /** The server as it ships, built. */
  readonly bundle: string
  readonly seed: number
  readonly cases: number
}

/** Lays the line, lets the station use it, and takes everything away again. */
export async function overALine<Result>(
  { badness, bundle, seed, cases }: Laid,
  work: (city: FarCity) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'slow-line-'))
  const station = makeStation(seed)
  const records = makeRegister(station, cases)
  const link = await layBadLink(badness, seed)
  try {
    const cityPackage = makeCityPackage([{ station, records }])
    const place = { host: link.address, inside: link.inside }
    const city = await startCity({ bundle, data: folder, cityPackage, ...place })
    const result = await work({ link, address: city.address, station, records })
    await city.close()
    return result
  } finally {
    await link.close()
    await rm(folder, { recursive: true, force: true })
  }
}
