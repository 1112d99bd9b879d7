import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { actionsHandedOutSchema, type FiledAction } from '../../shared/sync/messages.ts'
import { stationPackage } from '../walk-in/sample.ts'

interface StationSecrets {
  readonly stationToken: string
  readonly station: { readonly code: string }
}

/** Everything the city has filed for the sample station, asked as the station itself would. */
export async function cityHolds(city: string): Promise<readonly FiledAction[]> {
  const { stationToken, station } = JSON.parse(
    gunzipSync(readFileSync(stationPackage)).toString('utf8'),
  ) as StationSecrets
  const filed: FiledAction[] = []
  for (let after = 0; ;) {
    const question = `${city}/v1/actions?station=${station.code}&after=${after}&limit=1000`
    const answer = await fetch(question, { headers: { authorization: `Bearer ${stationToken}` } })
    const { actions, upTo, more } = actionsHandedOutSchema.parse(await answer.json())
    filed.push(...actions)
    if (!more) return filed
    after = upTo
  }
}
