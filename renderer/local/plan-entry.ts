import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import { applyAction, recordsTouchedBy } from '../../shared/cases/apply-action.ts'
import { caseFileSchema, type CaseFile } from '../../shared/cases/case-file.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { citizenIdIn, type RecordKey, type RegisterRecord } from '../../shared/register/record.ts'
import type { CityVerdict, FiledAction } from '../../shared/sync/messages.ts'
import type { Codec } from './codec.ts'
import { noChanges, type Changes } from './changes.ts'
import type { DeskDatabase, ReceiptRow } from './database.ts'
import type { Entry } from './entry.ts'
import type { Register } from './register.ts'
import { packBlock, splitIntoBlocks, type ColumnBlock } from './resident-blocks.ts'

/** Places within an entry are fractions of its number; a package of more actions than this is not made. */
const mostActionsInAnEntry = 1_000_000

/** What an entry will change: rows for the transaction, and what the register in memory learns once they stand. */
export interface Plan {
  readonly changes: Changes
  readonly records: RegisterRecord[]
  readonly blocks: ColumnBlock[]
}

interface Desk {
  readonly database: DeskDatabase
  readonly codec: Codec
  readonly register: Register
}

/** Works out an entry's rows without writing any: reads, decides and seals before the transaction opens. */
export async function planEntry(desk: Desk, entry: Entry, n: number): Promise<Outcome<Plan>> {
  return new Planner(desk, n).plan(entry)
}

/** One entry's plan while it is being made: later actions of the entry see what earlier ones changed. */
class Planner {
  readonly #changes = noChanges()
  readonly #cases = new Map<string, CaseFile>()
  readonly #records = new Map<string, RegisterRecord>()
  readonly #blocks: ColumnBlock[] = []
  /** People of an import, who are not in the register in memory before its transaction is through. */
  readonly #imported = new Map<string, RegisterRecord>()

  constructor(
    private readonly desk: Desk,
    private readonly n: number,
  ) {}

  async plan(entry: Entry): Promise<Outcome<Plan>> {
    const decided = await this.#decide(entry)
    if (!decided.ok) return decided
    await this.#sealChanged()
    return accepted({ changes: this.#changes, records: [...this.#records.values()], blocks: this.#blocks })
  }

  async #decide(entry: Entry): Promise<Outcome<true>> {
    switch (entry.kind) {
      case 'imported':
        return this.#import(entry.package)
      case 'recorded':
        return this.#recordOwn(entry.action, entry.draftId)
      case 'sending':
        return this.#markSending(entry.ids, entry.at)
      case 'answered':
        return this.#takeVerdicts(entry.verdicts)
      case 'handed-out':
        return this.#takeHandedOut(entry.actions, entry.upTo)
      case 'refusal-closed':
        return this.#closeRefusal(entry.id, entry)
      case 'draft-saved':
        return this.#saveDraft(entry.draft)
      case 'draft-dropped':
        this.#changes.dropDrafts.push(entry.id)
        return accepted(true)
      case 'setting-saved':
        return this.#saveSetting(entry.name, entry.value)
    }
  }

  async #saveSetting(setting: string, value: unknown): Promise<Outcome<true>> {
    const name = `setting:${setting}`
    this.#changes.meta.push({ name, value: await this.desk.codec.seal(value, `meta/${name}`) })
    return accepted(true)
  }

