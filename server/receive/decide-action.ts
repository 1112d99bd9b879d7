import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import { applyAction, numbersDrawnBy, type Applied } from '../../shared/cases/apply-action.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import type { Queries } from '../database/database.ts'
import type { MayDraw } from '../leases/may-draw.ts'
import { claimSerials } from './claim-serials.ts'
import { touchedKeys, type Stand } from './stand.ts'
import { cannotBeRead } from './unfit-for-filing.ts'

/** What a decision needs beside the action. */
export interface Desk {
  readonly queries: Queries
  readonly stand: Stand
  readonly mayDraw: MayDraw
  /** Told of a fault of our own, which becomes a refusal. */
  readonly reportFault: (error: unknown) => void
}

/** The same `applyAction` as at the station, on the city's case and records, and the city-wide claim on new serials. */
export async function decideAction(action: Action, desk: Desk): Promise<Outcome<Applied>> {
  const { stand, queries } = desk
  const caseFile = await stand.findCase(action.caseId)
  const caseType = findCaseType(caseFile?.caseType ?? action.caseType)
  if (!caseType) {
    const message = `市局还不认识这种案件（${action.caseType}）。请等市局升级后再发送。`
    return refused({ code: 'unknown-case-type', message })
  }
  const keys = readSafely(() => accepted(touchedKeys(action, caseType, caseFile)), desk)
  if (!keys.ok) return keys
  const records = await stand.findRecords(keys.value)
  const outcome = readSafely(() => applyAction(action, { caseType, caseFile, records }), desk)
  if (!outcome.ok) return outcome
  const drawn = await desk.mayDraw(numbersDrawnBy(action, caseType, caseFile), action)
  if (!drawn.ok) return drawn
  const claimed = await claimSerials(outcome.value, records, action.station, queries)
  if (!claimed.ok) return claimed
  stand.take(outcome.value)
  return outcome
}

function readSafely<T>(read: () => Outcome<T>, { reportFault }: Desk): Outcome<T> {
  try {
    return read()
  } catch (error) {
    reportFault(error)
    return refused(cannotBeRead)
  }
}
