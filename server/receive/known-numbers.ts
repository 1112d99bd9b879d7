import type { CaseFile } from '../../shared/cases/case-file.ts'
import { readMotherBirths } from '../../shared/cases/city-questions.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import type { Queries } from '../database/database.ts'
import type { Stand } from './stand.ts'

/** A number or mark that a station knows, from when it can be asked for by the others. */
interface Known {
  readonly about: string
  readonly reference: string
  readonly onDate?: string
}

const ended: readonly CaseFile['status'][] = ['closed', 'referred', 'refused', 'withdrawn']

/** Keeps the city's table of known numbers in step with what a filing changed, in the same transaction. */
export async function writeKnownNumbers(queries: Queries, station: string, stand: Stand): Promise<void> {
  const records = stand.changedRecords().filter(isAskedFor)
  const cases = stand.changedCases().filter(({ questions }) => questions.some(isByNumber))
  if (records.length + cases.length === 0) return
  const references = [...records.map(({ key }) => key), ...cases.map(referenceOf)]
  await queries.query('delete from known_numbers where station = $1 and reference = any ($2::text[])', [
    station,
    references,
  ])
  await queries.query(
    `insert into known_numbers (key, station, reference, on_date)
     select known.key, $1, body ->> 'key', known.on_date
     from jsonb_array_elements($2::jsonb) as given (body), known_numbers_of(body) as known
     union all
     select known_number_key(about), $1, reference, "onDate"::date
     from jsonb_to_recordset($3::jsonb) as claimed (about text, reference text, "onDate" text)
     on conflict do nothing`,
    [station, JSON.stringify(records), JSON.stringify(cases.flatMap(claimsOf))],
  )
}

/** Everything that the station's imported records can be asked for. */
export async function insertKnownNumbers(queries: Queries, station: string): Promise<void> {
  await queries.query(
    `insert into known_numbers (key, station, reference, on_date)
     select known.key, $1, records.key, known.on_date
     from records, known_numbers_of(records.body) as known
     where records.station = $1 and records.kind in ('person', 'birth-certificate')
     on conflict do nothing`,
    [station],
  )
}

function isAskedFor({ kind }: RegisterRecord): boolean {
  return kind === 'person' || kind === 'birth-certificate'
}

function isByNumber({ kind, about }: CaseFile['questions'][number]): boolean {
  return kind !== 'landed' && about !== ''
}

function referenceOf({ id }: CaseFile): string {
  return `case:${id}`
}

/** A case underway claims what it asks about: of two stations with the same child, the later one is told. */
function claimsOf(caseFile: CaseFile): Known[] {
  if (ended.includes(caseFile.status)) return []
  const reference = referenceOf(caseFile)
  return caseFile.questions.filter(isByNumber).map(({ about }) => {
    const birth = readMotherBirths(about)
    return birth
      ? { about: `births-of:${birth.mother}`, reference, onDate: birth.bornOn }
      : { about, reference }
  })
}
