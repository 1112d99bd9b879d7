import { z } from 'zod'
import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { RecordKey, RegisterRecord } from '../../shared/register/record.ts'
import { citizenIdIn, numberEverIn, registerRecordSchema } from '../../shared/register/record.ts'
import type { Codec } from './codec.ts'
import type { DeskDatabase } from './database.ts'
import { unpackBlock, type ColumnBlock } from './resident-blocks.ts'

/** A record of the city's under own unfiled steps; `null` when it has none. */
const cityRecordSchema = z.object({ key: z.string(), record: registerRecordSchema.nullable() })

/**
 * The register in memory: residents and households as imported, block by block, under the records that cases have
 * changed since. Loaded once when the desk opens; every committed entry is folded in at once.
 */
export class Register {
  readonly #base = new Map<RecordKey, ResidentRecord | HouseholdRecord>()
  readonly #changed = new Map<RecordKey, RegisterRecord>()
  /** Keys of registered people, and of everybody, by citizen number, as of a revision. */
  readonly #registered = new Map<string, RecordKey>()
  readonly #everybody = new Map<string, RecordKey>()
  #holdersRevision = -1
  #revision = 0
  /** Records as the city has them, where own steps that it has not filed yet changed them here; undefined: not there. */
  readonly #atCity = new Map<RecordKey, RegisterRecord | undefined>()
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
    for (const row of await database.cityRecords.toArray()) {
      const { key, record } = cityRecordSchema.parse(await codec.open(row.sealed, `cityRecords/${row.key}`))
      register.#atCity.set(key, record ?? undefined)
    }
    return register
  }

  get atCity(): ReadonlyMap<RecordKey, RegisterRecord | undefined> {
    return this.#atCity
  }

  keepCityState(records: ReadonlyMap<RecordKey, RegisterRecord | undefined>): void {
    for (const [key, record] of records) this.#atCity.set(key, record)
  }

  dropCityState(keys: readonly RecordKey[]): void {
    for (const key of keys) this.#atCity.delete(key)
  }

  /** Takes records away that only a refused step had made. */
  remove(keys: readonly RecordKey[]): void {
    if (keys.length === 0) return
    for (const key of keys) this.#changed.delete(key)
    this.#announce()
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
    const registered = citizenIdIn(key)
    if (registered !== undefined) return this.#findHolder(this.#registered, registered)
    const ever = numberEverIn(key)
    if (ever !== undefined) return this.#findHolder(this.#everybody, ever)
    return this.#changed.get(key) ?? this.#base.get(key)
  }

  /** Whoever has the number here by that table; the tables are made anew when the register has changed. */
  #findHolder(table: ReadonlyMap<string, RecordKey>, citizenId: string): RegisterRecord | undefined {
    if (this.#holdersRevision !== this.#revision) {
      this.#registered.clear()
      this.#everybody.clear()
      for (const record of this.all()) {
        if (record.kind !== 'person' || record.citizenId === '') continue
        this.#everybody.set(record.citizenId, record.key)
        if (record.status === 'registered') this.#registered.set(record.citizenId, record.key)
      }
      this.#holdersRevision = this.#revision
    }
    const key = table.get(citizenId)
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

  /** How many records there are. */
  get size(): number {
    let changedOnly = 0
    for (const key of this.#changed.keys()) if (!this.#base.has(key)) changedOnly += 1
    return this.#base.size + changedOnly
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
