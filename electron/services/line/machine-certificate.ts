// The certificate library builds its parts by decorators, which need this before it is loaded.
import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import { z } from 'zod'
import { certifiedSchema, type Certified } from '../../../shared/sync/enrolment.ts'
import {
  certificateRequestPemSchema,
  stationEntrySchema,
  type StationEntry,
} from '../../../shared/sync/station-entry.ts'
import type { MachineSecrets } from '../keys/secrets.ts'

const entrySecret = 'city-entry'
const certificateSecret = 'line-certificate'
/** ECDSA on P-256: what the city signs, and what every TLS 1.3 speaks. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** What the starting package says about the city; none in packages from before. */
export async function readEntry(secrets: MachineSecrets): Promise<StationEntry | undefined> {
  const bytes = await secrets.read(entrySecret)
  return bytes && stationEntrySchema.parse(jsonOf(bytes))
}

export function keepEntry(secrets: MachineSecrets, entry: StationEntry): Promise<void> {
  return secrets.write(entrySecret, Buffer.from(JSON.stringify(entry), 'utf8'))
}

const requestSchema = z.object({
  /** PKCS#8 in PEM: the TLS of this platform takes no key that cannot be read, so it rests sealed like every secret. */
  key: z.string(),
  request: certificateRequestPemSchema,
})
/** A key for the line and the request to certify it. */
export type LineRequest = z.infer<typeof requestSchema>

const keptSchema = requestSchema.extend({
  certified: certifiedSchema.exactOptional(),
  /** What is asked for in the place of a certificate that the city takes no more. */
  next: requestSchema.exactOptional(),
})
/** This machine's key for the line, its request, and the city's answer once there was one. */
export type LineCertificate = z.infer<typeof keptSchema>

/** The key is made and kept before anything is asked: an answer that was lost is asked for again with the same key. */
export async function lineCertificate(secrets: MachineSecrets): Promise<LineCertificate> {
  const bytes = await secrets.read(certificateSecret)
  if (bytes) return keptSchema.parse(jsonOf(bytes))
  const made = await newRequest()
  await keepCertificate(secrets, made)
  return made
}

export async function keepCertified(
  secrets: MachineSecrets,
  { key, request }: LineRequest,
  certified: Certified,
): Promise<LineCertificate> {
  const kept = { key, request, certified }
  await keepCertificate(secrets, kept)
  return kept
}

/** A new key with its request. */
export async function newRequest(): Promise<LineRequest> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: 'CN=hukou-desk',
    keys,
    signingAlgorithm: algorithm,
  })
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  const lines = (der.match(/.{1,64}/g) ?? []).join('\n')
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
    request: `${request.toString('pem')}\n`,
  }
}

export function keepCertificate(secrets: MachineSecrets, certificate: LineCertificate): Promise<void> {
  return secrets.write(certificateSecret, Buffer.from(JSON.stringify(certificate), 'utf8'))
}

function jsonOf(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown
}
