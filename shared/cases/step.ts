import type { z } from 'zod'
import type { Attachment } from '../attachments/attachment.ts'
import type { Outcome } from '../base/outcome.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { Permission } from '../people/role.ts'
import type { DrawnNumber } from '../register/draw-numbers.ts'
import type { RecordKey, RecordView, RegisterRecord } from '../register/record.ts'
import type { Action } from './action.ts'
import type { CaseFile, CaseStatus, HandedRefusal, OpenQuestion, SettledRefusal } from './case-file.ts'
import type { Fields, PartialFacts } from './fields.ts'
import type { Holding } from './holding.ts'

/** What a step may look at when it decides. */
export interface StepContext {
  /** The case before the step; undefined for the step that opens it. */
  readonly caseFile: CaseFile | undefined
  readonly action: Action
  /** The legal day of the action, in China. */
  readonly day: PlainDate
  readonly records: RecordView
}

/** What a step changes. Records are returned whole; the kernel counts their versions up. */
export interface StepResult {
  readonly status: CaseStatus
  readonly number?: string
  readonly form?: Readonly<Record<string, unknown>>
  readonly records?: readonly RegisterRecord[]
  readonly questions?: readonly OpenQuestion[]
  readonly sheets?: CaseFile['sheets']
  /** Into whose hands the case goes; as before when left out. */
  readonly holding?: Holding | 'nobody'
  readonly attachments?: readonly Attachment[]
  readonly handedRefusals?: readonly HandedRefusal[]
  readonly settledRefusals?: readonly SettledRefusal[]
}

/** How a step is taken on the case's screen: a small form of its own whose facts go with the step as `form`. */
export interface StepPanel {
  readonly title: string
  /** What the step will do, in a sentence or two; shown above its fields. */
  readonly explain?: string
  readonly fields: Fields
  /** Whether the panel begins with what the case's form already says. */
  readonly startsFromForm?: true
}

/** A step of a workflow, its facts already erased to what every reader can use. See `defineStep`. */
export interface Step {
  /** The verb on the button. */
  readonly name: string
  readonly permission: Permission
  /** Statuses it may be taken from; `new` opens a case. */
  readonly from: readonly (CaseStatus | 'new')[]
  /** Statuses it may lead to, for the menu and for the test that every status has a way out. */
  readonly to: readonly CaseStatus[]
  /** Stands beside the workflow (an answer from the city, a conflict settled) and is no way on for the case. */
  readonly beside?: true
  /** A second person's word (a decision, a comparison): the holder of the case does not keep others from it. */
  readonly secondHand?: true
  /** Says nothing about the form, and holds whatever became of it since its actor looked. */
  readonly onAnyForm?: true
  /** Whether it cannot be taken on a case of this form before the city has answered every question. */
  readonly waitsForAnswers?: (form: PartialFacts) => boolean
  /** Four eyes: whoever took one of these steps in the case may not take this one. */
  readonly notBy?: readonly string[]
  readonly facts: z.ZodType
  readonly panel?: StepPanel
  /** Keys of the records that deciding needs. */
  readonly touches: (facts: unknown, caseFile: CaseFile | undefined) => readonly RecordKey[]
  /** Numbers that the step uses up: sheets from the stock, sequence codes. Only their holder may take it. */
  readonly draws: (facts: unknown, caseFile: CaseFile | undefined) => readonly DrawnNumber[]
  readonly decide: (context: StepContext, facts: unknown) => Outcome<StepResult>
}

interface StepDefinition<Schema extends z.ZodType> extends Omit<
  Step,
  'facts' | 'touches' | 'draws' | 'decide'
> {
  readonly facts: Schema
  readonly touches?: (facts: z.output<Schema>, caseFile: CaseFile | undefined) => readonly RecordKey[]
  readonly draws?: (facts: z.output<Schema>, caseFile: CaseFile | undefined) => readonly DrawnNumber[]
  readonly decide: (context: StepContext, facts: z.output<Schema>) => Outcome<StepResult>
}

/** Ties a step's functions to the type of its facts; `apply-action` has parsed them with the same schema before. */
export function defineStep<Schema extends z.ZodType>(definition: StepDefinition<Schema>): Step {
  const { touches, draws, decide } = definition
  return {
    ...definition,
    touches: (facts, caseFile) => touches?.(facts as z.output<Schema>, caseFile) ?? [],
    draws: (facts, caseFile) => draws?.(facts as z.output<Schema>, caseFile) ?? [],
    decide: (context, facts) => decide(context, facts as z.output<Schema>),
  }
}
