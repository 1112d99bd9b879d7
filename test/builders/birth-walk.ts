import { expect } from 'vitest'
import {
  child,
  day,
  father,
  inOrder,
  mother,
} from '../../shared/cases/birth-registration-case/example-family.ts'
import type { BirthFacts } from '../../shared/cases/birth-registration-case/fields.ts'
import { birthRegistration } from '../../shared/cases/birth-registration-case/index.ts'
import type { PickedResident } from '../../shared/cases/picked.ts'
import { householdKey, type HouseholdRecord } from '../../shared/people/household.ts'
import { residentKey, type ResidentRecord } from '../../shared/people/resident.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { CaseWalk } from './case-walk.ts'

export function recordOf(picked: PickedResident, more: Partial<ResidentRecord> = {}): ResidentRecord {
  const { personId = '' } = picked
  return {
    kind: 'person',
    key: residentKey(personId),
    id: personId,
    householdNumber: picked.householdNumber ?? '',
    relationToHead: picked.relationToHead ?? '',
    name: picked.name,
    formerName: '',
    sex: picked.sex ?? '',
    ethnicGroup: picked.ethnicGroup ?? '',
    birthDate: picked.birthDate ?? '',
    birthplace: '内蒙古自治区赤峰市',
    nativePlace: '内蒙古自治区赤峰市敖汉旗',
    education: '',
    occupation: '',
    maritalStatus: '20',
    citizenId: picked.citizenId ?? '',
    address: picked.address ?? { region: '150430', detail: '' },
    committee: '样例社区',
    status: 'registered',
    pinyinInitials: '',
    version: 1,
    ...more,
  }
}

export const household: HouseholdRecord = {
  kind: 'household',
  key: householdKey('000501'),
  number: '000501',
  householdKind: 'family',
  headPersonId: father.personId ?? '',
  address: { region: '150430', detail: '新惠镇样例街3号' },
  committee: '样例社区',
  version: 1,
}
export const register: readonly RegisterRecord[] = [recordOf(father), recordOf(mother), household]

export function walkOf(...records: readonly RegisterRecord[]): CaseWalk {
  return new CaseWalk(birthRegistration, day, ...(records.length > 0 ? records : register))
}

export function approved(facts: BirthFacts, walk = walkOf()): CaseWalk {
  expect([...walk.open(facts), ...walk.approve('chief')]).toEqual([])
  return walk
}

export function peopleBorn({ records }: CaseWalk): ResidentRecord[] {
  return [...records.values()].flatMap((record) =>
    record.kind === 'person' && record.birthDate >= '2026-01-01' ? [record] : [],
  )
}

export const twins: BirthFacts = {
  ...inOrder,
  olderSisters: 0,
  children: [
    { ...child, bornOn: '2026-03-05', bornAt: '23:50' },
    {
      ...child,
      name: '白小麦',
      bornOn: '2026-03-05',
      bornAt: '23:58',
      certificateNumber: 'Z150000002',
    },
  ],
}
export const twoNumbers = [
  { name: '白小麦', sequence: '002' },
  { name: '白小禾', sequence: '000' },
]
