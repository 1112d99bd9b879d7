import type { HandOut } from '../../shared/sync/bundle.ts'
import { protocolVersion, type FiledAction } from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import { handOutActions } from '../receive/hand-out-actions.ts'

const aPage = 1000
/** Actions that one answer carries at most; the next bundle fetches the rest. */
const mostHandedOut = 10_000

interface UpTo {
  readonly handedOut: HandOut
  /** It reaches what is filed by now. */
  readonly isCurrent: boolean
}

/** What was filed for the station after an order: up to a given one where the same answer is wanted again. */
export async function handOutUpTo(
  city: City,
  station: string,
  after: number,
  end = Number.POSITIVE_INFINITY,
): Promise<UpTo> {
  const actions: FiledAction[] = []
  for (;;) {
    const from = actions.at(-1)?.order ?? after
    const page = await handOutActions(city, { station, after: from, limit: aPage }, protocolVersion)
    const wanted = page.actions.filter(({ order }) => order <= end)
    actions.push(...wanted)
    const isEnd = !page.more || wanted.length < page.actions.length
    if (!isEnd && actions.length < mostHandedOut) continue
    const handedOut = { after, actions, upTo: actions.at(-1)?.order ?? after, more: !isEnd }
    return { handedOut, isCurrent: !page.more && wanted.length === page.actions.length }
  }
}
