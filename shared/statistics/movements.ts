import type { PlainDate } from '../base/plain-date.ts'
import type { HouseholdRecord } from '../people/household.ts'
import { cancelCauseNames, type ResidentRecord, type ResidentStatus } from '../people/resident.ts'
import { registerCauses, type RegisterCause, type RegisterEntry } from '../register/register-entry.ts'
import { fillTable, type CountedRow, type StatisticsTable } from './figure.ts'
import { daysOf, monthsOf, type Period, type PeriodDays } from './period.ts'
import { headings } from './population.ts'
import { householdOf, type RegisterExtract } from './register-extract.ts'
import { bucketNames, bucketOn, type Bucket } from './urban-rural-bucket.ts'

/** A change of the register in the period asked about, once however many items it touched. */
export interface Movement {
  readonly cause: RegisterCause
  readonly on: PlainDate
  readonly reason: string
  readonly bucket: Bucket
  readonly row: CountedRow
}

/** Every change of people and households in a period, from their histories. */
export function movementsIn(extract: RegisterExtract, period: Period): readonly Movement[] {
  const days = daysOf(period)
  const ofPeople = extract.people.flatMap((person) =>
    changesOf(person, days).map((change) =>
      movementOf(
        person,
        change,
        bucketOn(householdOf(extract, person, change.on), extract.localities, change.on),
      ),
    ),
  )
  const ofHouseholds = [...extract.households.values()].flatMap((household) =>
    changesIn(household.entries ?? [], days).map((change) =>
      movementOf(household, change, bucketOn(household, extract.localities, change.on)),
    ),
  )
  return [...ofPeople, ...ofHouseholds]
}

type Change = Pick<RegisterEntry, 'cause' | 'on' | 'reason' | 'caseId'>

function movementOf(record: ResidentRecord | HouseholdRecord, change: Change, bucket: Bucket): Movement {
  const { cause, on, reason, caseId } = change
  const note = reason === '' ? registerCauses[cause] : `${registerCauses[cause]}：${reason}`
  return {
    cause,
    on,
    reason,
    bucket,
    row: { key: record.key, kind: record.kind, on, note, ...(caseId === '' ? {} : { caseId }) },
  }
}

/** A person's changes. Records of before the histories tell the last end by their status, the arrival by its day. */
function changesOf(person: ResidentRecord, days: PeriodDays): readonly Change[] {
  const { entries = [], arrival, statusOn, status } = person
  const found = changesIn(entries, days)
  const told = (on: PlainDate, causes: readonly RegisterCause[]) =>
    entries.some((entry) => entry.on === on && causes.includes(entry.cause))
  const end = endCauses[status]
  if (end && statusOn && isWithin(statusOn, days) && !told(statusOn, anyEnd)) {
    found.push({ cause: end, on: statusOn, reason: endReason(person), caseId: person.statusCase ?? '' })
  }
  if (arrival && isWithin(arrival.on, days) && !told(arrival.on, anyArrival)) {
    const cause = arrival.from === '' ? 'birth' : 'moved-in'
    found.push({ cause, on: arrival.on, reason: arrival.cause, caseId: '' })
  }
  return found
}

const endCauses: Readonly<Partial<Record<ResidentStatus, RegisterCause>>> = {
  deceased: 'died',
  'moved-out': 'moved-out',
  cancelled: 'cancelled',
}
const anyEnd: readonly RegisterCause[] = ['died', 'moved-out', 'cancelled', 'cancelled-double']
const anyArrival: readonly RegisterCause[] = [
  'birth',
  'moved-in',
  'moved-within',
  'late-registration',
  'restored',
]

function endReason({ statusCause }: ResidentRecord): string {
  return statusCause === undefined ? '' : cancelCauseNames[statusCause]
}

/** The changes of a history in a period; several items changed at once by one case are one change. */
function changesIn(entries: readonly RegisterEntry[], days: PeriodDays): Change[] {
  const once = new Map<string, Change>()
  for (const { cause, on, reason, caseId } of entries) {
    const id = `${cause} ${on} ${caseId}`
    if (isWithin(on, days) && !once.has(id)) once.set(id, { cause, on, reason, caseId })
  }
  return [...once.values()]
}

function isWithin(day: PlainDate, { from, until }: PeriodDays): boolean {
  return day >= from && day <= until
}

const causeLines = headings(registerCauses)

/** Changes by cause and month. */
export function movementsByMonth(movements: readonly Movement[], period: Period): StatisticsTable {
  return fillTable(
    {
      id: 'movements',
      title: '变动',
      corner: '变动',
      columns: monthsOf(period),
      lines: causeLines,
    },
    movements.map(({ cause, on, row }) => ({ line: cause, column: on.slice(0, 7), row })),
  )
}

/** Changes by cause and by the figure in which the household counted on the day. */
export function movementsByBucket(movements: readonly Movement[]): StatisticsTable {
  return fillTable(
    {
      id: 'movement-buckets',
      title: '变动（城乡）',
      corner: '变动',
      columns: headings(bucketNames),
      lines: causeLines,
    },
    movements.map(({ cause, bucket, row }) => ({ line: cause, column: bucket, row })),
  )
}

/** Causes whose reasons make a table of their own. */
const withReasons: ReadonlySet<RegisterCause> = new Set([
  'late-registration',
  'restored',
  'moved-in',
  'moved-out',
  'cancelled',
])

/** Why people came, went and were cancelled, by month; only reasons that occurred. */
export function reasonsByMonth(movements: readonly Movement[], period: Period): StatisticsTable {
  const told = movements.filter(({ cause, reason }) => withReasons.has(cause) && reason !== '')
  const lineOf = ({ cause, reason }: Movement) => `${registerCauses[cause]}：${reason}`
  const lines = [...new Set(told.map(lineOf))].toSorted()
  return fillTable(
    {
      id: 'reasons',
      title: '变动原因',
      corner: '变动和原因',
      columns: monthsOf(period),
      lines: lines.map((line) => ({ id: line, title: line })),
    },
    told.map((movement) => ({ line: lineOf(movement), column: movement.on.slice(0, 7), row: movement.row })),
  )
}
