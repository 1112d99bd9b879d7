import type { Desk } from '../../desk.ts'
import type { OpenSession } from '../session/session.ts'
import { stationTokenSecret } from '../set-up/set-up.ts'
import type { CityEnd } from './line.ts'

/** Where the city is and the token for it, opened for one question and never kept. */
export async function cityEndOf({ profile }: Desk, { secrets }: OpenSession): Promise<CityEnd> {
  return {
    address: profile.cityAddress,
    token: Buffer.from((await secrets.read(stationTokenSecret)) ?? []).toString('utf8'),
  }
}
