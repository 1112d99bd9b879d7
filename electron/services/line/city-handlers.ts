import { accepted } from '../../../shared/base/outcome.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import type { ForSomebody } from '../session/for-somebody.ts'
import type { OpenSession } from '../session/session.ts'
import { stationTokenSecret } from '../set-up/set-up.ts'
import { cityFetch } from './city-session.ts'
import { exchange } from './line.ts'
import { reportMachine } from './report-machine.ts'

/** The line to the city; its token is opened for each question and never reaches the page. */
export function cityHandlers(
  desk: Desk,
  forSomebody: ForSomebody,
): Pick<Handlers, 'line.exchange' | 'machine.report'> {
  const cityOf = async ({ secrets }: OpenSession) => ({
    address: desk.profile.cityAddress,
    token: Buffer.from((await secrets.read(stationTokenSecret)) ?? []).toString('utf8'),
  })
  return {
    'line.exchange': (request) =>
      forSomebody(async (open) => accepted(await exchange(cityFetch, await cityOf(open), request))),
    'machine.report': () =>
      forSomebody(async (open) => {
        const city = await cityOf(open)
        return accepted(await reportMachine(desk, open, (request) => exchange(cityFetch, city, request)))
      }),
  }
}
