import { sexes } from '../../shared/codes/gbt2261-1-sex.ts'
import { maskCitizenId } from '../../shared/people/citizen-id.ts'
import { residentKey, residentStatusNames } from '../../shared/people/resident.ts'
import type { CountedRow, Figure } from '../../shared/statistics/figure.ts'
import type { RegisterExtract } from '../../shared/statistics/register-extract.ts'
import { words } from '../words/index.ts'
import type { PlainSheet } from './export-workbook.ts'

type Kind = CountedRow['kind']

const columnsOf: Readonly<Record<Kind, readonly string[]>> = words.statistics.columns

/** Titles of the columns of a list; a list of people and households together has both, people first. */
export function headOfRows(kind: Kind): readonly string[] {
  return columnsOf[kind]
}

/** A counted row in words, one text for each column. Citizen numbers are masked, on the screen and in a file alike. */
export function wordsOfRow(row: CountedRow, extract: RegisterExtract): readonly string[] {
  const event = [row.on ?? '', row.note ?? '']
  switch (row.kind) {
    case 'person':
      return [...wordsOfPerson(row, extract), ...event]
    case 'household':
      return [...wordsOfHousehold(row, extract), ...event]
    case 'case':
      return [row.note ?? '', row.on ?? '']
  }
}

function wordsOfPerson({ key }: CountedRow, { personByKey }: RegisterExtract): readonly string[] {
  const person = personByKey.get(key)
  if (!person) return [key, '', '', '', '', '', '']
  const { name, citizenId, sex, birthDate, householdNumber, address, status } = person
  return [
    name,
    maskCitizenId(citizenId),
    sexes.name(sex) ?? '',
    birthDate,
    householdNumber,
    address.detail,
    residentStatusNames[status],
  ]
}

function wordsOfHousehold({ key }: CountedRow, extract: RegisterExtract): readonly string[] {
  const household = extract.households.get(key.slice('household:'.length))
  if (!household) return [key, '', '', '', '']
  const head = extract.personByKey.get(residentKey(household.headPersonId))
  const { number, householdKind, address, committee, collective } = household
  return [
    number,
    words.register.nature[householdKind],
    head?.name ?? collective?.headName ?? '',
    address.detail,
    committee,
  ]
}

/** The list behind a figure as sheets: one for each kind of row in it. */
export function sheetsOfFigure(
  { name, rows }: Figure,
  extract: RegisterExtract,
  madeBy: string,
): readonly PlainSheet[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  return kinds.map((kind) => ({
    name: sheetNames[kind],
    notes: [madeBy, words.statistics.list(name, rows.length)],
    head: headOfRows(kind),
    lines: rows.filter((row) => row.kind === kind).map((row) => wordsOfRow(row, extract)),
  }))
}

const sheetNames: Readonly<Record<Kind, string>> = { person: '人员', household: '户', case: '案件' }
