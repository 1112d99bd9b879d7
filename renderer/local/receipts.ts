import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import type { ReceiptRow } from './database.ts'
import type { Closing } from './entry.ts'
import type { Desk } from './plan-builder.ts'
import type { RefusalContent } from './read.ts'

interface Answered {
  readonly id: string
  readonly caseId: string
}

/** `sentAt`: when it went on its way, of an own step. */
export function receivedReceipt(
  { id, caseId }: Answered,
  order: number,
  receipt: string,
  sentAt?: string,
): ReceiptRow {
  const sent = sentAt === undefined ? {} : { sentAt }
  return { id, caseId, outcome: 'received', order, receipt, open: 0, ...sent }
}

/** A refusal, open until a person closes it; one that is told elsewhere needs nobody to. */
export async function refusalReceipt(
  { codec }: Desk,
  { id, caseId }: Answered,
  content: RefusalContent,
  open: ReceiptRow['open'] = 1,
): Promise<ReceiptRow> {
  return { id, caseId, outcome: 'refused', open, sealed: await codec.seal(content, `receipts/${id}`) }
}

/** Whom a refusal was handed to. */
export type Assigned = Pick<NonNullable<RefusalContent['assigned']>, 'to' | 'toUserId'>

/** The refusal with what somebody did about it: closed, or handed to a colleague and still open. */
export async function noteOnRefusal(
  desk: Desk,
  { id, by, note, at }: Closing,
  assigned?: Assigned,
): Promise<Outcome<ReceiptRow>> {
  const row = await desk.database.receipts.get(id)
  if (!row?.sealed || row.open !== 1)
    return refused({ code: 'no-refusal', message: '这条退回已经处理过，或者已经转交同事了。' })
  const before = (await desk.codec.open(row.sealed, `receipts/${id}`)) as RefusalContent
  const content: RefusalContent = assigned
    ? { ...before, assigned: { ...assigned, by, note, at } }
    : { ...before, closed: { by, note, at } }
  const sealed = await desk.codec.seal(content, `receipts/${id}`)
  return accepted({ ...row, open: assigned ? 1 : 0, sealed })
}
