import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultSchema, messageAtCitySchema, protocolVersion } from '../../shared/sync/messages.ts'
import { validateUpToFirst } from '../../server/http/validate-requests.ts'
import { reissueActions, type MadeStation } from '../builders/reissues.ts'
import { badRequests, changed, type GoodMessage } from './bad-request-table.ts'
import {
  addStation,
  bearer,
  fetchAll,
  firstOf,
  messageOf,
  openEmbeddedForTest,
  send,
  type CityUnderTest,
} from './city-under-test.ts'

let base: CityUnderTest
let station: MadeStation
let port: number

beforeAll(async () => {
  base = await openEmbeddedForTest()
  station = await addStation(base.city, 2)
  await base.app.listen({ port: 0, host: '127.0.0.1' })
  port = (base.app.server.address() as AddressInfo).port
})
afterAll(() => base.close())

function goodMessage(): GoodMessage {
  return messageOf(station, reissueActions({ station, n: 0 }))
}

describe('a bad request', () => {
  it.each(badRequests)(
    'names what is wrong and files nothing: $what',
    async ({ status, code, field, body, headers }) => {
      const answer = await fetch(`http://127.0.0.1:${port}/v1/actions`, {
        method: 'POST',
        headers: { ...bearer(station), 'content-type': 'application/json', ...headers },
        body: (body ?? changed({}))(goodMessage()),
      })
      const text = await answer.text()
      const fault = faultSchema.parse(JSON.parse(text))
      expect({ status: answer.status, code: fault.code, field: fault.field }).toEqual({ status, code, field })
      expect(fault.message).toMatch(/^[\p{Script=Han}“”，。、；：（）\w\s.-]+。$/u)
      expect(text).not.toMatch(/\bat \S+:\d+|node_modules|Error/)
      expect(await fetchAll(base.app, station)).toEqual([])
    },
  )

  it('of lists full of nonsense is turned away by their length or by the first item, wherever lists are', async () => {
    const nothings = (count: number) => Array.from({ length: count }, () => 0)
    const own = { station: station.code, device: 'D1' }
    const id = '00000000-0000-4000-8000-000000000000'
    for (const [path, body, field] of [
      [
        '/v1/actions/verdicts',
        { protocol: protocolVersion, station: station.code, ids: nothings(4_000_000) },
        'ids',
      ],
      [
        '/v1/actions/verdicts',
        { protocol: protocolVersion, station: station.code, ids: [id, ...nothings(99)] },
        'ids.1',
      ],
      ['/v1/leases', { ...own, machine: id, requests: nothings(4_000_000) }, 'requests'],
      ['/v1/user-keys', { ...own, machineKey: 'a'.repeat(12), keys: nothings(4_000_000) }, 'keys'],
    ] as const) {
      const [answer, health] = await Promise.all([
        fetch(`http://127.0.0.1:${port}${path}`, {
          method: 'POST',
          headers: { ...bearer(station), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
        fetch(`http://127.0.0.1:${port}/v1/health`),
      ])
      expect({ path, status: answer.status, ...faultSchema.parse(await answer.json()) }).toMatchObject({
        path,
        status: 400,
        code: 'bad-request',
        field,
      })
      expect(health.status).toBe(200)
    }
  })

  it('is read up to the first thing that is wrong', () => {
    const read = validateUpToFirst({ schema: messageAtCitySchema, method: 'POST', url: '/v1/actions' })
    const [accept, ...rest] = goodMessage().actions
    const nonsense = Array.from({ length: 900 }, () => ({ base: { case: -1, records: { a: '', b: '' } } }))
    const wrong = read({ ...goodMessage(), actions: [accept, ...nonsense] })
    const { error } = wrong as { error: readonly { instancePath: string }[] }
    expect(error.length).toBeGreaterThan(3)
    expect(error.filter(({ instancePath }) => !instancePath.startsWith('/actions/1/'))).toEqual([])
    expect(read({ ...goodMessage(), actions: [accept, ...rest], more: 1 })).toEqual({ value: goodMessage() })
  })

  it.each(['3000000000', '2147483648', '-1', 'x'])(
    'for what was filed after an order %s that no base holds',
    async (after) => {
      const url = `/v1/actions?station=${station.code}&after=${after}`
      const answer = await base.app.inject({ url, headers: bearer(station) })
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({ code: 'bad-request', field: 'after' })
    },
  )

  it('to an address that does not exist is told so', async () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/v1/actions/7'],
      ['DELETE', '/v1/actions'],
      ['GET', '/%E0%A4%A'],
    ] as const) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method })
      expect([400, 404]).toContain(answer.status)
      expect(faultSchema.safeParse(await answer.json()).success).toBe(true)
    }
  })

  it('for a page of the log names the parameter', async () => {
    for (const [query, field] of [
      ['after=0', 'station'],
      [`station=${station.code}`, 'after'],
      [`station=${station.code}&after=-1`, 'after'],
      [`station=${station.code}&after=0&limit=9999`, 'limit'],
    ] as const) {
      const answer = await base.app.inject({
        method: 'GET',
        url: `/v1/actions?${query}`,
        headers: bearer(station),
      })
      expect(answer.statusCode).toBe(400)
      expect(faultSchema.parse(answer.json())).toMatchObject({ code: 'bad-request', field })
    }
  })

  it('whose line breaks in the middle of the body leaves nothing and the server well', async () => {
    const body = JSON.stringify(goodMessage())
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST /v1/actions HTTP/1.1\r\nHost: city\r\nAuthorization: Bearer ${station.token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 500)}`,
        )
        setTimeout(() => socket.destroy(), 100)
      })
      socket.on('close', () => resolve())
    })
    const health = await fetch(`http://127.0.0.1:${port}/v1/health`)
    expect(health.status).toBe(200)
    expect(await fetchAll(base.app, station)).toEqual([])
  })

  it('that is not even HTTP is answered and closed', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'))
      let text = ''
      socket.on('data', (bytes) => (text += bytes.toString()))
      socket.on('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1.1 400/)
    expect(faultSchema.safeParse(JSON.parse(answer.slice(answer.indexOf('{')))).success).toBe(true)
  })
})

