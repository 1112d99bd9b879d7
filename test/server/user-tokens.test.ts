import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reportUserKeys } from '../../electron/services/line/report-user-keys.ts'
import { lineCertificate } from '../../electron/services/line/machine-certificate.ts'
import { ownKey, ownSecretKey } from '../../electron/services/signing/signing.ts'
import { certifyServer } from '../../server/certificates/authority.ts'
import type { Ordered } from '../../server/orders/city-order.ts'
import { makeChallenge } from '../../server/tokens/challenge.ts'
import { issueUserToken } from '../../server/tokens/user-token.ts'
import { must } from '../../shared/base/must.ts'
import type { Actor } from '../../shared/cases/action.ts'
import { vouchFor } from '../../shared/proof/author-key.ts'
import { presenceMessage } from '../../shared/proof/presence.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { asksForPerson, userTokenHeader, type AskUserToken } from '../../shared/sync/user-token.ts'
import { MadeAuthors } from '../builders/authors.ts'
import type { MadeStation } from '../builders/reissues.ts'
import { contentOf, openMachine } from '../walk-in/machine.ts'
import { askShowing, type Shown } from './ask-showing.ts'
import { bearer } from './city-under-test.ts'
import { order } from './stock-orders.ts'
import { addStationWithCodes, openTlsCity, type TlsCity } from './tls-city.ts'

const ed25519 = algorithmNamed('ed25519')

/** A machine that the city knows, with somebody at it whose key is on file. */
class Present {
  constructor(
    readonly station: MadeStation,
    readonly device: string,
    readonly authors: MadeAuthors,
    readonly by: Actor,
    readonly machine: Awaited<ReturnType<typeof openMachine>>,
    private readonly authority: string,
  ) {}

  get log(): string {
    return `/v1/actions?station=${this.station.code}&after=0`
  }

  /** The question of the program's own line. */
  exchange(path = this.log) {
    return this.machine.line.exchange({ method: 'GET', path })
  }

