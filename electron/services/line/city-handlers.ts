import { accepted } from '../../../shared/base/outcome.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import type { ForSomebody } from '../session/for-somebody.ts'
import type { LineOf } from './city-line.ts'
import { reportMachine } from './report-machine.ts'

/** The line to the city; what opens it never reaches the page. */
export function cityHandlers(
  desk: Desk,
  forSomebody: ForSomebody,
  lineOf: LineOf,
): Pick<Handlers, 'line.exchange' | 'machine.report' | 'enrolment.state' | 'enrolment.enrol'> {
  return {
    'line.exchange': (request) =>
      forSomebody(async (open) => accepted(await (await lineOf(open)).exchange(request))),
    'machine.report': () =>
      forSomebody(async (open) => {
        const line = await lineOf(open)
        return accepted(await reportMachine(desk, open, (request) => line.exchange(request)))
      }),
    'enrolment.state': () => forSomebody(async (open) => accepted((await lineOf(open)).enrolment())),
    'enrolment.enrol': ({ code }) =>
      forSomebody(async (open) => accepted(await (await lineOf(open)).enrolWith(code))),
  }
}
