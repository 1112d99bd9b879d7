import { create } from 'zustand'
import type { LookUpReason } from '../../shared/trail/trail-event.ts'
import { useSession } from './session.ts'

/** What somebody looks at people for; it stands until another clerk sits down or another reason is chosen. */
export interface LookUp {
  readonly reason: LookUpReason
  readonly caseId?: string
}

export const useLookUp = create<{ readonly chosen: LookUp | undefined }>(() => ({ chosen: undefined }))

export function lookUpFor(chosen: LookUp | undefined): void {
  useLookUp.setState({ chosen })
}

/** The reason at hand: a case that the clerk comes from speaks for itself. */
export function useLookUpReason(): LookUp | undefined {
  const chosen = useLookUp((state) => state.chosen)
  const from = useSession(({ back }) =>
    back.find(
      ({ screen }) => !['person', 'own-record', 'household', 'register', 'statistics'].includes(screen),
    ),
  )
  if (chosen) return chosen
  if (from?.screen === 'case') return { reason: 'case', caseId: from.caseId }
  if (from?.screen === 'draft') return { reason: 'case', caseId: from.draftId }
  return undefined
}