describe('a good request', () => {
  it('may be gzipped, and its answer comes compressed', async () => {
    const own = await addStation(base.city, 3)
    const actions = [0, 1, 2].flatMap((n) => reissueActions({ station: own, n }))
    const body = gzipSync(JSON.stringify(messageOf(own, actions)))
    const headers = { ...bearer(own), 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const answer = await fetch(`http://127.0.0.1:${port}/v1/actions`, { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      protocol: protocolVersion,
      verdicts: actions.map(({ id }) => ({ id })),
    })
    const encoding = await new Promise((resolve, reject) => {
      const path = `/v1/actions?station=${own.code}&after=0`
      httpRequest(
        { port, host: '127.0.0.1', path, headers: { ...bearer(own), 'accept-encoding': 'gzip, br' } },
        (message) => {
          message.resume()
          resolve(message.headers['content-encoding'])
        },
      )
        .on('error', reject)
        .end()
    })
    expect(encoding).toBe('br')
    expect((await fetchAll(base.app, own)).map(({ action }) => action)).toEqual(actions)
  })

  it('may come from the desk and from no other page', async () => {
    expect((await askFrom('app://desk')).headers['access-control-allow-origin']).toBe('app://desk')
    expect((await askFrom('https://example.com')).headers['access-control-allow-origin']).toBeUndefined()
  })

  it('is answered with headers that keep a browser from misusing it', async () => {
    const { headers } = await base.app.inject('/v1/health')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('is unharmed by a bad action beside it', async () => {
    const own = await addStation(base.city, 1)
    const [accept, ...rest] = reissueActions({ station: own, n: 0 })
    const nonsense = { ...firstOf(rest), id: firstOf(rest).caseId, facts: { a: { b: [1, null, 'x'] } } }
    const verdicts = await send(base.app, own, [...(accept ? [accept] : []), nonsense, ...rest])
    expect(verdicts.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'refused',
      'accepted',
      'accepted',
      'accepted',
      'accepted',
    ])
  })
})

function askFrom(origin: string) {
  const headers = { origin, 'access-control-request-method': 'POST' }
  return base.app.inject({ method: 'OPTIONS', url: '/v1/actions', headers })
}
