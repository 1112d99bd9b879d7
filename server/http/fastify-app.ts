import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { CertifiedMachine } from './client-certificate.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Who may ask: anybody, a station's machine, or a machine with somebody of its people at it. A route that does not say
     * stops the start.
     */
    permission?: 'public' | 'station' | 'person'
    /** Works on the station's rows: one message of a station after the other, and so many in all (`admit-requests.ts`). */
    takesTurns?: true
    /** Takes and gives packed bodies beside JSON (`packed-bodies.ts`). */
    packs?: true
    /** Does without a turn when many are here and the desk can wait for its answer (`shared/sync/answer-later.ts`). */
    mayComeLater?: true
  }
  interface FastifyRequest {
    /** Code of the station whose token came with the request; empty on routes that need none. */
    station: string
    /** The machine whose certificate came with the connection; none on a city without TLS. */
    machine: CertifiedMachine | undefined
    /** The body as it came, when it came packed. */
    packedBody: Uint8Array | undefined
    /** What came over the wire, when it came gzipped to a route whose answer may come later. */
    gzippedBody: Uint8Array | undefined
    /** Actions in the request or the answer, for the log. */
    actionCount: number
    /** To be kept now and answered for later. */
    comesLater: boolean
    /** How many of them were refused because of their author's signature. */
    authorFaults: number
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
