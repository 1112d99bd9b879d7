import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import { isCertified } from '../../shared/proof/machine-key.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { machineReportAnswerSchema, type MachineReport } from '../../shared/sync/machine-report.ts'
import type { MadeStation } from '../builders/reissues.ts'
import { addStation, bearer, bothStores, type CityUnderTest, optionsOfTests } from './city-under-test.ts'

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
    publicKey: head('c'),
    listsDigest: '',
    ...more,
  })
  const post = (payload: object, of = station) =>
    base.app.inject({ method: 'POST', url: '/v1/machine-reports', headers: bearer(of), payload })

  it('certifies a machine’s key once, and every station gets it', async () => {
    const first = machineReportAnswerSchema.parse((await post(report())).json())
    const [key] = first.lists?.keys ?? []
    expect(key).toMatchObject({ station: station.code, device: 'D1', publicKey: head('c') })
    expect(key && isCertified(key, first.lists?.cityKey ?? '')).toBe(true)
    const other = await addStation(base.city, 1)
    const answer = await post(report({ station: other.code, publicKey: head('d') }), other)
    const seen = machineReportAnswerSchema.parse(answer.json())
    expect(seen.lists?.keys.map(({ publicKey }) => publicKey)).toEqual(
      expect.arrayContaining([head('c'), head('d')]),
    )
    expect(seen.lists?.cityKey).toBe(first.lists?.cityKey)
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
    expect(after.lists?.keys.find(({ publicKey }) => publicKey === head('c'))?.revokedAt).toBeDefined()
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
    const publicKey = algorithmNamed('sm2').publicKeyOf(new Uint8Array(32).fill(7))
    const { lists } = machineReportAnswerSchema.parse(
      (await post(report({ device: 'D2', publicKey }))).json(),
    )
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
    // The store closes under it as in a crash: no mark is left, and the next start builds it again.
    await before.database.close()
    const after = await openEmbeddedCity(folder, optionsOfTests)
    expect(await after.secretKey()).toEqual(key)
    await after.close()
    await rm(folder, { recursive: true, force: true })
  })
})