  /** The same question past the program, with whatever token. */
  async ask(token: string | undefined, method = 'GET', path = this.log, body?: string) {
    const { certified, key } = await lineCertificate(this.machine.secrets)
    const shown: Shown = { cert: must(certified, 'it is enrolled').certificate, key }
    const headers = {
      ...bearer(this.station),
      ...(token === undefined ? {} : { [userTokenHeader]: token }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    return askShowing(base.address, { ca: this.authority, ...shown, method, path, headers }, body)
  }

  /** What shows the city that the person is there now. */
  async presence(
    more: Partial<AskUserToken> = {},
    secret = this.authors.personOf(this.by).secret,
    keyId = this.authors.personOf(this.by).key.keyId,
  ) {
    const { challenge } = await makeChallenge(base.city)
    const here = { station: this.station.code, device: this.device, keyId }
    const signature = ed25519.sign(secret, presenceMessage({ challenge, ...here }))
    return { ...here, presence: { challenge, signature }, ...more }
  }

  async token(): Promise<string> {
    return (await issueUserToken(base.city, await this.presence())).token
  }
}

let base: TlsCity
let seed = 830
let minutes = 0
beforeAll(async () => {
  base = await openTlsCity()
})
beforeEach(() => wait(-minutes))
afterAll(() => base.close())

/** Lets time pass for the city and its machines alike. */
function wait(more: number): void {
  minutes += more
  base.setClock(minutes)
}

/** Machines of one new station, each enrolled; with keys of its people on file, or still of a version before them. */
async function machines(devices: readonly string[], isReported = true): Promise<Present[]> {
  seed += 1
  const { station, entry } = await addStationWithCodes(base, seed, devices.length)
  const { certificate } = await base.city.authority()
  const present: Present[] = []
  for (const device of devices) {
    const authors = new MadeAuthors(station.code, device)
    const { secret, key } = authors.personOf(station.clerk)
    const machine = await openMachine({
      address: base.address,
      station,
      entry,
      by: station.clerk,
      device,
      author: secret,
      now: () => Date.now() + minutes * 60_000,
    })
    await machine.line.exchange({ method: 'GET', path: '/v1/case-types' })
    if (isReported) {
      const vouched = vouchFor(key, await ownSecretKey(machine.secrets, ed25519), ed25519)
      const machineKey = (await ownKey(machine.secrets, ed25519)).keyId
      const report = { station: station.code, device, machineKey, keys: [vouched] }
      expect(await reportUserKeys(report, machine.line.exchange)).toEqual({ outcome: 'known' })
    }
    present.push(new Present(station, device, authors, station.clerk, machine, certificate))
  }
  return present
}

const oneMachine = async (isReported = true) => must((await machines(['D1'], isReported))[0], 'one was made')

/** Something at the city's address that answers the question for a token by a status of its own, and takes what is sent. */
async function atTheDoor(status: number) {
  const own = await certifyServer(await base.city.authority(), ['127.0.0.1'], new Date().toISOString())
  const asked: string[] = []
  const server = createServer(
    { cert: own.certificate, key: own.key, minVersion: 'TLSv1.3' },
    (request, response) => {
      const path = request.url ?? ''
      asked.push(path)
      const isToken = path === '/v1/user-tokens'
      const challenge = { challenge: 'c'.repeat(40), until: new Date(Date.now() + 60_000).toISOString() }
      const fault = { code: 'bad-request', message: '报文的“keyId”的写法不符合规定。' }
      request.resume()
      response.writeHead(isToken ? status : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(isToken ? fault : challenge))
    },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `https://127.0.0.1:${port}`, asked, close: () => server.close() }
}

describe('somebody at a machine', () => {
  it('is shown to the city by the line itself, and again when ten minutes are over', async () => {
    const desk = await oneMachine()
    expect(await desk.exchange()).toMatchObject({ kind: 'answer', status: 200 })
    wait(11)
    expect(await desk.exchange()).toMatchObject({ kind: 'answer', status: 200 })
  })

  it('who gets 400, 413 or 422 for a token has no line: it is no word about the message', async () => {
    const { station, entry } = await addStationWithCodes(base, 899, 1)
    const place = { station, entry, by: station.clerk }
    const { secrets, line } = await openMachine({ ...place, address: base.address })
    await line.exchange({ method: 'GET', path: '/v1/case-types' })
    for (const status of [400, 413, 422]) {
      const door = await atTheDoor(status)
      const machine = await openMachine({ ...place, address: door.address, secrets })
      const answer = await machine.line.exchange({ method: 'POST', path: '/v1/actions', body: '{}' })
      expect(answer).toEqual({ kind: 'no-line', reason: 'other' })
      await expect(machine.line.fetch(`${door.address}/v1/attachments/x`, {})).rejects.toThrow(/no line/)
      expect(door.asked).not.toContain('/v1/actions')
      door.close()
    }
  })

  it('is shown when a scan goes up, too', async () => {
    const desk = await oneMachine()
    const address = `${base.address}/v1/attachments/${'0'.repeat(64)}/receipt?station=${desk.station.code}`
    const answer = await desk.machine.line.fetch(address, { headers: bearer(desk.station) })
    expect(answer.status).toBe(404)
  })

  it('is asked for wherever people are spoken of, and nowhere else', async () => {
    const desk = await oneMachine()
    const description = contentOf(await desk.exchange('/v1/openapi.json')) as {
      paths: Record<string, Record<string, unknown>>
    }
    const asked = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })),
    )
    expect(asked.length).toBeGreaterThan(10)
    for (const { path, method } of asked) {
      const { code } = await desk.ask(undefined, method, path.replace('{digest}', '0'.repeat(64)))
      expect({ path, method, isAsked: code === 'user-token-missing' }).toEqual({
        path,
        method,
        isAsked: asksForPerson(path),
      })
    }
  })

  it('is not asked for at a machine of the version before, whose people have no keys', async () => {
    const desk = await oneMachine(false)
    expect(await desk.ask(undefined)).toEqual({ status: 200, code: '' })
    expect(await desk.exchange()).toMatchObject({ kind: 'answer', status: 200 })
  })

  it('whose key came on file meanwhile is let in at the next question', async () => {
    const desk = await oneMachine(false)
    await desk.exchange()
    const { key } = desk.authors.personOf(desk.by)
    const vouched = vouchFor(key, await ownSecretKey(desk.machine.secrets, ed25519), ed25519)
    const machineKey = (await ownKey(desk.machine.secrets, ed25519)).keyId
    const report = { station: desk.station.code, device: 'D1', machineKey, keys: [vouched] }
    await reportUserKeys(report, desk.machine.line.exchange)
    expect(await desk.exchange()).toMatchObject({ kind: 'answer', status: 200 })
  })
})

it('a machine whose people were all cut off is asked for a person as before, and open to whoever comes after them', async () => {
  const desk = await oneMachine()
  const outcomeOf = async (ordered: Ordered) => (await order(base.city, ordered, base.city.now())).outcome
  const { station, by, machine } = desk
  const missing = { status: 401, code: 'user-token-missing' }
  expect(await outcomeOf({ what: 'dismiss', station: station.code, policeNumber: by.policeNumber })).toBe(
    'done',
  )
  expect(await desk.ask(undefined)).toEqual(missing)
  const { secret, key } = desk.authors.personOf(station.chief)
  const vouched = vouchFor(key, await ownSecretKey(machine.secrets, ed25519), ed25519)
  const machineKey = (await ownKey(machine.secrets, ed25519)).keyId
  const report = JSON.stringify({ station: station.code, device: 'D1', machineKey, keys: [vouched] })
  expect(await desk.ask(undefined, 'POST', '/v1/user-keys', report)).toEqual({ status: 200, code: '' })
  const { token } = await issueUserToken(base.city, await desk.presence({}, secret, key.keyId))
  expect(await desk.ask(token)).toEqual({ status: 200, code: '' })
  expect(await outcomeOf({ what: 'revoke-key', keyId: machineKey })).toBe('done')
  expect(await desk.ask(undefined)).toEqual(missing)
})

