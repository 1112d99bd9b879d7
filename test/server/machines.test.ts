import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import { must } from '../../shared/base/must.ts'
import { isCertified, keyIdOf } from '../../shared/proof/machine-key.ts'
import { possessionMessage } from '../../shared/proof/possession.ts'
import { algorithmNamed, algorithmOfKey } from '../../shared/proof/signature-port.ts'
import { challengeSchema } from '../../shared/sync/enrolment.ts'
import { machineReportAnswerSchema, type MachineReport } from '../../shared/sync/machine-report.ts'
import type { MadeStation } from '../builders/reissues.ts'
import { addStation, bearer, bothStores, type CityUnderTest, optionsOfTests } from './city-under-test.ts'

const ed25519 = algorithmNamed('ed25519')
const secrets = { first: new Uint8Array(32).fill(1), other: new Uint8Array(32).fill(2) }
const keys = { first: ed25519.publicKeyOf(secrets.first), other: ed25519.publicKeyOf(secrets.other) }

describe.each(bothStores)('machines at the city on %s', (_name, open) => {
  let base: CityUnderTest
  let station: MadeStation
  beforeAll(async () => {
    base = await open()
    station = await addStation(base.city, 1)
  })
  afterAll(() => base.close())

  const head = (letter: string) => letter.repeat(64)
  const report = (more: Partial<MachineReport> = {}): MachineReport => ({
    station: station.code,
    device: 'D1',
    trail: { n: 3, head: head('a') },
    publicKey: keys.first,
    listsDigest: '',
    ...more,
  })
  const post = (payload: object, of = station) =>
    base.app.inject({ method: 'POST', url: '/v1/machine-reports', headers: bearer(of), payload })
  /** The same report with a signature over a fresh challenge, made with this key. */
  const proved = async (claim: MachineReport, secret = secrets.first): Promise<MachineReport> => {
    const answer = await base.app.inject({ url: '/v1/challenges' })
    const { challenge } = challengeSchema.parse(answer.json())
    const algorithm = must(algorithmOfKey(claim.publicKey), 'a key')
    const signature = algorithm.sign(secret, possessionMessage({ ...claim, challenge }))
    return { ...claim, possession: { challenge, signature } }
  }

  it('certifies a machine’s key once, and every station gets it', async () => {
    const first = machineReportAnswerSchema.parse((await post(await proved(report()))).json())
    const [key] = first.lists?.keys ?? []
    expect(key).toMatchObject({ station: station.code, device: 'D1', publicKey: keys.first })
    expect(key && isCertified(key, first.lists?.cityKey ?? '')).toBe(true)
    const other = await addStation(base.city, 1)
    const theirs = await proved(report({ station: other.code, publicKey: keys.other }), secrets.other)
    const answer = await post(theirs, other)
    const seen = machineReportAnswerSchema.parse(answer.json())
    expect(seen.lists?.keys.map(({ publicKey }) => publicKey)).toEqual(
      expect.arrayContaining([keys.first, keys.other]),
    )
    expect(seen.lists?.cityKey).toBe(first.lists?.cityKey)
  })

  it('certifies no key whose holder has not just shown that it is theirs', async () => {
    const publicKey = ed25519.publicKeyOf(new Uint8Array(32).fill(9))
    const claim = report({ device: 'D9', publicKey })
    const stolen = await proved(claim, secrets.first)
    const own = await proved(claim, new Uint8Array(32).fill(9))
    const elsewhere = { ...own, device: 'D8' }
    const invented = { ...own, possession: { signature: 'a'.repeat(128), challenge: 'e30.e30.e30' } }
    for (const attempt of [claim, stolen, elsewhere, invented]) {
      const answer = await post(attempt)
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ code: 'possession-not-proved' })
    }
    expect((await post(own)).statusCode).toBe(200)
  })

  it('takes no key for a certified one because it has the same id', async () => {
    const secret = new Uint8Array(32).fill(8)
    const claim = report({ device: 'D7', publicKey: ed25519.publicKeyOf(secret) })
    expect((await post(await proved(claim, secret))).statusCode).toBe(200)
    await base.city.database.query(
      `update machine_keys set body = jsonb_set(body, '{publicKey}', to_jsonb($2::text)) where key_id = $1`,
      [keyIdOf(claim.publicKey), keys.other],
    )
    const unproved = await post(claim)
    expect([unproved.statusCode, unproved.json()]).toMatchObject([403, { code: 'possession-not-proved' }])
    const answer = await post(await proved(claim, secret))
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'key-id-taken' }])
    await base.city.database.query('delete from machine_keys where key_id = $1', [keyIdOf(claim.publicKey)])
  })

  it('sends the lists again only when they changed', async () => {
    const first = machineReportAnswerSchema.parse((await post(report())).json())
    const again = machineReportAnswerSchema.parse(
      (await post(report({ listsDigest: first.listsDigest }))).json(),
    )
    expect(again.lists).toBeUndefined()
    await base.city.database.query('update machine_keys set revoked_at = now() where device = $1', ['D1'])
    const after = machineReportAnswerSchema.parse(
      (await post(report({ listsDigest: first.listsDigest }))).json(),
    )
    expect(after.lists?.keys.find(({ publicKey }) => publicKey === keys.first)?.revokedAt).toBeDefined()
  })

  it('takes a trail that grew, and refuses one that shrank or was rewritten', async () => {
    expect((await post(report({ trail: { n: 9, head: head('b') } }))).statusCode).toBe(200)
    expect((await post(report({ trail: { n: 9, head: head('b') } }))).statusCode).toBe(200)
    for (const trail of [
      { n: 8, head: head('a') },
      { n: 9, head: head('e') },
    ]) {
      const answer = await post(report({ trail }))
      expect(answer.statusCode).toBe(409)
      expect(answer.json()).toMatchObject({ code: 'trail-shrunk' })
    }
    expect((await post(report({ device: 'D2', trail: { n: 1, head: head('a') } }))).statusCode).toBe(200)
  })

  it('takes no trail that is longer than a base can count', async () => {
    const answer = await post(report({ device: 'D7', trail: { n: 3_000_000_000, head: head('a') } }))
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'bad-request', field: 'trail.n' })
  })

  it('tells each station its own leavers and nobody else’s', async () => {
    const other = await addStation(base.city, 1)
    await base.city.database.query(
      'insert into leavers (station, police_number, left_on) values ($1, $2, current_date)',
      [other.code, '990099'],
    )
    const own = machineReportAnswerSchema.parse(
      (await post(report({ trail: { n: 9, head: head('b') } }))).json(),
    )
    expect(own.leavers).toEqual([])
    const theirs = machineReportAnswerSchema.parse(
      (await post(report({ station: other.code }), other)).json(),
    )
    expect(theirs.leavers).toEqual(['990099'])
  })

  it('certifies an SM2 key with its own Ed25519 key, so that every station takes both families', async () => {
    const secret = new Uint8Array(32).fill(7)
    const publicKey = algorithmNamed('sm2').publicKeyOf(secret)
    const claim = await proved(report({ device: 'D2', publicKey }), secret)
    const { lists } = machineReportAnswerSchema.parse((await post(claim)).json())
    const key = lists?.keys.find((each) => each.publicKey === publicKey)
    expect(key).toMatchObject({ algorithm: 'sm2', device: 'D2' })
    expect(key && isCertified(key, lists?.cityKey ?? '')).toBe(true)
  })

  it('takes no key that is of neither family', async () => {
    for (const publicKey of ['', `05${'a'.repeat(128)}`, 'c'.repeat(66), 'C'.repeat(64)])
      expect((await post(report({ publicKey }))).statusCode).toBe(400)
  })

  it('is closed to another station’s token', async () => {
    const other = await addStation(base.city, 1)
    expect((await post(report(), other)).statusCode).toBe(403)
  })
})

describe('the embedded city', () => {
  it('keeps its signing key when its store is built anew after a crash: every desk has pinned it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'city-key-'))
    const before = await openEmbeddedCity(folder, optionsOfTests)
    const key = await before.secretKey()
    // What a crash would leave: no mark of a close, and the next start builds the store again.
    const left = await mkdtemp(join(tmpdir(), 'city-key-left-'))
    await cp(folder, left, { recursive: true })
    await before.close()
    const after = await openEmbeddedCity(left, optionsOfTests)
    expect(await after.secretKey()).toEqual(key)
    await after.close()
    for (const each of [folder, left]) await rm(each, { recursive: true, force: true })
  })
})
