import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createRawServer, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { exchange } from '../../electron/services/line/line.ts'
import { nameTheBreak } from '../../electron/services/line/name-the-break.ts'

const patience = { headersWithin: 300, bodyWithin: 300 }
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

const ask = (city: { address: string; token: string }) =>
  exchange(fetch, city, { method: 'GET', path: '/v1/health' }, patience)

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
    expect(await ask(await cityThat(() => undefined))).toEqual({ kind: 'no-line', reason: 'timeout' })
    const stalling = await cityThat((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
    })
    expect(await ask(stalling)).toEqual({ kind: 'no-line', reason: 'timeout' })
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
    const result = await exchange(fetch, flooding, { method: 'GET', path: '/v1/x' })
    expect(result).toEqual({ kind: 'no-line', reason: 'other' })
  })

  it.each([
    ['net::ERR_CONNECTION_REFUSED', 'refused'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['net::ERR_CONNECTION_RESET', 'cut'],
    ['net::ERR_INTERNET_DISCONNECTED', 'cut'],
    ['net::ERR_FAILED', 'other'],
  ])('calls %s by the name %s', (message, reason) => {
    expect(nameTheBreak(new Error(message))).toBe(reason)
  })
})
