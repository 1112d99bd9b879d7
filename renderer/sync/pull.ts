import { actionsHandedOutSchema } from '../../shared/sync/messages.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { readLastOrder } from '../local/read.ts'
import { Arrivals, type HeldBack } from './arrivals.ts'
import { judgeAnswer } from './judge-answer.ts'
import type { LinePort } from './line-port.ts'

/** As many as a city hands out at a time. */
const actionsPerPage = 1000

export type Pulled =
  | { readonly kind: 'complete'; readonly count: number }
  | { readonly kind: 'held-back'; readonly heldBack: HeldBack }
  | { readonly kind: 'retry' | 'stop'; readonly reason: string }

/** `count`: how many actions came. */
export type Fetched = Exclude<Pulled, { readonly kind: 'held-back' }>

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
  const fetched = await fetchNew(store, line, station, arrivals)
  if (fetched.kind !== 'complete') return fetched
  const taken = await arrivals.takeIn(store)
  return taken.kind === 'held-back' ? taken : fetched
}

/** Fetches it, and takes nothing in. While a page is read and put on disk the next one is on its way. */
export async function fetchNew(
  store: DeskStore,
  line: LinePort,
  station: string,
  arrivals: Arrivals,
): Promise<Fetched> {
  await arrivals.recall(store)
  const ask = (after: number) =>
    line.exchange('GET', `/v1/actions?station=${station}&after=${after}&limit=${actionsPerPage}`)
  let after = arrivals.upTo ?? (await readLastOrder(store))
  let asked = ask(after)
  let isLikelyFull = false
  let count = 0
  let keeping = Promise.resolve()
  for (;;) {
    const [answer] = await Promise.all([asked, keeping])
    // Orders have no gaps: behind a full page the next full one is known before it is read.
    const guessed = isLikelyFull ? after + actionsPerPage : undefined
    const ahead = guessed === undefined ? undefined : ask(guessed)
    // Nobody may want its answer any more.
    ahead?.catch(() => undefined)
    const meaning = judgeAnswer(answer, actionsHandedOutSchema)
    if (meaning.kind === 'stop') return { kind: 'stop', reason: meaning.reason }
    if (meaning.kind !== 'taken') return { kind: 'retry', reason: meaning.reason }
    const { actions, upTo, more } = meaning.value
    if (more && upTo <= after) return { kind: 'retry', reason: '市局的应答没有往下走，稍后再取' }
    count += actions.length
    const page = { actions, upTo, isLast: !more }
    const isWorthKeeping = more || arrivals.upTo !== undefined
    if (upTo > after && isWorthKeeping && answer.kind === 'answer')
      keeping = arrivals.addKept(store, page, after, answer.body)
    else if (actions.length > 0 || upTo > after) arrivals.add(page)
    else if (!more) arrivals.end()
    if (!more) break
    isLikelyFull = upTo === after + actionsPerPage
    after = upTo
    asked = ahead && guessed === upTo ? ahead : ask(after)
  }
  await keeping
  return { kind: 'complete', count }
}
