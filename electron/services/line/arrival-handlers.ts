import { accepted, refused } from '../../../shared/base/outcome.ts'
import { permits } from '../../../shared/people/role.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import { mustProve } from '../accounts/accounts.ts'
import type { ForSomebody } from '../session/for-somebody.ts'

/** Whoever may decide about a large change says so here first: the trail has it before anything changes. */
export function arrivalHandlers(
  { session, trail }: Pick<Desk, 'session' | 'trail'>,
  forSomebody: ForSomebody,
): Pick<Handlers, 'arrivals.decide'> {
  return {
    'arrivals.decide': (decided) =>
      forSomebody(async ({ user }) => {
        if (!permits(user.role, 'take-large-change')) {
          await trail.note({ what: 'refused', userId: user.id, code: 'not-allowed' })
          return refused(mayNot)
        }
        if (decided.decision === 'taken' && !session.isFresh()) return refused(mustProve)
        await trail.note({ what: 'large-change-decided', userId: user.id, ...decided })
        return accepted({})
      }),
  }
}

const mayNot = {
  code: 'not-allowed',
  message: '大量变动只能由所长决定，没有接收。请所长登录后在“同步”里办。',
}
