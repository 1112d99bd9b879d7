import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { CityVerdict } from '../../shared/sync/messages.ts'
import { countAuthorFaults } from '../authors/check-author.ts'
import type { Load } from '../http/admit-requests.ts'
import type { App } from '../http/fastify-app.ts'

/** Upper bounds in seconds: from a question about nothing to a desk's whole patience. */
const seconds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30]

/** What the server counts about itself, in Prometheus' text form. Routes and statuses only: no station, no person, no content. */
export interface Metrics {
  /** Counts what the app answers from now on; `load` tells what it has in hand. */
  observe(app: App, load: () => Load): void
  /** A message that the city kept has its verdicts. */
  readonly keptJudged: (verdicts: readonly CityVerdict[]) => void
  /** A message that the city kept cannot be read and was put aside. */
  readonly keptPutAside: () => void
  text(): Promise<string>
  readonly contentType: string
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'hukou_answer_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  })
  const actions = new Counter({
    name: 'hukou_actions_total',
    help: 'Actions in messages and hand-outs that were answered with 200',
    labelNames: ['method'],
    registers,
  })
  const authorFaults = new Counter({
    name: 'hukou_author_faults_total',
    help: 'Actions refused because the signature of their author was missing, wrong or somebody else’s',
    registers,
  })
  const judged = new Counter({
    name: 'hukou_kept_actions_judged_total',
    help: 'Actions that were kept first and have been judged since',
    registers,
  })
  const putAside = new Counter({
    name: 'hukou_kept_messages_put_aside_total',
    help: 'Messages that were kept first, cannot be read by this program and wait for one that can',
    registers,
  })
  return {
    keptPutAside: () => putAside.inc(),
    keptJudged: (verdicts) => {
      judged.inc(verdicts.length)
      authorFaults.inc(countAuthorFaults(verdicts))
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observe: (app, load) => {
      watchLoad(registers, load)
      app.addHook(
        'onResponse',
        async ({ method, routeOptions, actionCount, authorFaults: faults }, reply) => {
          const status = String(reply.statusCode)
          answers.observe({ method, route: routeOptions.url ?? 'none', status }, reply.elapsedTime / 1000)
          if (reply.statusCode === 200) actions.inc({ method }, actionCount)
          authorFaults.inc(faults)
        },
      )
    },
  }
}

function watchLoad(registers: Registry[], load: () => Load): void {
  const gauge = new Gauge({
    name: 'hukou_requests',
    help: 'Requests of stations: held in memory, being worked through, waiting for their turn',
    labelNames: ['state'],
    registers,
    collect: () => {
      for (const [state, count] of Object.entries(load())) gauge.set({ state }, count)
    },
  })
}
