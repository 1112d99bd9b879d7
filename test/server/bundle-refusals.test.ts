import 'fake-indexeddb/auto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { keyIdOf } from '../../shared/proof/machine-key.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { ownKey, ownSecretKey } from '../../electron/services/signing/signing.ts'
import { reissueActions, type MadeStation } from '../builders/reissues.ts'
import { forgedBundle, publicKeyOf } from './stick-desk.ts'
import { messageOf } from './city-under-test.ts'
import {
  beginStickDays,
  filedIds,
  here,
  offlineDesk,
  refusalOf,
  someBundle,
  taken,
  work,
} from './stick-days.ts'

beginStickDays()

/** Messages with one step whose id, or whose case's, is in the other spelling. */
function inCapitals(station: MadeStation, name: 'id' | 'caseId') {
  const action = must(reissueActions({ station, n: 0 })[0], 'a walk begins')
  const actions = [{ ...action, [name]: action[name].toUpperCase() }]
  return { messages: [{ ...messageOf(station, actions), device: `S${here.machines}` }] }
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
    const stranger = await forgedBundle(content, await publicKeyOf(here.base.city), Buffer.from(secret))
    expect(await refusalOf(stranger)).toBe('not-its-own')
    await here.base.city.database.query('delete from machine_keys where device = $1 and station = $2', [
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
    await here.base.city.database.query(
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
    await here.base.city.database.query('update machine_keys set revoked_at = now() where key_id = $1', [
      keyId,
    ])
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
      await publicKeyOf(here.base.city),
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
    expect(await refusalOf(await forgedBundle(content, await publicKeyOf(here.base.city), secret))).toBe(
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
      const file = await forgedBundle({ ...content, ...more }, await publicKeyOf(here.base.city), secret)
      expect(await refusalOf(file)).toBe('unreadable')
    }
  })

  it('a file that unpacks to more than a station ever writes', async () => {
    const desk = await offlineDesk()
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(140 * 1024 * 1024), { level: 1 }))
    const secret = Buffer.from(await ownSecretKey(desk.secrets, algorithmNamed('ed25519')))
    expect(await refusalOf(await forgedBundle(bomb, await publicKeyOf(here.base.city), secret))).toBe(
      'too-large',
    )
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
    const bent = join(here.stick, 'bent')
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
