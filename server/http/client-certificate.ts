import { TLSSocket } from 'node:tls'
import type { FastifyRequest } from 'fastify'
import type { City } from '../city.ts'
import { CityFault } from '../faults/city-fault.ts'

/** Whose machine speaks, by the certificate it showed. */
export interface CertifiedMachine {
  readonly station: string
  readonly device: string
  /** SHA-256 over the certificate, hexadecimal. */
  readonly fingerprint: string
}

/**
 * The machine behind the connection: its certificate is signed by the city's authority, within its time, in the city's
 * book and not revoked. 401 otherwise, with the reason that a clerk can do something about.
 */
export async function askCertificate(
  request: FastifyRequest,
  { database, now }: City,
): Promise<CertifiedMachine> {
  const { socket } = request.raw
  const shown = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
  if (!(socket instanceof TLSSocket) || !shown)
    throw notCertified('certificate-missing', '本机没有出示市局的证书')
  const end = Date.parse(shown.validTo)
  if (Date.parse(now()) > end) throw notCertified('certificate-expired', '本机的证书已经过期')
  if (!socket.authorized) throw notCertified('certificate-foreign', '本机的证书不是市局发的')
  const fingerprint = shown.fingerprint256.replaceAll(':', '').toLowerCase()
  const [row] = await database.query<{ station: string; device: string; revoked_at: Date | string | null }>(
    'select station, device, revoked_at from station_certificates where fingerprint = $1',
    [fingerprint],
  )
  if (!row) throw notCertified('certificate-foreign', '本机的证书不是市局发的')
  if (row.revoked_at !== null) throw certificateRevoked()
  return { station: row.station, device: row.device, fingerprint }
}

export function certificateRevoked(): CityFault {
  return notCertified('certificate-revoked', '本机的证书已被市局吊销')
}

function notCertified(code: string, reason: string): CityFault {
  const message = `${reason}，市局没有接收。数据都还在本机，请联系市局户政。`
  return new CityFault(401, { code, message })
}
