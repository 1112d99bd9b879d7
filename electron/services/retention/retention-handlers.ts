import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import type { Kept } from '../../../shared/ipc/retention-channels.ts'
import { permits, type Permission } from '../../../shared/people/role.ts'
import { isDue } from '../../../shared/retention/retention-schedule.ts'
import { linksOf } from '../../../shared/trail/trail-chain.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import { mustProve } from '../accounts/accounts.ts'
import { cutUpTo } from './due-trail.ts'
import { filesOf, removeDueFiles, type FileKind } from './kept-files.ts'

const fileKinds = ['logs', 'exports', 'printed'] as const satisfies readonly FileKind[]

/** What is kept and how long; whoever keeps the machine removes what is due, and the trail tells it. */
export function retentionHandlers(
  { session, trail, profile }: Desk,
  now: () => number,
): Pick<Handlers, 'retention.look' | 'retention.remove'> {
  const forThoseWith = async <Value>(
    allowed: readonly Permission[],
    work: (userId: string) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    const user = session.current?.user
    if (user && allowed.some((permission) => permits(user.role, permission))) return work(user.id)
    await trail.note({ what: 'refused', userId: user?.id ?? 'nobody', code: 'not-allowed' })
    return refused({ code: 'not-allowed', message: '您的岗位不管保存期限，没有执行。请找站点管理员。' })
  }
  return {
    'retention.look': () =>
      forThoseWith(['remove-expired', 'read-trail'], async () => {
        const kept: Kept[] = [await keptTrail()]
        for (const kind of fileKinds) {
          const files = await filesOf(profile.dataFolder, kind)
          const due = files.filter(({ changedAt }) => isDue(kind, changedAt, now())).length
          kept.push({ kind, total: files.length, due, ...instantOf(files[0]?.changedAt) })
        }
        return accepted({ kept })
      }),
    'retention.remove': ({ kind, reason }) =>
      forThoseWith(['remove-expired'], async (userId) => {
        if (!session.isFresh()) return refused(mustProve)
        if (kind === 'trail') {
          const upTo = cutUpTo(linksOf(await trail.lines()), now())
          return accepted(await trail.cut(upTo, { userId, reason }))
        }
        const counts = await removeDueFiles(profile.dataFolder, kind, now())
        await trail.note({ what: 'expired-removed', userId, kind, reason, ...counts })
        return accepted(counts)
      }),
  }

  async function keptTrail(): Promise<Kept> {
    const links = linksOf(await trail.lines())
    const upTo = cutUpTo(links, now())
    const due = links.filter(({ n }) => n <= upTo).length
    return { kind: 'trail', total: links.length, due, ...(links[0] ? { oldest: links[0].at } : {}) }
  }
}

function instantOf(milliseconds: number | undefined): { oldest?: string } {
  return milliseconds === undefined ? {} : { oldest: new Date(milliseconds).toISOString() }
}
