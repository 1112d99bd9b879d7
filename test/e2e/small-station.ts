import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import { practiceCost } from '../../shared/seal/passphrase-key.ts'
import type { Action } from '../../shared/cases/action.ts'
import {
  actionsFiledSchema,
  actionsHandedOutSchema,
  protocolVersion,
  type FiledAction,
} from '../../shared/sync/messages.ts'
import { sealPackage } from '../../shared/sync/package-file.ts'
import { readStationPackage } from '../walk-in/sample.ts'
import { makeCityPackage, makeRegister, reissueActions, type MadeStation } from '../builders/reissues.ts'

export interface SmallStation {
  readonly station: MadeStation
  readonly stationPackage: string
  readonly cityPackage: string
}

/** A practice station with so many reissues in its register and nothing else, and the people of the sample station. */
export async function writeSmallStation(
  folder: string,
  station: MadeStation,
  reissues: number,
): Promise<SmallStation> {
  const { users } = await readStationPackage()
  const records = makeRegister(station, reissues)
  const cityContent = makeCityPackage([{ station, records }])
  const [starting] = cityContent.stations
  const people = users.map((user) => ({ ...user, station: station.code }))
  const content = gzipSync(JSON.stringify({ ...starting, users: people, unsent: [] }))
  const chance = { salt: new Uint8Array(16).fill(7), nonce: new Uint8Array(12).fill(7) }
  const stationPackage = join(folder, 'station.package')
  const cityPackage = join(folder, 'city.package')
  writeFileSync(stationPackage, await sealPackage(content, samplePassphrase, practiceCost, chance))
  writeFileSync(cityPackage, gzipSync(JSON.stringify(cityContent)))
  return { station, stationPackage, cityPackage }
}

/** Another machine of the station does so many reissues from start to end, and the city files them. */
export async function fileReissuesFromElsewhere(city: string, station: MadeStation, count: number) {
  const actions = Array.from({ length: count }, (_, n) => reissueActions({ station, n }))
    .flat()
    .map((action): Action => ({ ...action, device: 'D9' }))
  const answer = await fetch(`${city}/v1/actions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${station.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: protocolVersion, station: station.code, device: 'D9', actions }),
  })
  const { verdicts } = actionsFiledSchema.parse(await answer.json())
  const refused = verdicts.find(({ outcome }) => outcome === 'refused')
  if (refused) throw new Error(`the city refused a step of the test: ${JSON.stringify(refused)}`)
}

/** Everything that the city has filed for the station. */
export async function filedOf(city: string, station: MadeStation): Promise<readonly FiledAction[]> {
  const path = `/v1/actions?station=${station.code}&after=0&limit=1000`
  const answer = await fetch(`${city}${path}`, { headers: { authorization: `Bearer ${station.token}` } })
  return actionsHandedOutSchema.parse(await answer.json()).actions
}
