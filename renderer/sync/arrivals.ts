import { createStore } from 'zustand/vanilla'
import {
  isLargeChange,
  largeChangeLimitSchema,
  usualLargeChangeLimit,
  type ChangeCount,
  type LargeChangeLimit,
} from '../../shared/sync/large-change.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { forecastChange } from '../local/forecast.ts'
import { readLastOrder, readSetting } from '../local/read.ts'
import { dropPage, keepPage, readPages, type Page } from './arrived-pages.ts'
import type { MessageBody } from './line-port.ts'

/** What would be taken in, and what it would do here: too much to be done without asking. */
export interface HeldBack {
  readonly change: ChangeCount
  readonly actions: number
  /** Orders after the first and up to the second. */
  readonly after: number
  readonly upTo: number
}

export type TakenIn =
  | { readonly kind: 'taken'; readonly count: number }
  | { readonly kind: 'held-back'; readonly heldBack: HeldBack }
  /** Of what one contact brings only a part is here; none of it is taken in, and it is not counted yet. */
  | { readonly kind: 'incomplete' }

/** Told to whoever waits: how many actions are in so far. */
type TellTaken = (count: number) => void

interface State {
  /** Waits for the chief; undefined when nothing does. */
  readonly heldBack: HeldBack | undefined
  /** Somebody with the right to decide said: not now. */
  readonly putOff: boolean
}

export const largeChangeSetting = 'large-change-limit'

/**
 * What one contact with the city brings lies here until all of it is here and has been counted; only then is any of it
 * taken in. Of more than one page each is kept on disk as it comes, so that a cut line, and a program that ends, go on
 * where they were.
 */
export class Arrivals {
  readonly state = createStore<State>(() => ({ heldBack: undefined, putOff: false }))
  #pages: Page[] = []
  #isRecalled = false

  /** What an earlier run of the program left here. */
  async recall(store: DeskStore): Promise<void> {
    if (this.#isRecalled) return
    const pages = await readPages(store)
    if (this.#pages.length === 0) this.#pages = pages
    this.#isRecalled = true
  }

  /** The order up to which pages are here; undefined without any. */
  get upTo(): number | undefined {
    return this.#pages.at(-1)?.upTo
  }

  /** A contact that went to its end left pages here that are not taken in. */
  get isComplete(): boolean {
    return this.#pages.at(-1)?.isLast === true
  }

  add(page: Page): void {
    this.#pages.push(page)
  }

  /** The city has nothing behind what is here. */
  end(): void {
    const last = this.#pages.at(-1)
    if (last && !last.isLast) this.#pages = [...this.#pages.slice(0, -1), { ...last, isLast: true }]
  }

  /** The same with its place on disk; `after` is the order that it was asked for behind. */
  async addKept(store: DeskStore, page: Page, after: number, body: MessageBody): Promise<void> {
    this.add(page)
    await keepPage(store, page, after, body)
  }

  /** Takes everything in that is here, unless it would change more than may be changed without asking. */
  async takeIn(store: DeskStore, tell: TellTaken = () => undefined): Promise<TakenIn> {
    if (this.#pages.length > 0 && !this.isComplete) return { kind: 'incomplete' }
    const heldBack = await this.#look(store)
    if (heldBack) {
      this.state.setState({ heldBack })
      return { kind: 'held-back', heldBack }
    }
    const count = await this.#write(store, Number.POSITIVE_INFINITY, tell)
    this.state.setState({ heldBack: undefined, putOff: false })
    return { kind: 'taken', count }
  }

  /** The chief said yes to what was shown: that is taken in, and nothing that came after it. */
  async accept(store: DeskStore, { upTo }: HeldBack, tell: TellTaken): Promise<void> {
    await this.#write(store, upTo, tell)
    this.state.setState({ heldBack: undefined, putOff: false })
    if (this.#pages.length > 0) await this.takeIn(store)
  }

  /** Nothing is taken in; it stays here and is shown again whenever somebody asks. */
  putOff(): void {
    this.state.setState({ putOff: true })
  }

  async #look(store: DeskStore): Promise<HeldBack | undefined> {
    const actions = this.#pages.flatMap((page) => page.actions)
    if (actions.length === 0) return undefined
    const change = await forecastChange(store, actions)
    if (!isLargeChange(change, await readLimit(store))) return undefined
    return {
      change,
      actions: actions.length,
      after: await readLastOrder(store),
      upTo: this.upTo ?? 0,
    }
  }

  /** A page leaves when it is written: a fault in between loses none and repeats none. */
  async #write(store: DeskStore, upTo: number, tell: TellTaken): Promise<number> {
    let count = 0
    for (;;) {
      const [page] = this.#pages
      if (!page || page.upTo > upTo) return count
      count += await takeHandedOut(store, page)
      await dropPage(store, page)
      this.#pages = this.#pages.filter((each) => each !== page)
      tell(count)
    }
  }
}

/** Takes a page in; what is known here already is left as it is. Tells how many actions were new. */
async function takeHandedOut(store: DeskStore, { actions, upTo }: Page): Promise<number> {
  const news = async () => {
    const lastOrder = await readLastOrder(store)
    return { lastOrder, fresh: actions.filter(({ order }) => order > lastOrder) }
  }
  const { lastOrder, fresh } = await news()
  if (fresh.length === 0 && upTo <= lastOrder) return 0
  let count = 0
  // Looked at once more inside the desk's one turn: line and stick may both be at work.
  const written = await store.write(async () => {
    const now = await news()
    count = now.fresh.length
    return { kind: 'handed-out', actions: now.fresh, upTo: upTo > now.lastOrder ? upTo : now.lastOrder }
  })
  if (!written.ok) throw new Error(`what the city says was refused here: ${written.refusals[0]?.code ?? ''}`)
  return count
}

async function readLimit(store: DeskStore): Promise<LargeChangeLimit> {
  const read = largeChangeLimitSchema.safeParse(await readSetting(store, largeChangeSetting))
  return read.success ? read.data : usualLargeChangeLimit
}
