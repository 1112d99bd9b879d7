import { z } from 'zod'

/** A key on a smart card or USB key, as it is found again: the card by its serial number, the key by its id. */
export const cardKeySchema = z.object({
  /** As the card tells it; letters and digits, so that it can stand in a command. */
  serial: z.string().regex(/^[\dA-Za-z]{1,40}$/),
  /** PKCS #11's CKA_ID, hexadecimal. */
  id: z.string().regex(/^([\da-f]{2}){1,32}$/),
  /** What stands on the card's label. */
  label: z.string().max(64),
})
export type CardKey = z.infer<typeof cardKeySchema>

/** What a card's private key made of sealed bytes, or why it made nothing of them. */
export type Unsealed =
  | { readonly ok: true; readonly secret: Uint8Array }
  | { readonly ok: false; readonly why: 'card-missing' | 'card-wrong-pin' | 'card-locked' | 'card-failed' }

/** The cards that are in the machine now. The private key never leaves its card. */
export interface SmartCards {
  /** RSA keys with which something can be sealed to a card. */
  keys(): Promise<readonly CardKey[]>
  /** The public key, SubjectPublicKeyInfo in DER; undefined when the card is not in. */
  publicKey(key: CardKey): Promise<Uint8Array | undefined>
  /** Opens what was sealed to the key (RSA-OAEP). */
  unseal(key: CardKey, pin: string, sealed: Uint8Array): Promise<Unsealed>
  isIn(serial: string): Promise<boolean>
}
