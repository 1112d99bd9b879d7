import 'fake-indexeddb/auto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openJournal } from '../../electron/services/journal/journal.ts'
import { Keyring } from '../../electron/services/keys/keyring.ts'
import { openSecrets } from '../../electron/services/keys/secrets.ts'
import { readEntry } from '../../electron/services/line/machine-certificate.ts'
import { readProfile } from '../../electron/services/profile/profile.ts'
import type { OpenedFolder } from '../../electron/services/restore/open-old-folder.ts'
import { takePlace } from '../../electron/services/restore/take-place.ts'
import { openTrail, trailPath } from '../../electron/services/trail/trail.ts'
import { repairDataFolder } from '../../build/repair/repair.ts'
import { must } from '../../shared/base/must.ts'
import type { Outcome } from '../../shared/base/outcome.ts'
import { suiteNamed } from '../../shared/seal/suites.ts'
import { verifyTrail } from '../../shared/trail/trail-chain.ts'
import { noKeystore, officer, someKeystore } from '../keys/made-keyring.ts'
import { contentOfFolder } from '../repair/content-of-folder.ts'
import type { MadeFolder } from '../repair/made-data-folder.ts'
import { refusal } from '../breaches/refusal.ts'
import {
  cityEntry,
  copyOf,
  copyTo,
  lookAt,
  makeEmptyMachine,
  makeOldMachine,
  now,
  oldDevice,
  remove,
  starting,
  type EmptyMachine,
} from './made-old-machine.ts'

let made: MadeFolder
let old: string
let machine: EmptyMachine

beforeAll(async () => {
  made = await makeOldMachine()
})
afterAll(() => remove(made.dataFolder))
beforeEach(async () => {
  old = copyOf(made.dataFolder)
  machine = await makeEmptyMachine()
})
afterEach(() => remove(old, machine.folder))

const byPassphrase = () => ({ way: 'passphrase', userId: officer.id, passphrase: made.passphrase }) as const
const bySheet = () => ({ way: 'sheet', code: made.recoveryCode }) as const
const journalFile = (of = old) => join(of, 'journal', 'journal-000001.log')
const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n')

function valueOf<Value>(outcome: Outcome<Value>): Value {
  return must(outcome.ok ? outcome.value : undefined, outcome.ok ? '' : (outcome.refusals[0]?.message ?? ''))
}

async function look(): Promise<OpenedFolder> {
  return valueOf(await lookAt(old, machine, byPassphrase()))
}

async function isSetUp(): Promise<boolean> {
  return new Keyring(machine.folder, noKeystore, true).isSetUp()
}

/** The new machine is the old one: its people open it, its journal and scans are there byte for byte, its chains hold. */
async function expectWhole(entries: number): Promise<void> {
  expect(await readProfile(machine.folder)).toMatchObject({
    device: oldDevice,
    station: { code: officer.station },
    restoredAt: now().toISOString(),
  })
  const opened = await new Keyring(machine.folder, noKeystore, true).open(officer.id, made.passphrase)
  expect(opened.ok).toBe(true)
  expect(linesOf(journalFile(machine.folder))).toEqual(linesOf(journalFile(old)).slice(0, entries))
  const journal = await openJournal(machine.folder)
  expect(await journal.state()).toMatchObject({ last: entries })
  await journal.close()
  const trail = linesOf(trailPath(machine.folder))
  expect(verifyTrail(trail)).toMatchObject({ whole: true })
  expect(JSON.parse(trail.at(-1) ?? '')).toMatchObject({ event: { what: 'restored', entries } })
  expect(existsSync(join(machine.folder, 'restoring'))).toBe(false)
}

