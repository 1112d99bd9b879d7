import { actionSchema, type Action } from '../../shared/cases/action.ts'
import { caseFileSchema, type CaseFile } from '../../shared/cases/case-file.ts'
import { actionSignatureSchema, type ActionSignature } from '../../shared/proof/author-key.ts'
import type { Refusal } from '../../shared/base/outcome.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import type { Codec } from './codec.ts'
import { actionRows } from './rows-together.ts'
import type { ActionRow, CaseRow, DeskDatabase, DraftRow, ReceiptRow } from './database.ts'
import { draftSchema, type Draft } from './entry.ts'

export interface Readable {
  readonly database: DeskDatabase
  readonly codec: Codec
}

export async function openCase({ codec }: Readable, row: CaseRow): Promise<CaseFile> {
  return caseFileSchema.parse(await codec.open(row.sealed, `cases/${row.id}`))
}

export async function openAction({ codec }: Readable, row: ActionRow): Promise<Action> {
  return actionSchema.parse(await codec.open(row.sealed, `actions/${row.id}`))
}

export async function openDraft({ codec }: Readable, row: DraftRow): Promise<Draft> {
  return draftSchema.parse(await codec.open(row.sealed, `drafts/${row.id}`))
}

export async function readDraft(readable: Readable, id: string): Promise<Draft | undefined> {
  const row = await readable.database.drafts.get(id)
  return row && openDraft(readable, row)
}

/** A case and the records beside it at one moment; `caseFile` is missing where there was none. */
export interface Moment {
  readonly caseFile?: CaseFile
  readonly records: readonly RegisterRecord[]
}

/** What a refusal carries, sealed. */
export interface RefusalContent {
  readonly refusals: readonly Refusal[]
  /** What the refused step was made on, and what it made of it. */
  readonly base?: Moment
  readonly mine?: Moment
  /** The colleague it was handed to, and who closed it how. */
  readonly assigned?: {
    readonly to: string
    readonly toUserId?: string
    readonly by: string
    readonly note: string
    readonly at: string
  }
  /** `actionId`: the step by which, where it was a colleague's to decide. */
  readonly closed?: {
    readonly by: string
    readonly note: string
    readonly at: string
    readonly actionId?: string
  }
  /** Why the city did not take its being handed over. */
  readonly cameBack?: readonly Refusal[]
}

/** A refusal by the city with its reasons, and who closed it. */
export interface OpenedReceipt extends Omit<ReceiptRow, 'sealed'>, RefusalContent {}

export async function openReceipt({ codec }: Readable, row: ReceiptRow): Promise<OpenedReceipt> {
  const { sealed, ...plain } = row
  if (!sealed) return { ...plain, refusals: [] }
  const content = (await codec.open(sealed, `receipts/${row.id}`)) as RefusalContent
  return { ...plain, ...content }
}

export async function readCase(readable: Readable, id: string): Promise<CaseFile | undefined> {
  const row = await readable.database.cases.get(id)
  return row && openCase(readable, row)
}

/** The case that the next step builds on: none where the city never took the step that opened it. */
export async function readStandingCase(readable: Readable, id: string): Promise<CaseFile | undefined> {
  const row = await readable.database.cases.get(id)
  return row && !row.ghost ? openCase(readable, row) : undefined
}

/** The order up to which the city's log is here; 0 before the first. */
export async function readLastOrder({ database }: Pick<Readable, 'database'>): Promise<number> {
  const row = await database.meta.get('lastOrder')
  return typeof row?.value === 'number' ? row.value : 0
}

/** A setting of this desk as last saved; undefined before that. */
export async function readSetting({ database, codec }: Readable, setting: string): Promise<unknown> {
  const name = `setting:${setting}`
  const row = await database.meta.get(name)
  return row?.value instanceof Uint8Array ? codec.open(row.value, `meta/${name}`) : undefined
}

/** An action of the outbox, and what goes to the city with it. */
export interface Waiting {
  readonly place: number
  readonly action: Action
  /** The author's signature, sealed; none where nobody signed. */
  readonly author?: Uint8Array
}

/** Actions of the outbox, oldest first; only those behind a place where one is given. */
export async function readWaiting(
  readable: Readable,
  limit: number,
  behind = Number.NEGATIVE_INFINITY,
): Promise<Waiting[]> {
  const { database } = readable
  const rows = await database.outbox.where('place').above(behind).limit(limit).toArray()
  const actions = await actionRows(database, rows)
  const opened = rows.map(async ({ place, author }, at) => {
    const row = actions[at]
    if (!row) return []
    return [{ place, action: await openAction(readable, row), ...(author ? { author } : {}) }]
  })
  return (await Promise.all(opened)).flat()
}

/** The signatures of waiting actions, as far as their authors signed. */
export async function openSignatures(
  { codec }: Pick<Readable, 'codec'>,
  waiting: readonly Waiting[],
): Promise<ActionSignature[]> {
  const opened = waiting.map(async ({ action: { id }, author }) =>
    author ? [actionSignatureSchema.parse(await codec.open(author, `outbox/${id}`))] : [],
  )
  return (await Promise.all(opened)).flat()
}
