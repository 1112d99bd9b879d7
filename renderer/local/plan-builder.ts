import { laterOf } from '../../shared/base/hybrid-time.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { ActionSignature } from '../../shared/proof/author-key.ts'
import type { RecordKey, RegisterRecord } from '../../shared/register/record.ts'
import { attachmentRows } from './attachment-rows.ts'
import { noChanges, type Changes } from './changes.ts'
import type { Codec } from './codec.ts'
import type { AttachmentRow, CaseRow, DeskDatabase } from './database.ts'
import { latestInstantMark, readLatestInstant } from './latest-instant.ts'
import { openCase } from './read.ts'
import type { Register } from './register.ts'
import type { ColumnBlock } from './resident-blocks.ts'
import { Stand, type Ground } from './stand.ts'

/** Places within an entry are fractions of its number; a package of more actions than this is not made. */
const mostActionsInAnEntry = 1_000_000

export interface Desk {
  readonly database: DeskDatabase
  readonly codec: Codec
  readonly register: Register
}

/** What an entry will change: rows for the transaction, and what the register in memory learns once they stand. */
export interface Plan {
  readonly changes: Changes
  readonly records: readonly RegisterRecord[]
  readonly blocks: readonly ColumnBlock[]
  /** Records that are no longer there. */
  readonly gone: readonly RecordKey[]
  /** Records of the city's under own unfiled steps, and those that need no keeping any more. */
  readonly atCity: ReadonlyMap<RecordKey, RegisterRecord | undefined>
  readonly leftCity: readonly RecordKey[]
}

/** Added here: it waits for the line, or the city has it from here. */
function isOwn(row: AttachmentRow | undefined): boolean {
  return row !== undefined && row.state !== 'elsewhere'
}

/** One entry's plan while it is being made: reads what stands, and seals what will. */
export class PlanBuilder {
  readonly changes = noChanges()
  readonly #records = new Map<RecordKey, RegisterRecord>()
  readonly #gone: RecordKey[] = []
  readonly #atCity = new Map<RecordKey, RegisterRecord | undefined>()
  readonly #leftCity: RecordKey[] = []
  readonly #blocks: ColumnBlock[] = []
  #latest: string | undefined
  /** Rows of cases that were read together, before they are asked for one by one. */
  readonly #caseRows = new Map<string, CaseRow | undefined>()
  /** Cases whose state at the city is kept beside the one here. */
  #keptCases: ReadonlySet<string> = new Set()

  constructor(
    readonly desk: Desk,
    readonly n: number,
  ) {}

  /** What is here now, own unfiled steps included. */
  get ground(): Ground {
    return {
      findCase: (id) => this.#findStandingCase(id),
      findRecord: (key) => this.desk.register.find(key),
    }
  }

  /** Reads many cases in one go: a round trip to the database costs more than a case. */
  async readCases(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#caseRows.has(id))
    if (missing.length === 0) return
    const rows = await this.desk.database.cases.bulkGet(missing)
    missing.forEach((id, at) => this.#caseRows.set(id, rows[at]))
  }

  /** The case that the next step builds on: none where the city never took the step that opened it. */
  async #findStandingCase(id: string): Promise<CaseFile | undefined> {
    await this.readCases([id])
    const row = this.#caseRows.get(id)
    return row && !row.ghost ? openCase(this.desk, row) : undefined
  }

  /** What the city has, as far as it is known here; of its cases only some where they are named. */
  async openCityStand(ids?: readonly string[]): Promise<Stand> {
    const city = new Stand(this.ground)
    for (const [key, record] of this.desk.register.atCity) city.records.set(key, record)
    const { cityCases } = this.desk.database
    const rows = ids
      ? (await cityCases.bulkGet([...ids])).flatMap((row) => row ?? [])
      : await cityCases.toArray()
    this.#keptCases = new Set(rows.map(({ id }) => id))
    await Promise.all(
      rows.map(async ({ id, sealed }) => {
        const { caseFile } = (await this.desk.codec.open(sealed, `cityCases/${id}`)) as {
          caseFile: CaseFile | null
        }
        city.cases.set(id, caseFile ?? undefined)
      }),
    )
    return city
  }

  /** Keeps the action and tells its place: the entry's number, and behind the point its place within the entry. */
  async putAction(action: Action): Promise<number> {
    const [place = this.n] = await this.putActions([action])
    return place
  }

