import { actionsHandedOutSchema, type FiledAction } from '../../shared/sync/messages.ts'
import { bytesOfText } from '../../shared/seal/cipher-suite.ts'
import type { ArrivedPageRow } from '../local/database.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { readLastOrder } from '../local/read.ts'
import { contentOf } from './judge-answer.ts'
import type { MessageBody } from './line-port.ts'

/** A part of what the city handed out; `upTo` is the order that it reaches. */
export interface Page {
  readonly actions: readonly FiledAction[]
  readonly upTo: number
  /** The city had nothing behind it. */
  readonly isLast?: boolean
}

const placeOf = ({ upTo }: Pick<ArrivedPageRow, 'upTo'>) => `arrivedPages/${upTo}`

/** Keeps a page as it came, sealed: what is here once is not fetched again, also by a program that starts anew. */
export async function keepPage(
  { database, codec }: DeskStore,
  { upTo }: Page,
  after: number,
  body: MessageBody,
): Promise<void> {
  const isPacked = typeof body !== 'string'
  const sealed = await codec.sealBytes(isPacked ? body : bytesOfText(body), placeOf({ upTo }))
  await database.arrivedPages.put({ upTo, after, isPacked, sealed })
}

export async function dropPage({ database }: DeskStore, { upTo }: Page): Promise<void> {
  await database.arrivedPages.delete(upTo)
}

/** The pages that follow one another from what was taken in last. Others are dropped: the city hands them out again. */
export async function readPages(store: DeskStore): Promise<Page[]> {
  const { arrivedPages } = store.database
  const rows = await arrivedPages.orderBy('upTo').toArray()
  const pages: Page[] = []
  let reached = await readLastOrder(store)
  for (const row of rows) {
    const page = row.upTo > reached && row.after <= reached ? await openPage(store, row) : undefined
    if (page) pages.push(page)
    else await arrivedPages.delete(row.upTo)
    reached = page?.upTo ?? reached
  }
  return pages
}

/** Undefined when it does not open: it came to a machine whose keys are other ones now. */
async function openPage({ codec }: DeskStore, row: ArrivedPageRow): Promise<Page | undefined> {
  const bytes = await codec.openBytes(row.sealed, placeOf(row)).catch(() => undefined)
  const body = bytes && (row.isPacked ? bytes : new TextDecoder().decode(bytes))
  const read = actionsHandedOutSchema.safeParse(body && contentOf(body))
  return read.success ? { actions: read.data.actions, upTo: row.upTo, isLast: !read.data.more } : undefined
}
