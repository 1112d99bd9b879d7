import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argon2id } from 'hash-wasm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSignIn, writeUsers } from '../../electron/services/sign-in/sign-in.ts'

let dataFolder: string
let clock = 1_000_000_000_000

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hukou-desk-sign-in-'))
  const passphraseHash = await argon2id({
    password: 'made-up words',
    salt: new Uint8Array(16).fill(3),
    parallelism: 1,
    iterations: 2,
    memorySize: 512,
    hashLength: 32,
    outputType: 'encoded',
  })
  const station = '150499000001'
  await writeUsers(dataFolder, [
    { id: 'u1', name: '练习民警', role: 'officer', policeNumber: '000001', station, passphraseHash },
  ])
})
afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true })
})

const openAtClock = () => openSignIn(dataFolder, () => clock)

describe('signing in', () => {
  it('welcomes the right passphrase and shows nobody a hash', async () => {
    const signIn = openAtClock()
    const users = await signIn.users()
    expect(users).toHaveLength(1)
    expect(Object.keys(users[0] ?? {})).not.toContain('passphraseHash')
    expect(await signIn.verify('u1', 'made-up words')).toEqual({ outcome: 'welcome', user: users[0] })
  })

  it('knows no user and no passphrase of its own', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'hukou-desk-nobody-'))
    const signIn = openSignIn(empty, () => clock)
    expect(await signIn.users()).toEqual([])
    expect(await signIn.verify('admin', 'admin')).toMatchObject({ outcome: 'refused' })
    expect(await openAtClock().verify('u1', '')).toMatchObject({ outcome: 'refused' })
    rmSync(empty, { recursive: true })
  })

  it('makes each wrong try after the third wait longer, also across a restart', async () => {
    for (const wait of [0, 0, 5]) {
      expect(await openAtClock().verify('u1', 'wrong')).toMatchObject({
        outcome: 'refused',
        waitSeconds: wait,
      })
    }
    expect(await openAtClock().verify('u1', 'made-up words')).toMatchObject({
      outcome: 'refused',
      waitSeconds: 5,
    })
    clock += 5_000
    expect(await openAtClock().verify('u1', 'wrong')).toMatchObject({ waitSeconds: 15 })
    clock -= 3_600_000
    expect(await openAtClock().verify('u1', 'made-up words')).toMatchObject({ outcome: 'refused' })
    clock += 3_600_000 + 15_000
    expect(await openAtClock().verify('u1', 'made-up words')).toMatchObject({ outcome: 'welcome' })
    expect(await openAtClock().verify('u1', 'wrong')).toMatchObject({ waitSeconds: 0 })
  })

  it('lets tries that come all at once not slip past the counter', async () => {
    const signIn = openAtClock()
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn.verify('u1', 'wrong')))
    expect(tries.filter((result) => result.outcome === 'refused' && result.waitSeconds === 0)).toHaveLength(2)
  })
})
