import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { lineCertificate, newRequest } from '../../electron/services/line/machine-certificate.ts'
import { makeAuthority } from '../../server/certificates/authority.ts'
import { answerLeaseRequests } from '../../server/leases/answer-requests.ts'
import { codeDigest } from '../../server/machines/enrol.ts'
import { newEnrolmentCode } from '../../server/machines/enrolment-code.ts'
import { provePossession } from '../../electron/services/signing/signing.ts'
import { must } from '../../shared/base/must.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { challengeSchema } from '../../shared/sync/enrolment.ts'
import type { LeaseKind } from '../../shared/register/lease.ts'
import type { LeaseRequest } from '../../shared/sync/leases.ts'
import { actionsFiledSchema } from '../../shared/sync/messages.ts'
import { enrolmentCodeSchema } from '../../shared/sync/station-entry.ts'
import { reissueActions } from '../builders/reissues.ts'
import { contentOf, openMachine, secretsInMemory } from '../walk-in/machine.ts'
import { beginShowing } from './ask-showing.ts'
import { bearer, gzippedPackage, messageOf } from './city-under-test.ts'
import { order } from './stock-orders.ts'
import { addStationWithCodes, entryOf, openTlsCity, packageWithCodes, type TlsCity } from './tls-city.ts'

let base: TlsCity
let seed = 700
const machine = '0f1d8a52-3c44-4a58-8f3e-1504c0de0032'
beforeAll(async () => {
  base = await openTlsCity()
})
afterAll(() => base.close())

const newStation = (codes: number, until?: string) => {
  seed += 1
  return addStationWithCodes(base, seed, codes, until)
}
/** A machine's report with its key proved, as the program makes it. */
async function reportOf(
  { line, secrets }: Awaited<ReturnType<typeof openMachine>>,
  claim: { station: string; device: string; trail: { n: number; head: string } },
) {
  const fresh = await line.exchange({ method: 'GET', path: '/v1/challenges' })
  const { challenge } = challengeSchema.parse(contentOf(fresh))
  const proof = await provePossession(secrets, algorithmNamed('ed25519'), claim, challenge)
  return { ...claim, ...proof, listsDigest: '' }
}

const ownLog = (code: string) =>
  ({ method: 'GET', path: `/v1/actions?station=${code}&after=0`, body: undefined }) as const

/** Resolves when the city's guard has looked the next certificate that it is shown up. */
function certificatesLookedUp(): Promise<void> {
  const { database } = base.city
  return new Promise((resolve) => {
    const query = database.query.bind(database)
    const watched = vi.spyOn(database, 'query').mockImplementation(async (sql, parameters) => {
      const rows = await query(sql, parameters)
      if (sql.includes('from station_certificates')) {
        watched.mockRestore()
        resolve()
      }
      return rows
    })
  })
}

