import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bindToCard, openWith, type Bound } from '../../electron/services/cards/card-binding.ts'
import { CardWatch } from '../../electron/services/cards/card-watch.ts'
import { pkcs11Cards } from '../../electron/services/cards/pkcs11-cards.ts'
import type { CardKey } from '../../electron/services/cards/smart-cards.ts'
import { rsaKeysIn, tokensIn } from '../../electron/services/cards/token-list.ts'
import type { Keyring } from '../../electron/services/keys/keyring.ts'
import { openSignIn } from '../../electron/services/sign-in/sign-in.ts'
import { must } from '../../shared/base/must.ts'
import { madeKeyring, madePassphrase, noKeystore, officer, someKeystore } from '../keys/made-keyring.ts'
import { insertSoftwareToken, softwareModule, type SoftwareToken } from './software-token.ts'

const cards = pkcs11Cards(softwareModule)
let token: SoftwareToken
let key: CardKey
let bound: Bound

beforeAll(async () => {
  token = insertSoftwareToken('样户籍的卡', '654321')
  key = must((await cards.keys())[0], 'the token has a key')
  const made = await bindToCard(cards, key, token.pin)
  if (!made.ok) throw new Error(made.why)
  bound = made.bound
}, 60_000)
afterAll(() => token.destroy())
afterEach(() => token.putIn())

describe('a card through its maker’s module', () => {
  it('tells its key, and opens with its PIN what was sealed to it', async () => {
    expect(key).toMatchObject({ label: token.label, id: '01' })
    const opened = await openWith(cards, token.pin)(bound.binding)
    expect(opened).toEqual({ ok: true, secret: bound.secret })
  })

  it('opens nothing with another PIN, for another secret, or when it is out', async () => {
    expect(await openWith(cards, '111111')(bound.binding)).toEqual({ ok: false, why: 'card-wrong-pin' })
    expect(await openWith(cards, 'x')(bound.binding)).toMatchObject({ ok: false })
    const bent = { ...bound.binding, sealed: Buffer.alloc(256, 7).toString('base64') }
    expect(await openWith(cards, token.pin)(bent)).toMatchObject({ ok: false, why: 'card-failed' })
    token.takeOut()
    expect(await cards.isIn(key.serial)).toBe(false)
    expect(await openWith(cards, token.pin)(bound.binding)).toEqual({ ok: false, why: 'card-missing' })
    token.putIn()
    expect(await cards.isIn(key.serial)).toBe(true)
  })

  it('is not bound with a PIN that does not open it', async () => {
    expect(await bindToCard(cards, key, '000000')).toEqual({ ok: false, why: 'card-wrong-pin' })
  })

  it('whose module is no module is no card', async () => {
    const none = pkcs11Cards('/nonexistent/module.so')
    expect(await none.keys()).toEqual([])
    expect(await none.isIn(key.serial)).toBe(false)
  })

  it('that is taken out is told once, within a few looks', async () => {
    const watch = new CardWatch(() => cards)
    let gone = 0
    watch.begin(key.serial, () => (gone += 1))
    token.takeOut()
    await expect.poll(() => gone, { timeout: 30_000, interval: 100 }).toBe(1)
    watch.end()
  })
}, 60_000)

describe('the tool that speaks to the card', () => {
  let folder = ''
  const path = process.env['PATH']
  /** A tool in the place of OpenSC's that keeps what it was called with and complains. */
  const putTool = (complaint: string) => {
    folder = mkdtempSync(join(tmpdir(), 'card-tool-'))
    const slots = 'Slot 0 (0x1f): x\n  token label : t\n  serial num : 5ad8\n'
    const script = [
      '#!/bin/sh',
      `echo "$@" >> ${folder}/arguments`,
      `case "$*" in *list-token-slots*) printf '${slots.replaceAll('\n', '\\n')}';;`,
      `*) echo "${complaint}" >&2; exit 1;; esac`,
    ]
    writeFileSync(join(folder, 'pkcs11-tool'), script.join('\n'))
    chmodSync(join(folder, 'pkcs11-tool'), 0o755)
    process.env['PATH'] = `${folder}${delimiter}${path}`
  }
  afterEach(() => {
    process.env['PATH'] = path
    rmSync(folder, { recursive: true, force: true })
  })

  it('is never given the PIN among its arguments, where every account could read it', async () => {
    putTool('CKR_PIN_LOCKED')
    const own = { serial: '5ad8', id: '01', label: '' }
    expect(await cards.unseal(own, '4-my-pin', new Uint8Array(256))).toEqual({
      ok: false,
      why: 'card-locked',
    })
    const said = readFileSync(join(folder, 'arguments'), 'utf8')
    expect(said).toContain('--pin env:CARD_PIN')
    expect(said).not.toContain('4-my-pin')
  })

  it('that says what it likes brings no word of its own into a command', () => {
    const bad = 'Slot 0 (0x1; rm -rf /): x\n  serial num : 5\nSlot 1 (0x2): y\n  serial num : $(id)\n'
    expect(tokensIn(bad)).toEqual([])
    expect(tokensIn('')).toEqual([])
    expect(rsaKeysIn('Public Key Object; RSA 2048 bits\n  ID:   01 --module x\n')).toEqual([])
    expect(rsaKeysIn('Public Key Object; EC\n  ID:   01\n')).toEqual([])
  })
})

