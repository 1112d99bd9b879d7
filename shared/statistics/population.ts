import type { PlainDate } from '../base/plain-date.ts'
import { householdKindNames, type HouseholdRecord } from '../people/household.ts'
import type { ResidentRecord } from '../people/resident.ts'
import { fillTable, type CountedRow, type Heading, type PlacedRow, type StatisticsTable } from './figure.ts'
import { householdOf, type RegisterExtract } from './register-extract.ts'
import { stoodOn, wasRegisteredOn } from './registered-on.ts'
import { bucketNames, bucketOn, type Bucket } from './urban-rural-bucket.ts'

/** A person who stood in the register on the day asked about, and where. */
export interface RegisteredPerson {
  readonly person: ResidentRecord
  readonly household: HouseholdRecord | undefined
  readonly bucket: Bucket
  readonly row: CountedRow
}

/** Everybody in the register at the end of a day, with the household and the figure of that day. */
export function registeredOn(extract: RegisterExtract, day: PlainDate): readonly RegisteredPerson[] {
  const bucketOfHousehold = rememberBuckets(extract, day)
  return extract.people
    .filter((person) => wasRegisteredOn(person, day))
    .map((person) => {
      const household = householdOf(extract, person, day)
      return {
        person,
        household,
        bucket: bucketOfHousehold(household),
        row: { key: person.key, kind: 'person' },
      }
    })
}

function rememberBuckets(extract: RegisterExtract, day: PlainDate) {
  const known = new Map<HouseholdRecord | undefined, Bucket>()
  return (household: HouseholdRecord | undefined): Bucket => {
    const bucket = known.get(household) ?? bucketOn(household, extract.localities, day)
    known.set(household, bucket)
    return bucket
  }
}

const bucketLines: readonly Heading[] = headings(bucketNames)
const kindColumns: readonly Heading[] = headings(householdKindNames)

/** The headings of a table of names. */
export function headings(names: Readonly<Record<string, string>>): readonly Heading[] {
  return Object.entries(names).map(([id, title]) => ({ id, title }))
}

/** People by figure and kind of household. Somebody whose household is not in the register counts as of a family. */
export function peopleTable(registered: readonly RegisteredPerson[]): StatisticsTable {
  const placed = registered.map(({ bucket, household, row }) => ({
    line: bucket,
    column: household?.householdKind ?? 'family',
    row,
  }))
  return fillTable(
    { id: 'people', title: '人数', corner: '按登记住址', columns: kindColumns, lines: bucketLines },
    placed,
  )
}

/**
 * Households by figure and kind. A family stands while somebody is registered in it; a collective household stands by
 * itself until it is withdrawn.
 */
export function householdsTable(
  extract: RegisterExtract,
  registered: readonly RegisteredPerson[],
  day: PlainDate,
): StatisticsTable {
  const peopled = new Set(registered.map(({ household }) => household))
  const placed: PlacedRow[] = []
  for (const household of extract.households.values()) {
    const counts = household.householdKind === 'collective' || peopled.has(household)
    if (!counts || !stoodOn(household, day)) continue
    const line = bucketOn(household, extract.localities, day)
    placed.push({ line, column: household.householdKind, row: { key: household.key, kind: 'household' } })
  }
  return fillTable(
    { id: 'households', title: '户数', corner: '按登记住址', columns: kindColumns, lines: bucketLines },
    placed,
  )
}
