import { randomBytes, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from './x509.ts'

/** ECDSA on P-256: what every TLS 1.3 implementation must speak (RFC 8446, 9.1). */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

const authorityLastsYears = 20
const machineLastsYears = 1
/** A city's own server renews its certificate at each start; a process that runs longer than this has other troubles. */
const serverLastsYears = 5

/** The city's own small authority: it signs the server's certificate and the machines', and nothing else. */
export interface Authority {
  /** PEM. */
  readonly certificate: string
  /** PKCS#8 in PEM. */
  readonly secret: string
}

export interface KeyAndCertificate {
  /** PEM. */
  readonly certificate: string
  /** PKCS#8 in PEM. */
  readonly key: string
}

export async function makeAuthority(now: string): Promise<Authority> {
  const keys = await makeKeys()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerialNumber(),
    name: [{ CN: ['户政台 市局'] }],
    ...lasting(now, authorityLastsYears),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate: pemOf(certificate), secret: await secretPemOf(keys.privateKey) }
}

/** A certificate for the city's own server under the names by which desks call it: host names or addresses. */
export async function certifyServer(
  authority: Authority,
  names: readonly string[],
  now: string,
): Promise<KeyAndCertificate> {
  const keys = await makeKeys()
  const alternatives = names.map((name) => ({ type: isIP(name) ? 'ip' : 'dns', value: name }) as const)
  const certificate = await sign(authority, {
    subject: [{ CN: [names[0] ?? 'city'] }],
    publicKey: keys.publicKey,
    ...lasting(now, serverLastsYears),
    extensions: [
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth], true),
      new SubjectAlternativeNameExtension(alternatives),
    ],
  })
  return { certificate: pemOf(certificate), key: await secretPemOf(keys.privateKey) }
}

export interface MachineCertificate {
  /** PEM. */
  readonly certificate: string
  /** SHA-256 over the certificate, hexadecimal. */
  readonly fingerprint: string
  /** ISO 8601 instant in UTC. */
  readonly until: string
}

/** What a certificate request asks for, once its own signature has shown that the machine holds the key. */
export interface ReadRequest {
  /** SHA-256 over the public key, hexadecimal: the same request again is known by it. */
  readonly keyDigest: string
  readonly publicKey: Pkcs10CertificateRequest['publicKey']
}

/** Undefined for what is no request, is not signed by its own key, or brings another kind of key. */
export async function readRequest(pem: string): Promise<ReadRequest | undefined> {
  try {
    const request = new Pkcs10CertificateRequest(pem)
    const { name, namedCurve } = request.publicKey.algorithm as { name: string; namedCurve?: string }
    if (name !== algorithm.name || namedCurve !== algorithm.namedCurve) return undefined
    if (!(await request.verify())) return undefined
    return {
      keyDigest: hexOf(await request.publicKey.getThumbprint('SHA-256')),
      publicKey: request.publicKey,
    }
  } catch {
    // The library throws on what it cannot read.
    return undefined
  }
}

/** A machine's certificate: the names are the city's, whatever the request called itself. */
export async function certifyMachine(
  authority: Authority,
  { publicKey }: ReadRequest,
  { station, device }: { readonly station: string; readonly device: string },
  now: string,
): Promise<MachineCertificate> {
  const term = lasting(now, machineLastsYears)
  const certificate = await sign(authority, {
    subject: [{ OU: [station] }, { CN: [device] }],
    publicKey,
    ...term,
    extensions: [new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth], true)],
  })
  return {
    certificate: pemOf(certificate),
    fingerprint: hexOf(await certificate.getThumbprint('SHA-256')),
    until: term.notAfter.toISOString(),
  }
}

type Unsigned = Omit<
  Parameters<typeof X509CertificateGenerator.create>[0],
  'issuer' | 'signingKey' | 'signingAlgorithm' | 'serialNumber'
>

async function sign(
  authority: Authority,
  { extensions = [], ...unsigned }: Unsigned,
): Promise<X509Certificate> {
  const issuer = new X509Certificate(authority.certificate)
  const signingKey = await webcrypto.subtle.importKey('pkcs8', derOf(authority.secret), algorithm, false, [
    'sign',
  ])
  return X509CertificateGenerator.create({
    ...unsigned,
    serialNumber: newSerialNumber(),
    issuer: issuer.subject,
    signingKey,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      await AuthorityKeyIdentifierExtension.create(issuer),
      ...extensions,
    ],
  })
}

function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}

/** Clocks differ by minutes: what is made now counts from a little earlier. */
const earlier = 10 * 60_000

function lasting(now: string, years: number): { notBefore: Date; notAfter: Date } {
  const notAfter = new Date(now)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years)
  // X.509 counts in whole seconds.
  notAfter.setUTCMilliseconds(0)
  return { notBefore: new Date(Date.parse(now) - earlier), notAfter }
}

/** RFC 5280, 4.1.2.2: positive, at most 20 octets; 64 random bits and more. */
function newSerialNumber(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes.toString('hex')
}

function pemOf(certificate: X509Certificate): string {
  return `${certificate.toString('pem')}\n`
}

async function secretPemOf(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64')
  return `-----BEGIN PRIVATE KEY-----\n${(der.match(/.{1,64}/g) ?? []).join('\n')}\n-----END PRIVATE KEY-----\n`
}

function derOf(pem: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(pem.replaceAll(/-----[A-Z ]+-----/g, ''), 'base64'))
}

function hexOf(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('hex')
}
