import { BrowserWindow, clipboard } from 'electron'
import { accepted } from '../../../shared/base/outcome.ts'
import type { SignInResult } from '../../../shared/ipc/account-channels.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import { openWith, type OpenCard } from '../cards/card-binding.ts'
import { heldCard } from '../cards/held-card.ts'
import { authorOf } from '../signing/author-handlers.ts'
import type { Tried } from './sign-in.ts'

type SignInHandlers = Pick<
  Handlers,
  'signin.users' | 'signin.verify' | 'signin.recover' | 'session.prove' | 'session.lock'
>

/** Sitting down, proving it again, and leaving; each try is on the trail. */
export function signInHandlers(desk: Desk): SignInHandlers {
  const { signIn, session, keyring, trail, camera } = desk
  const letIn = async (userId: string, tried: Tried, passphrase: string): Promise<SignInResult> => {
    if (tried.outcome === 'refused')
      await trail.note({ what: 'sign-in-refused', userId, waitSeconds: tried.waitSeconds })
    if (tried.outcome !== 'welcome') return tried
    const { suite } = await keyring.kind()
    const author = await authorOf(desk, tried, passphrase)
    const keys = session.begin(tried.user, suite, tried.dataKey, { author, card: tried.card })
    if (tried.card) desk.watchCard(tried.card.binding.serial)
    await trail.note({ what: 'signed-in', userId })
    return { outcome: 'welcome', user: tried.user, keys }
  }
  /** The card of whoever signs in, by its PIN; of whoever is signed in already, as it is held. */
  const cardWith = (userId: string, pin: string | undefined): OpenCard | undefined => {
    const cards = desk.cards()
    if (pin !== undefined && cards) return openWith(cards, pin)
    return session.current?.user.id === userId ? heldCard(session.current) : undefined
  }
  return {
    'signin.users': async () => accepted({ users: await signIn.users(), withCard: await signIn.withCard() }),
    'signin.verify': async ({ userId, passphrase, newPassphrase, pin }) => {
      const tried = await signIn.tryPassphrase(userId, passphrase, newPassphrase, cardWith(userId, pin))
      if (tried.outcome === 'welcome' && newPassphrase !== undefined)
        await trail.note({ what: 'passphrase-changed', userId })
      return accepted(await letIn(userId, tried, newPassphrase ?? passphrase))
    },
    'signin.recover': async ({ userId, code, newPassphrase }) => {
      const tried = await signIn.tryRecovery(userId, code, newPassphrase)
      if (tried.outcome === 'welcome') await trail.note({ what: 'recovery-used', userId })
      return accepted(await letIn(userId, tried, newPassphrase))
    },
    'session.prove': async ({ passphrase }) => {
      const userId = session.current?.user.id ?? 'nobody'
      const card = session.current && heldCard(session.current)
      const tried = await signIn.tryPassphrase(userId, passphrase, undefined, card)
      if (tried.outcome === 'welcome') {
        tried.dataKey.fill(0)
        tried.card?.secret.fill(0)
        tried.author?.fill(0)
        session.proved()
        return accepted({ outcome: 'proved' })
      }
      await trail.note({ what: 'proof-refused', userId })
      const waitSeconds = tried.outcome === 'refused' ? tried.waitSeconds : 0
      return accepted({ outcome: 'refused', waitSeconds, reason: tried.reason })
    },
    'session.lock': async ({ why }, page) => {
      const userId = session.current?.user.id
      session.end()
      camera.close()
      desk.cardWatch.end()
      // What a clerk copied is somebody's number more often than not.
      clipboard.clear()
      if (userId !== undefined) await trail.note({ what: 'signed-out', userId, why })
      // A new page: nothing of what the last one held in memory is within reach of the next clerk.
      setImmediate(() => {
        if (!page.isDestroyed()) BrowserWindow.fromWebContents(page)?.webContents.reload()
      })
      return accepted({})
    },
  }
}
