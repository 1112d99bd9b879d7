import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { RecordKey, RegisterRecord } from '../../shared/register/record.ts'
import { citizenIdIn, registerRecordSchema } from '../../shared/register/record.ts'
import type { Codec } from './codec.ts'
import type { DeskDatabase } from './database.ts'
import { unpackBlock, type ColumnBlock } from './resident-blocks.ts'

/**
 * The register in memory: residents and households as imported, block by block, under the records that cases have
 * changed since. Loaded once when the desk opens; every committed entry is folded in at once.
 */
export class Register {
  readonly #base = new Map<RecordKey, ResidentRecord | HouseholdRecord>()
  readonly #changed = new Map<RecordKey, RegisterRecord>()
  /** Keys of registered people by citizen number, as of a revision. */
  readonly #registered = new Map<string, RecordKey>()
  #registeredRevision = -1
  #revision = 0
  readonly #listeners = new Set<() => void>()

  static async load(database: DeskDatabase, codec: Codec): Promise<Register> {
    const register = new Register()
    for (const block of await database.blocks.orderBy('number').toArray()) {
      register.addBlock((await codec.open(block.sealed, `blocks/${block.number}`)) as ColumnBlock)
    }
    for (const row of await database.records.toArray()) {
      const record = registerRecordSchema.parse(await codec.open(row.sealed, `records/${row.key}`))
      register.#changed.set(record.key, record)
    }
    return register
  }

  /** Counts up with every change, so that an index knows when it is stale. */
  get revision(): number {
    return this.#revision
  }

  addBlock(block: ColumnBlock): void {
    for (const row of unpackBlock(block)) this.#base.set(row.key, row)
    this.#announce()
  }

  put(records: readonly RegisterRecord[]): void {
    if (records.length === 0) return
    for (const record of records) this.#changed.set(record.key, record)
    this.#announce()
  }

  find(key: RecordKey): RegisterRecord | undefined {
    const citizenId = citizenIdIn(key)
    if (citizenId !== undefined) return this.#findRegistered(citizenId)
    return this.#changed.get(key) ?? this.#base.get(key)
  }

  /** Whoever is registered here under the number; the look-up table is made anew when the register has changed. */
  #findRegistered(citizenId: string): RegisterRecord | undefined {
    if (this.#registeredRevision !== this.#revision) {
      this.#registered.clear()
      for (const record of this.all()) {
        if (record.kind === 'person' && record.status === 'registered' && record.citizenId !== '') {
          this.#registered.set(record.citizenId, record.key)
        }
      }
      this.#registeredRevision = this.#revision
    }
    const key = this.#registered.get(citizenId)
    return key === undefined ? undefined : this.find(key)
  }

  /** The records of these keys that exist. */
  view(keys: readonly RecordKey[]): Map<RecordKey, RegisterRecord> {
    const found = keys.flatMap((key) => {
      const record = this.find(key)
      return record ? [[key, record] as const] : []
    })
    return new Map(found)
  }

  /** Every record, those changed by cases in their present state. */
  *all(): Generator<RegisterRecord> {
    for (const [key, record] of this.#base) if (!this.#changed.has(key)) yield record
    yield* this.#changed.values()
  }

  /** Calls back after each change; returns how to stop. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #announce(): void {
    this.#revision += 1
    for (const listener of this.#listeners) listener()
  }
}
