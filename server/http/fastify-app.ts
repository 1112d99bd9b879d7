import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may ask; a route that does not say stops the start. */
    permission?: 'public' | 'station'
  }
  interface FastifyRequest {
    /** Code of the station whose token came with the request; empty on routes that need none. */
    station: string
    /** Actions in the request or the answer, for the log. */
    actionCount: number
  }
}

/** The server with routes typed by their zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>
