import 'fake-indexeddb/auto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action } from '../../shared/cases/action.ts'
import { actionsHandedOutSchema } from '../../shared/sync/messages.ts'
import { mostPackedDown, packedType } from '../../shared/sync/packed-messages.ts'
import { pack } from '../../shared/sync/packed/pack.ts'
import { unpack } from '../../shared/sync/packed/unpack.ts'
import type { LinePort, MessageBody } from '../../renderer/sync/line-port.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { exchange } from '../../electron/services/line/line.ts'
import { introduced } from '../builders/authors.ts'
import { instantOfTests, makeRegister, reissueActions, type MadeStation } from '../builders/reissues.ts'
import { closeDesks, importOf, openStore, record, stands } from '../local/made-desk.ts'
import { makeMemoryJournal } from '../local/memory-journal.ts'
import * as wireOfVersion1 from '../sync/wire-version-1.ts'
import {
  addStation,
  bearer,
  firstOf,
  newId,
  openEmbeddedForTest,
  type CityUnderTest,
} from './city-under-test.ts'

let base: CityUnderTest
let address: string
beforeAll(async () => {
  base = await openEmbeddedForTest()
  address = await base.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  closeDesks()
  await base.close()
})

/** A desk's line, over a socket, as the machine makes it; and what went over it. */
function lineOf({ token }: MadeStation, at = address) {
  const posted: MessageBody[] = []
  const line: LinePort = {
    exchange: (method, path, body) => {
      if (body !== undefined) posted.push(body)
      return exchange(fetch, { address: at, token }, { method, path, body })
    },
  }
  return { line, posted }
}

async function openDesk(station: MadeStation) {
  const { store } = await openStore(`skew-${station.code}-${newId()}`, makeMemoryJournal())
  await stands(store, importOf(station, makeRegister(station, 2)))
  return store
}

const roundOf = (station: MadeStation) => ({
  station: station.code,
  device: 'D1',
  introduce: introduced,
  sample: true,
  now: () => instantOfTests,
  chance: () => 0,
})

describe('a station one version behind', () => {
  it('files and fetches as before: everything it gets reads with the schemas that it knows', async () => {
    const station = await addStation(base.city, 1)
    const health = await (await fetch(`${address}/v1/health`)).json()
    expect(wireOfVersion1.healthSchema.parse(health)).toMatchObject({ protocol: 1 })
    const message = wireOfVersion1.sendActionsSchema.parse({
      protocol: 1,
      station: station.code,
      device: 'D1',
      actions: reissueActions({ station, n: 0 }),
    })
    const filed = await fetch(`${address}/v1/actions`, {
      method: 'POST',
      headers: { ...bearer(station), 'content-type': 'application/json' },
      body: JSON.stringify(message),
    })
    const { verdicts } = wireOfVersion1.actionsFiledSchema.parse(await filed.json())
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'accepted'))
    const handedOut = await fetch(`${address}/v1/actions?station=${station.code}&after=0`, {
      headers: bearer(station),
    })
    const { actions } = wireOfVersion1.actionsHandedOutSchema.parse(await handedOut.json())
    expect(actions.map(({ action }) => action)).toEqual(message.actions)
  })

  it('a message it does not understand is kept, and everything behind it still comes', async () => {
    const station = await addStation(base.city, 2)
    const store = await openDesk(station)
    const ofTomorrow: Action = { ...firstOf(reissueActions({ station, n: 0 })), caseType: 'of-tomorrow' }
    // As a city one version ahead has filed it.
    await base.city.database.query(
      `insert into actions (station, order_number, id, case_id, case_type, step, digest, receipt, filed_at, action)
       values ($1, 1, $2, $3, $4, $5, '', 'CF-1', now(), $6::jsonb)`,
      [
        station.code,
        ofTomorrow.id,
        ofTomorrow.caseId,
        'of-tomorrow',
        ofTomorrow.step,
        JSON.stringify(ofTomorrow),
      ],
    )
    await base.city.database.query('update stations set last_order = 1 where code = $1', [station.code])
    await record(store, reissueActions({ station, n: 1 }))
    const { line } = lineOf(station)
    expect(await oneRound({ store, line, ...roundOf(station) })).toBe(true)
    expect(await store.database.actions.get(ofTomorrow.id)).toBeDefined()
    expect((await store.database.meta.get(`unapplied:${ofTomorrow.id}`))?.value).toEqual([
      'no-such-case-type',
    ])
    expect((await store.database.meta.get('lastOrder'))?.value).toBe(6)
  })
})

