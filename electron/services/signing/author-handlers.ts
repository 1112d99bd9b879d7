import { accepted } from '../../../shared/base/outcome.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import type { ForSomebody } from '../session/for-somebody.ts'
import type { OpenSession } from '../session/session.ts'
import { makeAuthorKey, signActions } from './author-signing.ts'
import type { Tried } from '../sign-in/sign-in.ts'
import { algorithmOfSuite } from '../../../shared/proof/signature-port.ts'

/** Signing what is recorded, in the name of whoever is signed in; a try in another name is on the trail. */
export function authorHandlers(desk: Desk, forSomebody: ForSomebody): Pick<Handlers, 'actions.sign'> {
  return {
    'actions.sign': ({ actions }) =>
      forSomebody(async (open) => {
        const signed = signActions(open, actions, hereOf(desk, open), Date.now())
        if (signed.ok) return accepted({ signatures: signed.value })
        await desk.trail.note({ what: 'refused', userId: open.user.id, code: signed.refusals[0]?.code ?? '' })
        return signed
      }),
  }
}

/**
 * The signing key of somebody who has just signed in: out of the lock, or made now and put behind it, because the account
 * is from before or its passphrase was somebody else's choice until now.
 */
export async function authorOf(
  desk: Desk,
  tried: Extract<Tried, { outcome: 'welcome' }>,
  passphrase: string,
): Promise<Uint8Array> {
  if (tried.author) return tried.author
  const { user } = tried
  const algorithm = algorithmOfSuite((await desk.keyring.kind()).suite)
  const made = makeAuthorKey(user, algorithm, hereOf(desk, tried), new Date().toISOString())
  await desk.keyring.keepAuthorKey(user.id, passphrase, tried, made)
  await desk.trail.note({ what: 'author-key-made', userId: user.id, keyId: made.key.keyId })
  return made.secret
}

/** Whose desk this is. */
export function hereOf({ profile }: Desk, { user }: Pick<OpenSession, 'user'>) {
  return { station: profile.station?.code ?? user.station, device: profile.device }
}
