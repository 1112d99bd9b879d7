import { accepted } from '../../../shared/base/outcome.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import type { ForSomebody } from '../session/for-somebody.ts'
import { cityEndOf } from './city-end.ts'
import { cityFetch } from './city-session.ts'
import { exchange } from './line.ts'
import { reportMachine } from './report-machine.ts'

/** The line to the city; its token is opened for each question and never reaches the page. */
export function cityHandlers(
  desk: Desk,
  forSomebody: ForSomebody,
): Pick<Handlers, 'line.exchange' | 'machine.report'> {
  return {
    'line.exchange': (request) =>
      forSomebody(async (open) => accepted(await exchange(cityFetch, await cityEndOf(desk, open), request))),
    'machine.report': () =>
      forSomebody(async (open) => {
        const city = await cityEndOf(desk, open)
        return accepted(await reportMachine(desk, open, (request) => exchange(cityFetch, city, request)))
      }),
  }
}
