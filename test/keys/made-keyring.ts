import { randomBytes } from 'node:crypto'
import { Keyring } from '../../electron/services/keys/keyring.ts'
import type { Keystore } from '../../electron/services/keys/keystore.ts'
import type { User } from '../../shared/people/user.ts'

export const officer: User = {
  id: 'u1',
  name: '练习民警',
  role: 'officer',
  policeNumber: '000001',
  station: '150499000001',
}
export const administrator: User = {
  id: 'u2',
  name: '练习管理',
  role: 'administrator',
  policeNumber: '000002',
  station: '150499000001',
}
export const madePassphrase = '编造的口令Xy7'

/** A Linux session without a keyring: Electron answers that there is no keystore. */
export const noKeystore: Keystore = {
  isThere: () => false,
  seal: () => {
    throw new Error('there is no keystore')
  },
  open: () => undefined,
}

/** A keystore of one account on one machine: what it sealed nobody else opens. */
export function someKeystore(): Keystore {
  const kept = new Map<string, Uint8Array>()
  return {
    isThere: () => true,
    seal: (secret) => {
      const handle = randomBytes(12).toString('base64')
      kept.set(handle, Uint8Array.from(secret))
      return handle
    },
    open: (sealed) => kept.get(sealed),
  }
}

/** The keyring of a practice machine: the same locks, quicker to try. */
export function madeKeyring(dataFolder: string, keystore: Keystore): Keyring {
  return new Keyring(dataFolder, keystore, true)
}
