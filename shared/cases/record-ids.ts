import { v5 as nameBasedUuid } from 'uuid'
import type { RegisterCause } from '../register/register-entry.ts'
import type { Occasion } from '../register/register-changes.ts'
import type { StepContext } from './step.ts'

/**
 * The id of the nth record that an action creates: made of the action's own id, so that the desk and the city give the
 * same record the same id and an action filed twice creates nothing twice.
 */
export function newRecordId({ action }: StepContext, n = 0): string {
  return nameBasedUuid(String(n), action.id)
}

/** What the register notes behind a change that this action makes. */
export function occasionOf(context: StepContext, cause: RegisterCause, reason: string): Occasion {
  const { action, caseFile, day } = context
  return {
    on: day,
    cause,
    reason,
    caseId: action.caseId,
    caseNumber: caseFile?.number ?? '',
    by: action.by.name,
  }
}