  /** Keeps several, sealed at the same time; their places in the order given. */
  async putActions(actions: readonly Action[]): Promise<number[]> {
    const first = this.changes.actions.length
    const rows = await Promise.all(
      actions.map(async (action, at) => ({
        id: action.id,
        caseId: action.caseId,
        place: this.n + (first + at) / mostActionsInAnEntry,
        sealed: await this.desk.codec.seal(action, `actions/${action.id}`),
      })),
    )
    this.changes.actions.push(...rows)
    for (const { at } of actions) this.#latest = laterOf(this.#latest, at)
    for (const action of actions)
      this.changes.attachments.push(...(await attachmentRows(this.desk.codec, action)))
    return rows.map(({ place }) => place)
  }

  /** An own action on its way to the city, with its author's signature beside it. */
  async putWaiting({ id, caseId }: Action, place: number, signature?: ActionSignature): Promise<void> {
    const author = signature && (await this.desk.codec.seal(signature, `outbox/${id}`))
    this.changes.outbox.push({ id, caseId, place, ...(author ? { author } : {}) })
    this.changes.pending.push({ id, caseId, place })
    for (const row of this.changes.attachments) if (row.actionId === id) row.state = 'waiting'
  }

  async putCase(caseFile: CaseFile, ghost = false): Promise<void> {
    const { id, version, status, caseType, changedAt } = caseFile
    const sealed = await this.desk.codec.seal(caseFile, `cases/${id}`)
    this.changes.cases.push({
      id,
      version,
      status,
      caseType,
      changedAt,
      sealed,
      ...(ghost ? { ghost: 1 as const } : {}),
    })
  }

  /** A case that no longer stands on anything is kept as it was last seen, marked. */
  async keepAsGhost(id: string): Promise<void> {
    const row = await this.desk.database.cases.get(id)
    if (row && !row.ghost) await this.putCase(await openCase(this.desk, row), true)
  }

  /** A record as it will be; undefined takes it away. */
  async putRecord(key: RecordKey, record: RegisterRecord | undefined): Promise<void> {
    const digest = this.desk.codec.digest(key)
    if (!record) {
      this.changes.dropRecords.push(digest)
      this.#gone.push(key)
      return
    }
    const sealed = await this.desk.codec.seal(record, `records/${digest}`)
    this.changes.records.push({ key: digest, kind: record.kind, version: record.version, sealed })
    this.#records.set(key, record)
  }

  async keepCityCase(id: string, caseFile: CaseFile | undefined): Promise<void> {
    const sealed = await this.desk.codec.seal({ caseFile: caseFile ?? null }, `cityCases/${id}`)
    this.changes.cityCases.push({ id, sealed })
  }

  dropCityCase(id: string): void {
    if (this.#keptCases.has(id)) this.changes.dropCityCases.push(id)
  }

  async keepCityRecord(key: RecordKey, record: RegisterRecord | undefined): Promise<void> {
    const digest = this.desk.codec.digest(key)
    const sealed = await this.desk.codec.seal({ key, record: record ?? null }, `cityRecords/${digest}`)
    this.changes.cityRecords.push({ key: digest, sealed })
    this.#atCity.set(key, record)
  }

  dropCityRecord(key: RecordKey): void {
    if (!this.desk.register.atCity.has(key)) return
    this.changes.dropCityRecords.push(this.desk.codec.digest(key))
    this.#leftCity.push(key)
  }

  /** A file that waits here, or that the city has from here, stays so when a colleague's step names it too. */
  async keepOwnFiles(): Promise<void> {
    const { attachments } = this.changes
    if (attachments.every(({ state }) => state !== 'elsewhere')) return
    const standing = await this.desk.database.attachments.bulkGet(attachments.map(({ key }) => key))
    const own = new Set([...standing, ...attachments].filter(isOwn).map((row) => row?.key))
    const left = attachments.filter((row) => isOwn(row) || !own.has(row.key))
    attachments.splice(0, attachments.length, ...left)
  }

  /** The latest instant under any action that is known here moves on with those that this entry brings. */
  async noteLatestInstant(): Promise<void> {
    if (this.#latest === undefined) return
    const before = await readLatestInstant(this.desk)
    this.changes.meta.push({ name: latestInstantMark, value: laterOf(before, this.#latest) })
  }

  putBlock(block: ColumnBlock, sealed: Uint8Array): void {
    this.changes.blocks.push({ number: this.changes.blocks.length + 1, kind: 'person', sealed })
    this.#blocks.push(block)
  }

  build(): Plan {
    return {
      changes: this.changes,
      records: [...this.#records.values()],
      blocks: this.#blocks,
      gone: this.#gone,
      atCity: this.#atCity,
      leftCity: this.#leftCity,
    }
  }
}
