import { v5 as nameBasedUuid } from 'uuid'
import type { CaseType } from '../../shared/cases/case-type.ts'
import type { Fields, PartialFacts } from '../../shared/cases/fields.ts'
import type { PickedHousehold, PickedResident } from '../../shared/cases/picked.ts'
import { householdKey, type HouseholdRecord } from '../../shared/people/household.ts'
import { residentKey, type ResidentRecord } from '../../shared/people/resident.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'

const names = '0f1d8a52-3c44-4a58-8f3e-1504c0de0020'
const address = { region: '150430', detail: '新惠镇样例街1号' }

interface Behind {
  readonly facts: PartialFacts
  readonly records: readonly RegisterRecord[]
}

/** The register that an example's picked people and households come from, and the example with them picked from it. */
export function registerBehind(caseType: CaseType, facts: PartialFacts): Behind {
  const records: RegisterRecord[] = []
  return { facts: factsBehind(caseType.fields, facts, records), records }
}

function factsBehind(fields: Fields, facts: PartialFacts, records: RegisterRecord[]): PartialFacts {
  const entries = Object.entries(facts).map(([key, value]): [string, unknown] => {
    const field = fields[key]
    const kind = field?.kind
    if (kind === 'resident' && value) return [key, entered(value as PickedResident, records)]
    if (kind === 'movers' && Array.isArray(value)) {
      return [key, value.map((each: PickedResident) => entered(each, records))]
    }
    if (kind === 'household' && value) records.push(householdOf(value as PickedHousehold))
    const columns = field?.columns
    if (columns && Array.isArray(value)) {
      return [key, value.map((line: PartialFacts) => factsBehind(columns, line, records))]
    }
    return [key, value]
  })
  return Object.fromEntries(entries)
}

function entered(picked: PickedResident, records: RegisterRecord[]): PickedResident {
  const personId = picked.personId ?? nameBasedUuid(picked.citizenId ?? picked.name, names)
  records.push(residentOf({ ...picked, personId }, personId))
  return { ...picked, personId }
}

function residentOf(picked: PickedResident, id: string): ResidentRecord {
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

function householdOf({ number, householdKind = 'family', ...picked }: PickedHousehold): HouseholdRecord {
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

function collectiveOf({ collectiveKind = 'unit', collectiveState = 'normal', unitName }: Omit<PickedHousehold, 'number'>) {
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
