import { createServer } from 'node:https'
import type { FastifyServerOptions } from 'fastify'
import type { KeyAndCertificate } from '../certificates/authority.ts'

/** What the server shows, and whose machines it knows; all PEM. */
export interface TlsSettings extends KeyAndCertificate {
  /** The authority that signs the machines' certificates. */
  readonly machineAuthority: string
}

/** As long as a plain server of the framework keeps a quiet connection, milliseconds. */
const keepAlive = 72_000

/**
 * TLS 1.3 and nothing older. A machine's certificate is asked for and looked at by the guard, not here: health and
 * enrolment come without one, and a refusal should have words instead of a broken handshake.
 */
export function serverWithTls({
  certificate,
  key,
  machineAuthority,
}: TlsSettings): NonNullable<FastifyServerOptions['serverFactory']> {
  return (handler) =>
    createServer(
      {
        cert: certificate,
        key,
        ca: machineAuthority,
        minVersion: 'TLSv1.3',
        requestCert: true,
        rejectUnauthorized: false,
        keepAliveTimeout: keepAlive,
      },
      handler,
    )
}
