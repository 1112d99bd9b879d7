import { accepted } from '../../../shared/base/outcome.ts'
import type { ResponseOf } from '../../../shared/ipc/channels.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import type { ForSomebody } from '../session/for-somebody.ts'
import type { LineOf } from './city-line.ts'
import type { ExchangeRequest } from './line.ts'
import { reportMachine } from './report-machine.ts'
import { reportUserKeys, userKeysReportOf } from './report-user-keys.ts'

/** The line to the city; what opens it never reaches the page. */
export function cityHandlers(
  desk: Desk,
  forSomebody: ForSomebody,
  lineOf: LineOf,
): Pick<
  Handlers,
  'line.exchange' | 'machine.report' | 'user-keys.report' | 'enrolment.state' | 'enrolment.enrol'
> {
  /** What the city was told since the program started, and of whom. */
  let told = ''
  return {
    'line.exchange': (request) =>
      forSomebody(async (open) => accepted(await (await lineOf(open)).exchange(request))),
    'machine.report': () =>
      forSomebody(async (open) => {
        const line = await lineOf(open)
        return accepted(await reportMachine(desk, open, (request) => line.exchange(request)))
      }),
    'user-keys.report': () =>
      forSomebody<ResponseOf<'user-keys.report'>>(async (open) => {
        const report = await userKeysReportOf(desk, open)
        const news = [desk.profile.cityAddress, ...(report?.keys ?? []).map(({ keyId }) => keyId)].join(' ')
        if (!report || news === told) return accepted({ outcome: 'known' })
        const line = await lineOf(open)
        const ask = (request: ExchangeRequest) => line.exchange(request)
        const first = await reportUserKeys(report, ask)
        if (first === 'machine-unknown') await reportMachine(desk, open, ask)
        const answer = first === 'machine-unknown' ? await reportUserKeys(report, ask) : first
        if (answer === 'machine-unknown')
          return accepted({ outcome: 'retry', reason: '市局还没有认证这台机器' })
        if (answer.outcome === 'known') told = news
        return accepted(answer)
      }),
    'enrolment.state': () => forSomebody(async (open) => accepted((await lineOf(open)).enrolment())),
    'enrolment.enrol': ({ code }) =>
      forSomebody(async (open) => accepted(await (await lineOf(open)).enrolWith(code))),
  }
}
