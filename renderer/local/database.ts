import { Dexie, type EntityTable, type Table } from 'dexie'
import { queueEmptiedInPassing } from './emptied-in-passing.ts'

/** Rows carry only what is needed to find and order them; everything else is sealed by the codec. */
export interface ActionRow {
  id: string
  caseId: string
  /** Number of the local entry that brought it here; behind the point, its turn within that entry. */
  place: number
  sealed: Uint8Array
}
export interface CaseRow {
  id: string
  version: number
  status: string
  caseType: string
  changedAt: string
  /** 1 when the city never took the step that opened it: kept to be looked at and sent anew, and no further step builds on it. */
  ghost?: 1
  sealed: Uint8Array
}
/** A case as the city has it, while own steps that it has not filed yet stand on top of it here. */
export interface CityCaseRow {
  id: string
  sealed: Uint8Array
}
/** A record as the city has it, in the same way. */
export interface CityRecordRow {
  /** Digest of the record's key. */
  key: string
  sealed: Uint8Array
}
/** An own action that has not come back in the city's order yet, nor been refused. */
export interface PendingRow {
  id: string
  caseId: string
  place: number
  /** What it was made on and what it had made, sealed; kept once it no longer holds on what the city has. */
  overtaken?: Uint8Array
}
export interface RecordRow {
  /** Digest of the record's key. */
  key: string
  kind: string
  version: number
  sealed: Uint8Array
}
/** An action that the city has not answered for yet. `sentAt` is set, durably, before it goes on the wire. */
export interface OutboxRow {
  id: string
  caseId: string
  place: number
  sentAt?: string
  /** The author's signature, sealed: beside the action's id it would tell a guess at its content from a fact. */
  author?: Uint8Array
  /** Number of the bundle on a stick that carries it, until the city's answer to it comes or the line takes it. */
  bundle?: number
}
/** The city's answer to an action. A refusal stays until a person closes it. */
export interface ReceiptRow {
  id: string
  caseId: string
  outcome: 'received' | 'refused'
  order?: number
  receipt?: string
  /** When an own step went on its way for the last time; none where it came from elsewhere. */
  sentAt?: string
  /** 1 while a refusal is on a desk of this machine, 2 while it is a colleague's at whatever machine: its case says whose. */
  open: 0 | 1 | 2
  /** The refusals, and the note with which somebody closed them. */
  sealed?: Uint8Array
}
export interface DraftRow {
  id: string
  owner: string
  changedAt: string
  sealed: Uint8Array
}
/** A block of the register: many residents or households in one sealed row, column by column. */
export interface BlockRow {
  number: number
  kind: 'person' | 'household'
  sealed: Uint8Array
}
/** A file that a case names, and where it stands on its way. */
export interface AttachmentRow {
  /** Keyed digest of the file and its case. */
  key: string
  caseId: string
  /** The action that names it. */
  actionId: string
  /** Added here and not yet at the city; the city's receipt is here; or named by another desk. */
  state: 'waiting' | 'received' | 'elsewhere'
  /** The number of the bundle on whose stick it lies, while it waits for the city's answer. */
  bundle?: number
  sealed: Uint8Array
}
/** A block of numbers of this station, as the city last told it. */
export interface LeaseRow {
  id: string
  sealed: Uint8Array
  /** The city told of it: it did not come with the starting package. */
  told?: 1
}
/** What was asked of the city about blocks and is not answered yet. */
export interface LeaseRequestRow {
  id: string
  sealed: Uint8Array
}
/** An entry not yet in the journal on disk. */
export interface QueuedEntryRow {
  n: number
  sealed: Uint8Array
}
/** A message made while there was no line, of the actions behind one place and up to another. */
export interface ReadyMessageRow {
  upTo: number
  behind: number
  /** Its actions, in their order. */
  ids: string[]
  protocol: number
  /** The packed message. */
  sealed: Uint8Array
}
/** A part of what the city handed out, up to an order: here, and not taken in yet. */
export interface ArrivedPageRow {
  upTo: number
  after: number
  /** The city's own message: packed, or as JSON. */
  isPacked: boolean
  sealed: Uint8Array
}
export interface MetaRow {
  name: string
  value: unknown
}

export type DeskDatabase = Dexie & {
  actions: EntityTable<ActionRow, 'id'>
  cases: EntityTable<CaseRow, 'id'>
  records: EntityTable<RecordRow, 'key'>
  outbox: EntityTable<OutboxRow, 'id'>
  receipts: EntityTable<ReceiptRow, 'id'>
  drafts: EntityTable<DraftRow, 'id'>
  blocks: EntityTable<BlockRow, 'number'>
  journalQueue: EntityTable<QueuedEntryRow, 'n'>
  pending: EntityTable<PendingRow, 'id'>
  cityCases: EntityTable<CityCaseRow, 'id'>
  cityRecords: EntityTable<CityRecordRow, 'key'>
  attachments: EntityTable<AttachmentRow, 'key'>
  leases: EntityTable<LeaseRow, 'id'>
  leaseRequests: EntityTable<LeaseRequestRow, 'id'>
  meta: EntityTable<MetaRow, 'name'>
  readyMessages: EntityTable<ReadyMessageRow, 'upTo'>
  arrivedPages: EntityTable<ArrivedPageRow, 'upTo'>
}

/** Every table that entries make; each writes them in one transaction, or none. */
export const tableNames = [
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
] as const
export type TableName = (typeof tableNames)[number]

/**
 * Tables beside what the entries make: they only save time on the line, and can be made or fetched again. Whoever puts
 * other rows in the place of the entries' empties them.
 */
export const besideNames = ['readyMessages', 'arrivedPages'] as const

export const databaseName = 'hukou-desk'

/** The clerk's work only ever migrates; no version is ever dropped or skipped, and each has a test that opens it. */
export function openDatabase(name = databaseName): DeskDatabase {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as DeskDatabase
  database.use(queueEmptiedInPassing)
  database.version(1).stores({
    actions: 'id, caseId',
    cases: 'id, status',
    records: 'key, kind',
    outbox: 'id, place',
    receipts: 'id, caseId, open',
    drafts: 'id, owner',
    blocks: 'number',
    journalQueue: 'n',
    meta: 'name',
  })
  // The outbox learned which case a row belongs to, so that a case tells its delivery without reading every action.
  database
    .version(2)
    .stores({ outbox: 'id, place, caseId', actions: 'id, caseId, place' })
    .upgrade(async (upgrade) => {
      const outbox: Table<OutboxRow> = upgrade.table('outbox')
      const actions: Table<ActionRow> = upgrade.table('actions')
      for (const row of await outbox.toArray()) {
        const action = await actions.get(row.id)
        if (action) await outbox.put({ ...row, caseId: action.caseId })
      }
    })
  // Since then a refused step is taken back: the city's state lies under the own steps that it has not filed yet. Steps
  // that were on their way before the change keep their effect, as they did then.
  database.version(3).stores({ pending: 'id, place', cityCases: 'id', cityRecords: 'key' })
  // The digest asks for what the city filed after an order.
  database.version(4).stores({ receipts: 'id, caseId, open, order' })
  // Files that cases name.
  database.version(5).stores({ attachments: 'key, caseId, state' })
  // Numbers are lent in blocks since then, each to one machine.
  database.version(6).stores({ leases: 'id', leaseRequests: 'id' })
  // What is got ready for the line and what comes in over it lie beside the entries since then.
  database.version(7).stores({ readyMessages: 'upTo', arrivedPages: 'upTo' })
  return database
}
