import type { PolicyOptions } from '../policy/options.ts'
import type { Outcome } from '../base/outcome.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { Calibration } from '../documents/calibration.ts'
import type { DocumentDefinition } from '../documents/definition.ts'
import type { Station } from '../people/station.ts'
import type { BarredByFacts } from '../policy/barred-by-facts.ts'
import type { ForbiddenDemand } from '../policy/forbidden-demands.ts'
import type { Conclusion } from '../policy/judge.ts'
import type { Rule } from '../policy/rule.ts'
import type { RecordKey, RecordView } from '../register/record.ts'
import type { CaseFile, CaseStatus } from './case-file.ts'
import type { Fields, PartialFacts } from './fields.ts'
import type { Level } from './levels.ts'
import type { Step } from './step.ts'

/** A material to hand in. `provedBy` says why nobody has to bring it. */
export interface Material {
  readonly id: string
  readonly name: string
  readonly citation: string
  /** The kind of proof: brought by the resident, made by the police, or already in the station's records. */
  readonly from: 'resident' | 'police' | 'records'
  readonly note?: string
  /** Other proofs of which any one does in its place. */
  readonly orElse?: readonly string[]
}

/** What a paper belongs to: the moment at which it is handed out or kept. */
export type Occasion = 'accepted' | 'asked' | 'referred' | 'refused' | 'investigated' | 'decided' | 'result'

/** What a paper is made from. */
export interface PaperContext {
  readonly caseFile: CaseFile
  readonly records: RecordView
  readonly station: Station
  readonly clerk: { readonly name: string; readonly policeNumber: string }
  readonly desk: string
  readonly caseType: CaseType
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
  readonly occasion: Occasion
  readonly available: (caseFile: CaseFile) => boolean
  readonly touches: (caseFile: CaseFile) => readonly RecordKey[]
  readonly make: (context: PaperContext) => Outcome<DocumentDefinition>
}

/** A worked example: facts, a day and what must come of them. */
export interface Example {
  readonly name: string
  readonly day: PlainDate
  readonly facts: PartialFacts
  /** Settings that differ from the defaults. */
  readonly options?: Partial<PolicyOptions>
  readonly conclusion: Conclusion
  /** Rules that must be unmet, and rules that must be unknown; all others are met or not applicable. */
  readonly unmet?: readonly string[]
  readonly unknown?: readonly string[]
}

/** Working days from acceptance to decision, with the clause or practice it rests on. */
export interface Deadline {
  readonly workingDays: number
  readonly basis: string
}

/** A page of the form: a heading and the keys of its fields, in the order in which papers lie on the counter. */
export interface FormPage {
  readonly title: string
  readonly fields: readonly string[]
}

/** The parts of the notice (赤政发〔2016〕50号) in which the menu stands. */
export const caseGroups = {
  'without-hukou': '无户口人员落户（二（三））',
  certificates: '户口迁移证件（二（三））',
  collective: '集体户（二（二））',
  settlement: '城镇落户（二（一））',
  permits: '居住证（三（二））',
  register: '户口登记',
} as const
export type CaseGroup = keyof typeof caseGroups

/**
 * A kind of case: everything about it in one value. Menu, form, judgement, checklist, queues, papers, statistics and
 * the city's acceptance are all read from here.
 */
export interface CaseType {
  readonly id: string
  readonly name: string
  /** The part of the notice it belongs to, for menu, policy screen and statistics. */
  readonly group: CaseGroup
  /** One sentence for the menu. */
  readonly summary: string
  /** Words a clerk may type to find it, pinyin initials included. */
  readonly keywords: readonly string[]
  readonly fields: Fields
  readonly form: readonly FormPage[]
  readonly policy: readonly Rule<PartialFacts>[]
  readonly materials: (facts: PartialFacts) => readonly Material[]
  readonly forbidden: readonly ForbiddenDemand[]
  /** What may not be asked for on these facts, beyond the list. */
  readonly barredBy?: (facts: PartialFacts) => BarredByFacts
  readonly steps: Readonly<Record<string, Step>>
  /** Statuses from which nothing needs to follow. */
  readonly closed: readonly CaseStatus[]
  /** Its own papers; the counter's slips and the approval form come with every case type. */
  readonly papers: readonly Paper[]
  readonly deadline: (facts: PartialFacts) => Deadline
  /** Who decides on these facts, from below. */
  readonly decidedBy: (facts: PartialFacts) => readonly Level[]
  /** The office that handles the matter when this station does not. */
  readonly rightOffice: (facts: PartialFacts) => string
  readonly examples: readonly Example[]
  /** Set where one applicant may bring many of the same kind: each becomes a case of its own. */
  readonly batch?: Batch
  /** The line that names the case in lists: who and what. */
  readonly subject: (facts: PartialFacts) => string
  /** Whose matter it is, as named on the slips. */
  readonly holder: (facts: PartialFacts) => Holder
}

/** A field whose sheet differs from case to case of a batch, and the fields that are answered anew for each. */
export interface Batch {
  readonly over: string
  readonly each: readonly string[]
}

export interface Holder {
  readonly name: string
  readonly citizenId: string
}

/** A case type whose rules and materials are written against the facts of its own fields. */
export interface CaseTypeDefinition<Facts> extends Omit<
  CaseType,
  'policy' | 'materials' | 'subject' | 'deadline' | 'decidedBy' | 'rightOffice' | 'holder'
> {
  readonly policy: readonly Rule<Facts>[]
  readonly materials: (facts: Facts) => readonly Material[]
  readonly subject: (facts: Facts) => string
  readonly deadline: (facts: Facts) => Deadline
  readonly decidedBy: (facts: Facts) => readonly Level[]
  readonly rightOffice: (facts: Facts) => string
  readonly holder: (facts: Facts) => Holder
}
