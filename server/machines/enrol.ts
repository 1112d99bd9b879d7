import { createHash, X509Certificate } from 'node:crypto'
import type { Certified, Enrolment, Renewal } from '../../shared/sync/enrolment.ts'
import {
  certifyMachine,
  readRequest,
  type MachineCertificate,
  type ReadRequest,
} from '../certificates/authority.ts'
import type { City } from '../city.ts'
import type { Queries } from '../database/database.ts'
import { CityFault } from '../faults/city-fault.ts'
import { certificateRevoked } from '../http/client-certificate.ts'
import { takeOverSheets } from '../leases/freeze-leases.ts'
import { isEmpty, type Filing } from '../receive/filing.ts'
import { certifyOnce, isKnownKey } from './certify-key.ts'
import type { MachineEnrolled } from './enrolment-log.ts'
import { lockBook } from './lock-book.ts'
import { provePossession } from './possession.ts'

/** SHA-256 of an enrolment code, hexadecimal: all that the city keeps of it. */
export function codeDigest(code: string): string {
  return createHash('sha256').update(`hukou-desk-enrolment ${code}`, 'utf8').digest('hex')
}

/**
 * Certifies a machine that shows a code which nobody has used: its key for the line, and its key for signing. The same
 * machine that asks again because the answer was lost gets the same certificate.
 */
export async function enrolMachine(city: City, enrolment: Enrolment): Promise<Certified> {
  const request = await readRequest(enrolment.request)
  if (!request) throw notReadable()
  await provePossession(city, enrolment, enrolment.possession)
  const [secret, authority] = [await city.secretKey(), await city.authority()]
  const enrol = async (queries: Queries): Promise<Enrolled> => {
    await lockBook(queries, enrolment.station)
    const now = city.now()
    const code = await takeCode(queries, enrolment, request, now)
    if (code.certified)
      return {
        certified: code.certified,
        enrolled: await enrolledBefore(queries, enrolment, request, code.certified),
      }
    await certifyOnce(queries, enrolment, secret, now)
    const made = await certifyMachine(authority, request, enrolment, now)
    const enrolled: MachineEnrolled = {
      ...enrolledBy(enrolment, made, now),
      publicKey: enrolment.publicKey,
      code: { digest: codeDigest(enrolment.code), usedBy: request.keyDigest, certificate: made.certificate },
    }
    await keepEnrolled(queries, enrolled)
    const filing = await takeOverSheets(queries, enrolment, now)
    return { certified: { certificate: made.certificate, until: made.until }, enrolled, filing }
  }
  const { certified, enrolled } = await city.database.transaction(enrol, ({ filing }) => {
    if (filing && !isEmpty(filing)) city.filings.append(filing)
  })
  await city.filings.settled()
  if (enrolled) await city.enrolments.append(enrolled)
  return certified
}

/** What an enrolment came to; what the same machine had already when it asks again. */
interface Enrolled {
  readonly certified: Certified
  readonly enrolled: MachineEnrolled | undefined
  readonly filing?: Filing
}

/**
 * What is to be in the log of a certificate that was given before: its line may have failed, and twice is as good as once. A
 * key that was not certified with it is not now.
 */
async function enrolledBefore(
  queries: Queries,
  { station, code, publicKey }: Enrolment,
  { keyDigest }: ReadRequest,
  { certificate, until }: Certified,
): Promise<MachineEnrolled | undefined> {
  const fingerprint = createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex')
  const [given] = await queries.query<{ device: string; issued_at: Date | string }>(
    'select device, issued_at from station_certificates where station = $1 and fingerprint = $2',
    [station, fingerprint],
  )
  if (!given) return undefined
  return {
    station,
    device: given.device,
    fingerprint,
    issuedAt: new Date(given.issued_at).toISOString(),
    until,
    ...((await isKnownKey(queries, publicKey)) ? { publicKey } : {}),
    code: { digest: codeDigest(code), usedBy: keyDigest, certificate },
  }
}

/**
 * A new certificate for a machine that still has a good one: `shown` is the fingerprint of what it came with, over TLS. That
 * is asked for again here, because a body may take its time and the machine be cut off meanwhile.
 */
