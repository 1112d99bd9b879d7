import { createContext, useContext } from 'react'
import { v4 as uuid } from 'uuid'
import { must } from '../../shared/base/must.ts'
import { refused, type Outcome } from '../../shared/base/outcome.ts'
import { dateInChina, type PlainDate } from '../../shared/base/plain-date.ts'
import type { Action, Actor } from '../../shared/cases/action.ts'
import type { Applied } from '../../shared/cases/apply-action.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { needsProof } from '../../shared/people/role.ts'
import { recordAction, tryAction, type StepToTake } from '../local/record-action.ts'
import { ensureProof } from '../session/proof.ts'
import { useSession } from '../session/session.ts'
import type { Arrivals } from '../sync/arrivals.ts'
import { noteOnTrail } from '../session/trail.ts'
import { signActions } from './sign-actions.ts'
import { words } from '../words/index.ts'
import type { OpenDesk } from './open-desk.ts'

export interface Desk extends OpenDesk {
  /** What came from the city and is not taken in yet. */
  readonly arrivals: Arrivals
  /** Starts a round of sending and fetching now. */
  readonly nudge: () => void
  /** Tries the scans that wait now, whatever went wrong before. */
  readonly retryUploads: () => void
  /** Shows on every screen that a printer failed, until the clerk closes it. */
  readonly tellPrinterFault: (reason: string) => void
}

const DeskContext = createContext<Desk | undefined>(undefined)
export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  return must(useContext(DeskContext), 'a screen is shown only inside an open desk')
}

export const now = (): string => new Date().toISOString()

/** Today in China. */
export function today(): PlainDate {
  return dateInChina(now())
}

export function useActor(): Actor {
  const user = must(
    useSession((session) => session.user),
    'a screen is shown only to somebody signed in',
  )
  return { userId: user.id, name: user.name, role: user.role, policeNumber: user.policeNumber }
}

type Step = Pick<
  StepToTake,
  'caseType' | 'caseId' | 'step' | 'facts' | 'draftId' | 'closes' | 'settles' | 'attachments' | 'seen'
>

/** Records a step in the name of whoever is signed in; the answer says at once whether it stands. */
export function useRecordStep(): (step: Step) => Promise<Outcome<Action>> {
  const { store, station, profile, nudge } = useDesk()
  const by = useActor()
  return async (step) => {
    const permission = findCaseType(step.caseType)?.steps[step.step]?.permission
    if (permission && needsProof(permission) && !(await ensureProof()))
      return refused({ code: 'must-prove', message: words.accounts.prove.cancelled })
    const taken = { ...step, by, station: station.code, device: profile.device }
    const recorded = await recordAction(store, { id: uuid, now }, taken, signActions)
    if (recorded.ok) nudge()
    else noteOnTrail({ what: 'step-refused', step: step.step, code: recorded.refusals[0]?.code ?? '' })
    return recorded
  }
}

/** What a step would come to if it were recorded now; nothing is written. */
export function useTryStep(): (step: Step) => Promise<Outcome<Applied>> {
  const { store, station, profile } = useDesk()
  const by = useActor()
  return (step) =>
    tryAction(store, { id: uuid, now }, { ...step, by, station: station.code, device: profile.device })
}
