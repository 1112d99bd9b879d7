import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'

const address = { region: '150430', detail: '样例街1号' }

/** So many made-up people without numbers, each the head of a household of one. */
export function makeResidents(count: number): (ResidentRecord | HouseholdRecord)[] {
  return Array.from({ length: count }, (_, n) => [makeResident(n), makeHousehold(n)]).flat()
}

function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

function makeResident(n: number): ResidentRecord {
  return {
    kind: 'person',
    key: `person:${idOf(n)}`,
    id: idOf(n),
    householdNumber: String(n),
    relationToHead: '02',
    name: `样例人${n}`,
    formerName: '',
    sex: n % 2 === 0 ? '1' : '2',
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
  }
}

function makeHousehold(n: number): HouseholdRecord {
  return {
    kind: 'household',
    key: `household:${n}`,
    number: String(n),
    householdKind: 'family',
    headPersonId: idOf(n),
    address,
    committee: '样例社区居民委员会',
    version: 1,
  }
}
