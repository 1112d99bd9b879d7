import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { Agent, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { attachmentReceiptSchema, uploadsPath } from '../../shared/sync/attachment-receipt.ts'
import type { Attachment } from '../../shared/attachments/attachment.ts'
import { buildApp } from '../../server/app.ts'
import { attachAction, attachmentOf, digestOf, makePicture } from '../builders/pictures.ts'
import type { MadeStation } from '../builders/reissues.ts'
import { freshSteps } from './breach.ts'
import { addStation, bearer, bothStores, type CityUnderTest, newId, send } from './city-under-test.ts'

const tus = { 'tus-resumable': '1.0.0' }

describe.each(bothStores)('attachments at the city, on %s,', (_name, open) => {
  let base: CityUnderTest
  let mine: MadeStation
  let theirs: MadeStation
  let seed = 0

  beforeAll(async () => {
    base = await open()
    mine = await addStation(base.city, 1)
    theirs = await addStation(base.city, 1)
  })
  afterAll(() => base.close())

  /** A picture that a filed action of the station names. */
  async function namedPicture(
    station: MadeStation,
    change: Partial<Attachment> = {},
  ): Promise<{ bytes: Buffer; digest: string }> {
    seed += 1
    const bytes = makePicture(seed, 200, 200)
    const accept = must(freshSteps(station, 0)[0], 'the walk begins with the acceptance')
    const attach = attachAction(accept, newId(), [{ ...attachmentOf(bytes), ...change }])
    const verdicts = await send(base.app, station, [accept, attach])
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
    return { bytes, digest: digestOf(bytes) }
  }

  const begin = (station: MadeStation, digest: string, length: number, app = base.app) =>
    app.inject({
      method: 'POST',
      url: uploadsPath,
      headers: {
        ...bearer(station),
        ...tus,
        'upload-length': String(length),
        'upload-metadata': `digest ${Buffer.from(digest).toString('base64')}`,
      },
    })
  const append = (station: MadeStation, digest: string, bytes: Buffer, offset: number, app = base.app) =>
    app.inject({
      method: 'PATCH',
      url: `${uploadsPath}/${digest}`,
      headers: {
        ...bearer(station),
        ...tus,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      payload: bytes,
    })
  const offsetOf = async (station: MadeStation, digest: string) => {
    const answer = await base.app.inject({
      method: 'HEAD',
      url: `${uploadsPath}/${digest}`,
      headers: { ...bearer(station), ...tus },
    })
    return answer.statusCode === 200 ? Number(answer.headers['upload-offset']) : answer.statusCode
  }
  const receipt = (station: MadeStation, digest: string) =>
    base.app.inject({ url: `/v1/attachments/${digest}/receipt`, headers: bearer(station) })
  const fetchBytes = (station: MadeStation, digest: string, range?: string) =>
    base.app.inject({
      url: `/v1/attachments/${digest}`,
      headers: { ...bearer(station), ...(range ? { range } : {}) },
    })
  const fileOf = (station: MadeStation, digest: string) =>
    join(base.city.attachmentFolder, station.code, digest)
  const rows = () =>
    base.city.database.query<{ digest: string }>(
      'select digest from attachments where stored_at is not null order by digest',
    )

  it('a picture that comes in two parts is stored once, whole, readable by the server alone', async () => {
    const { bytes, digest } = await namedPicture(mine)
    expect((await receipt(mine, digest)).json()).toEqual({ digest, state: 'awaited', bytes: 0 })
    expect((await begin(mine, digest, bytes.length)).headers['location']).toBe(`${uploadsPath}/${digest}`)
    expect((await append(mine, digest, bytes.subarray(0, 900), 0)).statusCode).toBe(204)
    expect(await offsetOf(mine, digest)).toBe(900)
    expect((await receipt(mine, digest)).json()).toEqual({ digest, state: 'awaited', bytes: 900 })
    const last = await append(mine, digest, bytes.subarray(900), 900)
    expect([last.statusCode, last.headers['upload-offset']]).toEqual([204, String(bytes.length)])
    const told = attachmentReceiptSchema.parse((await receipt(mine, digest)).json())
    expect(told).toEqual({ digest, state: 'stored', bytes: bytes.length })
    expect(await readFile(fileOf(mine, digest))).toEqual(bytes)
    expect((await stat(fileOf(mine, digest))).mode & 0o777).toBe(0o600)
    expect(
      (await readdir(join(fileOf(mine, digest), '..'))).filter((name) => name.startsWith(digest)),
    ).toEqual([digest])
  })

  it('sent again, by another desk or another process of the city, it is stored once', async () => {
    const { bytes, digest } = await namedPicture(mine)
    await begin(mine, digest, bytes.length)
    await append(mine, digest, bytes.subarray(0, 500), 0)
    // The second desk knows nothing of the first and begins anew: what is here is kept, and it is told from where on.
    expect((await begin(mine, digest, bytes.length, base.second)).statusCode).toBe(201)
    expect((await append(mine, digest, bytes, 0, base.second)).statusCode).toBe(409)
    expect(await offsetOf(mine, digest)).toBe(500)
    await append(mine, digest, bytes.subarray(500), 500, base.second)
    const before = await rows()
    await begin(mine, digest, bytes.length)
    expect(await offsetOf(mine, digest)).toBe(bytes.length)
    expect(await rows()).toEqual(before)
    expect(before.filter((row) => row.digest === digest)).toHaveLength(1)
  })

  it('content that is not what its digest says is dropped, told, and may be sent again', async () => {
    const { bytes, digest } = await namedPicture(mine)
    const bent = Buffer.from(bytes)
    bent[300] = (bent[300] ?? 0) ^ 1
    await begin(mine, digest, bytes.length)
    const answer = await append(mine, digest, bent, 0)
    expect([answer.statusCode, answer.json().code]).toEqual([460, 'attachment-digest'])
    expect((await receipt(mine, digest)).json()).toMatchObject({ state: 'awaited', bytes: 0 })
    await begin(mine, digest, bytes.length)
    expect((await append(mine, digest, bytes, 0)).statusCode).toBe(204)
    expect((await receipt(mine, digest)).json()).toMatchObject({ state: 'stored' })
  })

  it('a program under a picture’s name is not kept, though its digest is right', async () => {
    const program = Buffer.from(`MZ${'\0'.repeat(400)}`)
    const digest = digestOf(program)
    await namedPicture(mine, { digest, bytes: program.length })
    await begin(mine, digest, program.length)
    const answer = await append(mine, digest, program, 0)
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'attachment-type'])
    expect((await receipt(mine, digest)).json()).toMatchObject({ state: 'awaited', bytes: 0 })
  })

  it('another desk of the station fetches it, whole or in ranges; no other station does', async () => {
    const { bytes, digest } = await namedPicture(mine)
    expect((await fetchBytes(mine, digest)).json()).toMatchObject({ code: 'attachment-awaited' })
    await begin(mine, digest, bytes.length)
    await append(mine, digest, bytes, 0)
    expect((await fetchBytes(mine, digest)).rawPayload).toEqual(bytes)
    const half = await fetchBytes(mine, digest, 'bytes=100-299')
    expect([half.statusCode, half.headers['content-range']]).toEqual([206, `bytes 100-299/${bytes.length}`])
    expect(half.rawPayload).toEqual(bytes.subarray(100, 300))
    const rest = await fetchBytes(mine, digest, `bytes=${bytes.length - 10}-`)
    expect(rest.rawPayload).toEqual(bytes.subarray(-10))
    expect((await fetchBytes(mine, digest, `bytes=${bytes.length}-`)).statusCode).toBe(416)
    for (const answer of [await fetchBytes(theirs, digest), await receipt(theirs, digest)])
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'attachment-not-named'])
  })

  it('the same picture at two stations is two files: none learns that the other has it', async () => {
    const { bytes, digest } = await namedPicture(mine)
    await begin(mine, digest, bytes.length)
    await append(mine, digest, bytes, 0)
    const accept = must(freshSteps(theirs, 0)[0], 'accept')
    await send(base.app, theirs, [accept, attachAction(accept, newId(), [attachmentOf(bytes)])])
    expect((await receipt(theirs, digest)).json()).toMatchObject({ state: 'awaited', bytes: 0 })
  })

  it('a case that no longer names a picture does not hand it out', async () => {
    const bytes = makePicture(9000)
    const digest = digestOf(bytes)
    const accept = must(freshSteps(mine, 0)[0], 'accept')
    const attach = attachAction(accept, newId(), [attachmentOf(bytes)])
    await send(base.app, mine, [accept, attach])
    await begin(mine, digest, bytes.length)
    await append(mine, digest, bytes, 0)
    const detach = {
      ...attach,
      id: newId(),
      step: 'detach',
      facts: { digest },
      base: { case: 2, records: {} },
    }
    await send(base.app, mine, [detach])
    expect((await fetchBytes(mine, digest)).statusCode).toBe(404)
  })

  it('a server that died behind the last byte, or before the row, mends it when it is asked', async () => {
    const unchecked = await namedPicture(mine)
    await begin(mine, unchecked.digest, unchecked.bytes.length)
    await writeFile(`${fileOf(mine, unchecked.digest)}.part`, unchecked.bytes)
    expect((await receipt(mine, unchecked.digest)).json()).toMatchObject({ state: 'stored' })
    const rowless = await namedPicture(mine)
    await writeFile(fileOf(mine, rowless.digest), rowless.bytes)
    expect((await receipt(mine, rowless.digest)).json()).toMatchObject({
      state: 'stored',
      bytes: rowless.bytes.length,
    })
    expect((await rows()).filter(({ digest }) => digest === rowless.digest)).toHaveLength(1)
  })

  it('a row whose file is gone is not called stored', async () => {
    const { bytes, digest } = await namedPicture(mine)
    await begin(mine, digest, bytes.length)
    await append(mine, digest, bytes, 0)
    await rename(fileOf(mine, digest), `${fileOf(mine, digest)}.lost`)
    expect((await receipt(mine, digest)).json()).toMatchObject({ state: 'awaited' })
  })

  it('a station that sent its measure of the day is put off till later, and others are not', async () => {
    const full = await addStation(base.city, 1)
    const { bytes, digest } = await namedPicture(full)
    await base.city.database.query(
      `insert into attachments (station, digest, bytes, media_type, begun_at) values ($1, $2, $3, '', $4)`,
      [full.code, 'f'.repeat(64), 1024 * 1024 * 1024 - bytes.length + 1, base.city.now()],
    )
    const answer = await begin(full, digest, bytes.length)
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'attachment-day-full'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('turned away in the middle of its bytes, a desk is answered on the same connection at once', async () => {
    const { bytes, digest } = await namedPicture(mine)
    const long = Buffer.alloc(256 * 1024)
    await begin(mine, digest, bytes.length)
    const app = await buildApp({ city: base.city, sample: true })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const { port } = app.server.address() as AddressInfo
    const ask = (method: string, headers: Record<string, string>, body?: Buffer) =>
      new Promise<number>((resolve, reject) => {
        const options = { agent, port, method, path: `${uploadsPath}/${digest}`, timeout: 20_000 }
        const asked = httpRequest(
          { ...options, headers: { ...bearer(mine), ...tus, ...headers } },
          (answer) => {
            answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
          },
        )
        asked.on('timeout', () => asked.destroy(new Error('the connection does not answer any more')))
        asked.on('error', reject)
        asked.end(body)
      })
    const chunk = { 'upload-offset': '9', 'content-type': 'application/offset+octet-stream' }
    expect(await ask('PATCH', { ...chunk, 'content-length': String(long.length) }, long)).toBe(409)
    expect(await ask('HEAD', {})).toBe(200)
    agent.destroy()
    await app.close()
  })

  it('a server that is stopped keeps what came, and the upload goes on behind it', async () => {
    const { bytes, digest } = await namedPicture(mine)
    const before = await buildApp({ city: base.city, sample: true })
    await begin(mine, digest, bytes.length, before)
    await append(mine, digest, bytes.subarray(0, 700), 0, before)
    await before.close()
    expect(await offsetOf(mine, digest)).toBe(700)
  })
})