describe('a machine that comes to the city for the first time', () => {
  it('enrols by itself with a code of its package, and then sends and fetches', async () => {
    const { station, entry } = await newStation(1)
    const { line, trail } = await openMachine({ address: base.address, station, entry, by: station.clerk })
    expect(line.enrolment()).toEqual({ state: 'not-enrolled', refusal: '' })
    const body = JSON.stringify(messageOf(station, reissueActions({ station, n: 0 }).slice(0, 1)))
    const answer = await line.exchange({ method: 'POST', path: '/v1/actions', body })
    expect(answer).toMatchObject({ kind: 'answer', status: 200 })
    expect(actionsFiledSchema.parse(contentOf(answer)).verdicts[0]?.outcome).toBe('accepted')
    expect(line.enrolment()).toMatchObject({ state: 'enrolled' })
    expect(trail).toEqual(['machine-certified'])
  })

  it('gets one certificate for one code: a second machine takes the next code, a third is told to ask for one', async () => {
    const { station, entry } = await newStation(2)
    const open = async (device: string) => {
      const machine = await openMachine({ address: base.address, station, entry, by: station.clerk, device })
      return { ...machine, answer: await machine.line.exchange(ownLog(station.code)) }
    }
    expect((await open('D1')).answer).toMatchObject({ status: 200 })
    expect((await open('D2')).answer).toMatchObject({ status: 200 })
    const third = await open('D3')
    expect(third.answer).toMatchObject({ kind: 'answer', status: 403 })
    expect(contentOf(third.answer)).toMatchObject({ code: 'enrolment-code-used' })
    expect(third.line.enrolment()).toEqual({ state: 'not-enrolled', refusal: 'enrolment-code-used' })
    expect(third.trail).toEqual(['enrolment-code-used'])
  })

  it('that lost the answer asks again with the same code and gets the same certificate', async () => {
    const { station, entry } = await newStation(1)
    const secrets = secretsInMemory()
    const open = () => openMachine({ address: base.address, station, entry, by: station.clerk, secrets })
    const asked = await lineCertificate(secrets)
    await (await open()).line.exchange(ownLog(station.code))
    const first = (await lineCertificate(secrets)).certified
    // The power went before the answer was kept.
    await secrets.write('line-certificate', Buffer.from(JSON.stringify(asked)))
    await (await open()).line.exchange(ownLog(station.code))
    expect((await lineCertificate(secrets)).certified).toEqual(first)
    const rows = await base.city.database.query('select 1 from station_certificates where station = $1', [
      station.code,
    ])
    expect(rows).toHaveLength(1)
  })

  it('is refused in words with a code that ran out, and takes one that the clerk types', async () => {
    const { station, entry } = await newStation(1, '2020-01-01T00:00:00.000Z')
    const machine = await openMachine({ address: base.address, station, entry, by: station.clerk })
    expect(await machine.line.exchange(ownLog(station.code))).toMatchObject({ status: 403 })
    expect(machine.line.enrolment()).toEqual({ state: 'not-enrolled', refusal: 'enrolment-code-expired' })
    const wrong = await machine.line.enrolWith(newEnrolmentCode())
    expect(wrong).toEqual({ state: 'not-enrolled', refusal: 'enrolment-code-unknown' })
    const other = await newStation(1)
    const foreign = await machine.line.enrolWith(other.entry.enrolmentCodes[0] ?? '')
    expect(foreign).toEqual({ state: 'not-enrolled', refusal: 'enrolment-code-unknown' })
    const more = await addStationWithCodes(base, seed - 1, 1)
    expect(await machine.line.enrolWith(more.entry.enrolmentCodes[0] ?? '')).toMatchObject({
      state: 'enrolled',
    })
    expect(await machine.line.exchange(ownLog(station.code))).toMatchObject({ status: 200 })
  })

  it('renews its certificate in its last month, and the old one still works until then', async () => {
    const { station, entry } = await newStation(1)
    const secrets = secretsInMemory()
    const open = (now: () => number) =>
      openMachine({ address: base.address, station, entry, by: station.clerk, secrets, now })
    await (await open(Date.now)).line.exchange(ownLog(station.code))
    const first = (await lineCertificate(secrets)).certified
    const later = await open(() => Date.now() + 340 * 24 * 3_600_000)
    expect(await later.line.exchange(ownLog(station.code))).toMatchObject({ status: 200 })
    expect((await lineCertificate(secrets)).certified?.certificate).not.toBe(first?.certificate)
    expect(await later.line.exchange(ownLog(station.code))).toMatchObject({ status: 200 })
  })

  it('gets none when it is cut off while the rest of what it asks with is still on the way', async () => {
    const { station, entry } = await newStation(1)
    const secrets = secretsInMemory()
    const machine = await openMachine({ address: base.address, station, entry, by: station.clerk, secrets })
    await machine.line.exchange(ownLog(station.code))
    const { key, certified } = await lineCertificate(secrets)
    const { request } = await newRequest()
    const body = JSON.stringify({ station: station.code, device: 'D1', request })
    const guarded = certificatesLookedUp()
    const renewal = beginShowing(
      `${base.address}/v1/certificate-renewals`,
      {
        ca: entry.authority,
        key,
        cert: must(certified, 'it is enrolled').certificate,
        method: 'POST',
        headers: { ...bearer(station), 'content-type': 'application/json', 'content-length': body.length },
      },
      body.slice(0, 200),
    )
    await guarded
    const ordered = { what: 'cut-off-machine', station: station.code, device: 'D1' } as const
    expect(await order(base.city, ordered, base.city.now())).toMatchObject({ outcome: 'done' })
    expect(await renewal.finish(body.slice(200))).toEqual({ status: 401, code: 'certificate-revoked' })
    const inForce = await base.city.database.query(
      'select 1 from station_certificates where station = $1 and revoked_at is null',
      [station.code],
    )
    expect(inForce).toEqual([])
  })

  it('that was cut off is told so and takes a new code; killed before it kept the answer, it asks again and gets the same certificate', async () => {
    const { station, entry } = await newStation(1)
    const secrets = secretsInMemory()
    const open = () => openMachine({ address: base.address, station, entry, by: station.clerk, secrets })
    const first = await open()
    await first.line.exchange(ownLog(station.code))
    await base.city.database.query('update station_certificates set revoked_at = now() where station = $1', [
      station.code,
    ])
    for (let times = 0; times < 2; times += 1)
      expect(contentOf(await first.line.exchange(ownLog(station.code)))).toMatchObject({
        code: 'certificate-revoked',
      })
    expect(first.line.enrolment()).toMatchObject({ state: 'enrolled', refusal: 'certificate-revoked' })
    expect(first.trail).toEqual(['machine-certified', 'certificate-revoked'])
    const [code = ''] = (await addStationWithCodes(base, seed, 1)).entry.enrolmentCodes
    await first.line.enrolWith(newEnrolmentCode())
    // The request is kept before the city is asked: this is what a power cut leaves behind.
    const asked = await lineCertificate(secrets)
    expect(await first.line.enrolWith(code)).toMatchObject({ state: 'enrolled', refusal: '' })
    const enrolled = await lineCertificate(secrets)
    await secrets.write('line-certificate', Buffer.from(JSON.stringify(asked)))
    const again = await open()
    expect(await again.line.exchange(ownLog(station.code))).toMatchObject({ status: 401 })
    expect(await again.line.enrolWith(code)).toMatchObject({ state: 'enrolled', refusal: '' })
    expect((await lineCertificate(secrets)).certified).toEqual(enrolled.certified)
    expect(await again.line.exchange(ownLog(station.code))).toMatchObject({ status: 200 })
  })

  it('that takes the place of a broken one under its name ends what the old one shows; others of the station go on', async () => {
    const { station, entry } = await newStation(3)
    const open = (device: string) =>
      openMachine({ address: base.address, station, entry, by: station.clerk, device })
    const [old, other] = [await open('D1'), await open('D2')]
    for (const { line } of [old, other])
      expect(await line.exchange(ownLog(station.code))).toMatchObject({ status: 200 })
    const next = await open('D1')
    expect(await next.line.exchange(ownLog(station.code))).toMatchObject({ status: 200 })
    expect(contentOf(await old.line.exchange(ownLog(station.code)))).toMatchObject({
      code: 'certificate-revoked',
    })
    expect(old.trail).toEqual(['machine-certified', 'certificate-revoked'])
    for (const { line } of [next, other])
      expect(await line.exchange(ownLog(station.code))).toMatchObject({ status: 200 })
  })

  it('that takes the place of one that was cut off has its sheets again, and none of its sequence codes', async () => {
    const { station, entry } = await newStation(1)
    const open = (enrolmentCodes: string[]) =>
      openMachine({
        address: base.address,
        station,
        entry: { ...entry, enrolmentCodes },
        by: station.clerk,
      })
    const old = await open(entry.enrolmentCodes)
    await old.line.exchange(ownLog(station.code))
    const grant = (kind: LeaseKind) => ({ id: randomUUID(), want: 'grant', kind, count: 5 }) as const
    const { code } = station
    const ask = (...requests: LeaseRequest[]) =>
      answerLeaseRequests(base.city, { station: code, device: 'D1', machine, requests })
    await ask(grant('certificate-blanks'), grant('citizen-sequence'))
    await order(base.city, { what: 'cut-off-machine', station: code, device: 'D1' })
    const frozen = (await ask()).leases
    expect(frozen.map(({ state }) => state)).toEqual(['frozen', 'frozen'])
    const fresh = newEnrolmentCode()
    const until = new Date(Date.now() + 3_600_000).toISOString()
    await order(base.city, { what: 'give-code', station: code, digest: codeDigest(fresh), until })
    const next = await open([fresh])
    expect(await next.line.exchange(ownLog(code))).toMatchObject({ status: 200 })
    expect((await ask()).leases.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'certificate-blanks live',
      'citizen-sequence frozen',
    ])
  })

  it('that goes on from an older copy of a broken one’s trail is heard; the city keeps what it held of the old one', async () => {
    const { station, entry } = await newStation(2)
    const open = () => openMachine({ address: base.address, station, entry, by: station.clerk })
    const report = async (machine: Awaited<ReturnType<typeof open>>, n: number, head: string) => {
      const claim = await reportOf(machine, { station: station.code, device: 'D1', trail: { n, head } })
      return machine.line.exchange({
        method: 'POST',
        path: '/v1/machine-reports',
        body: JSON.stringify(claim),
      })
    }
    const [old, next] = [await open(), await open()]
    expect(await report(old, 90, 'a'.repeat(64))).toMatchObject({ status: 200 })
    expect(await report(old, 80, 'b'.repeat(64))).toMatchObject({ status: 409 })
    expect(await report(next, 80, 'b'.repeat(64))).toMatchObject({ status: 200 })
    expect(await report(next, 79, 'b'.repeat(64))).toMatchObject({ status: 409 })
    const held = await base.city.database.query(
      'select device, n, head from replaced_trail_heads where station = $1',
      [station.code],
    )
    expect(held).toEqual([{ device: 'D1', n: 90, head: 'a'.repeat(64) }])
  })

  it('sends nothing in clear when it is a working desk; only practice does', async () => {
    const { station, entry } = await newStation(1)
    const heard: string[] = []
    const listener = createServer((request, response) => {
      heard.push(request.url ?? '')
      response.end('{}')
    })
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
    const open = (sample: boolean) => openMachine({ address, station, entry, by: station.clerk, sample })
    const { line } = await open(false)
    expect(await line.exchange({ method: 'GET', path: '/v1/health' })).toEqual({
      kind: 'no-line',
      reason: 'tls',
    })
    await expect(line.fetch(`${address}/v1/attachments/x`, {})).rejects.toThrow('no line in clear')
    expect(heard).toEqual([])
    await (await open(true)).line.exchange({ method: 'GET', path: '/v1/health' })
    expect(heard).toEqual(['/v1/health'])
    listener.close()
  })

  it('believes no city whose certificate its package does not vouch for', async () => {
    const { station, entry } = await newStation(1)
    const { certificate } = await makeAuthority(new Date().toISOString())
    const deceived = { ...entry, authority: certificate }
    const { line } = await openMachine({ address: base.address, station, entry: deceived, by: station.clerk })
    const health = await line.exchange({ method: 'GET', path: '/v1/health' })
    expect(health).toEqual({ kind: 'no-line', reason: 'tls' })
  })
})

