import 'fake-indexeddb/auto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { keyIdOf } from '../../shared/proof/machine-key.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { openAction, openReceipt } from '../../renderer/local/read.ts'
import { readLeaseRequests, readLeases } from '../../renderer/local/read-leases.ts'
import { deliveryOf, readSendMarks } from '../../renderer/local/send-marks.ts'
import { ownKey, ownSecretKey } from '../../electron/services/signing/signing.ts'
import { takeBundle } from '../../server/bundle/take-bundle.ts'
import { reissueActions, type MadeStation } from '../builders/reissues.ts'
import {
  addStation,
  fetchAll,
  messageOf,
  openPostgresForTest,
  send,
  type CityUnderTest,
} from './city-under-test.ts'
import { forgedBundle, publicKeyOf, StickDesk } from './stick-desk.ts'

let base: CityUnderTest
let stick: string
const desks: StickDesk[] = []

beforeAll(async () => {
  base = await openPostgresForTest()
  stick = await mkdtemp(join(tmpdir(), 'stick-'))
})
afterAll(async () => {
  await base.close()
  await rm(stick, { recursive: true, force: true })
})
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close()
})

const rethrow = { reportFault: (error: unknown) => expect(error).toBeUndefined() }
let devices = 0

/** A desk that met the city once and lost its line since, with whole reissues done. */
async function offlineDesk(reissues = 2, station?: MadeStation): Promise<StickDesk> {
  devices += 1
  const desk = new StickDesk(station ?? (await addStation(base.city, reissues)), `S${devices}`, stick)
  desks.push(desk)
  await desk.open(reissues)
  await desk.meet(base.city)
  return desk
}

async function work(desk: StickDesk, n: number, steps = 5): Promise<string[]> {
  const actions = reissueActions({ station: desk.station, n }).slice(0, steps)
  for (const action of actions) {
    const written = await desk.store.write(() => ({ kind: 'recorded', action }))
    expect(written.ok).toBe(true)
  }
  return actions.map(({ id }) => id)
}

/** The city's clerk takes the last file of the desk; the path of the answer. */
async function taken(desk: StickDesk, file?: Uint8Array): Promise<{ path: string; again: boolean }> {
  const done = await takeBundle(base.city, file ?? (await desk.lastFile()), rethrow)
  if (!done.ok) throw new Error(done.refusals[0]?.code)
  const path = join(stick, `${desk.device}-answer-${done.value.n}`)
  await writeFile(path, done.value.answer)
  return { path, again: done.value.again }
}

async function filedIds(desk: StickDesk): Promise<string[]> {
  return (await fetchAll(base.app, desk.station)).map(({ action }) => action.id)
}

async function outcomes(desk: StickDesk, ids: readonly string[]) {
  const rows = await desk.store.database.receipts.bulkGet([...ids])
  return rows.map((row) => row?.outcome)
}

const everyOne = <Value>(ids: readonly unknown[], value: Value) => ids.map(() => value)

