import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountHandlers } from '../../electron/services/accounts/accounts.ts'
import { CardWatch } from '../../electron/services/cards/card-watch.ts'
import { openJournal } from '../../electron/services/journal/journal.ts'
import { readStartingPackage } from '../../electron/services/package/starting-package.ts'
import { arrivalHandlers } from '../../electron/services/line/arrival-handlers.ts'
import { openProfile } from '../../electron/services/profile/profile.ts'
import { retentionHandlers } from '../../electron/services/retention/retention-handlers.ts'
import { forSomebodyAt } from '../../electron/services/session/for-somebody.ts'
import { Session } from '../../electron/services/session/session.ts'
import { openSignIn } from '../../electron/services/sign-in/sign-in.ts'
import { openTrail, trailPath } from '../../electron/services/trail/trail.ts'
import { trailHandlers } from '../../electron/services/trail/trail-handlers.ts'
import { CameraPermission } from '../../electron/security/camera-permission.ts'
import type { Role } from '../../shared/people/role.ts'
import { practiceCost } from '../../shared/seal/passphrase-key.ts'
import { sealPackage } from '../../shared/sync/package-file.ts'
import { verifyTrail } from '../../shared/trail/trail-chain.ts'
import { administrator, madeKeyring, madePassphrase, noKeystore, officer } from '../keys/made-keyring.ts'
import { refusal } from './refusal.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-breach-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A desk's machine room without a window, with somebody of a role at the desk. */
async function deskOf(role: Role | 'nobody', minutesAgo = 0) {
  const keyring = madeKeyring(folder, noKeystore)
  const { dataKey } = await keyring.create('aes-256-gcm', [
    { user: officer, passphrase: madePassphrase, mustChange: false },
    { user: administrator, passphrase: '管理口令Zz9', mustChange: false },
  ])
  let clock = 1_000_000_000_000
  const session = new Session(folder, () => clock)
  if (role !== 'nobody')
    session.begin({ ...officer, role }, 'aes-256-gcm', dataKey, { author: randomBytes(32) })
  clock += minutesAgo * 60_000
  const newDeviceId = () => '8d5ab591-9bf0-4450-ac3f-e99473e518c5'
  const first = { sample: true, firstBlocks: true, newDeviceId, cityAddress: '' }
  const desk = {
    profile: await openProfile(folder, first),
    journal: await openJournal(folder),
    keyring,
    signIn: openSignIn(folder, keyring, () => clock),
    session,
    trail: await openTrail(folder, () => new Date()),
    camera: new CameraPermission(() => clock),
    packagePath: '',
    cards: () => undefined,
    cardWatch: new CardWatch(() => undefined),
    watchCard: () => undefined,
  }
  const events = async () =>
    (await desk.trail.lines()).map((line) => (JSON.parse(line) as { event: { what: string } }).event.what)
  const accounts = accountHandlers(desk)
  return {
    desk,
    events,
    accounts,
    inspection: trailHandlers(desk),
    retention: retentionHandlers(desk, () => clock),
    arrivals: arrivalHandlers(desk, forSomebodyAt(desk)),
  }
}

const pick = ({ record, request }: { record: string; request: object }) => ({ record, request })

const noPage = {} as Parameters<ReturnType<typeof accountHandlers>['accounts.list']>[1]

