import type { Action } from '../../shared/cases/action.ts'
import { applyAction, recordsTouchedBy } from '../../shared/cases/apply-action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { must } from '../../shared/base/must.ts'

/** What a log must come to: the rules alone, on plain maps. */
export interface Folded {
  readonly cases: ReadonlyMap<string, CaseFile>
  readonly records: ReadonlyMap<string, RegisterRecord>
  readonly acceptedIds: readonly string[]
}

export function foldInMemory(start: readonly RegisterRecord[], actions: readonly Action[]): Folded {
  const cases = new Map<string, CaseFile>()
  const records = new Map(start.map((record) => [record.key, record]))
  const seen = new Set<string>()
  const acceptedIds: string[] = []
  for (const action of actions) {
    if (seen.has(action.id)) continue
    seen.add(action.id)
    const caseFile = cases.get(action.caseId)
    const caseType = must(findCaseType(action.caseType), 'the tests use registered case types')
    const allowed = caseType.steps[action.step]?.from.includes(caseFile?.status ?? 'new')
    const keys = allowed ? recordsTouchedBy(action, caseType, caseFile) : []
    const touched = new Map(keys.flatMap((key) => entryOf(records, key)))
    const outcome = applyAction(action, { caseType, caseFile, records: touched })
    if (!outcome.ok) continue
    acceptedIds.push(action.id)
    cases.set(outcome.value.caseFile.id, outcome.value.caseFile)
    for (const record of outcome.value.records) records.set(record.key, record)
  }
  return { cases, records, acceptedIds }
}

function entryOf(records: ReadonlyMap<string, RegisterRecord>, key: string): [string, RegisterRecord][] {
  const record = records.get(key)
  return record ? [[key, record]] : []
}
