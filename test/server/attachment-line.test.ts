import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchAttachment } from '../../electron/services/line/fetch-attachment.ts'
import type { Fetch } from '../../electron/services/line/line.ts'
import { chunkBytes, sendAttachment } from '../../electron/services/line/send-attachment.ts'
import { randomFor } from '../../build/sample-station/random.ts'
import { must } from '../../shared/base/must.ts'
import { attachAction, attachmentOf, digestOf, makePicture } from '../builders/pictures.ts'
import type { MadeStation } from '../builders/reissues.ts'
import { freshSteps } from './breach.ts'
import { addStation, newId, openEmbeddedForTest, send, type CityUnderTest } from './city-under-test.ts'

let base: CityUnderTest
let mine: MadeStation
let address: string
let seed = 100

beforeAll(async () => {
  base = await openEmbeddedForTest()
  mine = await addStation(base.city, 1)
  await base.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(base.app.server.address() as AddressInfo).port}`
})
afterAll(() => base.close())

/** About 900 KB, named by a filed action: four chunks. */
async function namedPicture(): Promise<Buffer> {
  seed += 1
  const bytes = makePicture(seed, 1000, 900)
  const accept = must(freshSteps(mine, 0)[0], 'accept')
  await send(base.app, mine, [accept, attachAction(accept, newId(), [attachmentOf(bytes)])])
  return bytes
}

const sendOver = (fetch: Fetch, bytes: Buffer, pause = new AbortController().signal) =>
  sendAttachment({
    fetch,
    city: { address, token: mine.token },
    digest: digestOf(bytes),
    bytes,
    pause,
    progress: () => undefined,
  })
const storedFile = (bytes: Buffer) => readFile(join(base.city.attachmentFolder, mine.code, digestOf(bytes)))

/** A line that counts the bytes of chunks, and on which one request in the order of `PATCH` may be cut in its middle. */
function countingLine(cutAt?: number) {
  const counted = { bytes: 0, chunks: 0 }
  const line: Fetch = async (url, options) => {
    if (options.method !== 'PATCH') return fetch(url, options)
    const body = options.body as Uint8Array
    counted.chunks += 1
    counted.bytes += body.length
    return counted.chunks === cutAt ? cutInTheMiddle(url, options) : fetch(url, options)
  }
  return { line, counted }
}

/** Half of the body goes out over the socket, then it is closed. */
async function cutInTheMiddle(url: string, options: RequestInit): Promise<Response> {
  const body = options.body as Uint8Array
  const half = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(body.subarray(0, body.length / 2)),
    pull: async (stream) => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      stream.error(new Error('cut'))
    },
  })
  return fetch(url, { ...options, body: half, duplex: 'half' } as RequestInit)
}

describe('a scan on its way to the city', () => {
  it('arrives whole, in chunks, and is received by the city’s own receipt', async () => {
    const bytes = await namedPicture()
    const { line, counted } = countingLine()
    expect(await sendOver(line, bytes)).toEqual({ outcome: 'received' })
    expect(counted.chunks).toBe(Math.ceil(bytes.length / chunkBytes))
    expect((await storedFile(bytes)).equals(bytes)).toBe(true)
    // Sent again by a desk that did not hear the receipt, nothing goes over the line.
    const again = countingLine()
    expect(await sendOver(again.line, bytes)).toEqual({ outcome: 'received' })
    expect(again.counted.bytes).toBe(0)
  })

  it('after a cut or a restart goes on where it was: at most one chunk goes twice', async () => {
    const bytes = await namedPicture()
    const first = countingLine(3)
    expect(await sendOver(first.line, bytes)).toMatchObject({ outcome: 'waits', reason: /断了/ })
    const second = countingLine()
    expect(await sendOver(second.line, bytes)).toEqual({ outcome: 'received' })
    expect(first.counted.bytes + second.counted.bytes).toBeLessThanOrEqual(bytes.length + chunkBytes)
    expect((await storedFile(bytes)).equals(bytes)).toBe(true)
  })

  it('stops for actions that wait, and goes on behind them', async () => {
    const bytes = await namedPicture()
    const pause = new AbortController()
    const { line, counted } = countingLine()
    const pausing: Fetch = async (url, options) => {
      const answer = await line(url, options)
      if (counted.chunks === 2) pause.abort()
      return answer
    }
    expect(await sendOver(pausing, bytes, pause.signal)).toEqual({ outcome: 'paused' })
    const rest = countingLine()
    expect(await sendOver(rest.line, bytes)).toEqual({ outcome: 'received' })
    expect(counted.bytes + rest.counted.bytes).toBeLessThanOrEqual(bytes.length + chunkBytes)
  })

  it('that was bent on the way is told and sent again from its start', async () => {
    const bytes = await namedPicture()
    const bending: Fetch = (url, options) => {
      if (options.method !== 'PATCH') return fetch(url, options)
      const bent = Uint8Array.from(options.body as Uint8Array)
      bent[100] = (bent[100] ?? 0) ^ 1
      return fetch(url, { ...options, body: bent })
    }
    expect(await sendOver(bending, bytes)).toMatchObject({ outcome: 'waits', reason: /变了样/ })
    expect(await sendOver(fetch, bytes)).toEqual({ outcome: 'received' })
    expect((await storedFile(bytes)).equals(bytes)).toBe(true)
  })

  it('waits for its action and for a city that does not know the station or wants to rest, and takes no portal for it', async () => {
    expect(await sendOver(fetch, makePicture(1))).toMatchObject({ outcome: 'waits', reason: /先送案件/ })
    const full: Fetch = async () =>
      Response.json({ code: 'x', message: '市局忙' }, { status: 503, headers: { 'retry-after': '20' } })
    expect(await sendOver(full, makePicture(1))).toEqual({
      outcome: 'waits',
      reason: '市局忙',
      retryAfter: 20,
    })
    const bytes = await namedPicture()
    const portal: Fetch = async () => new Response('<html>上网登录</html>', { status: 200 })
    expect(await sendOver(portal, bytes)).toMatchObject({ outcome: 'waits', reason: /登录页/ })
    const portalBehind: Fetch = async (url, options) =>
      options.method === 'PATCH' ? new Response('', { status: 204 }) : fetch(url, options)
    expect(await sendOver(portalBehind, bytes)).toMatchObject({ outcome: 'waits' })
    expect(
      await sendAttachment({
        fetch,
        city: { address, token: 'nobody' },
        digest: digestOf(bytes),
        bytes,
        pause: new AbortController().signal,
        progress: () => undefined,
      }),
    ).toMatchObject({ outcome: 'waits', reason: /不认识/ })
  })

  it('does not carry the station’s token to an address that the city’s answer names', async () => {
    const bytes = await namedPicture()
    const asked: string[] = []
    const leading: Fetch = async (url, options) => {
      asked.push(url)
      if (options.method === 'POST')
        return new Response('', { status: 201, headers: { location: 'http://127.0.0.2:9/v1/steal' } })
      return fetch(url, options)
    }
    expect(await sendOver(leading, bytes)).toMatchObject({ outcome: 'waits' })
    expect(asked.filter((url) => !url.startsWith(`${address}/v1/`))).toEqual([])
  })

  it.each([1, 2, 3, 4, 5, 6])(
    'over a bad line (seed %i) it arrives once, whatever happens to it',
    async (n) => {
      const bytes = await namedPicture()
      const random = randomFor(n, 'bad line')
      const bad: Fetch = async (url, options) => {
        if (random.chance(0.5)) return fetch(url, options)
        switch (random.pick(['lost', 'answer-lost', 'twice', 'portal', 'busy', 'cut'] as const)) {
          case 'lost':
            throw new TypeError('net::ERR_TIMED_OUT')
          case 'answer-lost':
            await fetch(url, options)
            throw new TypeError('net::ERR_CONNECTION_RESET')
          case 'twice':
            return must(
              (await Promise.all([fetch(url, options), fetch(url, options)]))[random.between(0, 1)],
              'both',
            )
          case 'portal':
            return new Response('<html>', { status: 200 })
          case 'busy':
            return new Response('', { status: random.between(500, 599) })
          case 'cut':
            return options.method === 'PATCH' ? cutInTheMiddle(url, options) : fetch(url, options)
        }
      }
      let tries = 0
      while ((await sendOver(bad, bytes)).outcome !== 'received' && tries < 200) tries += 1
      expect(tries).toBeLessThan(200)
      expect((await storedFile(bytes)).equals(bytes)).toBe(true)
    },
  )
})

describe('a scan that another desk of the station fetches', () => {
  it('comes in pieces, over a line that breaks in between, and is the file that was named', async () => {
    const bytes = makePicture(7, 1500, 1500)
    const accept = must(freshSteps(mine, 0)[0], 'accept')
    await send(base.app, mine, [accept, attachAction(accept, newId(), [attachmentOf(bytes)])])
    await sendOver(fetch, bytes)
    let asked = 0
    const breaking: Fetch = (url, options) => {
      asked += 1
      return asked % 2 === 0
        ? Promise.reject(new TypeError('net::ERR_CONNECTION_RESET'))
        : fetch(url, options)
    }
    const fetched = await fetchAttachment(breaking, { address, token: mine.token }, digestOf(bytes))
    expect(fetched.outcome === 'fetched' && Buffer.from(fetched.bytes).equals(bytes)).toBe(true)
    expect(asked).toBeGreaterThan(Math.ceil(bytes.length / (1024 * 1024)))
  })

  it('is not taken when the city sends another file, nothing, or a page', async () => {
    const bytes = await namedPicture()
    const city = { address, token: mine.token }
    const digest = digestOf(bytes)
    const piece =
      (content: BodyInit, range: string): Fetch =>
      async () =>
        new Response(content, { status: 206, headers: { 'content-range': range } })
    for (const line of [
      piece('abc', 'bytes 0-2/3'),
      piece('', 'bytes 0-0/9'),
      async () => new Response('<html>', { status: 200 }),
    ] satisfies Fetch[])
      expect(await fetchAttachment(line, city, digest)).toMatchObject({ outcome: 'not-fetched' })
    expect(await fetchAttachment(fetch, city, digest)).toMatchObject({
      outcome: 'not-fetched',
      reason: /还没有送到市局/,
    })
  })
})
