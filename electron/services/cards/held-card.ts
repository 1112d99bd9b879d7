import type { OpenSession } from '../session/session.ts'
import type { OpenCard } from './card-binding.ts'

/**
 * Answers for the card of whoever is signed in without its PIN: it was asked for at sign-in, and the desk locks when the
 * card is taken out.
 */
export function heldCard({ card }: Pick<OpenSession, 'card'>): OpenCard {
  return async ({ serial }) =>
    card?.binding.serial === serial
      ? { ok: true, secret: Uint8Array.from(card.secret) }
      : { ok: false, why: 'card-missing' }
}