describe('a desk of this version', () => {
  it('sends packed to a city that reads it, and both come to the same', async () => {
    const station = await addStation(base.city, 2)
    const store = await openDesk(station)
    const actions = reissueActions({ station, n: 0 })
    await record(store, actions)
    const { line, posted } = lineOf(station)
    expect(await oneRound({ store, line, ...roundOf(station) })).toBe(true)
    expect(posted.map((body) => typeof body)).toEqual(['object'])
    expect(await store.database.outbox.count()).toBe(0)
    const answer = await fetch(`${address}/v1/actions?station=${station.code}&after=0`, {
      headers: { ...bearer(station), accept: packedType },
    })
    expect(answer.headers.get('content-type')).toBe(packedType)
    const page = actionsHandedOutSchema.parse(
      unpack(new Uint8Array(await answer.arrayBuffer()), mostPackedDown),
    )
    expect(page.protocol).toBe(2)
    expect(page.actions.map(({ action }) => action)).toEqual(actions)
  })

  it('speaks version 1 to a city that was not upgraded yet', async () => {
    const station = await addStation(base.city, 2)
    const store = await openDesk(station)
    await record(store, reissueActions({ station, n: 0 }))
    const { line, posted } = lineOf(station)
    const toOldCity: LinePort = {
      exchange: async (method, path, body) => {
        const answer = await line.exchange(method, path, body)
        if (path !== '/v1/health' || answer.kind !== 'answer') return answer
        const health = wireOfVersion1.healthSchema.parse(JSON.parse(String(answer.body)))
        return { ...answer, body: JSON.stringify(health) }
      },
    }
    expect(await oneRound({ store, line: toOldCity, ...roundOf(station) })).toBe(true)
    expect(posted).toHaveLength(1)
    expect(() => wireOfVersion1.sendActionsSchema.parse(JSON.parse(String(posted[0])))).not.toThrow()
  })
})

describe('a packed body', () => {
  const post = (
    station: MadeStation,
    body: Uint8Array<ArrayBuffer>,
    more: Record<string, string> = {},
    path = 'actions',
  ) =>
    fetch(`${address}/v1/${path}`, {
      method: 'POST',
      headers: { ...bearer(station), 'content-type': packedType, ...more },
      body,
    })

  it('may be gzipped; a fault is JSON all the same', async () => {
    const station = await addStation(base.city, 1)
    const message = {
      protocol: 2,
      station: station.code,
      device: 'D1',
      actions: reissueActions({ station, n: 0 }),
    }
    const packed = new Uint8Array(gzipSync(pack(message)))
    const filed = await post(station, packed, { 'content-encoding': 'gzip', accept: packedType })
    expect(unpack(new Uint8Array(await filed.arrayBuffer()), mostPackedDown)).toMatchObject({ protocol: 2 })
    const wrong = await post(station, pack({ ...message, station: '1' }), { accept: packedType })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({ code: 'bad-request', field: 'station' })
  })

  it('that cannot be read, or that swells, is refused in words and files nothing', async () => {
    const station = await addStation(base.city, 1)
    const swelling = pack(Array.from({ length: 3000 }, () => 'x'.repeat(3000)))
    for (const body of [Uint8Array.of(2, 255), Uint8Array.of(), Uint8Array.of(9, 9, 9), swelling]) {
      const answer = await post(station, body)
      expect(answer.status).toBe(400)
      expect(wireOfVersion1.faultSchema.parse(await answer.json()).message).not.toBe('')
    }
  })

  it('is for actions alone', async () => {
    const station = await addStation(base.city, 1)
    expect((await post(station, pack({}), {}, 'machine-reports')).status).toBe(415)
  })
})