describe('another role at the desk', () => {
  const others: readonly (Role | 'nobody')[] = [
    'nobody',
    'auxiliary',
    'officer',
    'chief',
    'inspector',
    'city',
  ]

  it.each(others)('%s manages no accounts, and the try is on the trail', async (role) => {
    const { accounts, events } = await deskOf(role)
    const person = {
      name: '混入样',
      role: 'chief' as const,
      policeNumber: '9',
      firstPassphrase: '混入的口令Aa1',
    }
    expect(refusal(await accounts['accounts.list']({}, noPage))).toBe('not-allowed')
    expect(refusal(await accounts['accounts.add'](person, noPage))).toBe('not-allowed')
    expect(
      refusal(await accounts['accounts.reset']({ userId: 'u2', firstPassphrase: '混入的口令Aa1' }, noPage)),
    ).toBe('not-allowed')
    expect(refusal(await accounts['accounts.stop']({ userId: 'u2' }, noPage))).toBe('not-allowed')
    expect(refusal(await accounts['accounts.renew-recovery']({}, noPage))).toBe('not-allowed')
    expect((await events()).filter((what) => what === 'refused')).toHaveLength(5)
  })

  it.each(['auxiliary', 'officer', 'administrator'] as const)('%s reads no trail', async (role) => {
    const { inspection, events } = await deskOf(role)
    expect(refusal(await inspection['trail.read']({}, noPage))).toBe('not-allowed')
    expect(refusal(await inspection['trail.export']({}, noPage))).toBe('not-allowed')
    expect(await events()).toEqual(['refused', 'refused'])
  })

  const look = {
    record: 'person:8d5ab591-9bf0-4450-ac3f-e99473e518c5',
    household: 'household:1',
    request: { asker: 'self', identity: 'id-card', purpose: 'copy', entitlementSeen: false },
  } as const

  it.each(['nobody', 'auxiliary', 'inspector', 'administrator', 'county'] as const)(
    '%s gives out nobody’s own record, and the try is on the trail',
    async (role) => {
      const { inspection, events } = await deskOf(role)
      expect(refusal(await inspection['trail.looks'](look, noPage))).toBe('not-allowed')
      expect(await events()).toEqual(['refused'])
    },
  )

  it('an officer who gives one out is on the trail with the reason before anything is told, and no name is', async () => {
    const { inspection, desk } = await deskOf('officer')
    const seen = { what: 'person-seen', reason: 'enquiry' } as const
    await desk.trail.note({ ...seen, record: look.record, userId: officer.id })
    await desk.trail.note({ ...seen, record: 'household:1', userId: 'gone' })
    await desk.trail.note({ ...seen, record: 'person:another', userId: officer.id })
    const told = await inspection['trail.looks'](look, noPage)
    expect(told).toMatchObject({
      ok: true,
      value: { looks: [{ role: 'officer', reason: 'enquiry' }, { reason: 'enquiry' }] },
    })
    expect(JSON.stringify(told)).not.toContain(officer.name)
    const { event } = JSON.parse((await desk.trail.lines()).at(-1) ?? '') as { event: unknown }
    expect(event).toEqual({ what: 'own-record-given', userId: officer.id, ...pick(look) })
  })

  it.each(['nobody', 'auxiliary', 'officer', 'chief', 'city', 'inspector'] as const)(
    '%s removes nothing that is kept',
    async (role) => {
      const { retention, events, desk } = await deskOf(role)
      mkdirSync(join(folder, 'exports'))
      writeFileSync(join(folder, 'exports/list.xlsx'), 'x')
      const asked = { kind: 'exports', reason: 'term-over' } as const
      expect(refusal(await retention['retention.remove'](asked, noPage))).toBe('not-allowed')
      expect(await events()).toEqual(['refused'])
      expect(readdirSync(join(desk.profile.dataFolder, 'exports'))).toEqual(['list.xlsx'])
    },
  )

  it('an administrator removes what is due with a reason and both counts on the trail, and nothing younger', async () => {
    const { retention, desk } = await deskOf('administrator')
    mkdirSync(join(folder, 'exports'))
    for (const [name, day] of [
      ['old.xlsx', '2001-01-01'],
      ['new.xlsx', '2001-09-01'],
    ] as const) {
      writeFileSync(join(folder, 'exports', name), 'x')
      utimesSync(join(folder, 'exports', name), new Date(day), new Date(day))
    }
    const asked = { kind: 'exports', reason: 'purpose-met' } as const
    expect(await retention['retention.remove'](asked, noPage)).toEqual({
      ok: true,
      value: { before: 2, after: 1 },
    })
    const { event } = JSON.parse((await desk.trail.lines()).at(-1) ?? '') as { event: unknown }
    expect(event).toEqual({
      what: 'expired-removed',
      userId: officer.id,
      ...asked,
      before: 2,
      after: 1,
    })
    expect(readdirSync(join(folder, 'exports'))).toEqual(['new.xlsx'])
  })

  it('an administrator away for twelve minutes proves it again before anything is removed', async () => {
    const { retention } = await deskOf('administrator', 12)
    const asked = { kind: 'trail', reason: 'term-over' } as const
    expect(refusal(await retention['retention.remove'](asked, noPage))).toBe('must-prove')
  })

  const held = { removed: 60, replaced: 3, of: 900, upTo: 77 }
  const takeIn = { decision: 'taken', reason: 'asked-city', ...held } as const

  it.each(['nobody', 'auxiliary', 'officer', 'inspector', 'administrator'] as const)(
    '%s takes no large change in and puts none off, and the try is on the trail',
    async (role) => {
      const { arrivals, events } = await deskOf(role)
      const code = role === 'nobody' ? 'locked' : 'not-allowed'
      expect(refusal(await arrivals['arrivals.decide'](takeIn, noPage))).toBe(code)
      expect(refusal(await arrivals['arrivals.decide']({ decision: 'put-off', ...held }, noPage))).toBe(code)
      expect(await events()).toEqual(['refused', 'refused'])
    },
  )

  it('a chief who walked away twelve minutes ago takes no large change in without the passphrase', async () => {
    const { arrivals, events } = await deskOf('chief', 12)
    expect(refusal(await arrivals['arrivals.decide'](takeIn, noPage))).toBe('must-prove')
    expect(await events()).toEqual([])
  })

  it('a chief takes a large change in with a reason, and the trail has the figures first', async () => {
    const { arrivals, desk } = await deskOf('chief')
    expect(await arrivals['arrivals.decide'](takeIn, noPage)).toEqual({ ok: true, value: {} })
    const { event } = JSON.parse((await desk.trail.lines()).at(-1) ?? '') as { event: unknown }
    expect(event).toEqual({ what: 'large-change-decided', userId: officer.id, ...takeIn })
  })

  it('an administrator who walked away twelve minutes ago changes nothing without the passphrase', async () => {
    const { accounts, desk } = await deskOf('administrator', 12)
    expect(refusal(await accounts['accounts.stop']({ userId: 'u2' }, noPage))).toBe('must-prove')
    expect(refusal(await accounts['accounts.renew-recovery']({}, noPage))).toBe('must-prove')
    expect((await desk.keyring.accounts()).every(({ stoppedAt }) => stoppedAt === undefined)).toBe(true)
  })

  it('an administrator cannot lock out everybody by stopping the own account', async () => {
    const { accounts } = await deskOf('administrator')
    expect(refusal(await accounts['accounts.stop']({ userId: officer.id }, noPage))).toBe('not-yourself')
  })
})

