import { v4 as uuid } from 'uuid'
import { nextInstant } from '../../shared/base/hybrid-time.ts'
import { actionVersion, type Action, type Actor } from '../../shared/cases/action.ts'
import type { CaseFile, OpenQuestion } from '../../shared/cases/case-file.ts'
import { mostClockDrift } from '../../shared/sync/clock-drift.ts'
import type { Queries } from '../database/database.ts'
import { lookUp, type Found } from './look-up.ts'

/** Who speaks when the city answers by itself from its own base. */
const theCity: Actor = { userId: 'city', name: '市局', role: 'city', policeNumber: '' }

/**
 * The city's answers to the questions that the cases carry open, as actions on those cases. Filed in the transaction of what
 * asked, so that a question is open or answered, whatever breaks in between.
 */
export async function answersTo(
  cases: readonly CaseFile[],
  queries: Queries,
  now: string,
): Promise<Action[]> {
  const open = cases.flatMap((caseFile) =>
    caseFile.questions.filter(isOpen).map((question) => ({ caseFile, question })),
  )
  if (open.length === 0) return []
  const found = await lookUp(
    queries,
    open.map(({ question }) => question),
  )
  return open.map(({ caseFile, question }) => answer(caseFile, question, found(question), now))
}

/** A question about no record in particular waits for a person. */
function isOpen({ about, answer }: OpenQuestion): boolean {
  return about !== '' && !answer
}

function answer(caseFile: CaseFile, question: OpenQuestion, found: Found, now: string): Action {
  return {
    // By chance: an id that follows from the question could be taken first by a desk that wants no answer.
    id: uuid(),
    caseId: caseFile.id,
    caseType: caseFile.caseType,
    step: 'cityAnswer',
    facts: { questionId: question.id, ...found },
    by: theCity,
    station: caseFile.station,
    device: 'city',
    // Never dated before the step that asked, however far ahead that desk's clock is.
    at: nextInstant(now, caseFile.changedAt, mostClockDrift),
    base: { case: caseFile.version, records: {} },
    version: actionVersion,
  }
}
