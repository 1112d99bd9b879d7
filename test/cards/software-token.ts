import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** SoftHSM: a PKCS #11 token in software, where Debian puts it. */
export const softwareModule = '/usr/lib/softhsm/libsofthsm2.so'

export interface SoftwareToken {
  readonly label: string
  readonly pin: string
  /** Takes every card out of the machine, and puts them back. */
  takeOut(): void
  putIn(): void
  destroy(): void
}

/** A card with one RSA key, in a reader of its own; this process and its children see no other. */
export function insertSoftwareToken(label: string, pin: string, bits = 2048): SoftwareToken {
  const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-card-'))
  const inside = join(folder, 'tokens')
  const outside = join(folder, 'taken-out')
  const settings = join(folder, 'softhsm2.conf')
  mkdirSync(inside)
  writeFileSync(settings, `directories.tokendir = ${inside}\nobjectstore.backend = file\nlog.level = ERROR\n`)
  const before = process.env['SOFTHSM2_CONF']
  process.env['SOFTHSM2_CONF'] = settings
  const run = (command: string, ...options: string[]) =>
    execFileSync(command, options, { stdio: 'ignore', env: { ...process.env, CARD_PIN: pin } })
  run('softhsm2-util', '--init-token', '--free', '--label', label, '--so-pin', '12345678', '--pin', pin)
  const login = ['--module', softwareModule, '--token-label', label, '--login', '--pin', 'env:CARD_PIN']
  run('pkcs11-tool', ...login, '--keypairgen', '--key-type', `rsa:${bits}`, '--id', '01', '--label', 'desk')
  return {
    label,
    pin,
    takeOut: () => {
      renameSync(inside, outside)
      mkdirSync(inside)
    },
    putIn: () => {
      if (!existsSync(outside)) return
      rmSync(inside, { recursive: true })
      renameSync(outside, inside)
    },
    destroy: () => {
      if (before === undefined) delete process.env['SOFTHSM2_CONF']
      else process.env['SOFTHSM2_CONF'] = before
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
