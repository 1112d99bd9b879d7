import type { Outcome } from '../base/outcome.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { Calibration } from '../documents/calibration.ts'
import type { DocumentDefinition } from '../documents/definition.ts'
import type { Station } from '../people/station.ts'
import type { ForbiddenDemand } from '../policy/forbidden-demands.ts'
import type { Conclusion } from '../policy/judge.ts'
import type { Rule } from '../policy/rule.ts'
import type { RecordKey, RecordView } from '../register/record.ts'
import type { CaseFile, CaseStatus } from './case-file.ts'
import type { Fields, PartialFacts } from './fields.ts'
import type { Step } from './step.ts'

/** A material to hand in. `provedBy` says why nobody has to bring it. */
export interface Material {
  readonly id: string
  readonly name: string
  readonly citation: string
  /** The kind of proof: brought by the resident, made by the police, or already in the station's records. */
  readonly from: 'resident' | 'police' | 'records'
  readonly note?: string
}

/** What a paper is made from. */
export interface PaperContext {
  readonly caseFile: CaseFile
  readonly records: RecordView
  readonly station: Station
  readonly clerk: { readonly name: string; readonly policeNumber: string }
  readonly desk: string
  readonly day: PlainDate
  /** How far off this desk's printer prints; only an overprint needs it. */
  readonly calibration: Calibration
}

/** A paper of a case: when it can be had, and how it is made. */
export interface Paper {
  readonly id: string
  readonly name: string
  /** A certificate is printed on numbered stock by the print step; a slip on plain paper at any time. */
  readonly kind: 'certificate' | 'slip' | 'archive'
  readonly available: (caseFile: CaseFile) => boolean
  readonly touches: (caseFile: CaseFile) => readonly RecordKey[]
  readonly make: (context: PaperContext) => Outcome<DocumentDefinition>
}

/** A worked example: facts, a day and what must come of them. */
export interface Example {
  readonly name: string
  readonly day: PlainDate
  readonly facts: PartialFacts
  readonly conclusion: Conclusion
  /** Rules that must be unmet, and rules that must be unknown; all others are met or not applicable. */
  readonly unmet?: readonly string[]
  readonly unknown?: readonly string[]
}

/** A page of the form: a heading and the keys of its fields, in the order in which papers lie on the counter. */
export interface FormPage {
  readonly title: string
  readonly fields: readonly string[]
}

/**
 * A kind of case: everything about it in one value. Menu, form, judgement, checklist, queues, papers, statistics and
 * the city's acceptance are all read from here.
 */
export interface CaseType {
  readonly id: string
  readonly name: string
  /** One sentence for the menu. */
  readonly summary: string
  /** Words a clerk may type to find it, pinyin initials included. */
  readonly keywords: readonly string[]
  readonly fields: Fields
  readonly form: readonly FormPage[]
  readonly policy: readonly Rule<PartialFacts>[]
  readonly materials: (facts: PartialFacts) => readonly Material[]
  readonly forbidden: readonly ForbiddenDemand[]
  readonly steps: Readonly<Record<string, Step>>
  /** Statuses from which nothing needs to follow. */
  readonly closed: readonly CaseStatus[]
  readonly papers: readonly Paper[]
  /** Working days from acceptance to decision, with the clause or practice it rests on. */
  readonly deadline: { readonly workingDays: number; readonly basis: string }
  readonly examples: readonly Example[]
  /** The line that names the case in lists: who and what. */
  readonly subject: (facts: PartialFacts) => string
}

/** A case type whose rules and materials are written against the facts of its own fields. */
export interface CaseTypeDefinition<Facts> extends Omit<CaseType, 'policy' | 'materials' | 'subject'> {
  readonly policy: readonly Rule<Facts>[]
  readonly materials: (facts: Facts) => readonly Material[]
  readonly subject: (facts: Facts) => string
}

/**
 * Checks a case type when the program starts: a form page that names no field, a field on no page, a step that leads
 * to a status with no way out. Throws with the name of what is wrong.
 */
export function defineCaseType<Facts>(definition: CaseTypeDefinition<Facts>): CaseType {
  const caseType = definition as unknown as CaseType
  const shown = new Set(definition.form.flatMap((page) => page.fields))
  for (const key of shown) if (!definition.fields[key]) stop(definition.id, `the form names no field ${key}`)
  for (const key of Object.keys(definition.fields))
    if (!shown.has(key)) stop(definition.id, `no page shows ${key}`)
  for (const status of Object.values(definition.steps).flatMap((step) => step.to)) {
    if (!hasWayOut(definition, status)) stop(definition.id, `status ${status} has no way out`)
  }
  return caseType
}

function hasWayOut(definition: Pick<CaseType, 'steps' | 'closed'>, status: CaseStatus): boolean {
  const leads = Object.values(definition.steps).some((step) => !step.beside && step.from.includes(status))
  return leads || definition.closed.includes(status)
}

function stop(caseType: string, reason: string): never {
  throw new Error(`case type ${caseType}: ${reason}`)
}