describe('a token that does not count', () => {
  const inAnHour = Math.floor(Date.now() / 1000) + 3600
  const claims = (desk: Present) => ({
    station: desk.station.code,
    device: desk.device,
    keyId: desk.authors.personOf(desk.by).key.keyId,
  })
  const forged = [
    ['that is missing', async () => undefined, 'user-token-missing'],
    ['that is no token', async () => 'token', 'user-token-ended'],
    [
      'that somebody signed with a key of their own',
      (desk: Present) =>
        new SignJWT(claims(desk))
          .setProtectedHeader({ alg: 'HS256' })
          .setAudience('user')
          .setExpirationTime(inAnHour)
          .sign(randomBytes(32)),
      'user-token-ended',
    ],
    [
      'that says it needs no signature',
      async (desk: Present) =>
        new UnsecuredJWT(claims(desk)).setAudience('user').setExpirationTime(inAnHour).encode(),
      'user-token-ended',
    ],
    [
      'that says it is signed in another way',
      (desk: Present) =>
        new SignJWT(claims(desk))
          .setProtectedHeader({ alg: 'EdDSA' })
          .setAudience('user')
          .setExpirationTime(inAnHour)
          .sign(generateKeyPairSync('ed25519').privateKey),
      'user-token-ended',
    ],
    [
      'that the city gave for something else',
      async () => (await makeChallenge(base.city)).challenge,
      'user-token-ended',
    ],
  ] as const
  it.each(forged)('one %s', async (_how, made, code) => {
    const desk = await oneMachine()
    expect(await desk.ask(await made(desk))).toEqual({ status: 401, code })
  })

  it('one whose ten minutes are over', async () => {
    const desk = await oneMachine()
    const token = await desk.token()
    expect((await desk.ask(token)).status).toBe(200)
    wait(11)
    expect(await desk.ask(token)).toEqual({ status: 401, code: 'user-token-ended' })
  })

  it('one of another machine of the station, or of another station', async () => {
    const [one, other] = await machines(['D1', 'D2'])
    const elsewhere = await oneMachine()
    const desk = must(one, 'the first machine')
    for (const stranger of [must(other, 'the second machine'), elsewhere])
      expect(await desk.ask(await stranger.token())).toEqual({ status: 403, code: 'other-machine' })
  })

  it('one of somebody who left since, from that moment on', async () => {
    const desk = await oneMachine()
    const token = await desk.token()
    await base.city.database.query(
      'insert into leavers (station, police_number, left_on) values ($1, $2, now())',
      [desk.station.code, desk.by.policeNumber],
    )
    expect(await desk.ask(token)).toEqual({ status: 403, code: 'user-has-left' })
    expect(contentOf(await desk.exchange())).toMatchObject({ code: 'user-has-left' })
  })

  it('one of a key that was replaced since', async () => {
    const desk = await oneMachine()
    const token = await desk.token()
    await base.city.database.query('update author_keys set ended_at = now() where station = $1', [
      desk.station.code,
    ])
    expect(await desk.ask(token)).toEqual({ status: 403, code: 'user-key-ended' })
  })
})

describe('nobody gets a token', () => {
  const tries: readonly (readonly [string, (desk: Present) => Promise<AskUserToken>, string])[] = [
    ['with a signature of another key', (desk) => desk.presence({}, randomBytes(32)), 'user-not-present'],
    ['for another machine than the key’s', (desk) => desk.presence({ device: 'D9' }), 'other-machine'],
    [
      'with a key that is not on file',
      (desk) => desk.presence({ keyId: '0'.repeat(12) }),
      'user-key-unknown',
    ],
    [
      'with a challenge that the city never made',
      async (desk) => {
        const asked = await desk.presence()
        return { ...asked, presence: { ...asked.presence, challenge: 'challenge' } }
      },
      'user-not-present',
    ],
    [
      'with a challenge from before',
      async (desk) => {
        const asked = await desk.presence()
        wait(6)
        return asked
      },
      'user-not-present',
    ],
    [
      'by what was signed with the same key as the author of a step',
      async (desk) => {
        const asked = await desk.presence()
        const { secret } = desk.authors.personOf(desk.by)
        const message = new TextEncoder().encode(asked.presence.challenge)
        return { ...asked, presence: { ...asked.presence, signature: ed25519.sign(secret, message) } }
      },
      'user-not-present',
    ],
  ]
  it.each(tries)('%s', async (_how, asked, code) => {
    const desk = await oneMachine()
    const answer = await desk.machine.line.exchange({
      method: 'POST',
      path: '/v1/user-tokens',
      body: JSON.stringify(await asked(desk)),
    })
    expect(contentOf(answer)).toMatchObject({ code })
  })

  it('with a key of another machine of the station', async () => {
    const [one, other] = await machines(['D1', 'D2'])
    const desk = must(one, 'the first machine')
    const { secret, key } = must(other, 'the second machine').authors.personOf(desk.by)
    const { challenge } = await makeChallenge(base.city)
    const here = { station: desk.station.code, device: 'D1', keyId: key.keyId }
    const signature = ed25519.sign(secret, presenceMessage({ challenge, ...here }))
    const asked = issueUserToken(base.city, { ...here, presence: { challenge, signature } })
    await expect(asked).rejects.toMatchObject({ fault: { code: 'user-not-present' } })
  })
})
