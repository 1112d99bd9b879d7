import type { City } from '../city.ts'
import { traceOf } from '../faults/answer-fault.ts'
import type { App } from '../http/fastify-app.ts'
import { Judging } from './judging.ts'

/** Judges what was kept for as long as the app listens; what is left when it ends waits for the next start. */
export function judgeKept(app: App, city: City, isCrowded: () => boolean): Judging {
  const judging = new Judging({
    city,
    isCrowded,
    reportFault: (error) => app.log.error(traceOf(error), 'a kept message was not judged'),
  })
  app.addHook('onReady', async () => judging.start())
  app.addHook('preClose', () => judging.stop())
  return judging
}