  async #recordOwn(action: Action, draftId: string | undefined): Promise<Outcome<true>> {
    if (await this.desk.database.actions.get(action.id)) {
      return refused({ code: 'already-recorded', message: '这一步已经记录过了。' })
    }
    const applied = await this.#apply(action)
    if (!applied.ok) return applied
    const place = await this.#putAction(action)
    this.#changes.outbox.push({ id: action.id, caseId: action.caseId, place })
    if (draftId) this.#changes.dropDrafts.push(draftId)
    await this.#countAcceptance(action)
    return accepted(true)
  }

  async #apply(action: Action): Promise<Outcome<true>> {
    const caseType = findCaseType(action.caseType)
    if (!caseType)
      return refused({ code: 'no-such-case-type', message: '本机程序不认识这种案件，请先升级。' })
    const caseFile = await this.#findCase(action.caseId)
    const keys = recordsTouchedBy(action, caseType, caseFile)
    const view = new Map(this.desk.register.view(keys))
    for (const key of keys) {
      const changed = this.#changedInThisEntry(key)
      if (changed) view.set(key, changed)
    }
    const applied = applyAction(action, { caseType, caseFile, records: view })
    if (!applied.ok) return applied
    this.#cases.set(action.caseId, applied.value.caseFile)
    for (const record of applied.value.records) this.#records.set(record.key, record)
    return accepted(true)
  }

  /** A record as earlier actions of this entry left it; by citizen number, whoever they registered under it. */
  #changedInThisEntry(key: RecordKey): RegisterRecord | undefined {
    const citizenId = citizenIdIn(key)
    if (citizenId === undefined) return this.#records.get(key) ?? this.#imported.get(key)
    return [...this.#imported.values(), ...this.#records.values()].findLast(
      (record) =>
        record.kind === 'person' && record.citizenId === citizenId && record.status === 'registered',
    )
  }

  async #findCase(id: string): Promise<CaseFile | undefined> {
    const planned = this.#cases.get(id)
    if (planned) return planned
    const row = await this.desk.database.cases.get(id)
    return row && caseFileSchema.parse(await this.desk.codec.open(row.sealed, `cases/${id}`))
  }

  /** Keeps the action and tells its place: the entry's number, and behind the point its place within the entry. */
  async #putAction(action: Action): Promise<number> {
    const sealed = await this.desk.codec.seal(action, `actions/${action.id}`)
    const place = this.n + this.#changes.actions.length / mostActionsInAnEntry
    this.#changes.actions.push({ id: action.id, caseId: action.caseId, place, sealed })
    return place
  }

  /** The day's counter of acceptance numbers stands in the same transaction as the case that used it. */
  async #countAcceptance(action: Action): Promise<void> {
    const number = action.facts['number']
    if (typeof number !== 'string' || action.base.case !== 0) return
    const name = `accepted:${number.split('-')[2] ?? ''}`
    const before = await this.desk.database.meta.get(name)
    this.#changes.meta.push({ name, value: (typeof before?.value === 'number' ? before.value : 0) + 1 })
  }

  async #markSending(ids: readonly string[], at: string): Promise<Outcome<true>> {
    const rows = await this.desk.database.outbox.bulkGet([...ids])
    for (const row of rows) if (row) this.#changes.outbox.push({ ...row, sentAt: at })
    return accepted(true)
  }

  async #takeVerdicts(verdicts: readonly CityVerdict[]): Promise<Outcome<true>> {
    for (const verdict of verdicts) {
      const action = await this.desk.database.actions.get(verdict.id)
      if (!action) continue
      this.#changes.leaveOutbox.push(verdict.id)
      this.#changes.receipts.push(await this.#receiptOf(verdict, action.caseId))
    }
    return accepted(true)
  }

  async #receiptOf(verdict: CityVerdict, caseId: string): Promise<ReceiptRow> {
    const { id } = verdict
    if (verdict.outcome === 'accepted') {
      return { id, caseId, outcome: 'received', order: verdict.order, receipt: verdict.receipt, open: 0 }
    }
    const sealed = await this.desk.codec.seal({ refusals: verdict.refusals }, `receipts/${id}`)
    return { id, caseId, outcome: 'refused', open: 1, sealed }
  }

  async #takeHandedOut(filed: readonly FiledAction[], upTo: number): Promise<Outcome<true>> {
    for (const { action, order, receipt } of filed) {
      const { id, caseId } = action
      if (!(await this.desk.database.actions.get(id))) await this.#takeForeign(action)
      const known = await this.desk.database.receipts.get(id)
      if (!known || known.outcome === 'refused') {
        this.#changes.receipts.push({ id, caseId, outcome: 'received', order, receipt, open: 0 })
      }
      this.#changes.leaveOutbox.push(id)
    }
    this.#changes.meta.push({ name: 'lastOrder', value: upTo })
    return accepted(true)
  }

  /** What the city filed from elsewhere. It stands at the city whether or not it fits here, so it is always kept. */
  async #takeForeign(action: Action): Promise<void> {
    await this.#putAction(action)
    const applied = await this.#apply(action)
    // Codes only: this row is not sealed, and a message may repeat a name.
    if (!applied.ok)
      this.#changes.meta.push({
        name: `unapplied:${action.id}`,
        value: applied.refusals.map(({ code }) => code),
      })
  }

  async #closeRefusal(id: string, closing: { by: string; note: string; at: string }): Promise<Outcome<true>> {
    const row = await this.desk.database.receipts.get(id)
    if (!row?.sealed || row.open === 0)
      return refused({ code: 'no-refusal', message: '这条退回已经处理过了。' })
    const before = (await this.desk.codec.open(row.sealed, `receipts/${id}`)) as Readonly<
      Record<string, unknown>
    >
    const { by, note, at } = closing
    const sealed = await this.desk.codec.seal({ ...before, closed: { by, note, at } }, `receipts/${id}`)
    this.#changes.receipts.push({ ...row, open: 0, sealed })
    return accepted(true)
  }

  async #saveDraft(draft: { id: string; owner: string; changedAt: string }): Promise<Outcome<true>> {
    const sealed = await this.desk.codec.seal(draft, `drafts/${draft.id}`)
    this.#changes.drafts.push({ id: draft.id, owner: draft.owner, changedAt: draft.changedAt, sealed })
    return accepted(true)
  }

  async #import(starting: Extract<Entry, { kind: 'imported' }>['package']): Promise<Outcome<true>> {
    const residents = starting.records.filter(isResidentOrHousehold)
    for (const record of residents) this.#imported.set(record.key, record)
    for (const rows of splitIntoBlocks(residents)) await this.#putBlock(packBlock(rows))
    for (const record of starting.records)
      if (!isResidentOrHousehold(record)) this.#records.set(record.key, record)
    for (const { action, order, receipt } of starting.filed) {
      const taken = await this.#takeKnown(action)
      if (!taken.ok) return taken
      this.#changes.receipts.push({
        id: action.id,
        caseId: action.caseId,
        outcome: 'received',
        order,
        receipt,
        open: 0,
      })
    }
    for (const { action, refusals } of starting.refused) {
      const taken = await this.#takeKnown(action)
      if (!taken.ok) return taken
      this.#changes.receipts.push(
        await this.#receiptOf({ id: action.id, outcome: 'refused', refusals }, action.caseId),
      )
    }
    for (const action of starting.unsent) {
      const taken = await this.#takeKnown(action)
      if (!taken.ok) return taken
      this.#changes.outbox.push({ id: action.id, caseId: action.caseId, place: taken.value })
    }
    const lastOrder = Math.max(0, ...starting.filed.map(({ order }) => order))
    const { station, sample, madeOn } = starting
    this.#changes.meta.push(
      { name: 'lastOrder', value: lastOrder },
      { name: 'station', value: { station, sample, madeOn } },
    )
    return accepted(true)
  }

  /** Takes an action that stands already; its place. */
  async #takeKnown(action: Action): Promise<Outcome<number>> {
    const applied = await this.#apply(action)
    return applied.ok ? accepted(await this.#putAction(action)) : applied
  }

  async #putBlock(block: ColumnBlock): Promise<void> {
    const number = this.#changes.blocks.length + 1
    const sealed = await this.desk.codec.seal(block, `blocks/${number}`)
    this.#changes.blocks.push({ number, kind: 'person', sealed })
    this.#blocks.push(block)
  }

  async #sealChanged(): Promise<void> {
    for (const [id, caseFile] of this.#cases) {
      const sealed = await this.desk.codec.seal(caseFile, `cases/${id}`)
      const { version, status, caseType, changedAt } = caseFile
      this.#changes.cases.push({ id, version, status, caseType, changedAt, sealed })
    }
    for (const record of this.#records.values()) {
      const key = this.desk.codec.digest(record.key)
      const sealed = await this.desk.codec.seal(record, `records/${key}`)
      this.#changes.records.push({ key, kind: record.kind, version: record.version, sealed })
    }
  }
}

/** The two kinds that come by the thousand and are kept in blocks; the rest stand as rows of their own. */
function isResidentOrHousehold(record: RegisterRecord): record is ResidentRecord | HouseholdRecord {
  return record.kind === 'person' || record.kind === 'household'
}
