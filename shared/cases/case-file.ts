import { z } from 'zod'
import { jsonObjectSchema } from '../base/json-value.ts'
import { attachmentSchema } from '../attachments/attachment.ts'
import { refusalSchema } from '../base/outcome.ts'
import { plainDateSchema } from '../base/plain-date.ts'
import { registerRecordSchema } from '../register/record.ts'
import { actionSchema, actorSchema } from './action.ts'
import { caseworkerSchema, holdingSchema } from './holding.ts'

/** Where a case stands. Words, shapes and colours: `states.ts`. */
export const caseStatuses = [
  'supplementing',
  'awaiting-comparison',
  'investigating',
  'awaiting-approval',
  'awaiting-county',
  'awaiting-city',
  'returned',
  'approved',
  'printing',
  'issued',
  'closed',
  'referred',
  'refused',
  'withdrawn',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

/** `found` and `none` for whatever is looked up by a number; a certificate has landed or not. */
export const cityAnswerValueSchema = z.enum(['landed', 'not-landed', 'found', 'none'])

/** A question that only the city can answer, with its answer once it came and what a person made of a conflict. */
export const openQuestionSchema = z.object({
  id: z.string(),
  kind: z.enum(['landed', 'registered-elsewhere', 'same-person', 'birth-certificate-used', 'mother-births']),
  /** Key of the record that the question is about, or the number or mark in the form of `city-questions.ts`. */
  about: z.string(),
  askedOn: plainDateSchema,
  answer: z
    .object({
      value: cityAnswerValueSchema,
      on: plainDateSchema.optional(),
      office: z.string().optional(),
      at: z.string(),
    })
    .optional(),
  conflict: z.boolean(),
  settled: z.object({ by: z.string(), at: z.string(), note: z.string() }).optional(),
})
export type OpenQuestion = z.infer<typeof openQuestionSchema>

/** One line of the case's history. */
export const stepTakenSchema = z.object({
  actionId: z.string(),
  step: z.string(),
  by: actorSchema,
  at: z.string(),
})
export type StepTaken = z.infer<typeof stepTakenSchema>

/** A case at one moment and the records beside it, as far as versions are compared; no case where there was none. */
export const comparedMomentSchema = z.strictObject({
  caseFile: z
    .strictObject({
      status: z.enum(caseStatuses),
      form: jsonObjectSchema,
      /** Who took its last step. */
      last: stepTakenSchema.exactOptional(),
    })
    .exactOptional(),
  records: z.array(registerRecordSchema),
})
export type ComparedMoment = z.infer<typeof comparedMomentSchema>

/** A step that the city refused: the step, the reasons, what it was made on and what it had made. */
export const refusedStepSchema = z.strictObject({
  refused: actionSchema
    .pick({ id: true, step: true, facts: true, by: true, device: true, at: true })
    .strict(),
  refusals: z.array(refusalSchema).min(1),
  base: comparedMomentSchema.exactOptional(),
  mine: comparedMomentSchema.exactOptional(),
})
export type RefusedStep = z.infer<typeof refusedStepSchema>

/** 转交的退回: somebody of the station has to decide on it, at whatever machine. */
export const handedRefusalSchema = refusedStepSchema.extend({
  to: caseworkerSchema,
  /** Who handed it over, when and why, and the action by which. */
  by: z.string(),
  at: z.string(),
  note: z.string(),
  actionId: z.string(),
})
export type HandedRefusal = z.infer<typeof handedRefusalSchema>

/** A handed refusal that somebody decided on: the refused action's id, who, when and how, and the action by which. */
export const settledRefusalSchema = z.object({
  id: z.string(),
  by: z.string(),
  at: z.string(),
  note: z.string(),
  actionId: z.string(),
})
export type SettledRefusal = z.infer<typeof settledRefusalSchema>

/** A case: the fold of its actions. Nobody writes it but `apply-action`. */
export const caseFileSchema = z.object({
  id: z.string(),
  caseType: z.string(),
  /** Acceptance number, made of station, device, day and counter; made without a line and never doubled. */
  number: z.string(),
  station: z.string(),
  status: z.enum(caseStatuses),
  /** Count of actions folded in. */
  version: z.number().int().min(1),
  /** The facts of the form as last recorded. */
  form: jsonObjectSchema,
  /** The action that last changed the form, and the machine it came from; none in a case from before it was kept. */
  formBy: z.object({ actionId: z.string(), device: z.string() }).exactOptional(),
  steps: z.array(stepTakenSchema),
  questions: z.array(openQuestionSchema),
  /** Sheets used by this case, oldest first. */
  sheets: z.array(
    z.object({
      key: z.string(),
      outcome: z.enum(['printing', 'issued', 'spoiled', 'not-used', 'withdrawn']),
      /** The machine in whose printer it is; none once somebody took the case over, and in a case from before it was kept. */
      device: z.string().max(40).exactOptional(),
    }),
  ),
  /** In whose hands it is; nobody's when it says nothing. */
  holding: holdingSchema.optional(),
  /** Scans and photos that belong to it, oldest first; none in a case from before they could be added. */
  attachments: z.array(attachmentSchema).exactOptional(),
  /** Refused steps that were handed to a colleague and wait for a decision, in the order of handing; none: absent. */
  handedRefusals: z.array(handedRefusalSchema).exactOptional(),
  settledRefusals: z.array(settledRefusalSchema).exactOptional(),
  openedAt: z.string(),
  changedAt: z.string(),
})
export type CaseFile = z.infer<typeof caseFileSchema>

/** An unresolved contradiction between what was done here and what the city knows. */
export function isInConflict(caseFile: CaseFile): boolean {
  return caseFile.questions.some((question) => question.conflict && !question.settled)
}

/** Whether a refused step of it was handed to somebody who has not decided yet. */
export function waitsForADecision({ handedRefusals }: CaseFile): boolean {
  return handedRefusals !== undefined && handedRefusals.length > 0
}

/** The sheet for which the question "did it come out?" is open. */
export function findSheetInPrinter(caseFile: CaseFile): string | undefined {
  return caseFile.sheets.find((sheet) => sheet.outcome === 'printing')?.key
}

/** The other machine in whose printer it is, where only that one can say whether it came out. */
export function findOtherPrinter({ sheets }: CaseFile, device: string): string | undefined {
  const printer = sheets.find((sheet) => sheet.outcome === 'printing')?.device
  return printer === device ? undefined : printer
}

export function findIssuedSheet(caseFile: CaseFile): string | undefined {
  return caseFile.sheets.find((sheet) => sheet.outcome === 'issued')?.key
}
