import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSignIn } from '../../electron/services/sign-in/sign-in.ts'
import { madeKeyring, madePassphrase, noKeystore, officer } from '../keys/made-keyring.ts'

let dataFolder: string
let clock = 1_000_000_000_000

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hukou-desk-sign-in-'))
  await madeKeyring(dataFolder, noKeystore).create('aes-256-gcm', [
    { user: officer, passphrase: madePassphrase, mustChange: false },
  ])
})
afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true })
})

const openAtClock = () => openSignIn(dataFolder, madeKeyring(dataFolder, noKeystore), () => clock)

describe('signing in', () => {
  it('welcomes the right passphrase and shows nobody what locks the key', async () => {
    const signIn = openAtClock()
    const users = await signIn.users()
    expect(users).toEqual([officer])
    expect(await signIn.tryPassphrase('u1', madePassphrase)).toMatchObject({
      outcome: 'welcome',
      user: officer,
    })
  })

  it('knows no user and no passphrase of its own', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'hukou-desk-nobody-'))
    const signIn = openSignIn(empty, madeKeyring(empty, noKeystore), () => clock)
    expect(await signIn.users()).toEqual([])
    expect(await signIn.tryPassphrase('admin', 'admin')).toMatchObject({ outcome: 'refused' })
    expect(await openAtClock().tryPassphrase('u1', '')).toMatchObject({ outcome: 'refused' })
    rmSync(empty, { recursive: true })
  })

  it('makes each wrong try after the third wait longer, also across a restart', async () => {
    for (const wait of [0, 0, 5]) {
      expect(await openAtClock().tryPassphrase('u1', 'wrong')).toMatchObject({
        outcome: 'refused',
        waitSeconds: wait,
      })
    }
    expect(await openAtClock().tryPassphrase('u1', madePassphrase)).toMatchObject({
      outcome: 'refused',
      waitSeconds: 5,
    })
    clock += 5_000
    expect(await openAtClock().tryPassphrase('u1', 'wrong')).toMatchObject({ waitSeconds: 15 })
    clock -= 3_600_000
    expect(await openAtClock().tryPassphrase('u1', madePassphrase)).toMatchObject({ outcome: 'refused' })
    clock += 3_600_000 + 15_000
    expect(await openAtClock().tryPassphrase('u1', madePassphrase)).toMatchObject({ outcome: 'welcome' })
    expect(await openAtClock().tryPassphrase('u1', 'wrong')).toMatchObject({ waitSeconds: 0 })
  })

  it('lets tries that come all at once not slip past the counter', async () => {
    const signIn = openAtClock()
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn.tryPassphrase('u1', 'wrong')))
    expect(tries.filter((result) => result.outcome === 'refused' && result.waitSeconds === 0)).toHaveLength(2)
  })

  it('counts tries of the recovery sheet as well', async () => {
    const waits = []
    for (let turn = 0; turn < 4; turn += 1) {
      const tried = await openAtClock().tryRecovery('u1', 'AAAA-BBBB', '新的口令2026ab')
      waits.push(tried.outcome === 'refused' ? tried.waitSeconds : -1)
    }
    expect(waits).toEqual([0, 0, 5, 5])
  })

  it('asks the owner for a passphrase of his own when the administrator chose the first one', async () => {
    const keyring = madeKeyring(dataFolder, noKeystore)
    const opened = await keyring.open('u1', madePassphrase)
    await keyring.setPassphrase('u1', '首次口令Aa1', opened.ok ? opened.dataKey : new Uint8Array(), true)
    const signIn = openAtClock()
    expect(await signIn.tryPassphrase('u1', '首次口令Aa1')).toMatchObject({ outcome: 'must-change' })
    expect(await signIn.tryPassphrase('u1', '首次口令Aa1', '首次口令Aa1')).toMatchObject({
      outcome: 'must-change',
    })
    expect(await signIn.tryPassphrase('u1', '首次口令Aa1', '短1a')).toMatchObject({ outcome: 'must-change' })
    expect(await signIn.tryPassphrase('u1', '首次口令Aa1', '自己的口令Bb2')).toMatchObject({
      outcome: 'welcome',
    })
    expect(await signIn.tryPassphrase('u1', '首次口令Aa1')).toMatchObject({ outcome: 'refused' })
    expect(await signIn.tryPassphrase('u1', '自己的口令Bb2')).toMatchObject({ outcome: 'welcome' })
  })

  it('writes no passphrase and no key in clear', async () => {
    await openAtClock().tryPassphrase('u1', madePassphrase)
    const keyring = madeKeyring(dataFolder, noKeystore)
    const opened = await keyring.open('u1', madePassphrase)
    const text = readFileSync(join(dataFolder, 'keyring.json'), 'utf8')
    expect(text).not.toContain(madePassphrase)
    expect(opened.ok).toBe(true)
    if (opened.ok) {
      expect(text).not.toContain(Buffer.from(opened.dataKey).toString('base64').slice(0, 20))
      expect(text).not.toContain(Buffer.from(opened.dataKey).toString('hex').slice(0, 20))
    }
  })
})
