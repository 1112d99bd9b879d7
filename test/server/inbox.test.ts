import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import {
  actionsForLaterPath,
  actionsToKeepPath,
  verdictsGivenSchema,
  verdictsPath,
  type VerdictsGiven,
} from '../../shared/sync/answer-later.ts'
import { mostActionsAtOnce, protocolVersion } from '../../shared/sync/messages.ts'
import { packedType } from '../../shared/sync/packed-messages.ts'
import { pack } from '../../shared/sync/packed/pack.ts'
import { buildApp } from '../../server/app.ts'
import type { City } from '../../server/city.ts'
import { asStation } from '../../server/database/as-station.ts'
import { usualCapacity } from '../../server/http/admit-requests.ts'
import type { App } from '../../server/http/fastify-app.ts'
import { judgeOldest } from '../../server/inbox/judge-oldest.ts'
import { keepMessage } from '../../server/inbox/keep-message.ts'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import {
  instantOfTests,
  makeCityPackage,
  makeRegister,
  makeStation,
  reissueActions,
  type MadeStation,
} from '../builders/reissues.ts'
import {
  addStation,
  bearer,
  bothStores,
  fetchAll,
  gzippedPackage,
  messageOf,
  optionsOfTests,
  send,
  type CityUnderTest,
} from './city-under-test.ts'

const watch = {
  reportFault: (error: unknown) => {
    throw error
  },
}

function sendForLater(
  app: App,
  station: MadeStation,
  actions: readonly Action[],
  url: string = actionsForLaterPath,
) {
  return app.inject({
    method: 'POST',
    url,
    headers: bearer(station),
    payload: messageOf(station, actions),
  })
}

/** As the bytes of another program may be: with a mark in front, a word that no schema knows, packed tightly or loosely. */
function strangelyWritten(station: MadeStation, actions: readonly Action[], level: number): Buffer {
  const json = JSON.stringify({ ...messageOf(station, actions), mood: 'fine' })
  return gzipSync(`\uFEFF${json}`, { level })
}

/** More follows: they lie there unjudged. */
function sendGzipped(app: App, station: MadeStation, payload: Buffer) {
  return app.inject({
    method: 'POST',
    url: actionsToKeepPath,
    headers: { ...bearer(station), 'content-type': 'application/json', 'content-encoding': 'gzip' },
    payload,
  })
}

/** More follows. */
function sendToKeep(app: App, station: MadeStation, actions: readonly Action[]) {
  return sendForLater(app, station, actions, actionsToKeepPath)
}

/** Without a nudge to whoever judges: it lies there. */
function keep(city: City, station: MadeStation, actions: readonly Action[]) {
  return keepMessage(city, { ...messageOf(station, actions), actions: [...actions] })
}

function askAs(asking: MadeStation, app: App, station: MadeStation, actions: readonly Action[]) {
  return app.inject({
    method: 'POST',
    url: verdictsPath,
    headers: bearer(asking),
    payload: { protocol: protocolVersion, station: station.code, ids: actions.map(({ id }) => id) },
  })
}

async function ask(app: App, station: MadeStation, actions: readonly Action[]): Promise<VerdictsGiven> {
  return verdictsGivenSchema.parse((await askAs(station, app, station, actions)).json())
}