describe('what was bent on disk', () => {
  it.each([
    ['a line taken out', (lines: string[]) => lines.toSpliced(1, 1)],
    ['two lines changed over', (lines: string[]) => [lines[1] ?? '', lines[0] ?? '', ...lines.slice(2)]],
    ['a name put in', (lines: string[]) => lines.map((line) => line.replace('"u1"', '"u2"'))],
    ['a time moved', (lines: string[]) => lines.map((line) => line.replace(/T\d\d/, 'T03'))],
    ['the end cut off', (lines: string[]) => lines.slice(0, -1)],
  ])('a trail with %s is found out', async (_how, bend) => {
    const trail = await openTrail(folder, () => new Date('2026-03-04T01:00:00.000Z'))
    for (let n = 0; n < 4; n += 1) await trail.note({ what: 'signed-in', userId: 'u1' })
    const { head } = trail.end()
    const lines = readFileSync(trailPath(folder), 'utf8').trimEnd().split('\n')
    expect(verifyTrail(lines, head)).toMatchObject({ whole: true })
    expect(verifyTrail(bend(lines), head)).toMatchObject({ whole: false })
  })

  it('a journal with one letter changed takes nothing more and names the line', async () => {
    const journal = await openJournal(folder)
    for (const n of [1, 2, 3]) await journal.append([{ n, body: new Uint8Array([n, n]) }])
    await journal.close()
    const path = join(folder, 'journal/journal-000001.log')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"body":"AgI="', '"body":"AgM="'))
    const bent = await openJournal(folder)
    expect(refusal(await bent.append([{ n: 4, body: new Uint8Array([4]) }]))).toBe('journal-broken')
    expect((await bent.state()).broken).toMatchObject({ line: 2 })
  })

  it('a keyring whose accounts changed roles by hand still opens nothing more for a wrong passphrase', async () => {
    const { desk } = await deskOf('nobody')
    const path = join(folder, 'keyring.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"officer"', '"administrator"'))
    expect(await desk.signIn.tryPassphrase('u1', '管理口令Zz9')).toMatchObject({ outcome: 'refused' })
  })

  it('a lock copied from one account to another opens with its own passphrase alone', async () => {
    const { desk } = await deskOf('nobody')
    const path = join(folder, 'keyring.json')
    const file = JSON.parse(readFileSync(path, 'utf8')) as { accounts: { id: string; wrap: unknown }[] }
    const [first, second] = file.accounts
    if (first && second) second.wrap = first.wrap
    writeFileSync(path, JSON.stringify(file))
    expect(await desk.signIn.tryPassphrase('u2', '管理口令Zz9')).toMatchObject({ outcome: 'refused' })
  })
})

describe('a stick with a package', () => {
  const chance = { salt: new Uint8Array(16).fill(1), nonce: new Uint8Array(12).fill(2) }
  const path = () => join(folder, 'station.package')

  it('that is somebody else’s program is no package', async () => {
    for (const bytes of [
      'MZ\u0090\u0000',
      '#!/bin/sh\nrm -rf /\n',
      '{"format":"hukou-desk-package-1","salt":"AA=="}\n',
    ]) {
      writeFileSync(path(), bytes)
      expect((await readStartingPackage(path(), 'code')).kind).toBe('not-a-package')
    }
  })

  it('that swells beyond all measure is turned away before it fills the memory', async () => {
    const bomb = gzipSync(Buffer.alloc(600 * 1024 * 1024))
    writeFileSync(path(), await sealPackage(bomb, 'code', practiceCost, chance))
    await expect(readStartingPackage(path(), 'code')).rejects.toThrow(
      /larger than|maxOutputLength|too large/i,
    )
  })

  it('whose content has other shapes than a package is refused as a whole', async () => {
    for (const inside of [{}, { sample: 'yes' }, { __proto__: { sample: true } }, []]) {
      writeFileSync(path(), await sealPackage(gzipSync(JSON.stringify(inside)), 'code', practiceCost, chance))
      await expect(readStartingPackage(path(), 'code')).rejects.toThrow()
    }
  })
})
