import { v5 as nameBasedUuid } from 'uuid'
import type { CaseType } from '../../shared/cases/case-type.ts'
import type { Fields, PartialFacts } from '../../shared/cases/fields.ts'
import type { PickedHousehold, PickedPermit, PickedResident } from '../../shared/cases/picked.ts'
import { householdKey, type HouseholdRecord } from '../../shared/people/household.ts'
import { residentKey, type ResidentRecord } from '../../shared/people/resident.ts'
import { residencePermitKey, type ResidencePermitRecord } from '../../shared/register/residence-permit.ts'
import type { RegisterRecord, SheetRecord } from '../../shared/register/record.ts'

const names = '0f1d8a52-3c44-4a58-8f3e-1504c0de0020'
const address = { region: '150430', detail: '新惠镇样例街1号' }

interface Behind {
  readonly facts: PartialFacts
  readonly records: readonly RegisterRecord[]
}

/** The register that an example's picked people and households come from, and the example with them picked from it. */
export function registerBehind(caseType: CaseType, facts: PartialFacts): Behind {
  const records: RegisterRecord[] = []
  const behind = factsBehind(caseType.fields, facts, records)
  return { facts: behind, records: [...records, ...homesOf(records, facts)] }
}

/** The households that the people picked live in, where the example does not name them itself. */
function homesOf(records: readonly RegisterRecord[], facts: PartialFacts): HouseholdRecord[] {
  const named = new Set(records.map(({ key }) => key))
  const people = records.filter((record) => record.kind === 'person' && record.status === 'registered')
  const numbers = new Set(
    people.flatMap((record) => (record.kind === 'person' ? [record.householdNumber] : [])),
  )
  return [...numbers].flatMap((number) => {
    if (named.has(householdKey(number))) return []
    const head = people.find(
      (record) =>
        record.kind === 'person' && record.householdNumber === number && record.relationToHead === '02',
    )
    return [
      {
        ...householdOf({ number, ...collectiveHomeOf(people, number, facts) }),
        headPersonId: head?.kind === 'person' ? head.id : ('' as const),
      },
    ]
  })
}

/** A parent who is said to live in a collective household does. */
function collectiveHomeOf(people: readonly RegisterRecord[], number: string, facts: PartialFacts) {
  const isOf = (side: string) => {
    const picked = facts[side] as PickedResident | undefined
    return people.some(
      (record) =>
        record.kind === 'person' &&
        record.householdNumber === number &&
        record.citizenId === picked?.citizenId,
    )
  }
  const collective = ['father', 'mother'].some(
    (side) => !['family', undefined].includes(facts[`${side}HouseholdKind`] as string) && isOf(side),
  )
  return collective ? ({ householdKind: 'collective', collectiveKind: 'unit' } as const) : {}
}

function factsBehind(fields: Fields, facts: PartialFacts, records: RegisterRecord[]): PartialFacts {
  const entries = Object.entries(facts).map(([key, value]): [string, unknown] => {
    const field = fields[key]
    const kind = field?.kind
    if (kind === 'resident' && value && isOfAnotherStation(facts, value as PickedResident))
      return [key, value]
    if (kind === 'resident' && value) return [key, entered(value as PickedResident, records)]
    if (kind === 'movers' && Array.isArray(value)) {
      return [key, value.map((each: PickedResident) => entered(each, records))]
    }
    if ((kind === 'certificate' || kind === 'moveInPermit') && value) records.push(value as SheetRecord)
    if (kind === 'residencePermit' && value) records.push(permitOf(value as PickedPermit))
    if (kind === 'household' && value) records.push(householdOf(value as PickedHousehold))
    const columns = field?.columns
    if (columns && Array.isArray(value)) {
      return [key, value.map((line: PartialFacts) => factsBehind(columns, line, records))]
    }
    return [key, value]
  })
  return Object.fromEntries(entries)
}

/** A line of a table names people of another station by what is known of them only. */
function isOfAnotherStation(facts: PartialFacts, { personId }: PickedResident): boolean {
  return personId === undefined && 'relationToHead' in facts && 'member' in facts
}

function entered(picked: PickedResident, records: RegisterRecord[]): PickedResident {
  const personId = picked.personId ?? nameBasedUuid(picked.citizenId ?? picked.name, names)
  records.push(residentOf({ ...picked, personId }, personId))
  return { ...picked, personId }
}

export function residentOf(picked: PickedResident, id: string): ResidentRecord {
  return {
    kind: 'person',
    key: residentKey(id),
    id,
    householdNumber: picked.householdNumber ?? '000900',
    relationToHead: picked.relationToHead ?? '02',
    name: picked.name,
    formerName: '',
    sex: picked.sex ?? '1',
    ethnicGroup: picked.ethnicGroup ?? '01',
    birthDate: picked.birthDate ?? '1980-01-01',
    birthplace: '',
    nativePlace: '',
    education: '',
    occupation: '',
    maritalStatus: '',
    citizenId: picked.citizenId ?? '',
    address: picked.address ?? address,
    committee: '样例社区',
    status: picked.status ?? 'registered',
    ...(picked.statusOn ? { statusOn: picked.statusOn } : {}),
    ...(picked.statusCause ? { statusCause: picked.statusCause } : {}),
    pinyinInitials: '',
    version: 1,
  }
}

export function householdOf({
  number,
  householdKind = 'family',
  ...picked
}: PickedHousehold): HouseholdRecord {
  return {
    kind: 'household',
    key: householdKey(number),
    number,
    householdKind,
    headPersonId: '',
    address: picked.address ?? address,
    committee: '样例社区',
    ...(picked.withdrawnOn ? { withdrawnOn: picked.withdrawnOn } : {}),
    ...(picked.collectiveKind ? { collective: collectiveOf(picked) } : {}),
    version: 1,
  }
}

function collectiveOf({
  collectiveKind = 'unit',
  collectiveState = 'normal',
  unitName,
}: Omit<PickedHousehold, 'number'>) {
  return {
    collectiveKind,
    unitName: unitName ?? '样例单位',
    creditCode: '',
    headName: '样户主',
    steward: { name: '样协管', citizenId: '', phone: '', appointedBy: '样例单位' },
    approvedOn: '2020-01-01',
    state: collectiveState,
    loans: [],
  }
}

function permitOf(picked: PickedPermit): ResidencePermitRecord {
  return {
    kind: 'residence-permit',
    key: residencePermitKey(picked.number),
    number: picked.number,
    holder: {
      name: picked.holderName ?? '样租客',
      sex: '1',
      ethnicGroup: '01',
      birthDate: '1994-01-01',
      citizenId: picked.citizenId ?? '',
      hukouAddress: { region: '150404', detail: '样例街3号' },
    },
    residence: address,
    residesSince: '2024-10-01',
    ground: 'job',
    state: picked.state ?? 'issued',
    issuedOn: picked.issuedOn ?? '2025-05-01',
    yearsCountFrom: picked.yearsCountFrom ?? '2025-05-01',
    usableUntil: picked.usableUntil ?? '2026-04-30',
    endorsements: [],
    replacements: [],
    entries: [],
    version: 1,
  }
}
