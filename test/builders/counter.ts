import { must } from '../../shared/base/must.ts'
import type { Action, Actor } from '../../shared/cases/action.ts'
import { applyAction, recordsTouchedBy } from '../../shared/cases/apply-action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { holdAction } from './hold-actions.ts'
import { makeRegister, makeStation, reissueActions } from './reissues.ts'

const station = makeStation(1)
export const { clerk, chief } = station
export const colleague: Actor = {
  userId: 'second-clerk',
  name: '样例同事',
  role: 'officer',
  policeNumber: '970001',
}
const reissue = must(findCaseType('migration-certificate-reissue'), 'the case type exists')

/** One case on a desk of its own; a refusal changes nothing and gives its codes. */
export class Counter {
  caseFile: CaseFile | undefined
  readonly #records = new Map(makeRegister(station, 1).map((each) => [each.key, each] as const))
  readonly #walk = reissueActions({ station, n: 0 })

  take(action: Action): string[] {
    const { caseFile } = this
    const view = new Map<string, RegisterRecord>(
      recordsTouchedBy(action, reissue, caseFile).flatMap((key) => {
        const record = this.#records.get(key)
        return record ? [[key, record] as const] : []
      }),
    )
    const applied = applyAction(action, { caseType: reissue, caseFile, records: view })
    if (!applied.ok) return applied.refusals.map(({ code }) => code)
    this.caseFile = applied.value.caseFile
    for (const record of applied.value.records) this.#records.set(record.key, record)
    return []
  }

  step(name: string, device = 'D1', by?: Actor): string[] {
    const made = must(
      this.#walk.find(({ step }) => step === name),
      'the step is in the walk',
    )
    const base = { ...made.base, case: this.caseFile?.version ?? 0 }
    return this.take({ ...made, device, base, by: by ?? made.by })
  }

  hold(step: string, by: Actor, device: string, to?: Actor): string[] {
    return this.take(holdAction(must(this.caseFile, 'the case stands'), step, { by, device }, to))
  }
}
