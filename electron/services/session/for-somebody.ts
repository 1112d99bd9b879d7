import { refused, type Outcome } from '../../../shared/base/outcome.ts'
import type { Desk } from '../../desk.ts'
import type { OpenSession } from './session.ts'

/** Does the work for whoever is signed in; with nobody at the desk it is refused, and the try is on the trail. */
export type ForSomebody = <Value>(
  work: (open: OpenSession) => Promise<Outcome<Value>>,
) => Promise<Outcome<Value>>

/** What touches the desk's data is done for somebody signed in, and for nobody else. */
export function forSomebodyAt({ session, trail }: Desk): ForSomebody {
  return async (work) => {
    if (session.current) return work(session.current)
    await trail.note({ what: 'refused', userId: 'nobody', code: 'locked' })
    return refused({ code: 'locked', message: '本机已锁定，没有执行。请先登录。' })
  }
}
