import type {
  ActionRow,
  AttachmentRow,
  BlockRow,
  CaseRow,
  CityCaseRow,
  CityRecordRow,
  DeskDatabase,
  DraftRow,
  LeaseRequestRow,
  LeaseRow,
  MetaRow,
  OutboxRow,
  PendingRow,
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
  readonly pending: PendingRow[]
  readonly cityCases: CityCaseRow[]
  readonly cityRecords: CityRecordRow[]
  readonly attachments: AttachmentRow[]
  readonly leases: LeaseRow[]
  readonly leaseRequests: LeaseRequestRow[]
  readonly leaveOutbox: string[]
  readonly dropDrafts: string[]
  readonly leavePending: string[]
  readonly dropCityCases: string[]
  /** Digests of keys. */
  readonly dropCityRecords: string[]
  /** Digests of keys: records that only a refused step had made. */
  readonly dropRecords: string[]
  readonly dropLeases: string[]
  readonly dropLeaseRequests: string[]
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
    pending: [],
    cityCases: [],
    cityRecords: [],
    attachments: [],
    leases: [],
    leaseRequests: [],
    leaveOutbox: [],
    dropDrafts: [],
    leavePending: [],
    dropCityCases: [],
    dropCityRecords: [],
    dropRecords: [],
    dropLeases: [],
    dropLeaseRequests: [],
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
  'pending',
  'cityCases',
  'cityRecords',
  'attachments',
  'leases',
  'leaseRequests',
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
  if (changes.attachments.length > 0) await database.attachments.bulkPut(changes.attachments)
  if (changes.dropRecords.length > 0) await database.records.bulkDelete(changes.dropRecords)
  await putCityState(database, changes)
  await putLeases(database, changes)
}

/** Most entries change nothing here; an empty request is still a request. */
async function putCityState(database: DeskDatabase, changes: Changes): Promise<void> {
  const { pending, cityCases, cityRecords } = database
  if (changes.pending.length > 0) await pending.bulkPut(changes.pending)
  if (changes.cityCases.length > 0) await cityCases.bulkPut(changes.cityCases)
  if (changes.cityRecords.length > 0) await cityRecords.bulkPut(changes.cityRecords)
  if (changes.leavePending.length > 0) await pending.bulkDelete(changes.leavePending)
  if (changes.dropCityCases.length > 0) await cityCases.bulkDelete(changes.dropCityCases)
  if (changes.dropCityRecords.length > 0) await cityRecords.bulkDelete(changes.dropCityRecords)
}

async function putLeases({ leases, leaseRequests }: DeskDatabase, changes: Changes): Promise<void> {
  if (changes.dropLeases.length > 0) await leases.bulkDelete(changes.dropLeases)
  if (changes.leases.length > 0) await leases.bulkPut(changes.leases)
  if (changes.leaseRequests.length > 0) await leaseRequests.bulkPut(changes.leaseRequests)
  if (changes.dropLeaseRequests.length > 0) await leaseRequests.bulkDelete(changes.dropLeaseRequests)
}
