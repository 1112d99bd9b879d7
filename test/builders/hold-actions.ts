import { actionVersion, type Action, type Actor } from '../../shared/cases/action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { instantOfTests } from './reissues.ts'

/** Who asks for the case to change hands, and where from. */
export interface Asking {
  readonly by: Actor
  readonly device: string
  readonly id?: string
}

/** What one of the hold steps says, made on the holding that the case has now. */
export function holdFacts(
  { holding }: Pick<CaseFile, 'holding'>,
  step: string,
  by: Actor,
  to: Actor = by,
): Action['facts'] {
  const instead = holding?.actionId ?? ''
  const caseworker = { userId: to.userId, name: to.name, policeNumber: to.policeNumber }
  switch (step) {
    case 'assign':
      return { instead, caseworker, note: '' }
    case 'takeOver':
      return { instead, caseworker, reason: '承办人休假' }
    default:
      return { instead }
  }
}

/** The action by which a case changes hands. */
export function holdAction(caseFile: CaseFile, step: string, asking: Asking, to?: Actor): Action {
  const { by, device, id = crypto.randomUUID() } = asking
  return {
    id,
    caseId: caseFile.id,
    caseType: caseFile.caseType,
    step,
    facts: holdFacts(caseFile, step, by, to),
    by,
    station: caseFile.station,
    device,
    at: instantOfTests,
    base: { case: caseFile.version, records: {} },
    version: actionVersion,
  }
}
