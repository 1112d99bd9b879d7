import { accepted, refused } from '../../../shared/base/outcome.ts'
import { permits } from '../../../shared/people/role.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import type { ForSomebody } from '../session/for-somebody.ts'
import { readLists } from './city-lists.ts'
import { ownKey, signProof } from './signing.ts'

/** Signing certificates, for those who print them; and what certificates are checked against. */
export function proofHandlers(
  desk: Desk,
  forSomebody: ForSomebody,
): Pick<Handlers, 'proof.sign' | 'proof.known'> {
  return {
    'proof.sign': (content) =>
      forSomebody(async ({ secrets, user, signature }) => {
        if (!permits(user.role, 'print-certificate')) {
          await desk.trail.note({ what: 'refused', userId: user.id, code: 'not-allowed' })
          return refused(mayNotSign)
        }
        const here = { station: desk.profile.station?.code, device: desk.profile.device }
        return signProof(secrets, signature, content, here)
      }),
    'proof.known': () =>
      forSomebody(async ({ secrets, signature }) => {
        const kept = await readLists(secrets)
        const own = await ownKey(secrets, signature)
        return accepted({ own, ...(kept ? { lists: kept.lists, fetchedAt: kept.fetchedAt } : {}) })
      }),
  }
}

const mayNotSign = {
  code: 'not-allowed',
  message: '您的岗位不能打印证件，没有签。请户籍民警或所长办理。',
}