describe.each([
  ['beside the system’s keystore', someKeystore],
  ['where the system has none', () => noKeystore],
] as const)(
  'a lock that needs a card, %s',
  (_where, keystore) => {
    let folder = ''
    let keyring: Keyring
    let dataKey: Uint8Array
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'card-lock-'))
      keyring = madeKeyring(folder, keystore())
      const made = await keyring.create('aes-256-gcm', [
        { user: officer, passphrase: madePassphrase, mustChange: false },
      ])
      dataKey = made.dataKey
      recoveryCode = made.recoveryCode
      await keyring.setPassphrase(officer.id, madePassphrase, dataKey, false, { card: bound })
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))
    let recoveryCode = ''
    const withPin = (pin = token.pin) => openWith(cards, pin)

    it('opens with passphrase, card and PIN together, and with no two of them', async () => {
      expect(await keyring.open(officer.id, madePassphrase, withPin())).toMatchObject({
        ok: true,
        dataKey: new Uint8Array(dataKey),
      })
      expect(await keyring.open(officer.id, madePassphrase)).toEqual({ ok: false, why: 'card-needed' })
      expect(await keyring.open(officer.id, madePassphrase, withPin('111111'))).toEqual({
        ok: false,
        why: 'card-wrong-pin',
      })
      expect(await keyring.open(officer.id, 'another', withPin())).toEqual({ ok: false, why: 'wrong' })
      const otherSecret = () => Promise.resolve({ ok: true, secret: new Uint8Array(32).fill(9) } as const)
      expect(await keyring.open(officer.id, madePassphrase, otherSecret)).toEqual({ ok: false, why: 'wrong' })
      token.takeOut()
      expect(await keyring.open(officer.id, madePassphrase, withPin())).toEqual({
        ok: false,
        why: 'card-missing',
      })
    })

    it('taken out of the file by hand does not open by the passphrase alone', async () => {
      const path = join(folder, 'keyring.json')
      const file = JSON.parse(readFileSync(path, 'utf8')) as { accounts: { wrap: { card?: object } }[] }
      expect(readFileSync(path, 'utf8')).not.toContain(Buffer.from(bound.secret).toString('base64'))
      for (const { wrap } of file.accounts) delete wrap.card
      writeFileSync(path, JSON.stringify(file))
      expect(await keyring.open(officer.id, madePassphrase)).toEqual({ ok: false, why: 'wrong' })
    })

    it('still needs the card after its owner changed the passphrase', async () => {
      const signIn = openSignIn(folder, keyring, Date.now)
      expect(await signIn.withCard()).toEqual([officer.id])
      const changed = await signIn.tryPassphrase(officer.id, madePassphrase, '换过的口令Ab1', withPin())
      expect(changed).toMatchObject({ outcome: 'welcome', card: { binding: bound.binding } })
      expect(await keyring.open(officer.id, '换过的口令Ab1')).toEqual({ ok: false, why: 'card-needed' })
      expect(await keyring.open(officer.id, '换过的口令Ab1', withPin())).toMatchObject({ ok: true })
    })

    it('whose card is lost opens by the administrator’s new passphrase, or by the sheet from the safe', async () => {
      await keyring.setPassphrase(officer.id, '重给的口令Ab1', dataKey, true)
      expect(await keyring.open(officer.id, '重给的口令Ab1')).toMatchObject({ ok: true })
      await keyring.setPassphrase(officer.id, madePassphrase, dataKey, false, { card: bound })
      const signIn = openSignIn(folder, keyring, Date.now)
      expect(await signIn.tryRecovery(officer.id, recoveryCode, '恢复的口令Ab1')).toMatchObject({
        outcome: 'welcome',
      })
      expect(await signIn.withCard()).toEqual([])
    })
  },
  60_000,
)
