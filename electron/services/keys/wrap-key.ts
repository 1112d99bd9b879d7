import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { fromBase64, toBase64 } from '../../../shared/journal/base64.ts'
import { nonceBytes, type CipherSuite } from '../../../shared/seal/cipher-suite.ts'
import { costSchema, keyFromPassphrase, type Cost } from '../../../shared/seal/passphrase-key.ts'

/** The data key, locked with one person's passphrase and, where there is one, the system's keystore. */
export const wrapSchema = z.object({
  salt: z.string(),
  cost: costSchema,
  /** Opens only together with the secret that the system's keystore holds. */
  withMachine: z.boolean(),
  sealed: z.string(),
})
export type Wrap = z.infer<typeof wrapSchema>

interface Locking {
  readonly suite: CipherSuite
  readonly cost: Cost
  /** 32 bytes out of the system's keystore; none where the system has no keystore. */
  readonly machineSecret: Uint8Array | undefined
}

const place = 'data-key'

/** Locks the data key with a passphrase. */
export async function wrapKey(
  dataKey: Uint8Array,
  passphrase: string,
  { suite, cost, machineSecret }: Locking,
): Promise<Wrap> {
  const salt = randomBytes(16)
  const lock = lockingKey(suite, await keyFromPassphrase(passphrase, salt, cost), machineSecret)
  const sealed = suite.seal(lock, randomBytes(nonceBytes), dataKey, place)
  return {
    salt: toBase64(salt),
    cost,
    withMachine: machineSecret !== undefined,
    sealed: toBase64(sealed),
  }
}

/** The data key, or undefined when the passphrase (or the machine) is another one. */
export async function unwrapKey(
  wrap: Wrap,
  passphrase: string,
  suite: CipherSuite,
  machineSecret: Uint8Array | undefined,
): Promise<Uint8Array | undefined> {
  const salt = fromBase64(wrap.salt)
  const sealed = fromBase64(wrap.sealed)
  if (!salt || !sealed || passphrase === '') return undefined
  if (wrap.withMachine && !machineSecret) return undefined
  const half = await keyFromPassphrase(passphrase, salt, wrap.cost)
  return suite.open(lockingKey(suite, half, wrap.withMachine ? machineSecret : undefined), sealed, place)
}

function lockingKey(suite: CipherSuite, half: Uint8Array, machineSecret: Uint8Array | undefined): Uint8Array {
  return suite.derive(machineSecret ? Buffer.concat([half, machineSecret]) : half, 'lock')
}
