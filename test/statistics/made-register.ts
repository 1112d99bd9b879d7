import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { LocalityRecord } from '../../shared/register/locality.ts'
import type { RegisterEntry } from '../../shared/register/register-entry.ts'
import { extractRegister, type RegisterExtract } from '../../shared/statistics/register-extract.ts'

const address = { region: '150430', detail: '样例街1号' }

/** Committees of the made-up town: one urban, one village, and one that was a village until the end of 2025. */
export const townLocality: LocalityRecord = makeLocality('150430100001', [
  { from: '2017-01-01', class: '121' },
])
export const villageLocality: LocalityRecord = makeLocality('150430100201', [
  { from: '2017-01-01', class: '220' },
])
export const rezonedLocality: LocalityRecord = makeLocality('150430100202', [
  { from: '2017-01-01', class: '220' },
  { from: '2026-01-01', class: '112' },
])

function makeLocality(code: string, classes: LocalityRecord['classes']): LocalityRecord {
  return {
    kind: 'locality',
    key: `locality:${code}`,
    code,
    name: `样例${code.slice(-3)}`,
    township: code.slice(0, 9),
    classes,
    version: 1,
  }
}

export function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

/** A made-up person without a number; head of household 1, born in 1990, unless told otherwise. */
export function makePerson(n: number, over: Partial<ResidentRecord> = {}): ResidentRecord {
  return {
    kind: 'person',
    key: `person:${idOf(n)}`,
    id: idOf(n),
    householdNumber: '1',
    relationToHead: '02',
    name: `样例人${n}`,
    formerName: '',
    sex: '1',
    ethnicGroup: '01',
    birthDate: '1990-03-05',
    birthplace: '',
    nativePlace: '',
    education: '',
    occupation: '',
    maritalStatus: '',
    citizenId: '',
    address,
    committee: '样例社区居民委员会',
    status: 'registered',
    pinyinInitials: 'ylr',
    version: 1,
    ...over,
  }
}

export function makeHousehold(number: string, over: Partial<HouseholdRecord> = {}): HouseholdRecord {
  return {
    kind: 'household',
    key: `household:${number}`,
    number,
    householdKind: 'family',
    headPersonId: '',
    address,
    committee: '样例社区居民委员会',
    version: 1,
    ...over,
  }
}

export function makeEntry(over: Partial<RegisterEntry>): RegisterEntry {
  return {
    on: '2026-03-01',
    cause: 'corrected',
    item: '',
    before: '',
    after: '',
    reason: '',
    caseId: '',
    caseNumber: '',
    by: '样例民警',
    ...over,
  }
}

export function makeExtract(
  people: readonly ResidentRecord[],
  households: readonly HouseholdRecord[],
): RegisterExtract {
  return extractRegister([...people, ...households, townLocality, villageLocality, rezonedLocality])
}