export async function renewCertificate(city: City, renewal: Renewal, shown?: string): Promise<Certified> {
  const request = await readRequest(renewal.request)
  if (!request) throw notReadable()
  const authority = await city.authority()
  const { made, enrolled } = await city.database.transaction(async (queries) => {
    await lockBook(queries, renewal.station)
    if (shown !== undefined && !(await isInForce(queries, renewal.station, shown))) throw certificateRevoked()
    const now = city.now()
    const made = await certifyMachine(authority, request, renewal, now)
    const enrolled = enrolledBy(renewal, made, now)
    await keepEnrolled(queries, enrolled)
    return { made, enrolled }
  })
  await city.enrolments.append(enrolled)
  return { certificate: made.certificate, until: made.until }
}

async function isInForce(queries: Queries, station: string, fingerprint: string): Promise<boolean> {
  const rows = await queries.query(
    'select 1 from station_certificates where station = $1 and fingerprint = $2 and revoked_at is null',
    [station, fingerprint],
  )
  return rows.length > 0
}

/** Writes that a machine has its certificate, and that its code is used up; twice is as good as once. */
export async function keepEnrolled(queries: Queries, enrolled: MachineEnrolled): Promise<void> {
  const { station, device, fingerprint, issuedAt, until, code } = enrolled
  if (code) await replaceMachine(queries, enrolled)
  await queries.query(
    `insert into station_certificates (station, fingerprint, device, issued_at, until)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [station, fingerprint, device, issuedAt, until],
  )
  if (!code) return
  await queries.query(
    `update enrolment_codes set used_at = $3, used_by = $4, certificate = $5 where station = $1 and digest = $2`,
    [station, code.digest, issuedAt, code.usedBy, code.certificate],
  )
}

/**
 * A new code for a name that is on the book is a new machine in the old one's place, or the same one begun anew: what the
 * old one shows counts no more from here, and its trail is put by as it was last told.
 */
async function replaceMachine(
  queries: Queries,
  { station, device, fingerprint, issuedAt }: MachineEnrolled,
): Promise<void> {
  await queries.query(
    `update station_certificates set revoked_at = $4
     where station = $1 and device = $2 and fingerprint <> $3 and revoked_at is null`,
    [station, device, fingerprint, issuedAt],
  )
  await queries.query(
    `with before as (
       delete from trail_heads where station = $1 and device = $2 returning station, device, n, head, received_at
     )
     insert into replaced_trail_heads (station, device, n, head, received_at, replaced_at)
     select station, device, n, head, received_at, $3 from before on conflict do nothing`,
    [station, device, issuedAt],
  )
}

interface CodeRow {
  readonly until: Date | string
  readonly used_by: string | null
  readonly certificate: string | null
}

/** The code, locked until the transaction ends. Rejects with what is wrong with it. */
async function takeCode(
  queries: Queries,
  { station, code }: Enrolment,
  request: ReadRequest,
  now: string,
): Promise<{ certified?: Certified }> {
  const [row] = await queries.query<CodeRow>(
    'select until, used_by, certificate from enrolment_codes where station = $1 and digest = $2 for update',
    [station, codeDigest(code)],
  )
  if (!row) throw refusedCode('enrolment-code-unknown', '登记码不对')
  if (row.used_by !== null) {
    if (row.used_by !== request.keyDigest || row.certificate === null)
      throw refusedCode('enrolment-code-used', '登记码已经用过')
    const until = new Date(new X509Certificate(row.certificate).validTo).toISOString()
    return { certified: { certificate: row.certificate, until } }
  }
  if (new Date(row.until).getTime() <= Date.parse(now))
    throw refusedCode('enrolment-code-expired', '登记码已经过期')
  return {}
}

function enrolledBy(
  { station, device }: { readonly station: string; readonly device: string },
  { fingerprint, until }: MachineCertificate,
  issuedAt: string,
): MachineEnrolled {
  return { station, device, fingerprint, issuedAt, until }
}

function refusedCode(code: string, reason: string): CityFault {
  const message = `${reason}，市局没有登记本机，数据都还在本机。请向市局户政要一个新的登记码，在“同步”页输入。`
  return new CityFault(403, { code, field: 'code', message })
}

function notReadable(): CityFault {
  return new CityFault(400, {
    code: 'request-unreadable',
    field: 'request',
    message: '证书申请读不懂，市局没有登记本机。请检查程序的版本。',
  })
}
