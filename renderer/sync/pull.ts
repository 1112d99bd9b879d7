import { actionsHandedOutSchema } from '../../shared/sync/messages.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { readLastOrder } from '../local/read.ts'
import { judgeAnswer } from './judge-answer.ts'
import type { LinePort } from './line-port.ts'

export type Pulled =
  | { readonly kind: 'complete'; readonly count: number }
  | { readonly kind: 'retry' | 'stop'; readonly reason: string }

/** Fetches everything that the city filed for the station after what is here. */
export async function pullNew(store: DeskStore, line: LinePort, station: string): Promise<Pulled> {
  let count = 0
  for (;;) {
    const after = await readLastOrder(store)
    const path = `/v1/actions?station=${station}&after=${after}&limit=500`
    const meaning = judgeAnswer(await line.exchange('GET', path), actionsHandedOutSchema)
    if (meaning.kind === 'stop') return { kind: 'stop', reason: meaning.reason }
    if (meaning.kind !== 'taken') return { kind: 'retry', reason: meaning.reason }
    const { actions, upTo, more } = meaning.value
    if (more && upTo <= after) return { kind: 'retry', reason: '市局的应答没有往下走，稍后再取' }
    if (actions.length > 0 || upTo > after) await store.write(() => ({ kind: 'handed-out', actions, upTo }))
    count += actions.length
    if (!more) return { kind: 'complete', count }
  }
}