describe('a day’s work goes by stick', () => {
  it('is filed once, and each step has the receipt that the city gave', async () => {
    const desk = await offlineDesk()
    const ids = [...(await work(desk, 0)), ...(await work(desk, 1))]
    expect(await desk.handOver()).toMatchObject({ ok: true, value: { n: 1, count: 10 } })
    const rows = await desk.store.database.outbox.toArray()
    expect(rows.map(({ bundle }) => bundle)).toEqual(everyOne(ids, 1))
    const { path } = await taken(desk)
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { accepted: 10, refused: 0 } })
    expect(await filedIds(desk)).toEqual(ids)
    expect(await outcomes(desk, ids)).toEqual(everyOne(ids, 'received'))
    expect(await desk.store.database.outbox.count()).toBe(0)
    expect(await desk.store.database.pending.count()).toBe(0)
  })

  it('brings back what the city filed for the station meanwhile', async () => {
    const desk = await offlineDesk()
    const elsewhere = reissueActions({ station: desk.station, n: 1 }).slice(0, 2)
    await send(base.app, desk.station, elsewhere)
    await desk.handOver()
    const { path } = await taken(desk)
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { accepted: 0, handedOut: 2 } })
    const row = await desk.store.database.actions.get(must(elsewhere[0], 'an action').id)
    expect(row && (await openAction(desk.store, row)).caseId).toBe(elsewhere[0]?.caseId)
  })

  it('a refusal comes back with its reasons and stays on the desk', async () => {
    const station = await addStation(base.city, 2)
    const [first, second] = [await offlineDesk(2, station), await offlineDesk(2, station)]
    await work(first, 0)
    const lost = reissueActions({ station, n: 0 }).map((action) => ({ ...action, id: crypto.randomUUID() }))
    const other = crypto.randomUUID()
    for (const action of lost)
      await second.store.write(() => ({ kind: 'recorded', action: { ...action, caseId: other } }))
    await first.handOver()
    await taken(first)
    await second.handOver()
    const { path } = await taken(second)
    const back = await second.takeIn(path)
    expect(back).toMatchObject({ ok: true, value: { handedOut: 5 } })
    const open = await second.store.database.receipts.where('open').equals(1).toArray()
    expect(open.length).toBeGreaterThan(0)
    const { refusals } = await openReceipt(second.store, must(open[0], 'a refusal'))
    expect(refusals[0]?.message).toMatch(/\p{Script=Han}/u)
  })

  it('the same bundle taken twice gets the same verdicts and the same hand-outs', async () => {
    const desk = await offlineDesk()
    await work(desk, 0)
    await desk.handOver()
    const first = await taken(desk)
    await send(base.app, desk.station, reissueActions({ station: desk.station, n: 1 }).slice(0, 1))
    const second = await taken(desk)
    expect([first.again, second.again]).toEqual([false, true])
    expect(await desk.takeIn(second.path)).toMatchObject({ ok: true, value: { accepted: 5, handedOut: 5 } })
    expect(await filedIds(desk)).toHaveLength(6)
  })

  it('an answer that comes twice, or after the line did the work, changes nothing', async () => {
    const desk = await offlineDesk()
    const ids = await work(desk, 0)
    await desk.handOver()
    const { path } = await taken(desk)
    await desk.takeIn(path)
    const lines = desk.journal.lines.length
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { accepted: 0, handedOut: 0 } })
    expect(desk.journal.lines).toHaveLength(lines)
    expect(await outcomes(desk, ids)).toEqual(everyOne(ids, 'received'))
  })

  it('a refusal that somebody closed is not opened again by an old answer', async () => {
    const desk = await offlineDesk()
    const [accept] = reissueActions({ station: desk.station, n: 0 })
    const action = {
      ...must(accept, 'a first step'),
      by: { ...desk.station.clerk, role: 'inspector' as const },
    }
    await desk.store.write(() => ({ kind: 'recorded', action: must(accept, 'a first step') }))
    // The city has the same id with another content already.
    await send(base.app, desk.station, [action])
    await desk.handOver()
    const { path } = await taken(desk)
    await desk.takeIn(path)
    const closed = { id: action.id, by: '乌云样', note: '已核对', at: '2026-03-10T02:00:00.000Z' }
    await desk.store.write(() => ({ kind: 'refusal-closed', ...closed }))
    await desk.takeIn(path)
    expect(await desk.store.database.receipts.where('open').equals(1).count()).toBe(0)
  })

  it('what the line takes first is no longer said to lie on the stick', async () => {
    const desk = await offlineDesk()
    const ids = await work(desk, 0)
    await desk.handOver()
    const [, second] = await desk.store.database.outbox.orderBy('place').toArray()
    const upTo = must(second, 'two wait').place
    await desk.store.write(() => ({ kind: 'sent-up-to', upTo, at: '2026-03-10T02:00:00.000Z' }))
    const marks = await readSendMarks(desk.store.database)
    const rows = await desk.store.database.outbox.orderBy('place').toArray()
    expect(rows.map((row) => deliveryOf(row, undefined, marks))).toEqual(
      ids.map((_, at) => (at < 2 ? 'sent' : 'on-stick')),
    )
  })

  it('nor what an older program marked action by action', async () => {
    const desk = await offlineDesk()
    const ids = await work(desk, 0)
    await desk.handOver()
    await desk.store.write(() => ({ kind: 'sending', ids, at: '2026-03-10T02:00:00.000Z' }))
    const rows = await desk.store.database.outbox.toArray()
    expect(rows.every(({ bundle, sentAt }) => bundle === undefined && sentAt !== undefined)).toBe(true)
  })
})

/** A bundle of one finished reissue, as bytes. */
async function someBundle() {
  const desk = await offlineDesk()
  await work(desk, 0)
  await desk.handOver()
  return { desk, file: await desk.lastFile() }
}

async function refusalOf(file: Uint8Array, certify?: string) {
  const done = await takeBundle(base.city, file, { ...rethrow, ...(certify ? { certify } : {}) })
  if (done.ok) return 'taken'
  expect(done.refusals[0]?.message).toMatch(/\p{Script=Han}/u)
  return done.refusals[0]?.code
}

/** Messages with one step whose id, or whose case's, is in the other spelling. */
function inCapitals(station: MadeStation, name: 'id' | 'caseId') {
  const action = must(reissueActions({ station, n: 0 })[0], 'a walk begins')
  const actions = [{ ...action, [name]: action[name].toUpperCase() }]
  return { messages: [{ ...messageOf(station, actions), device: `S${devices}` }] }
}

