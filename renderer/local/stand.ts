import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import { applyAction, recordsTouchedBy, type Applied } from '../../shared/cases/apply-action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { sheetSeenBlankBy } from '../../shared/register/handed-out-stock.ts'
import { holderAskedFor, type RecordKey, type RegisterRecord } from '../../shared/register/record.ts'

/** What a stand lies on. */
export interface Ground {
  findCase(id: string): Promise<CaseFile | undefined>
  /** By key, or by citizen number whoever is registered under it, or ever was. */
  findRecord(key: RecordKey): RegisterRecord | undefined
}

/** Cases and records as they come to be while actions are applied, over a ground that stays as it is. */
export class Stand implements Ground {
  /** What is different from the ground; undefined: not there. */
  readonly cases = new Map<string, CaseFile | undefined>()
  readonly records = new Map<RecordKey, RegisterRecord | undefined>()

  constructor(private readonly ground: Ground) {}

  findCase(id: string): Promise<CaseFile | undefined> {
    return this.cases.has(id) ? Promise.resolve(this.cases.get(id)) : this.ground.findCase(id)
  }

  findRecord(key: RecordKey): RegisterRecord | undefined {
    const isHolder = holderAskedFor(key)
    if (isHolder) return this.#findHolder(key, isHolder)
    return this.records.has(key) ? this.records.get(key) : this.ground.findRecord(key)
  }

  /** Whoever came to the number last; the ground's answer counts while that person did not change here. */
  #findHolder(key: RecordKey, isHolder: (record: RegisterRecord) => boolean): RegisterRecord | undefined {
    const here = [...this.records.values()].findLast((record) => record && isHolder(record))
    if (here) return here
    const below = this.ground.findRecord(key)
    return below && !this.records.has(below.key) ? below : undefined
  }

  /** The case of an action and the records that it touches, as they stand. */
  async look(action: Action): Promise<{ caseFile?: CaseFile; records: RegisterRecord[] }> {
    const caseFile = await this.findCase(action.caseId)
    const caseType = findCaseType(action.caseType)
    const keys = caseType ? recordsTouchedBy(action, caseType, caseFile) : []
    const records = keys.flatMap((key) => this.findRecord(key) ?? [])
    return { ...(caseFile ? { caseFile } : {}), records }
  }

  /** Applies an action; a refusal changes nothing. */
  async apply(action: Action): Promise<Outcome<Applied>> {
    const caseType = findCaseType(action.caseType)
    if (!caseType)
      return refused({ code: 'no-such-case-type', message: '本机程序不认识这种案件，请先升级。' })
    const caseFile = await this.findCase(action.caseId)
    const keys = recordsTouchedBy(action, caseType, caseFile)
    const records = new Map<RecordKey, RegisterRecord>()
    for (const key of keys) {
      const record = this.findRecord(key) ?? sheetSeenBlankBy(action, key)
      if (record) records.set(key, record)
    }
    const applied = applyAction(action, { caseType, caseFile, records })
    if (!applied.ok) return applied
    this.cases.set(action.caseId, applied.value.caseFile)
    for (const record of applied.value.records) this.records.set(record.key, record)
    return accepted(applied.value)
  }
}
