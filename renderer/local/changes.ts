import type { Table } from 'dexie'
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

/** Must run inside a read-write transaction over all tables. Tables do not wait for one another. */
export async function putChanges(database: DeskDatabase, changes: Changes): Promise<void> {
  await Promise.all([
    replaceRows(database.actions, changes.actions),
    replaceRows(database.cases, changes.cases),
    replaceRows(database.records, changes.records, changes.dropRecords),
    replaceRows(database.outbox, changes.outbox, changes.leaveOutbox),
    replaceRows(database.receipts, changes.receipts),
    replaceRows(database.drafts, changes.drafts, changes.dropDrafts),
    replaceRows(database.blocks, changes.blocks),
    replaceRows(database.meta, changes.meta),
    replaceRows(database.attachments, changes.attachments),
    replaceRows(database.pending, changes.pending, changes.leavePending),
    replaceRows(database.cityCases, changes.cityCases, changes.dropCityCases),
    replaceRows(database.cityRecords, changes.cityRecords, changes.dropCityRecords),
    putLeases(database, changes),
  ])
}

/** Most entries change little, and an empty request is still a request. What is put and dropped at once ends dropped. */
async function replaceRows<Row, Key>(
  table: Table<Row, Key>,
  puts: readonly Row[],
  drops: readonly Key[] = [],
): Promise<void> {
  if (puts.length > 0) await table.bulkPut(puts)
  if (drops.length > 0) await table.bulkDelete([...drops])
}

/** What was lent goes before what is lent now. */
async function putLeases({ leases, leaseRequests }: DeskDatabase, changes: Changes): Promise<void> {
  if (changes.dropLeases.length > 0) await leases.bulkDelete(changes.dropLeases)
  await replaceRows(leases, changes.leases)
  await replaceRows(leaseRequests, changes.leaseRequests, changes.dropLeaseRequests)
}
