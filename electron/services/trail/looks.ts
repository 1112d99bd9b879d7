import type { ResponseOf } from '../../../shared/ipc/channels.ts'
import type { User } from '../../../shared/people/user.ts'
import { linksOf } from '../../../shared/trail/trail-chain.ts'

/** Who opened the page of one of these records and why, oldest first; by office, for the person whose record it is. */
export function looksAt(
  lines: readonly string[],
  records: readonly string[],
  accounts: readonly Pick<User, 'id' | 'role'>[],
): ResponseOf<'trail.looks'> {
  const links = linksOf(lines)
  const roleOf = new Map(accounts.map(({ id, role }) => [id, role]))
  const since = links[0]?.at
  return {
    looks: links.flatMap(({ at, event }) => {
      if (event.what !== 'person-seen' || !records.includes(event.record)) return []
      const role = roleOf.get(event.userId)
      return [{ at, reason: event.reason, ...(role ? { role } : {}) }]
    }),
    ...(since === undefined ? {} : { since }),
  }
}