describe('a machine in the place of a broken one', () => {
  it.each(['passphrase', 'sheet'] as const)(
    'finds with the %s what the old one had, and changes no byte of it',
    async (way) => {
      const before = contentOfFolder(old)
      const { found } = valueOf(await lookAt(old, machine, way === 'sheet' ? bySheet() : byPassphrase()))
      expect(found).toMatchObject({
        stationName: '练习派出所',
        journal: { entries: linesOf(journalFile()).length, torn: false },
        trail: { links: 2 },
        scans: 1,
      })
      expect(contentOfFolder(old)).toEqual(before)
      expect(await isSetUp()).toBe(false)
    },
  )

  it('has its journal, scans, trail and people, and the repair finds all sound', async () => {
    const opened = await look()
    const { entries } = valueOf(await copyTo(machine, opened))
    expect(await takePlace(machine.folder)).toBe(true)
    await expectWhole(entries)
    const { findings, counts } = await repairDataFolder(machine.folder, made.passphrase, now)
    expect(findings.filter(({ grade }) => grade !== 'sound')).toEqual([])
    const rows = Object.fromEntries(counts.map(({ kind, count }) => [kind, count]))
    expect(rows).toMatchObject({ 步骤: made.rows['actions'], 草稿: 1, 待市局回执: made.rows['outbox'] })
  })

  it('comes to the city as a new one: no key for the line and none to sign with is taken over', async () => {
    const opened = await look()
    const dataKey = Uint8Array.from(opened.dataKey)
    valueOf(await copyTo(machine, opened))
    await takePlace(machine.folder)
    const secrets = openSecrets(machine.folder, suiteNamed('aes-256-gcm'), dataKey)
    expect(await secrets.read('line-certificate')).toBeUndefined()
    expect(await secrets.read('signing-key')).toBeUndefined()
    expect(Buffer.from((await secrets.read('station-token')) ?? []).toString()).toBe('the new token')
    expect(await readEntry(secrets)).toEqual(cityEntry)
  })

  it('keeps what it had noted of its own beside the old trail', async () => {
    const own = await openTrail(machine.folder, now)
    await own.note({ what: 'started', version: '0.1.0' })
    const noted = readFileSync(trailPath(machine.folder), 'utf8')
    valueOf(await copyTo(machine, await look()))
    await takePlace(machine.folder)
    expect(readFileSync(join(machine.folder, 'trail', 'before-restoring.jsonl'), 'utf8')).toBe(noted)
  })

  it('is told where the journal is broken, takes over the lines before it and keeps the whole of it beside', async () => {
    const lines = linesOf(journalFile())
    lines[3] = (lines[3] ?? '').replace(/"body":"../, '"body":"AA')
    writeFileSync(journalFile(), `${lines.join('\n')}\n`)
    const opened = await look()
    expect(opened.found.journal).toMatchObject({
      entries: 3,
      broken: { file: 'journal-000001.log', line: 4 },
    })
    const whole = readFileSync(journalFile())
    valueOf(await copyTo(machine, opened))
    await takePlace(machine.folder)
    await expectWhole(3)
    const beside = join(machine.folder, 'journal-before-restoring', 'journal-000001.log')
    expect(readFileSync(beside).equals(whole)).toBe(true)
  })

  it('leaves half a line that a power cut tore off where it is told, and goes on behind the last whole one', async () => {
    const sound = linesOf(journalFile()).length
    appendFileSync(journalFile(), '{"half')
    const opened = await look()
    expect(opened.found.journal).toMatchObject({ entries: sound, torn: true })
    valueOf(await copyTo(machine, opened))
    await takePlace(machine.folder)
    const journal = await openJournal(machine.folder)
    expect(await journal.state()).toMatchObject({ last: sound, tornTail: true })
    await journal.close()
  })
})

describe('cut off in the middle', () => {
  /** How often a work comes to a place where the power may go. */
  async function placesIn(work: (pulse: () => void) => Promise<unknown>): Promise<number> {
    let places = 0
    await work(() => (places += 1))
    return places
  }

  const cutAt = (place: number) => {
    let passed = 0
    return () => {
      passed += 1
      if (passed === place) throw new Error('the power went')
    }
  }

  it('at every piece of the copying: the machine is as empty as before, and the next try is whole', async () => {
    const entries = (await look()).survey.places.length
    const places = await placesIn(async (pulse) => copyTo(await makeEmptyMachine(), await look(), pulse))
    expect(places).toBeGreaterThan(10)
    for (let place = 1; place <= places; place += 1) {
      await expect(copyTo(machine, await look(), cutAt(place))).rejects.toThrow('the power went')
      expect(await takePlace(machine.folder)).toBe(false)
      expect(await isSetUp()).toBe(false)
      expect((await readProfile(machine.folder))?.device).toBe('D8D5A')
    }
    valueOf(await copyTo(machine, await look()))
    await takePlace(machine.folder)
    await expectWhole(entries)
  })

  it('at every step of taking the place: the next start brings it to its end', async () => {
    const opened = await look()
    const entries = opened.survey.places.length
    valueOf(await copyTo(machine, opened))
    const places = await placesIn((pulse) => takePlace(copyOf(machine.folder), pulse))
    expect(places).toBeGreaterThan(6)
    const ready = machine
    for (let place = 1; place <= places; place += 1) {
      machine = { ...ready, folder: copyOf(ready.folder) }
      await expect(takePlace(machine.folder, cutAt(place))).rejects.toThrow('the power went')
      const again = await takePlace(machine.folder)
      expect(again).toBe(place < places)
      await expectWhole(entries)
      remove(machine.folder)
    }
    machine = ready
  })

  it('what was copied halfway once does not linger in the next copy', async () => {
    const opened = await look()
    mkdirSync(join(machine.folder, 'restoring', 'attachments'), { recursive: true })
    writeFileSync(join(machine.folder, 'restoring', 'attachments', 'old.sealed'), 'x')
    valueOf(await copyTo(machine, opened))
    await takePlace(machine.folder)
    expect(readdirSync(join(machine.folder, 'attachments'))).not.toContain('old.sealed')
  })
})

describe('is refused in words, and nothing is changed', () => {
  const other = { ...starting, station: { ...starting.station, code: '150499000002' } }
  const foreignCity = { ...starting, city: { ...cityEntry, cityKey: 'd'.repeat(64) } }

  it.each([
    [
      'a package of another station',
      'other-station',
      () => lookAt(old, machine, byPassphrase(), { from: other }),
    ],
    [
      'a package of another city',
      'other-city',
      () => lookAt(old, machine, byPassphrase(), { from: foreignCity }),
    ],
    ['a wrong passphrase', 'wrong', () => lookAt(old, machine, { ...byPassphrase(), passphrase: '不是' })],
    ['a wrong recovery code', 'wrong', () => lookAt(old, machine, { way: 'sheet', code: 'ABCD' })],
    ['its own folder', 'own-folder', () => lookAt(machine.folder, machine, byPassphrase())],
    [
      'a folder of something else',
      'no-data-folder',
      () => lookAt(join(old, 'journal'), machine, byPassphrase()),
    ],
    [
      'a damaged keyring',
      'damaged',
      () => {
        writeFileSync(join(old, 'keyring.json'), '{"version":1')
        return lookAt(old, machine, byPassphrase())
      },
    ],
    [
      'a folder of a newer program',
      'newer-program',
      () => {
        writeFileSync(join(old, 'keyring.json'), '{"version":2}')
        return lookAt(old, machine, byPassphrase())
      },
    ],
    [
      'the data of a working machine on one for practice',
      'other-purpose',
      () => {
        const path = join(old, 'profile.json')
        writeFileSync(path, readFileSync(path, 'utf8').replace('"sample": true', '"sample": false'))
        return lookAt(old, machine, byPassphrase())
      },
    ],
  ] as const)('%s', async (_what, code, attempt) => {
    const before = contentOfFolder(machine.folder)
    expect(refusal(await attempt())).toBe(code)
    expect(contentOfFolder(machine.folder)).toEqual(before)
  })

  it('a passphrase whose lock needs the old machine’s keystore: the sheet opens it', async () => {
    rmSync(join(old, 'keyring.json'))
    const account = { user: officer, passphrase: made.passphrase, mustChange: false }
    const keystore = someKeystore()
    const { recoveryCode } = await new Keyring(old, keystore, true).create('aes-256-gcm', [account])
    rmSync(join(old, 'secrets'), { recursive: true })
    expect(refusal(await lookAt(old, machine, byPassphrase()))).toBe('sheet-needed')
    expect((await lookAt(old, machine, { way: 'sheet', code: recoveryCode })).ok).toBe(true)
    expect((await lookAt(old, machine, byPassphrase(), { keystore })).ok).toBe(true)
  })

  it('an old machine that is still at work: its journal grew while it was copied', async () => {
    const opened = await look()
    const journal = await openJournal(old)
    const body = new Uint8Array([1, 2, 3])
    await journal.append([{ n: opened.survey.places.length + 1, body }])
    await journal.close()
    expect(refusal(await copyTo(machine, opened))).toBe('changed-meanwhile')
    expect(await takePlace(machine.folder)).toBe(false)
    expect(await isSetUp()).toBe(false)
  })
})
