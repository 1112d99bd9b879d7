import type { City } from '../city.ts'
import { traceOf } from '../faults/answer-fault.ts'
import type { App } from '../http/fastify-app.ts'
import { Judging, type Parts } from './judging.ts'

/** Judges what was kept for as long as the app listens; what is left when it ends waits for the next start. */
export function judgeKept(app: App, city: City, crowd: Omit<Parts, 'city' | 'reportFault'>): Judging {
  const judging = new Judging({
    city,
    ...crowd,
    reportFault: (error) => app.log.error(traceOf(error), 'a kept message was not judged'),
  })
  app.addHook('onReady', async () => judging.start())
  app.addHook('preClose', () => judging.stop())
  return judging
}
