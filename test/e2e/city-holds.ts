import { actionsHandedOutSchema, type FiledAction } from '../../shared/sync/messages.ts'
import { readStationPackage } from '../walk-in/sample.ts'

/** Everything the city has filed for the sample station, asked as the station itself would. */
export async function cityHolds(city: string): Promise<readonly FiledAction[]> {
  const { stationToken, station } = await readStationPackage()
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
