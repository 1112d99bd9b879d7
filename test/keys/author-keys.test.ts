import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Keyring } from '../../electron/services/keys/keyring.ts'
import type { Desk } from '../../electron/desk.ts'
import { authorOf } from '../../electron/services/signing/author-handlers.ts'
import { openProfile } from '../../electron/services/profile/profile.ts'
import { openSignIn } from '../../electron/services/sign-in/sign-in.ts'
import { openTrail } from '../../electron/services/trail/trail.ts'
import { suiteNames } from '../../shared/seal/suites.ts'
import { administrator, madeKeyring, madePassphrase, officer, someKeystore } from './made-keyring.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-authors-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const another = '换过的口令Ab1'
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

async function machine(suite: (typeof suiteNames)[number] = 'aes-256-gcm') {
  const keyring = madeKeyring(folder, someKeystore())
  const { dataKey, recoveryCode } = await keyring.create(suite, [
    { user: officer, passphrase: madePassphrase, mustChange: false },
    { user: administrator, passphrase: '管理口令Zz9', mustChange: false },
  ])
  const newDeviceId = () => '8d5ab591-9bf0-4450-ac3f-e99473e518c5'
  const first = { sample: true, firstBlocks: true, newDeviceId, cityAddress: '' }
  const trail = await openTrail(folder, () => new Date())
  const signIn = openSignIn(folder, keyring, Date.now)
  const desk = { keyring, trail, profile: await openProfile(folder, first) } as unknown as Desk
  /** Signs in, as the handler does; the person's key in hexadecimal, made when there is none. */
  const keyAt = async (passphrase: string, newPassphrase?: string): Promise<string> => {
    const tried = await signIn.tryPassphrase(officer.id, passphrase, newPassphrase)
    if (tried.outcome !== 'welcome') throw new Error(tried.reason)
    return hex(await authorOf(desk, tried, newPassphrase ?? passphrase))
  }
  const made = async () => (await trail.lines()).filter((line) => line.includes('author-key-made')).length
  return { keyring, desk, signIn, dataKey, recoveryCode, keyAt, made }
}

const publicKeys = async (keyring: Keyring) =>
  (await keyring.accounts()).find(({ id }) => id === officer.id)?.authorKeys?.map(({ keyId }) => keyId) ?? []

describe.each(suiteNames)('a person’s own signing key on a machine (%s)', (suite) => {
  it('is made at the first sign-in, told to the trail, and is the same ever after', async () => {
    const { keyring, keyAt, made } = await machine(suite)
    expect(await publicKeys(keyring)).toEqual([])
    const key = await keyAt(madePassphrase)
    expect(await keyAt(madePassphrase)).toBe(key)
    expect(await made()).toBe(1)
    expect(await publicKeys(keyring)).toHaveLength(1)
    expect(readFileSync(join(folder, 'keyring.json'), 'utf8')).not.toContain(key)
  })

  it('goes on behind the new lock when its owner changes the passphrase', async () => {
    const { keyring, keyAt } = await machine(suite)
    const key = await keyAt(madePassphrase)
    expect(await keyAt(madePassphrase, another)).toBe(key)
    expect(await keyAt(another)).toBe(key)
    expect(await publicKeys(keyring)).toHaveLength(1)
  })

  it('opens for nobody else: not with the machine’s own key, not after the administrator gave another passphrase', async () => {
    const { keyring, dataKey, keyAt, made } = await machine(suite)
    const key = await keyAt(madePassphrase)
    await keyring.setPassphrase(officer.id, another, dataKey, true)
    const opened = await keyring.open(officer.id, another)
    expect(opened.ok && opened.author).toBeUndefined()
    const renewed = await keyAt(another, '自己选的口令Ef5')
    expect(renewed).not.toBe(key)
    expect(await made()).toBe(2)
    // The old one stays known, so that what it signed and is not sent yet can still be proved.
    expect(await publicKeys(keyring)).toHaveLength(2)
  })

  it('is another after the recovery sheet was used', async () => {
    const { keyring, desk, signIn, recoveryCode, keyAt } = await machine(suite)
    const key = await keyAt(madePassphrase)
    const tried = await signIn.tryRecovery(officer.id, recoveryCode, another)
    if (tried.outcome !== 'welcome') throw new Error(tried.reason)
    expect(hex(await authorOf(desk, tried, another))).not.toBe(key)
    expect(await publicKeys(keyring)).toHaveLength(2)
  })

  it('is gone with the lock of somebody who left', async () => {
    const { keyring, keyAt } = await machine(suite)
    await keyAt(madePassphrase)
    await keyring.stop(officer.id, '2026-03-10T01:00:00.000Z')
    const account = (await keyring.accounts()).find(({ id }) => id === officer.id)
    expect(account?.wrap).toBeUndefined()
    expect(await publicKeys(keyring)).toHaveLength(1)
  })
})
