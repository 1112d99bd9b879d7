import { accepted, type Outcome } from '../../shared/base/outcome.ts'
import { putChanges } from './changes.ts'
import { startFromCheckpoint, type CheckpointPort } from './checkpoint.ts'
import type { Codec } from './codec.ts'
import { databaseName, openDatabase, tableNames, type DeskDatabase } from './database.ts'
import { entrySchema, type Entry } from './entry.ts'
import type { JournalPort } from './journal-port.ts'
import type { Plan } from './plan-builder.ts'
import { planEntry } from './plan-entry.ts'
import { Register } from './register.ts'

export interface StoreParts {
  readonly codec: Codec
  readonly journal: JournalPort
  /** Where an empty database may start from instead of the journal's beginning; without, it folds all of it. */
  readonly checkpoints?: CheckpointPort
  readonly name?: string
  /** Told what the store waits for while it opens, step after step. */
  readonly waitsFor?: (step: OpeningStep) => void
}

export type OpeningStep = 'database' | 'register' | 'journal'

/** How the store opened: as it was, or brought up from the journal because entries (or all of it) were missing. */
export interface Opening {
  readonly replayed: number
  readonly total: number
}

type Progress = (done: number, total: number) => void

/** Journal entries read back at a time. */
const replayStep = 200

/**
 * The local store and its one writer. Every change is an entry: planned, then put in ONE transaction together with
 * its own line for the journal, then appended to the journal on disk. Entries are written one after the other.
 */
export class DeskStore {
  #tail: Promise<unknown> = Promise.resolve()
  #journalFault: string | undefined
  /** The sequence this writer left behind; another one in the database means that somebody emptied or replaced it. */
  #written = 0
  #gone = false
  readonly #whenGone = new Set<() => void>()

  private constructor(
    readonly database: DeskDatabase,
    readonly codec: Codec,
    readonly register: Register,
    readonly journal: JournalPort,
  ) {
    database.on('versionchange', () => {
      this.#tellGone()
      database.close({ disableAutoOpen: true })
      return false
    })
    database.on('close', () => this.#tellGone())
  }

  /** Opens the database, and replays from the journal whatever it lacks. Throws when neither can be read. */
  static async open(
    parts: StoreParts,
    progress: Progress = () => undefined,
  ): Promise<{ store: DeskStore; opening: Opening }> {
    const { waitsFor = () => undefined } = parts
    const database = openDatabase(parts.name ?? databaseName)
    waitsFor('database')
    await database.open()
    if (parts.checkpoints) await startFromCheckpoint(database, parts.journal, parts.checkpoints)
    waitsFor('register')
    const register = await Register.load(database, parts.codec)
    const store = new DeskStore(database, parts.codec, register, parts.journal)
    waitsFor('journal')
    const opening = await store.#catchUp(progress)
    return { store, opening }
  }

  /** Writes one entry. A refusal leaves everything as it was; a fault of the disk throws. */
  write(makeEntry: () => Entry | Promise<Entry>): Promise<Outcome<Entry>> {
    return this.#inTurn(async () => {
      const entry = entrySchema.parse(await makeEntry())
      if ((await this.#sequence()) !== this.#written) {
        this.#tellGone()
        throw new Error('the local database was emptied or replaced under the running program')
      }
      const written = await this.#commit(entry, this.#written + 1, true)
      if (!written.ok) return written
      await this.#flushJournal()
      return accepted(entry)
    })
  }

  /** Saves a draft at once, without a journal line: the journal gets it a little later, see `journalDraft`. */
  saveDraftRow(row: Parameters<DeskDatabase['drafts']['put']>[0]): Promise<unknown> {
    return this.#inTurn(() => this.database.drafts.put(row))
  }

  /** Why the journal could not be written last time, in the system's words; undefined when it is complete. */
  get journalFault(): string | undefined {
    return this.#journalFault
  }

  /** Calls back once when the database was deleted or closed under the running program. */
  whenGone(listener: () => void): () => void {
    if (this.#gone) listener()
    this.#whenGone.add(listener)
    return () => this.#whenGone.delete(listener)
  }

  /** Resolves when everything that was handed to the writer so far is written. */
  settled(): Promise<void> {
    return this.#inTurn(() => Promise.resolve())
  }

  close(): void {
    this.#whenGone.clear()
    this.database.close({ disableAutoOpen: true })
  }

  #tellGone(): void {
    if (this.#gone) return
    this.#gone = true
    for (const listener of this.#whenGone) listener()
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#tail.then(work)
    this.#tail = result.catch(() => undefined)
    return result
  }

  async #sequence(): Promise<number> {
    const row = await this.database.meta.get('sequence')
    return typeof row?.value === 'number' ? row.value : 0
  }

  async #commit(entry: Entry, n: number, forJournal: boolean): Promise<Outcome<true>> {
    const plan = await planEntry(this, entry, { n, replayed: !forJournal })
    if (!plan.ok) return plan
    const sealed = await this.codec.seal(entry, `journal/${n}`)
    const { changes } = plan.value
    await this.database.transaction('rw', [...tableNames], async () => {
      if ((await this.#sequence()) !== n - 1)
        throw new Error('another writer was here: the sequence has moved')
      await putChanges(this.database, changes)
      if (forJournal) await this.database.journalQueue.put({ n, sealed })
      await this.database.meta.put({ name: 'sequence', value: n })
    })
    this.#written = n
    this.#learn(plan.value)
    return accepted(true)
  }

  /** The register in memory follows what stands on disk. */
  #learn({ blocks, records, gone, atCity, leftCity }: Plan): void {
    for (const block of blocks) this.register.addBlock(block)
    this.register.put(records)
    this.register.remove(gone)
    this.register.keepCityState(atCity)
    this.register.dropCityState(leftCity)
  }

  /** Appends what is queued. A journal that cannot be written is told, never hidden; the queue keeps the lines. */
  async #flushJournal(): Promise<void> {
    const queued = await this.database.journalQueue.orderBy('n').toArray()
    if (queued.length === 0) return
    try {
      await this.journal.append(queued.map(({ n, sealed }) => ({ n, body: sealed })))
      await this.database.journalQueue.bulkDelete(queued.map(({ n }) => n))
      this.#journalFault = undefined
    } catch (fault) {
      this.#journalFault = fault instanceof Error ? fault.message : String(fault)
    }
  }

  async #catchUp(progress: Progress): Promise<Opening> {
    return this.#inTurn(async () => {
      await this.#flushJournal()
      const last = await this.journal.last()
      const first = await this.#sequence()
      this.#written = first
      let n = first
      while (n < last) {
        const lines = await this.journal.read(n, replayStep)
        if (lines.length === 0)
          throw new Error(`the journal counts ${last} entries and hands out none after ${n}`)
        for (const line of lines) {
          const entry = entrySchema.parse(await this.codec.open(line.body, `journal/${line.n}`))
          const written = await this.#commit(entry, line.n, false)
          if (!written.ok)
            throw new Error(`journal entry ${line.n} cannot be replayed: ${written.refusals[0]?.code}`)
          n = line.n
        }
        progress(n - first, last - first)
      }
      return { replayed: n - first, total: last }
    })
  }
}