describe.each(bothStores)('a busy city on %s', (_name, open) => {
  let base: CityUnderTest
  /** Everything is too much for it at once. */
  let busy: App

  beforeAll(async () => {
    base = await open()
    busy = await buildApp({
      city: base.city,
      sample: true,
      capacity: { ...usualCapacity, mostAnsweredAtOnce: 0 },
    })
  }, 120_000)
  afterAll(async () => {
    await busy.close()
    await base.close()
  })

  const waiting = async ({ code }: MadeStation) => {
    const rows = await base.city.database.query('select digest from inbox where station = $1', [code])
    return rows.length
  }

  const bytesKept = async ({ code }: MadeStation) => {
    const rows = await base.city.database.query<{ bytes: Uint8Array }>(
      'select message as bytes from inbox where station = $1 order by place',
      [code],
    )
    return rows.map(({ bytes }) => Buffer.from(bytes))
  }

  it('keeps what can wait, judges it soon, and gives the verdicts that it would have given at once', async () => {
    const station = await addStation(base.city, 1)
    const actions = reissueActions({ station, n: 0 })
    const kept = await sendForLater(busy, station, actions)
    expect([kept.statusCode, kept.json()]).toEqual([202, { protocol: protocolVersion, kept: 5 }])
    const given = await ask(busy, station, actions)
    expect(given.verdicts.map(({ id, outcome }) => [id, outcome])).toEqual(
      actions.map(({ id }) => [id, 'accepted']),
    )
    expect(await send(busy, station, actions)).toEqual(given.verdicts)
    expect(await waiting(station)).toBe(0)
  })

  it('answers at once whoever cannot wait, and everybody while it is not busy', async () => {
    const station = await addStation(base.city, 2)
    expect(await send(busy, station, reissueActions({ station, n: 0 }))).toHaveLength(5)
    const quiet = await sendForLater(base.app, station, reissueActions({ station, n: 1 }))
    expect(quiet.statusCode).toBe(200)
  })

  it('files once what was kept twice, and what is sent again after it was judged', async () => {
    const station = await addStation(base.city, 1)
    const actions = reissueActions({ station, n: 0 })
    await keep(base.city, station, actions)
    await keep(base.city, station, actions)
    expect(await waiting(station)).toBe(1)
    const given = await ask(busy, station, actions)
    await sendForLater(busy, station, actions)
    expect((await ask(busy, station, actions)).verdicts).toEqual(given.verdicts)
    expect(await fetchAll(base.app, station)).toHaveLength(5)
  })

  it('keeps the bytes of the wire as they came, and files them once however they were gzipped', async () => {
    const station = await addStation(base.city, 1)
    const actions = reissueActions({ station, n: 0 })
    const written = [1, 9].map((level) => strangelyWritten(station, actions, level))
    for (const bytes of written) expect((await sendGzipped(busy, station, bytes)).statusCode).toBe(202)
    expect(await bytesKept(station)).toEqual(written)
    const given = await ask(busy, station, actions)
    expect(given.verdicts.map(({ outcome }) => outcome)).toEqual(actions.map(() => 'accepted'))
    await expect.poll(() => waiting(station)).toBe(0)
    expect((await fetchAll(base.app, station)).map(({ action }) => action)).toEqual(actions)
  })

  it('judges what was kept before what the station sends behind it', async () => {
    const station = await addStation(base.city, 1)
    const [accept, ...behind] = reissueActions({ station, n: 0 })
    if (!accept) throw new Error('a walk begins with its acceptance')
    await keep(base.city, station, [accept])
    const verdicts = await send(base.app, station, behind)
    expect(new Set(verdicts.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']))
    expect((await fetchAll(base.app, station)).map(({ action }) => action.id)).toEqual(
      [accept, ...behind].map(({ id }) => id),
    )
  })

  it('says what never came: neither judged nor being judged', async () => {
    const station = await addStation(base.city, 1)
    const never = await ask(busy, station, reissueActions({ station, n: 0 }))
    expect(never).toEqual({ protocol: protocolVersion, verdicts: [], judging: false })
  })

  it('tells a station nothing of another one’s: not by asking, and not in the base', async () => {
    const station = await addStation(base.city, 1)
    const curious = await addStation(base.city, 1)
    const actions = reissueActions({ station, n: 0 })
    const asked = await askAs(curious, busy, station, actions)
    expect([asked.statusCode, asked.json()]).toMatchObject([403, { code: 'other-station' }])
    // Its own name, another one's ids.
    await send(base.app, station, actions)
    const own = await askAs(curious, busy, curious, actions)
    expect(own.json()).toMatchObject({ verdicts: [] })
    await keep(base.city, station, actions)
    const seen = await asStation(base.city.database, curious.code, (queries) =>
      queries.query('select * from inbox'),
    )
    expect(seen).toEqual([])
  })

  it('keeps what more follows on whether it is busy or not, and judges it when the station asks', async () => {
    const station = await addStation(base.city, 2)
    const [first, second] = [0, 1].map((n) => reissueActions({ station, n }))
    for (const actions of [first, second]) {
      const kept = await sendToKeep(base.app, station, must(actions, 'two walks'))
      expect([kept.statusCode, kept.json()]).toEqual([202, { protocol: protocolVersion, kept: 5 }])
    }
    // Another one that has sent everything is judged meanwhile, and this station's still lie there.
    const other = await addStation(base.city, 1)
    const others = reissueActions({ station: other, n: 0 })
    await sendToKeep(base.app, other, others)
    expect((await ask(base.app, other, others)).verdicts).toHaveLength(5)
    expect(await waiting(station)).toBe(2)
    const last = must(second?.at(-1), 'a walk has its end')
    const given = await ask(base.app, station, [last])
    expect(given.verdicts.map(({ id, outcome }) => [id, outcome])).toEqual([[last.id, 'accepted']])
    expect(await waiting(station)).toBe(0)
    expect(await fetchAll(base.app, station)).toHaveLength(10)
  })

  it('keeps as many actions as it reads in one message, and judges them all', async () => {
    const walks = mostActionsAtOnce / 5
    const station = await addStation(base.city, walks)
    const actions = Array.from({ length: walks }, (_, n) => reissueActions({ station, n })).flat()
    const kept = await sendToKeep(base.app, station, actions)
    expect([kept.statusCode, kept.json()]).toEqual([202, { protocol: protocolVersion, kept: 1000 }])
    await ask(base.app, station, actions.slice(-1))
    const filed = await fetchAll(base.app, station)
    expect(filed.map(({ action }) => action.id)).toEqual(actions.map(({ id }) => id))
  })

  it('judges what more was announced behind and did not come', async () => {
    const station = await addStation(base.city, 1)
    await sendToKeep(base.app, station, reissueActions({ station, n: 0 }))
    await vi.waitFor(async () => expect(await waiting(station)).toBe(0), { timeout: 20_000, interval: 200 })
    expect(await fetchAll(base.app, station)).toHaveLength(5)
  }, 30_000)

  it.each([
    ['packed', (body: Buffer) => ({ payload: body, headers: {} })],
    [
      'packed and gzipped',
      (body: Buffer) => ({ payload: gzipSync(body), headers: { 'content-encoding': 'gzip' } }),
    ],
  ])('judges a %s message as if it had come as JSON, without what no schema knows', async (_how, sent) => {
    const station = await addStation(base.city, 2)
    const [asJson, packed] = [0, 1].map((n) => must(reissueActions({ station, n })[0], 'a walk begins'))
    await sendToKeep(base.app, station, [must(asJson, 'the first')])
    const message = { ...messageOf(station, [must(packed, 'the second')]), protocol: 2, beyond: 'unknown' }
    const { payload, headers } = sent(Buffer.from(pack(message)))
    const kept = await base.app.inject({
      method: 'POST',
      url: actionsToKeepPath,
      headers: { ...bearer(station), ...headers, 'content-type': packedType },
      payload,
    })
    expect(kept.statusCode).toBe(202)
    expect((await ask(base.app, station, [must(packed, 'the second')])).verdicts).toHaveLength(1)
    const filed = await fetchAll(base.app, station)
    expect(filed.map(({ action }) => action)).toEqual([asJson, packed])
  })

  it('lets no other station wait for one that it cannot judge now', async () => {
    const other = await addStation(base.city, 1)
    const stuck = []
    // More of them than are judged at the same time.
    for (let n = 0; n < 5; n += 1) stuck.push((await addStation(base.city, 1)).code)
    for (const code of stuck)
      await base.city.database.query(
        `insert into inbox (station, digest, kept_at, message) values ($1, 'x', $2, '\\x00')`,
        [code, instantOfTests],
      )
    const actions = reissueActions({ station: other, n: 0 })
    await sendForLater(busy, other, actions)
    expect((await ask(busy, other, actions)).verdicts).toHaveLength(5)
    await base.city.database.query('delete from inbox where station = any ($1::text[])', [stuck])
  })

  it('judges after its start what a process kept that did not live to judge it', async () => {
    const station = await addStation(base.city, 1)
    const actions = reissueActions({ station, n: 0 })
    await keep(base.city, station, actions)
    const next = await buildApp({ city: base.city, sample: true })
    await next.ready()
    expect((await ask(next, station, actions)).verdicts).toHaveLength(5)
    await next.close()
  })
})

it('an embedded city that lost its power has what it kept, and does not judge again what it judged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'inbox-power-'))
  const station = makeStation(7301)
  const packages = [gzippedPackage(makeCityPackage([{ station, records: makeRegister(station, 2) }]))]
  const [first, second] = [reissueActions({ station, n: 0 }), reissueActions({ station, n: 1 })]
  // Each goes on with what a crash of the one before would have left: the store is built anew from the journal each time.
  const left = async (place: string) => {
    await cp(place, `${place}-left`, { recursive: true })
    return `${place}-left`
  }
  const one = await openEmbeddedCity(folder, { ...optionsOfTests, packages })
  await keep(one, station, first)
  await keep(one, station, second)
  expect(await judgeOldest(one, station.code, watch)).toBe(true)
  const leftByOne = await left(folder)
  const two = await openEmbeddedCity(leftByOne, optionsOfTests)
  expect(await judgeOldest(two, station.code, watch)).toBe(true)
  expect(await judgeOldest(two, station.code, watch)).toBe(false)
  const leftByTwo = await left(leftByOne)
  const three = await openEmbeddedCity(leftByTwo, optionsOfTests)
  expect(await judgeOldest(three, station.code, watch)).toBe(false)
  const app = await buildApp({ city: three, sample: true })
  const filed = await fetchAll(app, station)
  expect(filed.map(({ action }) => action.id)).toEqual([...first, ...second].map(({ id }) => id))
  await app.close()
  for (const city of [three, two, one]) await city.close()
  for (const each of [folder, leftByOne, leftByTwo]) await rm(each, { recursive: true, force: true })
}, 120_000)
