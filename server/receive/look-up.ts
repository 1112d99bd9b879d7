import type { OpenQuestion } from '../../shared/cases/case-file.ts'
import { isTooCloseToBe, readMotherBirths } from '../../shared/cases/city-questions.ts'
import type { Queries } from '../database/database.ts'

/** What the city tells the asking clerk: whether, and if so where and since when. No name ever goes with it. */
export interface Found {
  readonly value: 'landed' | 'not-landed' | 'found' | 'none'
  readonly on?: string
  readonly office?: string
}

interface Place {
  readonly key: string
  readonly office: string
  readonly on?: string | null
}

/** Looks the subjects of the questions up across stations: two statements, however many there are. */
export async function lookUp(
  queries: Queries,
  questions: readonly OpenQuestion[],
): Promise<(question: OpenQuestion) => Found> {
  const landings = await findLandings(queries, questions.filter(isAboutLanding))
  const elsewhere = await findElsewhere(
    queries,
    questions.filter((question) => !isAboutLanding(question)),
  )
  return (question) => {
    if (isAboutLanding(question)) return toldOf(landings(question), 'landed', 'not-landed')
    return toldOf(elsewhere(question), 'found', 'none')
  }
}

type Finder = (question: OpenQuestion) => Place | undefined

function isAboutLanding({ kind }: OpenQuestion): boolean {
  return kind === 'landed'
}

async function findLandings(queries: Queries, questions: readonly OpenQuestion[]): Promise<Finder> {
  if (questions.length === 0) return () => undefined
  const rows = await queries.query<Place>(
    'select key, landed_on::text as "on", office from landings where key = any ($1::text[])',
    [questions.map(({ about }) => about)],
  )
  return ({ about }) => rows.find(({ key }) => key === about)
}

/** Other stations that know the number or mark. */
async function findElsewhere(queries: Queries, questions: readonly OpenQuestion[]): Promise<Finder> {
  if (questions.length === 0) return () => undefined
  const rows = await queries.query<Place & { asked: string }>(
    `select asked, known.key, office, on_date::text as "on"
     from known_elsewhere($1::text[]) as known
     join unnest($1::text[]) as asked on known_number_key(asked) = known.key`,
    [questions.map(keyAskedFor)],
  )
  return (question) => {
    const birth = readMotherBirths(question.about)
    return rows.find(
      ({ asked, on }) =>
        asked === keyAskedFor(question) && (!birth || (on ? isTooCloseToBe(birth.bornOn, on) : false)),
    )
  }
}

/** The births of a mother are kept under her number alone; which of them is too close is told afterwards. */
function keyAskedFor({ about }: OpenQuestion): string {
  const birth = readMotherBirths(about)
  return birth ? `births-of:${birth.mother}` : about
}

function toldOf(place: Place | undefined, found: Found['value'], none: Found['value']): Found {
  if (!place) return { value: none }
  const { on, office } = place
  return { value: found, office: office.slice(0, 60), ...(on ? { on } : {}) }
}
