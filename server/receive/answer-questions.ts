import { v5 as nameBasedUuid } from 'uuid'
import { actionVersion, type Action, type Actor } from '../../shared/cases/action.ts'
import type { CaseFile, OpenQuestion } from '../../shared/cases/case-file.ts'
import type { Queries } from '../database/database.ts'

/** Who speaks when the city answers by itself from its own base. */
const theCity: Actor = { userId: 'city', name: '市局', role: 'city', policeNumber: '' }

/** Name space of the answers' ids: the same question is answered by the same id, on whichever server process. */
const answerNames = 'a6c1f3d0-5b0e-4d6f-9a57-1504c0de0001'

interface Landing {
  readonly key: string
  readonly on: string
  readonly office: string
}

/** The city's answers to the questions that the cases carry open, as actions on those cases. */
export async function answersTo(
  cases: readonly CaseFile[],
  queries: Queries,
  now: string,
): Promise<Action[]> {
  const open = cases.flatMap((caseFile) =>
    caseFile.questions.filter(isOpen).map((question) => ({ caseFile, question })),
  )
  if (open.length === 0) return []
  const landings = await findLandings(
    queries,
    open.map(({ question }) => question.about),
  )
  return open.map(({ caseFile, question }) => answer(caseFile, question, landings.get(question.about), now))
}

/** A question about no record in particular waits for a person. */
function isOpen({ kind, about, answer }: OpenQuestion): boolean {
  return kind === 'landed' && about !== '' && !answer
}

async function findLandings(queries: Queries, keys: readonly string[]): Promise<Map<string, Landing>> {
  const rows = await queries.query<Landing>(
    'select key, landed_on::text as "on", office from landings where key = any ($1::text[])',
    [keys],
  )
  return new Map(rows.map((landing) => [landing.key, landing]))
}

function answer(
  caseFile: CaseFile,
  question: OpenQuestion,
  landing: Landing | undefined,
  now: string,
): Action {
  const found = landing
    ? { value: 'landed', on: landing.on, office: landing.office }
    : { value: 'not-landed' }
  return {
    id: nameBasedUuid(question.id, answerNames),
    caseId: caseFile.id,
    caseType: caseFile.caseType,
    step: 'cityAnswer',
    facts: { questionId: question.id, ...found },
    by: theCity,
    station: caseFile.station,
    device: 'city',
    at: now,
    base: { case: caseFile.version, records: {} },
    version: actionVersion,
  }
}