describe('what the city refuses, with nothing filed', () => {
  it('a bundle with any one byte changed, wherever it is', async () => {
    const { desk, file } = await someBundle()
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bent = new Uint8Array(file)
        bent[at] = must(bent[at], 'a byte') ^ by
        expect(await refusalOf(bent)).not.toBe('taken')
      }),
      { numRuns: 150 },
    )
    expect(await filedIds(desk)).toEqual([])
  })

  it('a bundle cut anywhere, or with more behind it', async () => {
    const { desk, file } = await someBundle()
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), async (length) => {
        expect(await refusalOf(file.subarray(0, length))).not.toBe('taken')
      }),
      { numRuns: 60 },
    )
    expect(await refusalOf(new Uint8Array([...file, 0]))).toBe('does-not-open')
    expect(await filedIds(desk)).toEqual([])
  })

  it('a bundle that a later one of the machine has overtaken', async () => {
    const { desk, file } = await someBundle()
    await work(desk, 1)
    await desk.handOver()
    await taken(desk)
    expect(await refusalOf(file)).toBe('bundle-overtaken')
    expect(await filedIds(desk)).toHaveLength(10)
  })

  it('a machine that nobody certified, until its key was read out over the telephone', async () => {
    const desk = await offlineDesk()
    const content = await desk.content()
    const secret = crypto.getRandomValues(new Uint8Array(32))
    const stranger = await forgedBundle(content, await publicKeyOf(base.city), Buffer.from(secret))
    expect(await refusalOf(stranger)).toBe('not-its-own')
    await base.city.database.query('delete from machine_keys where device = $1 and station = $2', [
      desk.device,
      desk.station.code,
    ])
    await work(desk, 0)
    await desk.handOver()
    const file = await desk.lastFile()
    const { keyId } = await ownKey(desk.secrets, algorithmNamed('ed25519'))
    expect(await refusalOf(file)).toBe('key-unknown')
    expect(await refusalOf(file, keyIdOf('00'.repeat(32)))).toBe('key-unknown')
    expect(await refusalOf(file, keyId)).toBe('taken')
  })

  it('a machine whose key has the id of a certified one and is another', async () => {
    const { desk, file } = await someBundle()
    const { keyId } = await ownKey(desk.secrets, algorithmNamed('ed25519'))
    const other = algorithmNamed('ed25519').publicKeyOf(new Uint8Array(32).fill(5))
    await base.city.database.query(
      `update machine_keys set body = jsonb_set(body, '{publicKey}', to_jsonb($2::text)) where key_id = $1`,
      [keyId, other],
    )
    expect(await refusalOf(file)).toBe('not-its-own')
    expect(await refusalOf(file, keyId)).toBe('not-its-own')
    expect(await filedIds(desk)).toEqual([])
  })

  it('a machine whose key was revoked', async () => {
    const { desk, file } = await someBundle()
    const { keyId } = await ownKey(desk.secrets, algorithmNamed('ed25519'))
    await base.city.database.query('update machine_keys set revoked_at = now() where key_id = $1', [keyId])
    expect(await refusalOf(file)).toBe('key-revoked')
  })

  it.each([
    ['another station’s name', { station: '150499000000' }, 'not-its-own'],
    ['another machine’s name', { device: 'Q9' }, 'not-its-own'],
    ['a part that this version does not know', { parts: [{ kind: 'scan' }] }, 'unreadable'],
    ['no number', { n: 0 }, 'unreadable'],
    ['the id of a step in capitals', (station: MadeStation) => inCapitals(station, 'id'), 'unreadable'],
    ['the id of a case in capitals', (station: MadeStation) => inCapitals(station, 'caseId'), 'unreadable'],
  ] as const)('a certified machine that writes %s', async (_what, change, code) => {
    const desk = await offlineDesk()
    const secret = Buffer.from(await ownSecretKey(desk.secrets, algorithmNamed('ed25519')))
    const file = await forgedBundle(
      { ...(await desk.content()), ...(typeof change === 'function' ? change(desk.station) : change) },
      await publicKeyOf(base.city),
      secret,
    )
    expect(await refusalOf(file)).toBe(code)
  })

  it('a certified machine that speaks in the name of another machine inside a message', async () => {
    const desk = await offlineDesk()
    const secret = Buffer.from(await ownSecretKey(desk.secrets, algorithmNamed('ed25519')))
    const message = { protocol: 1 as const, station: desk.station.code, device: 'Q9' }
    const actions = reissueActions({ station: desk.station, n: 0 })
    const content = { ...(await desk.content()), messages: [{ ...message, actions }] }
    expect(await refusalOf(await forgedBundle(content, await publicKeyOf(base.city), secret))).toBe(
      'not-its-own',
    )
  })

  it('counts that no base holds', async () => {
    const desk = await offlineDesk()
    const secret = Buffer.from(await ownSecretKey(desk.secrets, algorithmNamed('ed25519')))
    const content = await desk.content()
    const trail = { ...content.report.trail, n: 3_000_000_000 }
    for (const more of [
      { n: 3_000_000_000 },
      { lastOrder: 3_000_000_000 },
      { report: { ...content.report, trail } },
    ]) {
      const file = await forgedBundle({ ...content, ...more }, await publicKeyOf(base.city), secret)
      expect(await refusalOf(file)).toBe('unreadable')
    }
  })

  it('a file that unpacks to more than a station ever writes', async () => {
    const desk = await offlineDesk()
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(140 * 1024 * 1024), { level: 1 }))
    const secret = Buffer.from(await ownSecretKey(desk.secrets, algorithmNamed('ed25519')))
    expect(await refusalOf(await forgedBundle(bomb, await publicKeyOf(base.city), secret))).toBe('too-large')
  })

  it('what is no bundle, what goes the other way, and what is sealed for another city', async () => {
    const { desk, file } = await someBundle()
    const { path } = await taken(desk, file)
    expect(await refusalOf(new TextEncoder().encode('MZ a program\n'))).toBe('not-a-bundle')
    expect(await refusalOf(await readFile(path))).toBe('other-way')
    const otherCity = (await ownKey(desk.secrets, algorithmNamed('ed25519'))).publicKey
    expect(await refusalOf(await forgedBundle(await desk.content(), otherCity))).toBe('does-not-open')
  })
})

