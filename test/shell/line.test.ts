import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { setTimeout as rest } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Duplex } from 'node:stream'
import { randomBytes } from 'node:crypto'
import { connect, createServer as createRawServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { exchange } from '../../electron/services/line/line.ts'
import { cityFetchWith, firstProxy } from '../../electron/services/line/city-fetch.ts'
import { nameTheBreak } from '../../electron/services/line/name-the-break.ts'

// Long enough for an answer on a busy machine, short enough for the tests of a silent city.
const patience = { headersWithin: 2000, bodyWithin: 2000 }
const open: { close: () => unknown }[] = []

afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

async function cityThat(answers: RequestListener): Promise<{ address: string; token: string }> {
  const server = createServer(answers)
  return { address: await listen(server), token: 'made-up' }
}

async function listen(server: Server | ReturnType<typeof createRawServer>): Promise<string> {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const listensAndSleeps = `
  const { workerData, parentPort } = require('node:worker_threads')
  const server = require('node:net').createServer()
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port)
    setTimeout(() => Atomics.wait(new Int32Array(workerData), 0, 0), 50)
  })
`

/** A machine whose port is open and whose program does not take connections any more: those that it owes fill its queue. */
async function deafMachine(): Promise<string> {
  const sleep = new SharedArrayBuffer(4)
  const worker = new Worker(listensAndSleeps, { eval: true, workerData: sleep })
  const port = await new Promise<number>((resolve) => worker.once('message', resolve))
  await rest(300)
  const waiting: Socket[] = Array.from({ length: 4 }, () =>
    connect(port, '127.0.0.1').on('error', () => undefined),
  )
  open.push({
    close: () => {
      for (const socket of waiting) socket.destroy()
      Atomics.store(new Int32Array(sleep), 0, 1)
      Atomics.notify(new Int32Array(sleep), 0)
      void worker.terminate()
    },
  })
  await rest(300)
  return `http://127.0.0.1:${port}`
}

/** The line as it ships, with no proxy set. */
const { fetch: direct } = cityFetchWith({}, async () => 'DIRECT')

/** Patience of the line itself for what answers, a short one for what never does. */
const ask = (city: { address: string; token: string }, within?: typeof patience) =>
  exchange(direct, city, { method: 'GET', path: '/v1/health' }, within)

describe('the line to the city', () => {
  it('brings whatever the city answers, good or bad', async () => {
    for (const status of [200, 400, 409, 500, 503]) {
      const city = await cityThat((_request, response) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end('{"words":"户口"}')
      })
      expect(await ask(city)).toEqual({
        kind: 'answer',
        status,
        contentType: 'application/json',
        body: '{"words":"户口"}',
      })
    }
  })

  it.each([
    ['20', { retryAfter: 20 }],
    ['86400', { retryAfter: 600 }],
    ['Wed, 21 Oct 2026 07:28:00 GMT', {}],
    ['-3', {}],
  ])('hears “retry-after: %s”, and believes no rest longer than ten minutes', async (said, heard) => {
    const city = await cityThat((_request, response) => {
      response.writeHead(503, { 'content-type': 'application/json', 'retry-after': said }).end('{}')
    })
    const answer = { kind: 'answer', status: 503, contentType: 'application/json', body: '{}' }
    expect(await ask(city)).toEqual({ ...answer, ...heard })
  })

  it('gives up on a city that does not answer, or stops in the middle of its answer', async () => {
    expect(await ask(await cityThat(() => undefined), patience)).toEqual({
      kind: 'no-line',
      reason: 'timeout',
    })
    const stalling = await cityThat((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
    })
    expect(await ask(stalling, patience)).toEqual({ kind: 'no-line', reason: 'timeout' })
  })

  it.each([
    ['a length that it does not come to', 'content-length: 100\r\n\r\nhalf'],
    ['pieces of which the last never comes', 'transfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
    ['a piece that is cut in it', 'transfer-encoding: chunked\r\n\r\n64\r\nhalf'],
  ])('calls a body cut that is closed half way: with %s', async (_what, content) => {
    for (const leave of ['end', 'resetAndDestroy'] as const) {
      const closing = await listen(
        createRawServer((socket) => {
          socket.on('error', () => undefined)
          socket.once('data', () => {
            const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
            socket.write(head + content, () => setTimeout(() => socket[leave](), 50))
          })
        }),
      )
      expect(await ask({ address: closing, token: '' })).toEqual({ kind: 'no-line', reason: 'cut' })
    }
  })

  it('names a machine that never takes the connection a timeout', { timeout: 60_000 }, async () => {
    const deaf = await deafMachine()
    // More patience than the network stack has: it is its own limit that ends this.
    const within = { headersWithin: 40_000, bodyWithin: 1000 }
    expect(await ask({ address: deaf, token: '' }, within)).toEqual({ kind: 'no-line', reason: 'timeout' })
  })

  describe('on a slow line', () => {
    const quick = { headersWithin: 400, bodyWithin: 400 }
    const post = (city: { address: string; token: string }, bytes: number) =>
      exchange(
        direct,
        city,
        { method: 'POST', path: '/v1/actions', body: new Uint8Array(randomBytes(bytes)) },
        quick,
      )

    it('gives a message more time the longer it is: what 4 kB a second take', async () => {
      const slow = await cityThat((request, response) => {
        request.resume()
        request.on('end', () => setTimeout(() => response.writeHead(200).end('{}'), 1000))
      })
      expect(await post(slow, 40)).toEqual({ kind: 'no-line', reason: 'timeout' })
      expect(await post(slow, 10_000)).toMatchObject({ kind: 'answer', status: 200 })
    })

    it('gives an answer more time for what has come of it, and gives up when nothing more comes', async () => {
      const trickling = await cityThat(async (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/plain' })
        response.write('a'.repeat(10_000))
        await rest(1000)
        response.end('b'.repeat(10))
      })
      expect(await ask(trickling, quick)).toMatchObject({ kind: 'answer', status: 200 })
      const stalling = await cityThat((_request, response) => {
        response.writeHead(200, { 'content-length': '5000' }).write('a'.repeat(1000))
      })
      expect(await ask(stalling, quick)).toEqual({ kind: 'no-line', reason: 'timeout' })
    })
  })

  it('takes neither a redirect nor a broken connection nor a missing address for an answer', async () => {
    const moved = await cityThat((_request, response) => {
      response.writeHead(302, { location: '/v1/other' }).end()
    })
    expect(await ask(moved)).toMatchObject({ kind: 'no-line' })
    const hangingUp = await listen(createRawServer((socket) => socket.destroy()))
    expect(await ask({ address: hangingUp, token: '' })).toMatchObject({ kind: 'no-line' })
    expect(await ask({ address: '', token: '' })).toEqual({ kind: 'no-line', reason: 'other' })
  })

  it('refuses an answer that is larger than the desk is willing to hold', async () => {
    const flooding = await cityThat((_request, response) => {
      const chunk = Buffer.alloc(1 << 20)
      const pour = () => {
        while (response.writable && response.write(chunk));
        response.once('drain', pour)
      }
      response.writeHead(200)
      pour()
    })
    const result = await exchange(direct, flooding, { method: 'GET', path: '/v1/x' })
    expect(result).toEqual({ kind: 'no-line', reason: 'other' })
  })

  it('goes through the proxy that the system has set', async () => {
    const asked: string[] = []
    const proxy = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
    proxy.on('connect', (request: IncomingMessage, socket: Duplex) => {
      asked.push(request.url ?? '')
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
    const place = (await listen(proxy)).replace('http://', '')
    const { fetch: throughProxy } = cityFetchWith({}, async () => `PROXY ${place}; DIRECT`)
    const city = { address: 'https://city.example', token: '' }
    expect(await exchange(throughProxy, city, { method: 'GET', path: '/v1/health' }, patience)).toMatchObject(
      { kind: 'no-line' },
    )
    expect(asked).toEqual(['city.example:443'])
  })

  it.each([
    ['DIRECT', undefined],
    ['PROXY 10.0.0.1:3128; DIRECT', 'http://10.0.0.1:3128'],
    ['HTTPS proxy.example:443', 'https://proxy.example:443'],
    ['SOCKS5 10.0.0.1:1080', undefined],
    ['', undefined],
  ])('reads “%s” as the proxy %s', (said, proxy) => {
    expect(firstProxy(said)).toBe(proxy)
  })

  it.each([
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'refused'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls'],
    ['ECONNRESET', 'cut'],
    ['UND_ERR_SOCKET', 'cut'],
    ['EISDIR', 'other'],
  ])('calls %s by the name %s, however deep it lies', (code, reason) => {
    const deep = Object.assign(new Error('words that nobody reads'), { code })
    expect(nameTheBreak(new TypeError('fetch failed', { cause: deep }))).toBe(reason)
  })
})
