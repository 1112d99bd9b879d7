import { z } from 'zod'

const passphrase = z.string().max(200)
export const pinSchema = z.string().min(1).max(64)
const serial = z.string().regex(/^[\dA-Za-z]{1,40}$/)
const id = z.string().regex(/^([\da-f]{2}){1,32}$/)

/** Smart cards and USB keys as a second factor. Where no module is configured there are none. */
export const cardChannels = {
  /** The cards that are in, and the one that the own lock needs. */
  'cards.look': {
    request: z.object({}),
    response: z.object({
      configured: z.boolean(),
      keys: z.array(z.object({ serial, id, label: z.string().max(64) })),
      bound: z.object({ serial, label: z.string() }).optional(),
    }),
  },
  /** From now on the own lock needs this card. Refused: 'no-module', 'wrong', 'card-…'. */
  'cards.bind': { request: z.object({ serial, id, pin: pinSchema, passphrase }), response: z.object({}) },
  /** The own lock needs no card any more. Refused: 'wrong'. */
  'cards.release': { request: z.object({ passphrase }), response: z.object({}) },
  /**
   * Where the maker's PKCS #11 module lies; '' for none. Refused: 'not-allowed', 'must-prove', 'no-such-module',
   * 'still-bound'.
   */
  'cards.configure': { request: z.object({ module: z.string().max(300) }), response: z.object({}) },
}
