import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CardWatch } from '../../electron/services/cards/card-watch.ts'
import { CameraPermission } from '../../electron/security/camera-permission.ts'
import { openJournal } from '../../electron/services/journal/journal.ts'
import { reportMachine, takeReportAnswer } from '../../electron/services/line/report-machine.ts'
import { openProfile } from '../../electron/services/profile/profile.ts'
import { Session } from '../../electron/services/session/session.ts'
import { openSignIn } from '../../electron/services/sign-in/sign-in.ts'
import { keepLists, readLists } from '../../electron/services/signing/city-lists.ts'
import { openTrail } from '../../electron/services/trail/trail.ts'
import { must } from '../../shared/base/must.ts'
import type { ExchangeResult } from '../../shared/ipc/line-channels.ts'
import { certifyKey, keyIdOf } from '../../shared/proof/machine-key.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import type { Lists, MachineReportAnswer } from '../../shared/sync/machine-report.ts'
import { madeKeyring, madePassphrase, noKeystore, officer } from '../keys/made-keyring.ts'
import { secretsInMemory } from '../walk-in/machine.ts'

const ed25519 = algorithmNamed('ed25519')
const citySecret = new Uint8Array(randomBytes(32))
const cityKey = ed25519.publicKeyOf(citySecret)
const publicKey = ed25519.publicKeyOf(new Uint8Array(randomBytes(32)))
const machineKey = certifyKey(
  {
    keyId: keyIdOf(publicKey),
    algorithm: 'ed25519',
    station: officer.station,
    device: 'D9',
    publicKey,
    from: '2026-01-01T00:00:00.000Z',
    until: '2029-01-01T00:00:00.000Z',
  },
  citySecret,
  ed25519,
)
const revokedAt = '2026-03-05T00:00:00.000Z'

/** The city's lists before a machine was cut off, and after it. */
const before: Lists = { cityKey, keys: [machineKey], voided: {} }
const after: Lists = { cityKey, keys: [{ ...machineKey, revokedAt }], voided: { X1: {} } }

const fourth = { lists: before, digest: 'd4', madeAt: '2026-03-04T01:00:00.000Z' }
const fifth = { lists: after, digest: 'd5', madeAt: '2026-03-05T01:00:00.000Z' }
const now = '2026-03-10T01:00:00.000Z'

describe('the city’s keys and void list on a machine', () => {
  it('stand as the fifth answer told them when the fourth comes on a stick behind it: who was cut off stays so', async () => {
    const secrets = secretsInMemory()
    for (const answer of [fifth, fourth]) expect(await keepLists(secrets, answer, now, cityKey)).toBe(true)
    expect(await readLists(secrets)).toEqual({ lists: after, digest: 'd5', fetchedAt: fifth.madeAt })
  })

  it('are as old as the answer that brought them, however late it was taken in', async () => {
    const secrets = secretsInMemory()
    await keepLists(secrets, fourth, now, undefined)
    expect((await readLists(secrets))?.fetchedAt).toBe(fourth.madeAt)
  })

  it('that came while the clock was wrong by days do not keep newer ones out', async () => {
    const secrets = secretsInMemory()
    await keepLists(secrets, { ...fourth, madeAt: '2031-01-01T00:00:00.000Z' }, now, undefined)
    await keepLists(secrets, fifth, now, undefined)
    expect((await readLists(secrets))?.lists).toEqual(after)
  })

  it('are confirmed by an answer without lists when it means these, and left alone when it means others', async () => {
    const secrets = secretsInMemory()
    await keepLists(secrets, fourth, now, undefined)
    await keepLists(secrets, { lists: undefined, digest: 'd5', madeAt: fifth.madeAt }, now, undefined)
    expect(await readLists(secrets)).toEqual({ lists: before, digest: 'd4', fetchedAt: fourth.madeAt })
    await keepLists(secrets, { lists: undefined, digest: 'd4', madeAt: fifth.madeAt }, now, undefined)
    expect(await readLists(secrets)).toEqual({ lists: before, digest: 'd4', fetchedAt: fifth.madeAt })
  })

  it('are never those of a city with another key, also when its answer is old', async () => {
    const secrets = secretsInMemory()
    await keepLists(secrets, fifth, now, undefined)
    const other = { ...fourth, lists: { ...before, cityKey: publicKey } }
    expect(await keepLists(secrets, other, now, undefined)).toBe(false)
    expect((await readLists(secrets))?.lists).toEqual(after)
  })
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-lists-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A machine with somebody at it, whose lists are those of the fourth answer. */
async function machineRoom() {
  const keyring = madeKeyring(folder, noKeystore)
  const users = [{ user: officer, passphrase: madePassphrase, mustChange: false }]
  const { dataKey } = await keyring.create('aes-256-gcm', users)
  const session = new Session(folder, Date.now)
  session.begin(officer, 'aes-256-gcm', dataKey, { author: randomBytes(32) })
  const newDeviceId = () => '8d5ab591-9bf0-4450-ac3f-e99473e518c5'
  const desk = {
    profile: await openProfile(folder, { sample: true, firstBlocks: true, newDeviceId, cityAddress: '' }),
    journal: await openJournal(folder),
    keyring,
    signIn: openSignIn(folder, keyring, Date.now),
    session,
    trail: await openTrail(folder, () => new Date()),
    camera: new CameraPermission(Date.now),
    packagePath: '',
    cards: () => undefined,
    cardWatch: new CardWatch(() => undefined),
    watchCard: () => undefined,
  }
  const open = must(session.current, 'somebody is signed in')
  await keepLists(open.secrets, fourth, now, undefined)
  return { desk, open }
}

const answerTo = (told: Partial<MachineReportAnswer>): ExchangeResult => ({
  kind: 'answer',
  status: 200,
  contentType: 'application/json',
  body: JSON.stringify({ trail: { n: 0, head: '' }, leavers: [], listsDigest: '', ...told }),
})

describe('a stick that is taken in while a report is on the line', () => {
  it.each([
    ['that nothing changed since the fourth answer', { listsDigest: 'd4' }],
    ['the lists of the fourth answer', { listsDigest: 'd4', lists: before }],
  ])('keeps what it brought when the line answers %s', async (_what, told) => {
    const { desk, open } = await machineRoom()
    const exchange = async ({ path }: { path: string }): Promise<ExchangeResult> => {
      if (path !== '/v1/machine-reports') return { kind: 'no-line', reason: 'other' }
      const { lists, digest: listsDigest } = fifth
      const answer = { trail: { n: 0, head: '' }, leavers: [], lists, listsDigest }
      await takeReportAnswer(desk, open, answer, new Date().toISOString())
      return answerTo(told)
    }
    // Made behind the moment in which the line was asked.
    const asked = reportMachine(desk, open, exchange)
    expect(await asked).toEqual({ outcome: 'reported', leavers: 0 })
    expect(await readLists(open.secrets)).toMatchObject({ lists: after, digest: 'd5' })
  })
})
