import { stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import { permits } from '../../../shared/people/role.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import { mustProve } from '../accounts/accounts.ts'
import { keepCardModule } from '../profile/profile.ts'
import type { ForSomebody } from '../session/for-somebody.ts'
import type { OpenSession } from '../session/session.ts'
import { refusedBecause, type Tried } from '../sign-in/sign-in.ts'
import { bindToCard } from './card-binding.ts'
import { heldCard } from './held-card.ts'

type Welcome = Extract<Tried, { outcome: 'welcome' }>
type Nothing = Record<string, never>
type CardHandlers = Pick<Handlers, 'cards.look' | 'cards.bind' | 'cards.release' | 'cards.configure'>

/** One's own card as a second factor, and the administrator's word on which maker's module is asked. */
export function cardHandlers(desk: Desk, forSomebody: ForSomebody): CardHandlers {
  const { keyring, signIn, session, trail } = desk
  /** The passphrase once more, with the card that is bound now; counted like a sign-in. */
  const proving = async (
    open: OpenSession,
    passphrase: string,
    work: (proved: Welcome) => Promise<Outcome<Nothing>>,
  ): Promise<Outcome<Nothing>> => {
    const tried = await signIn.tryPassphrase(open.user.id, passphrase, undefined, heldCard(open))
    if (tried.outcome === 'welcome') return work(tried)
    await trail.note({ what: 'proof-refused', userId: open.user.id })
    return refused({ code: 'wrong', message: tried.reason })
  }
  return {
    'cards.look': () =>
      forSomebody(async ({ card }) => {
        const cards = desk.cards()
        const bound = card ? { bound: { serial: card.binding.serial, label: card.binding.label } } : {}
        return accepted({
          configured: cards !== undefined,
          keys: [...((await cards?.keys()) ?? [])],
          ...bound,
        })
      }),
    'cards.bind': ({ serial, id, pin, passphrase }) =>
      forSomebody(async (open) => {
        const cards = desk.cards()
        if (!cards) return refused(noModule)
        const label = (await cards.keys()).find((key) => key.serial === serial && key.id === id)?.label
        if (label === undefined) return refused({ code: 'card-missing', message: why('card-missing') })
        return proving(open, passphrase, async ({ dataKey, author }) => {
          const made = await bindToCard(cards, { serial, id, label }, pin)
          if (!made.ok) return refused({ code: made.why, message: why(made.why) })
          const held = { card: made.bound, author }
          await keyring.setPassphrase(open.user.id, passphrase, dataKey, false, held)
          await trail.note({ what: 'card-bound', userId: open.user.id, serial })
          session.holdCard(made.bound)
          desk.watchCard(serial)
          return accepted({})
        })
      }),
    'cards.release': ({ passphrase }) =>
      forSomebody((open) =>
        proving(open, passphrase, async ({ dataKey, author }) => {
          await keyring.setPassphrase(open.user.id, passphrase, dataKey, false, { author })
          await trail.note({ what: 'card-released', userId: open.user.id })
          session.holdCard(undefined)
          desk.cardWatch.end()
          return accepted({})
        }),
      ),
    'cards.configure': ({ module }) =>
      forSomebody(async ({ user }) => {
        if (!permits(user.role, 'manage-users')) {
          await trail.note({ what: 'refused', userId: user.id, code: 'not-allowed' })
          return refused({ code: 'not-allowed', message: '只有站点管理员可以设置智能卡驱动，没有执行。' })
        }
        if (!session.isFresh()) return refused(mustProve)
        if (module !== '' && !(await isModule(module))) return refused(noSuchModule)
        if ((await signIn.withCard()).length > 0) return refused(stillBound)
        desk.profile = await keepCardModule(desk.profile, module)
        await trail.note({ what: 'setting-changed', userId: user.id, name: 'card-module' })
        return accepted({})
      }),
  }
}

const noModule = { code: 'no-module', message: '本机没有设置智能卡驱动，没有绑定。请找站点管理员。' }
const noSuchModule = {
  code: 'no-such-module',
  message: '这里没有驱动文件，没有设置。请填 PKCS#11 驱动的完整路径（.so、.dll 或 .dylib）。',
}
const stillBound = {
  code: 'still-bound',
  message: '还有人绑着智能卡，换驱动会打不开，没有设置。请先请本人解绑，或者重给口令。',
}

function why(code: Parameters<typeof refusedBecause>[0]): string {
  const { reason } = refusedBecause(code)
  return reason.replaceAll('未登录', '没有绑定')
}

async function isModule(path: string): Promise<boolean> {
  if (!isAbsolute(path) || !/\.(so(\.\d+)*|dll|dylib)$/.test(path)) return false
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
