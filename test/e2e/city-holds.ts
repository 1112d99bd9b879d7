import { actionsHandedOutSchema, type FiledAction } from '../../shared/sync/messages.ts'
import { must } from '../../shared/base/must.ts'
import { contentOf, openMachine } from '../walk-in/machine.ts'
import { readStationPackage } from '../walk-in/sample.ts'

/** Everything the city has filed for the sample station, asked as another machine of the station would. */
export async function cityHolds(address: string): Promise<readonly FiledAction[]> {
  const { stationToken: token, station, users, city } = await readStationPackage()
  const { id: userId, ...chief } = must(
    users.find(({ role }) => role === 'chief'),
    'the station has a chief',
  )
  const entry = must(city, 'the package says how to enrol')
  const { line } = await openMachine({
    address,
    station: { code: station.code, token },
    // The desk under test takes the first code that is free, this machine the last.
    entry: { ...entry, enrolmentCodes: entry.enrolmentCodes.toReversed() },
    by: { userId, ...chief },
    device: 'D-TEST',
  })
  const filed: FiledAction[] = []
  for (let after = 0; ;) {
    const path = `/v1/actions?station=${station.code}&after=${after}&limit=1000`
    const answer = await line.exchange({ method: 'GET', path })
    const { actions, upTo, more } = actionsHandedOutSchema.parse(contentOf(answer))
    filed.push(...actions)
    if (!more) return filed
    after = upTo
  }
}
