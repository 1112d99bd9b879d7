import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, asyncProperty, constantFrom, integer } from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemKeystore, type Keystore } from '../../electron/services/keys/keystore.ts'
import { openSecrets } from '../../electron/services/keys/secrets.ts'
import { suiteNamed, suiteNames } from '../../shared/seal/suites.ts'
import {
  administrator,
  madeKeyring,
  madePassphrase,
  noKeystore,
  officer,
  someKeystore,
} from './made-keyring.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-keyring-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const both = [
  { user: officer, passphrase: madePassphrase, mustChange: false },
  { user: administrator, passphrase: '管理口令Zz9', mustChange: false },
]

async function keyOf(keystore: Keystore, userId: string, passphrase: string): Promise<string> {
  const opened = await madeKeyring(folder, keystore).open(userId, passphrase)
  return opened.ok ? Buffer.from(opened.dataKey).toString('hex') : opened.why
}

const surroundings: readonly (readonly [string, () => Keystore])[] = [
  ['with the system’s keystore', someKeystore],
  ['without one', () => noKeystore],
]

describe.each(surroundings)('the keyring of a machine %s', (_name, makeKeystore) => {
  for (const suite of suiteNames) {
    it(`gives everybody the same key and nobody else any (${suite})`, async () => {
      const keystore = makeKeystore()
      await madeKeyring(folder, keystore).create(suite, both)
      const key = await keyOf(keystore, 'u1', madePassphrase)
      expect(key).toMatch(/^[0-9a-f]{64}$/)
      expect(await keyOf(keystore, 'u2', '管理口令Zz9')).toBe(key)
      expect(await keyOf(keystore, 'u1', '管理口令Zz9')).toBe('wrong')
      expect(await keyOf(keystore, 'u3', madePassphrase)).toBe('no-account')
    })
  }

  it('keeps the key when a passphrase changes, and forgets the old passphrase', async () => {
    const keystore = makeKeystore()
    const keyring = madeKeyring(folder, keystore)
    const { dataKey } = await keyring.create('aes-256-gcm', both)
    const before = Buffer.from(dataKey).toString('hex')
    await keyring.setPassphrase('u1', '换过的口令Ab1', dataKey, false)
    expect(await keyOf(keystore, 'u1', '换过的口令Ab1')).toBe(before)
    expect(await keyOf(keystore, 'u1', madePassphrase)).toBe('wrong')
    expect(await keyOf(keystore, 'u2', '管理口令Zz9')).toBe(before)
  })

  it('cuts a leaver off at once, and lets him in again only by the administrator', async () => {
    const keystore = makeKeystore()
    const keyring = madeKeyring(folder, keystore)
    const { dataKey } = await keyring.create('aes-256-gcm', both)
    await keyring.stop('u1', '2026-03-02T01:00:00.000Z')
    expect(await keyOf(keystore, 'u1', madePassphrase)).toBe('stopped')
    const text = readFileSync(join(folder, 'keyring.json'), 'utf8')
    const accounts = (JSON.parse(text) as { accounts: { id: string; wrap?: unknown }[] }).accounts
    expect(accounts.find(({ id }) => id === 'u1')?.wrap).toBeUndefined()
    await keyring.setPassphrase('u1', '再启用的口令Ab1', dataKey, true)
    expect(await keyOf(keystore, 'u1', '再启用的口令Ab1')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('opens with the recovery sheet when every passphrase is forgotten; a renewed sheet voids the old one', async () => {
    const keystore = makeKeystore()
    const keyring = madeKeyring(folder, keystore)
    const { recoveryCode, dataKey } = await keyring.create('aes-256-gcm', both)
    const hex = Buffer.from(dataKey).toString('hex')
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(Buffer.from((await keyring.openByRecovery(typed)) ?? []).toString('hex')).toBe(hex)
    const renewed = await keyring.renewRecovery(dataKey)
    expect(await keyring.openByRecovery(recoveryCode)).toBeUndefined()
    expect(Buffer.from((await keyring.openByRecovery(renewed)) ?? []).toString('hex')).toBe(hex)
  })
})

describe('the system’s keystore', () => {
  it('copied away without a passphrase opens nothing, and a passphrase without it opens nothing', async () => {
    const keystore = someKeystore()
    await madeKeyring(folder, keystore).create('aes-256-gcm', both)
    expect(await keyOf(keystore, 'u1', '')).toBe('wrong')
    const elsewhere = someKeystore()
    expect(await keyOf(elsewhere, 'u1', madePassphrase)).toBe('keystore-changed')
  })

  it('lost with the computer, the sheet moves the machine to the new one', async () => {
    const { recoveryCode } = await madeKeyring(folder, someKeystore()).create('aes-256-gcm', both)
    const newStore = someKeystore()
    const keyring = madeKeyring(folder, newStore)
    const dataKey = await keyring.openByRecovery(recoveryCode)
    expect(dataKey).toBeDefined()
    await keyring.settleAfterRecovery('u2', '新电脑的口令Cc3', dataKey ?? new Uint8Array())
    expect(await keyOf(newStore, 'u2', '新电脑的口令Cc3')).toBe(Buffer.from(dataKey ?? []).toString('hex'))
    expect(await keyOf(newStore, 'u1', madePassphrase)).toBe('stopped')
  })

  it('is not used where Electron only pretends to have one', () => {
    const pretended = {
      isEncryptionAvailable: () => true,
      encryptString: (text: string) => Buffer.from(text),
      decryptString: (sealed: Buffer) => sealed.toString(),
      getSelectedStorageBackend: () => 'basic_text',
    }
    expect(systemKeystore(pretended).isThere()).toBe(process.platform !== 'linux')
    const real = { ...pretended, getSelectedStorageBackend: () => 'gnome_libsecret' }
    expect(systemKeystore(real).isThere()).toBe(true)
    const broken = {
      ...real,
      decryptString: () => {
        throw new Error('not sealed here')
      },
    }
    expect(systemKeystore(broken).open('AAAA')).toBeUndefined()
  })
})

describe('a change of passphrase that is cut off', () => {
  it('leaves the old passphrase or the new one, whatever byte the power failed at', async () => {
    const keyring = madeKeyring(folder, noKeystore)
    const { dataKey } = await keyring.create('aes-256-gcm', both)
    const hex = Buffer.from(dataKey).toString('hex')
    const before = readFileSync(join(folder, 'keyring.json'))
    await keyring.setPassphrase('u1', '换过的口令Ab1', dataKey, false)
    const after = readFileSync(join(folder, 'keyring.json'))
    // What writeWholeFile leaves at each moment: the new file half written beside the old one, or renamed over it.
    await assert(
      asyncProperty(
        integer({ min: 0, max: after.length }),
        constantFrom(true, false),
        async (written, isRenamed) => {
          const crashed = mkdtempSync(join(tmpdir(), 'hukou-desk-crashed-'))
          cpSync(folder, crashed, { recursive: true })
          writeFileSync(join(crashed, 'keyring.json'), isRenamed ? after : before)
          if (!isRenamed) writeFileSync(join(crashed, 'keyring.json.new'), after.subarray(0, written))
          const opened = await madeKeyring(crashed, noKeystore).open(
            'u1',
            isRenamed ? '换过的口令Ab1' : madePassphrase,
          )
          rmSync(crashed, { recursive: true })
          expect(opened.ok && Buffer.from(opened.dataKey).toString('hex')).toBe(hex)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('that fails on the disk changes nothing', async () => {
    const keyring = madeKeyring(folder, noKeystore)
    const { dataKey } = await keyring.create('aes-256-gcm', both)
    // A folder where the new file would go: every write beside the old one fails.
    mkdirSync(join(folder, 'keyring.json.new'))
    await expect(keyring.setPassphrase('u1', '换过的口令Ab1', dataKey, false)).rejects.toThrow()
    expect(await keyOf(noKeystore, 'u1', madePassphrase)).toBe(Buffer.from(dataKey).toString('hex'))
  })
})

describe('the machine’s secrets', () => {
  it('come back as they were, and not at all when a byte was changed or the file stands under another name', async () => {
    const key = new Uint8Array(32).fill(5)
    const secrets = openSecrets(folder, suiteNamed('aes-256-gcm'), key)
    expect(await secrets.read('station-token')).toBeUndefined()
    await secrets.write('station-token', Buffer.from('made-up-token'))
    expect(Buffer.from((await secrets.read('station-token')) ?? []).toString()).toBe('made-up-token')
    const path = join(folder, 'secrets/station-token.sealed')
    const bytes = readFileSync(path)
    expect(bytes.includes('made-up-token')).toBe(false)
    writeFileSync(join(folder, 'secrets/other.sealed'), bytes)
    await expect(secrets.read('other')).rejects.toThrow(/changed on disk/)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(path, bytes)
    await expect(secrets.read('station-token')).rejects.toThrow(/changed on disk/)
  })
})
