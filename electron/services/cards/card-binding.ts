import { constants, createPublicKey, publicEncrypt, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { fromBase64, toBase64 } from '../../../shared/journal/base64.ts'
import { cardKeySchema, type CardKey, type SmartCards, type Unsealed } from './smart-cards.ts'

/** A lock's third half: a secret that only one card's private key can open again. */
export const cardBindingSchema = cardKeySchema.extend({ sealed: z.string() })
export type CardBinding = z.infer<typeof cardBindingSchema>

/** Has the secret of a lock opened by its card. */
export type OpenCard = (binding: CardBinding) => Promise<Unsealed>

export interface Bound {
  readonly binding: CardBinding
  readonly secret: Uint8Array
}

const secretBytes = 32
const smallestModulus = 2048

/**
 * Seals a fresh secret to a card's key, and has the card open it at once: nobody locks a desk with a card or PIN that
 * would not open it.
 */
export async function bindToCard(
  cards: SmartCards,
  key: CardKey,
  pin: string,
): Promise<{ ok: true; bound: Bound } | Extract<Unsealed, { ok: false }>> {
  const spki = await cards.publicKey(key)
  if (!spki) return { ok: false, why: 'card-missing' }
  const sealed = sealTo(spki)
  if (!sealed) return { ok: false, why: 'card-failed' }
  const opened = await cards.unseal(key, pin, sealed.bytes)
  if (!opened.ok) return opened
  const isSame = opened.secret.length === secretBytes && timingSafeEqual(opened.secret, sealed.secret)
  if (!isSame) return { ok: false, why: 'card-failed' }
  return { ok: true, bound: { binding: { ...key, sealed: toBase64(sealed.bytes) }, secret: sealed.secret } }
}

/** Opens a lock's secret with its card and PIN. */
export function openWith(cards: SmartCards, pin: string): OpenCard {
  return (binding) => {
    const sealed = fromBase64(binding.sealed)
    return sealed ? cards.unseal(binding, pin, sealed) : Promise.resolve({ ok: false, why: 'card-failed' })
  }
}

function sealTo(spki: Uint8Array): { bytes: Uint8Array; secret: Uint8Array } | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < smallestModulus) return undefined
    const secret = randomBytes(secretBytes)
    const padding = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
    return { bytes: new Uint8Array(publicEncrypt(padding, secret)), secret: new Uint8Array(secret) }
  } catch {
    // What the card handed out is no public key.
    return undefined
  }
}
