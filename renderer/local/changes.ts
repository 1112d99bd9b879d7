import type {
  ActionRow,
  BlockRow,
  CaseRow,
  DeskDatabase,
  DraftRow,
  MetaRow,
  OutboxRow,
  ReceiptRow,
  RecordRow,
  TableName,
} from './database.ts'

/** Rows that one entry puts and takes away, ready for one transaction. */
export interface Changes {
  readonly actions: ActionRow[]
  readonly cases: CaseRow[]
  readonly records: RecordRow[]
  readonly outbox: OutboxRow[]
  readonly receipts: ReceiptRow[]
  readonly drafts: DraftRow[]
  readonly blocks: BlockRow[]
  readonly meta: MetaRow[]
  readonly leaveOutbox: string[]
  readonly dropDrafts: string[]
}

export function noChanges(): Changes {
  return {
    actions: [],
    cases: [],
    records: [],
    outbox: [],
    receipts: [],
    drafts: [],
    blocks: [],
    meta: [],
    leaveOutbox: [],
    dropDrafts: [],
  }
}

/** The tables an entry may write; all in one transaction, or none. */
export const writtenTables: readonly TableName[] = [
  'actions',
  'cases',
  'records',
  'outbox',
  'receipts',
  'drafts',
  'blocks',
  'journalQueue',
  'meta',
]

/** Must run inside a read-write transaction over `writtenTables`. */
export async function putChanges(database: DeskDatabase, changes: Changes): Promise<void> {
  await database.actions.bulkPut(changes.actions)
  await database.cases.bulkPut(changes.cases)
  await database.records.bulkPut(changes.records)
  await database.outbox.bulkPut(changes.outbox)
  await database.receipts.bulkPut(changes.receipts)
  await database.drafts.bulkPut(changes.drafts)
  await database.blocks.bulkPut(changes.blocks)
  await database.meta.bulkPut(changes.meta)
  await database.outbox.bulkDelete(changes.leaveOutbox)
  await database.drafts.bulkDelete(changes.dropDrafts)
}
