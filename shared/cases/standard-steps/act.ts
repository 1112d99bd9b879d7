import { z } from 'zod'
import { refused, type Outcome } from '../../base/outcome.ts'
import type { Permission } from '../../people/role.ts'
import type { DrawnNumber } from '../../register/draw-numbers.ts'
import type { RecordKey } from '../../register/record.ts'
import type { CaseFile, CaseStatus } from '../case-file.ts'
import { askedFacts, factsSchema, missingFacts, type FactsOf, type Fields } from '../fields.ts'
import { pickedKeys } from '../picked-records.ts'
import { defineStep, type Step, type StepContext, type StepResult } from '../step.ts'

/** The case that an act is done on, and the name of the station that does it. */
export interface ActContext extends StepContext {
  readonly caseFile: CaseFile
  readonly stationName: string
}

interface Act<Set extends Fields> {
  readonly name: string
  readonly permission: Permission
  readonly from: readonly CaseStatus[]
  readonly to: readonly CaseStatus[]
  /** Four eyes: whoever took one of these steps may not do this one. */
  readonly notBy?: readonly string[]
  readonly title: string
  readonly explain?: string
  /** What the act itself asks for: a number from the county's list, who received it. */
  readonly fields: Set
  /** Keys of records beside those that the case's and the act's own fields have picked. */
  readonly touches?: (caseFile: CaseFile, given: FactsOf<Set>) => readonly RecordKey[]
  /** Numbers that the act uses up. */
  readonly draws?: (caseFile: CaseFile, given: FactsOf<Set>) => readonly DrawnNumber[]
  readonly decide: (context: ActContext, given: FactsOf<Set>) => Outcome<StepResult>
}

/**
 * An act after the decision: registering somebody, cancelling a registration, lending a card. It shows itself on the case's
 * screen as a small form with one button. `caseFields` are the fields of the case type, whose picked records it may need.
 */
export function actStep<const Set extends Fields>(caseFields: Fields, act: Act<Set>): Step {
  const { title, explain, fields, touches, draws, decide, ...head } = act
  return defineStep({
    ...head,
    panel: { title, fields, ...(explain ? { explain } : {}) },
    facts: z.strictObject({ form: factsSchema(fields), stationName: z.string().max(60) }),
    touches: ({ form }, caseFile) => [
      ...pickedKeys(caseFields, caseFile?.form ?? {}),
      ...pickedKeys(fields, form),
      ...(caseFile ? (touches?.(caseFile, form as FactsOf<Set>) ?? []) : []),
    ],
    draws: ({ form }, caseFile) => (caseFile ? (draws?.(caseFile, form as FactsOf<Set>) ?? []) : []),
    decide: (context, { form, stationName }) => {
      const { caseFile } = context
      if (!caseFile) return refused({ code: 'no-case', message: '没有这个案件。' })
      const around = { ...caseFile.form, ...form }
      const given = askedFacts(fields, form, around)
      const empty = missingFacts(fields, given, 'decision', around)
      if (empty.length > 0) return refused(...empty.map((key) => notFilledIn(fields, key)))
      return decide({ ...context, caseFile, stationName }, given as FactsOf<Set>)
    },
  })
}

function notFilledIn(fields: Fields, key: string) {
  return { code: 'missing-fact', field: key, message: `还没有填写“${fields[key]?.label ?? key}”。` }
}
