import { actionsHandedOutSchema } from '../../shared/sync/messages.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { readLastOrder } from '../local/read.ts'
import { Arrivals, type HeldBack } from './arrivals.ts'
import { judgeAnswer } from './judge-answer.ts'
import type { LinePort } from './line-port.ts'

export type Pulled =
  | { readonly kind: 'complete'; readonly count: number }
  | { readonly kind: 'held-back'; readonly heldBack: HeldBack }
  | { readonly kind: 'retry' | 'stop'; readonly reason: string }

/**
 * Fetches everything that the city filed for the station after what is here, all of it before any is taken in: how much
 * it would change is counted over the whole, however small the pages are.
 */
export async function pullNew(
  store: DeskStore,
  line: LinePort,
  station: string,
  arrivals = new Arrivals(),
): Promise<Pulled> {
  let count = 0
  for (;;) {
    const after = arrivals.upTo ?? (await readLastOrder(store))
    const path = `/v1/actions?station=${station}&after=${after}&limit=500`
    const meaning = judgeAnswer(await line.exchange('GET', path), actionsHandedOutSchema)
    if (meaning.kind === 'stop') return { kind: 'stop', reason: meaning.reason }
    if (meaning.kind !== 'taken') return { kind: 'retry', reason: meaning.reason }
    const { actions, upTo, more } = meaning.value
    if (more && upTo <= after) return { kind: 'retry', reason: '市局的应答没有往下走，稍后再取' }
    if (actions.length > 0 || upTo > after) arrivals.add({ actions, upTo })
    count += actions.length
    if (!more) break
  }
  const taken = await arrivals.takeIn(store)
  return taken.kind === 'taken' ? { kind: 'complete', count } : taken
}
