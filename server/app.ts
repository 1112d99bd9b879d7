import fastify, { LogController, type FastifyServerOptions } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { City } from './city.ts'
import { answerFault, noSuchAddress } from './faults/answer-fault.ts'
import { answerNoHttp } from './faults/answer-no-http.ts'
import { admitRequests, usualCapacity, type Capacity } from './http/admit-requests.ts'
import { compressAnswer } from './http/compress-answers.ts'
import { allowTheDesk } from './http/cross-origin.ts'
import type { App } from './http/fastify-app.ts'
import { guardRoutes } from './http/guard-routes.ts'
import { limitRequests } from './http/limit-requests.ts'
import { openGzip } from './http/gzip-requests.ts'
import { takePackedBodies } from './http/packed-bodies.ts'
import { logRequest } from './http/request-log.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { serverWithTls, type TlsSettings } from './http/tls.ts'
import { validateUpToFirst } from './http/validate-requests.ts'
import { judgeKept } from './inbox/judge-kept.ts'
import type { Metrics } from './metrics/metrics.ts'
import { addDescriptionRoute, describeRoutes } from './routes/api-description.ts'
import { addCaseTypeRoutes } from './routes/case-types.ts'
import { addAskVerdictsRoute } from './routes/ask-verdicts.ts'
import { addAskLeasesRoute } from './routes/ask-leases.ts'
import { addEnrolmentRoutes } from './routes/enrolments.ts'
import { addAttachmentRoutes } from './routes/fetch-attachment.ts'
import { addFetchActionsRoute } from './routes/fetch-actions.ts'
import { addHealthRoute } from './routes/health.ts'
import { addMachineReportRoute } from './routes/report-machine.ts'
import { addUserKeysRoute } from './routes/report-user-keys.ts'
import { addSendActionsRoute } from './routes/send-actions.ts'
import { addUploadRoutes } from './routes/upload-attachment.ts'
import { addUserTokensRoute } from './routes/user-tokens.ts'

export interface AppOptions {
  readonly city: City
  /** Whether the city holds the made-up sample station. */
  readonly sample: boolean
  /** Absent: plain HTTP, and no machine is asked for its certificate. */
  readonly tls?: TlsSettings
  readonly logger?: FastifyServerOptions['logger']
  readonly capacity?: Capacity
  readonly metrics?: Metrics
}

const mostBytes = 8 * 1024 * 1024

/** The city's server: every hook and every route, in the order in which a request meets them. */
export async function buildApp({
  city,
  sample,
  tls,
  logger = false,
  capacity = usualCapacity,
  metrics,
}: AppOptions): Promise<App> {
  const app: App = fastify({
    bodyLimit: mostBytes,
    // The framework's own lines carry addresses with their parameters; `logRequest` writes ours.
    logController: new LogController({ disableRequestLogging: true }),
    clientErrorHandler: answerNoHttp,
    frameworkErrors: (error, request, reply) => answerFault(error, request, reply),
    ...(logger === undefined ? {} : { logger }),
    ...(tls ? { serverFactory: serverWithTls(tls) } : {}),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validateUpToFirst)
  // The answers are made here and typed by their schemas; checking them again would cost more than making them.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  app.setErrorHandler(answerFault)
  app.setNotFoundHandler(noSuchAddress)
  app.decorateRequest('station', '')
  app.decorateRequest('machine', undefined)
  app.decorateRequest('packedBody', undefined)
  app.decorateRequest('gzippedBody', undefined)
  app.decorateRequest('actionCount', 0)
  app.decorateRequest('authorFaults', 0)
  app.decorateRequest('comesLater', false)

  app.addHook('onRequest', addSecurityHeaders)
  app.addHook('onRequest', allowTheDesk)
  app.addHook('preParsing', openGzip)
  app.addHook('onSend', compressAnswer)
  app.addHook('onResponse', logRequest)

  takePackedBodies(app)
  await describeRoutes(app)
  await limitRequests(app, capacity.mostInAMinute)
  const load = admitRequests(app, capacity)
  metrics?.observe(app, load)
  const judging = judgeKept(app, city, {
    isCrowded: () => load().messages > 0,
    betweenMessages: capacity.betweenMessages,
    ...(metrics ? { keptJudged: metrics.keptJudged, keptPutAside: metrics.keptPutAside } : {}),
  })
  app.addHook('onRoute', guardRoutes(city, tls !== undefined))
  addHealthRoute(app, city, sample)
  addSendActionsRoute(app, city, judging)
  addAskVerdictsRoute(app, city, judging)
  addFetchActionsRoute(app, city)
  addMachineReportRoute(app, city)
  addUserKeysRoute(app, city)
  addUserTokensRoute(app, city)
  addCaseTypeRoutes(app)
  addEnrolmentRoutes(app, city)
  addAskLeasesRoute(app, city)
  addUploadRoutes(app, city)
  addAttachmentRoutes(app, city)
  addDescriptionRoute(app)
  return app
}
