import { createHash, X509Certificate } from 'node:crypto'
import type { RequestOptions } from 'node:https'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  certifyMachine,
  makeAuthority,
  readRequest,
  type Authority,
} from '../../server/certificates/authority.ts'
import { lineCertificate, newRequest } from '../../electron/services/line/machine-certificate.ts'
import { must } from '../../shared/base/must.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { reissueActions, type MadeStation } from '../builders/reissues.ts'
import { openMachine } from '../walk-in/machine.ts'
import { askShowing, type Shown } from './ask-showing.ts'
import { bearer, messageOf } from './city-under-test.ts'
import { addStationWithCodes, openTlsCity, type TlsCity } from './tls-city.ts'

let base: TlsCity
let authority: Authority
const stations: MadeStation[] = []
const own: Shown[] = []

beforeAll(async () => {
  base = await openTlsCity()
  authority = await base.city.authority()
  for (const seed of [810, 811]) {
    const { station, entry } = await addStationWithCodes(base, seed, 1)
    const { line, secrets } = await openMachine({ address: base.address, station, entry, by: station.clerk })
    await line.exchange({ method: 'GET', path: `/v1/actions?station=${station.code}&after=0` })
    const { certified, key } = await lineCertificate(secrets)
    stations.push(station)
    own.push({ cert: must(certified, 'it is enrolled').certificate, key })
  }
})
afterAll(() => base.close())

const mine = () => must(stations[0], 'the first station')

/** What the city answers to a question in the first station's name with its token. */
function ask(shown: Shown, more: RequestOptions = {}, body?: string) {
  const path = `/v1/actions?station=${mine().code}&after=0`
  const options = { ca: authority.certificate, path, headers: bearer(mine()), ...shown, ...more }
  return askShowing(base.address, options, body)
}

/** A certificate for the first station's machine as this authority would make it, known to the city or not. */
async function made(by: Authority, now: string, isKnown: boolean): Promise<Shown> {
  const { key, request: pem } = await newRequest()
  const read = must(await readRequest(pem), 'its own request')
  const { certificate, until } = await certifyMachine(by, read, { station: mine().code, device: 'D1' }, now)
  const fingerprint = createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex')
  if (isKnown)
    await base.city.database.query(
      'insert into station_certificates (station, fingerprint, device, issued_at, until) values ($1, $2, $3, $4, $5)',
      [mine().code, fingerprint, 'D1', now, until],
    )
  return { cert: certificate, key }
}

it('lets in the machine that shows its own certificate', async () => {
  expect(await ask(own[0] ?? {})).toEqual({ status: 200, code: '' })
})

it.each([
  ['without a certificate', async () => ({}), 401, 'certificate-missing'],
  ['with another station’s certificate and our token', async () => own[1] ?? {}, 403, 'other-station'],
  [
    'with a certificate of an authority of its own',
    async () => made(await makeAuthority(base.city.now()), base.city.now(), true),
    401,
    'certificate-foreign',
  ],
  [
    'with a certificate that the city’s authority signed and nobody entered',
    async () => made(authority, base.city.now(), false),
    401,
    'certificate-foreign',
  ],
  [
    'with a certificate that ran out',
    async () => made(authority, '2020-01-01T00:00:00.000Z', true),
    401,
    'certificate-expired',
  ],
] as const)('refuses a machine %s', async (_how, shown, status, code) => {
  expect(await ask(await shown())).toEqual({ status, code })
})

it.each([
  [
    'sends actions',
    '/v1/actions',
    () => messageOf(mine(), reissueActions({ station: mine(), n: 0 }).slice(0, 1)),
  ],
  ['puts keys of people on file', '/v1/user-keys', keysOfSomebody],
] as const)(
  'refuses a machine that %s in the name of another of its station',
  async (_what, path, content) => {
    const headers = { ...bearer(mine()), 'content-type': 'application/json' }
    const message = JSON.stringify({ ...content(), device: 'D2' })
    const posted = { method: 'POST', path, headers }
    expect(await ask(own[0] ?? {}, posted, message)).toEqual({ status: 403, code: 'other-machine' })
  },
)

function keysOfSomebody() {
  const authors = new MadeAuthors(mine().code, 'D2')
  authors.personOf(mine().clerk)
  return authors.report()
}

it('speaks with nobody over TLS 1.2', async () => {
  const { status, code } = await ask(own[0] ?? {}, { maxVersion: 'TLSv1.2' })
  expect(status).toBe(0)
  expect(code).toMatch(/PROTOCOL_VERSION|EPROTO/)
})

it('refuses a machine from the moment in which it is cut off', async () => {
  const shown = await made(authority, base.city.now(), true)
  expect((await ask(shown)).status).toBe(200)
  const fingerprint = createHash('sha256')
    .update(new X509Certificate(shown.cert ?? '').raw)
    .digest('hex')
  await base.city.database.query(
    'update station_certificates set revoked_at = now() where fingerprint = $1',
    [fingerprint],
  )
  expect(await ask(shown)).toEqual({ status: 401, code: 'certificate-revoked' })
})
