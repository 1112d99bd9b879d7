import { must } from '../../shared/base/must.ts'
import { actionSchema, actionVersion, type Action, type Actor } from '../../shared/cases/action.ts'
import { applyAction, recordsTouchedBy } from '../../shared/cases/apply-action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import type { Station } from '../../shared/people/station.ts'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import type { Random } from './random.ts'
import type { SheetRoll } from './sheet-roll.ts'
import type { WorkingTime } from './working-time.ts'

/** A step of the station's history before it is an action. */
export interface Taking {
  readonly caseId: string
  readonly caseType: string
  readonly step: string
  readonly by: Actor
  readonly moment: number
  readonly facts: Readonly<Record<string, unknown>>
}

export interface StageParts {
  readonly random: Random
  readonly station: Station
  readonly time: WorkingTime
  readonly roll: SheetRoll
  readonly records: readonly RegisterRecord[]
}

const deskName = 'S1'

/**
 * The station's history being played: cases and records as they stand, changed by nothing but `applyAction`. A step
 * that the kernel refuses stops the generator, because a sample that breaks the rules would teach the wrong thing.
 */
export class Stage {
  readonly cases = new Map<string, CaseFile>()
  readonly records: Map<string, RegisterRecord>
  /** Blank sheets taken for the cases, as they were before anything was printed on them. */
  readonly stock: CertificateRecord[] = []
  readonly #counters = new Map<string, number>()

  constructor(readonly parts: StageParts) {
    this.records = new Map(parts.records.map((record) => [record.key, record]))
  }

  take(taking: Taking): Action {
    const caseType = must(findCaseType(taking.caseType), `no case type ${taking.caseType}`)
    const caseFile = this.cases.get(taking.caseId)
    const draft = this.#draft(taking, caseFile)
    const view = new Map(
      recordsTouchedBy(draft, caseType, caseFile).flatMap((key) => {
        const record = this.records.get(key)
        return record ? [[key, record] as const] : []
      }),
    )
    const versions = Object.fromEntries([...view].map(([key, record]) => [key, record.version]))
    const action = { ...draft, base: { ...draft.base, records: versions } }
    const applied = applyAction(action, { caseType, caseFile, records: view })
    if (!applied.ok) throw new Error(`${caseType.name}, ${taking.step}: ${JSON.stringify(applied.refusals)}`)
    this.cases.set(taking.caseId, applied.value.caseFile)
    for (const record of applied.value.records) this.records.set(record.key, record)
    return action
  }

  #draft({ caseId, caseType, step, by, moment, facts }: Taking, caseFile: CaseFile | undefined): Action {
    const { random, station, time } = this.parts
    const opening = caseFile ? {} : { number: this.#nextNumber(time.dayOf(moment)) }
    return actionSchema.parse({
      id: random.uuid(),
      caseId,
      caseType,
      step,
      facts: { ...facts, ...opening },
      by,
      station: station.code,
      device: by.role === 'city' ? 'city' : deskName,
      at: time.instantOf(moment, random.between(0, 59)),
      base: { case: caseFile?.version ?? 0, records: {} },
      version: actionVersion,
    })
  }

  #nextNumber(day: string): string {
    const counter = (this.#counters.get(day) ?? 0) + 1
    this.#counters.set(day, counter)
    const { station } = this.parts
    return `${station.code}-${deskName}-${day.replaceAll('-', '')}-${String(counter).padStart(3, '0')}`
  }

  /** The next blank sheet from the station's cupboard: one that came back unprinted, or else a new number. */
  takeSheet(day: string): CertificateRecord {
    const returned = this.stock.find(({ key }) => this.#isBlank(key))
    if (returned) return returned
    const sheet = this.parts.roll.takeBlank(day)
    this.stock.push(sheet)
    this.records.set(sheet.key, sheet)
    return sheet
  }

  #isBlank(key: string): boolean {
    const record = this.records.get(key)
    return record?.kind === 'certificate' && record.state === 'blank'
  }
}
