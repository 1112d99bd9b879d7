import type { MachineSecrets } from '../keys/secrets.ts'
import type { Profile } from '../profile/profile.ts'
import { stationTokenSecret } from '../set-up/set-up.ts'
import type { CityEnd } from './line.ts'

/** Where the city is and the station's token for it. */
export async function cityEndOf(profile: Profile, secrets: MachineSecrets): Promise<CityEnd> {
  return {
    address: profile.cityAddress,
    token: Buffer.from((await secrets.read(stationTokenSecret)) ?? []).toString('utf8'),
  }
}
