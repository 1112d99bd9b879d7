import { dequal } from 'dequal'
import type { Action } from './action.ts'
import type { CaseFile } from './case-file.ts'
import type { Step } from './step.ts'

/**
 * Key in `base.records` of what the actor saw of a case's form. Its version is no count, because two desks without a line
 * count alike, but says which action last changed the form.
 */
export function formKey(caseId: string): string {
  return `case-form:${caseId}`
}

/** The last 48 bits of an action's id, all of them chance: which action, in a whole number that JSON keeps exactly. */
export function markOf(actionId: string): number {
  return Number.parseInt(actionId.slice(-12), 16)
}

/** What a step taken on this state of the case says that its actor saw of the form; for `base.records`. */
export function formSeen(caseFile: CaseFile | undefined): Readonly<Record<string, number>> {
  return caseFile?.formBy ? { [formKey(caseFile.id)]: markOf(caseFile.formBy.actionId) } : {}
}

/** Which action last changed the form, after this one. */
export function formChangedBy(
  action: Action,
  form: CaseFile['form'],
  before: CaseFile | undefined,
): CaseFile['formBy'] {
  const isAsBefore = before !== undefined && dequal(form, before.form)
  return isAsBefore ? before.formBy : { actionId: action.id, device: action.device }
}

/**
 * A step says something about the form as its actor saw it: whoever decided on, or wrote over, words that somebody else
 * has changed since did not mean the new ones. What the same machine changed before it has seen, in whatever order.
 */
export function findFormMoved(
  { base, device }: Action,
  { beside, onAnyForm }: Step,
  caseFile: CaseFile | undefined,
) {
  if (beside || onAnyForm || !caseFile?.formBy || caseFile.formBy.device === device) return undefined
  const { actionId } = caseFile.formBy
  const changed = caseFile.steps.findIndex((taken) => taken.actionId === actionId)
  const seen = base.records[formKey(caseFile.id)]
  // A program of before does not say what it saw of the form: its count of the case's steps is all there is.
  const hasSeen = seen === undefined ? base.case > changed : seen === markOf(actionId)
  if (hasSeen) return undefined
  const who = caseFile.steps[changed]?.by.name ?? ''
  return {
    code: 'form-moved',
    message: `办这一步时看到的内容，后来${who}改过。请对照现在的内容，再决定照原样办还是以现在的为准。`,
  }
}
