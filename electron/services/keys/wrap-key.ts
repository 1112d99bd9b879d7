import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { fromBase64, toBase64 } from '../../../shared/journal/base64.ts'
import { nonceBytes, type CipherSuite } from '../../../shared/seal/cipher-suite.ts'
import { cardBindingSchema, type Bound } from '../cards/card-binding.ts'
import { costSchema, keyFromPassphrase, type Cost } from '../../../shared/seal/passphrase-key.ts'

/** The data key, locked with one person's passphrase and, where there is one, the system's keystore. */
export const wrapSchema = z.object({
  salt: z.string(),
  cost: costSchema,
  /** Opens only together with the secret that the system's keystore holds. */
  withMachine: z.boolean(),
  /** Opens only together with what this card's private key opens. */
  card: cardBindingSchema.optional(),
  sealed: z.string(),
  /** The person's own signing key behind the same lock; none before the owner chose the passphrase. */
  author: z.string().optional(),
})
export type Wrap = z.infer<typeof wrapSchema>

interface Locking {
  readonly suite: CipherSuite
  readonly cost: Cost
  /** 32 bytes out of the system's keystore; none where the system has no keystore. */
  readonly machineSecret: Uint8Array | undefined
  /** The person's smart card or USB key; none where the passphrase does alone. */
  readonly card?: Bound | undefined
}

const place = 'data-key'
const authorPlace = 'author-key'

/** What a lock holds: the machine's data key, and the secret half of the person's own signing key. */
export interface Locked {
  readonly dataKey: Uint8Array
  readonly author?: Uint8Array | undefined
}

/** Locks a person's keys with a passphrase. */
export async function wrapKey(
  { dataKey, author }: Locked,
  passphrase: string,
  { suite, cost, machineSecret, card }: Locking,
): Promise<Wrap> {
  const salt = randomBytes(16)
  const half = await keyFromPassphrase(passphrase, salt, cost)
  const lock = lockingKey(suite, half, machineSecret, card?.secret)
  const sealed = suite.seal(lock, randomBytes(nonceBytes), dataKey, place)
  const sealedAuthor = author && suite.seal(lock, randomBytes(nonceBytes), author, authorPlace)
  return {
    salt: toBase64(salt),
    cost,
    withMachine: machineSecret !== undefined,
    ...(card ? { card: card.binding } : {}),
    sealed: toBase64(sealed),
    ...(sealedAuthor ? { author: toBase64(sealedAuthor) } : {}),
  }
}

/** The keys, or undefined when the passphrase (or the machine) is another one. */
export async function unwrapKey(
  wrap: Wrap,
  passphrase: string,
  suite: CipherSuite,
  machineSecret: Uint8Array | undefined,
  cardSecret?: Uint8Array,
): Promise<Locked | undefined> {
  const salt = fromBase64(wrap.salt)
  const sealed = fromBase64(wrap.sealed)
  if (!salt || !sealed || passphrase === '') return undefined
  if (wrap.withMachine && !machineSecret) return undefined
  if (wrap.card && !cardSecret) return undefined
  const half = await keyFromPassphrase(passphrase, salt, wrap.cost)
  const withMachine = wrap.withMachine ? machineSecret : undefined
  const lock = lockingKey(suite, half, withMachine, wrap.card ? cardSecret : undefined)
  const dataKey = suite.open(lock, sealed, place)
  if (!dataKey) return undefined
  const sealedAuthor = wrap.author === undefined ? undefined : fromBase64(wrap.author)
  return { dataKey, author: sealedAuthor && suite.open(lock, sealedAuthor, authorPlace) }
}

/** The halves one after the other; a lock with a card is another purpose, so that no half stands for another. */
function lockingKey(
  suite: CipherSuite,
  half: Uint8Array,
  machineSecret: Uint8Array | undefined,
  cardSecret: Uint8Array | undefined,
): Uint8Array {
  const halves = [half, machineSecret, cardSecret].filter((each) => each !== undefined)
  return suite.derive(
    halves.length > 1 ? Buffer.concat(halves) : half,
    cardSecret ? 'lock-with-card' : 'lock',
  )
}
