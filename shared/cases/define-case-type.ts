import type { CaseStatus } from './case-file.ts'
import type { CaseType, CaseTypeDefinition } from './case-type.ts'
import { fieldsAfterAcceptance } from './fields.ts'
import { standardPapers } from './standard-papers.ts'
import { cityAnswerStep, settleConflictStep } from './standard-steps/city-answer.ts'
import { holdSteps } from './standard-steps/hold-steps.ts'
import { attachmentSteps } from './standard-steps/attach.ts'
import { refusalSteps } from './standard-steps/refusal-steps.ts'

/**
 * Checks a case type when the program starts: a form page that names no field, a field on no page, a step that leads
 * to a status with no way out. Throws with the name of what is wrong.
 */
export function defineCaseType<Facts>(definition: CaseTypeDefinition<Facts>): CaseType {
  const caseType = {
    ...definition,
    papers: [...definition.papers, ...standardPapers],
    steps: {
      ...definition.steps,
      ...holdSteps,
      ...attachmentSteps,
      ...refusalSteps,
      cityAnswer: cityAnswerStep,
      settleConflict: settleConflictStep,
    },
  } as unknown as CaseType
  const shown = new Set(definition.form.flatMap((page) => page.fields))
  for (const key of shown) if (!definition.fields[key]) stop(definition.id, `the form names no field ${key}`)
  const later = fieldsAfterAcceptance(definition.fields)
  for (const key of Object.keys(definition.fields))
    if (!shown.has(key) && !later[key]) stop(definition.id, `no page shows ${key}`)
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