describe('what the desk refuses, with nothing changed', () => {
  it('an answer for another machine, bent, or signed by somebody else', async () => {
    const { desk, file } = await someBundle()
    const other = await offlineDesk(2, desk.station)
    const { path } = await taken(desk, file)
    const answer = await readFile(path)
    const lines = desk.journal.lines.length
    await expect(other.takeIn(path)).rejects.toThrow('does-not-open')
    const bent = join(stick, 'bent')
    await fc.assert(
      fc.asyncProperty(fc.nat(answer.length - 1), async (at) => {
        const changed = new Uint8Array(answer)
        changed[at] = must(changed[at], 'a byte') ^ 1
        await writeFile(bent, changed)
        await expect(desk.takeIn(bent)).rejects.toThrow(/does-not-open|not-a-bundle|forged/)
      }),
      { numRuns: 60 },
    )
    expect(desk.journal.lines).toHaveLength(lines)
  })
})

/** Moments at which the program waits while it exports or imports; more than there are. */
const mostMoments = 60

describe('the power fails', () => {
  it('at any await of an export: what has its name on the stick is marked, and nothing is lost', async () => {
    const station = await addStation(base.city, 1)
    let cuts = 0
    for (let moments = 0; moments < mostMoments; moments += 1) {
      const desk = await offlineDesk(1, station)
      await work(desk, 0, 2)
      desk.powerFailsAfter(moments)
      const done = await desk.handOver().catch(() => undefined)
      if (!done) {
        cuts += 1
        await desk.startAgain()
      }
      const named = (await desk.files()).length > 0
      const rows = await desk.store.database.outbox.toArray()
      expect(rows).toHaveLength(2)
      if (named) expect(rows.map(({ bundle }) => bundle)).toEqual([1, 1])
      if (done) break
    }
    expect(cuts).toBeGreaterThan(8)
  })

  it('at any await of an import: the rest is taken in the next time, once', async () => {
    let cuts = 0
    for (let moments = 0; moments < mostMoments * 4; moments += 5) {
      const desk = await offlineDesk(1)
      const ids = await work(desk, 0)
      await desk.handOver()
      const { path } = await taken(desk)
      desk.powerFailsAfter(moments)
      const done = await desk.takeIn(path).catch(() => undefined)
      // What is looked at afterwards is not cut.
      desk.powerFailsAfter(Number.POSITIVE_INFINITY)
      if (!done) {
        cuts += 1
        await desk.startAgain()
        expect(await desk.takeIn(path)).toMatchObject({ ok: true })
      }
      expect(await outcomes(desk, ids)).toEqual(everyOne(ids, 'received'))
      expect(await desk.store.database.outbox.count()).toBe(0)
      expect(await desk.store.database.pending.count()).toBe(0)
      expect(await readLeaseRequests(desk.store)).toEqual([])
      expect((await readLeases(desk.store)).some(({ device }) => device === desk.device)).toBe(true)
      desk.close()
      if (done) break
    }
    expect(cuts).toBeGreaterThan(3)
  })
})