it('an embedded city that lost its store knows its machines and its used codes again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'city-enrolled-'))
  const { station, cityPackage, enrolmentCodes } = packageWithCodes(790, 1)
  const before = await openTlsCity(folder, [gzippedPackage(cityPackage)])
  const entry = await entryOf(before.city, enrolmentCodes)
  const secrets = secretsInMemory()
  const ask = async (address: string, own = secrets) => {
    const { line } = await openMachine({ address, station, entry, by: station.clerk, secrets: own })
    return line.exchange(ownLog(station.code))
  }
  expect(await ask(before.address)).toMatchObject({ status: 200 })
  await before.close()
  // As after a crash: nothing says that the store is whole.
  await rm(join(folder, 'closed.json'))
  const after = await openTlsCity(folder)
  expect(await ask(after.address)).toMatchObject({ status: 200 })
  expect(await ask(after.address, secretsInMemory())).toMatchObject({ status: 403 })
  await after.close()
  await rm(folder, { recursive: true, force: true })
}, 240_000)

it('a certificate whose line in the log failed is in it once the machine has asked again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'city-unlogged-'))
  const { station, cityPackage, enrolmentCodes } = packageWithCodes(791, 1)
  const before = await openTlsCity(folder, [gzippedPackage(cityPackage)])
  const entry = await entryOf(before.city, enrolmentCodes)
  const secrets = secretsInMemory()
  const ask = async (address: string) => {
    const { line } = await openMachine({ address, station, entry, by: station.clerk, secrets })
    return line.exchange(ownLog(station.code))
  }
  // Nothing can be appended to a folder.
  await mkdir(join(folder, 'enrolments.jsonl'))
  expect(await ask(before.address)).not.toMatchObject({ status: 200 })
  await rm(join(folder, 'enrolments.jsonl'), { recursive: true })
  expect(await ask(before.address)).toMatchObject({ status: 200 })
  await before.close()
  await rm(join(folder, 'closed.json'))
  const after = await openTlsCity(folder)
  expect(await ask(after.address)).toMatchObject({ status: 200 })
  const keys = await after.city.database.query('select 1 from machine_keys where station = $1', [
    station.code,
  ])
  expect(keys).toHaveLength(1)
  await after.close()
  await rm(folder, { recursive: true, force: true })
}, 240_000)

it('codes are what a hand can copy: six groups, no letter that looks like another', () => {
  for (let n = 0; n < 50; n += 1) expect(enrolmentCodeSchema.safeParse(newEnrolmentCode()).success).toBe(true)
  expect(enrolmentCodeSchema.safeParse('AAAA-AAAA-AAAA-AAAA-AAAA-AAAO').success).toBe(false)
})
