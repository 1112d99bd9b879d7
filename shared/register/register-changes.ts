import type { PlainDate } from '../base/plain-date.ts'
import { regionName } from '../codes/gbt2260-region.ts'
import { ethnicGroups } from '../codes/gbt3304-ethnic-group.ts'
import { sexes } from '../codes/gbt2261-1-sex.ts'
import { familyRelations } from '../codes/gbt4761-family-relation.ts'
import { maritalStatuses } from '../codes/gbt2261-2-marital-status.ts'
import { educationLevels } from '../codes/gbt4658-education.ts'
import { addressInWords } from '../people/address.ts'
import { householdKindNames, type HouseholdRecord } from '../people/household.ts'
import { pinyinInitials } from '../people/pinyin-initials.ts'
import {
  residentKey,
  residentStatusNames,
  type CancelCause,
  type ResidentRecord,
  type ResidentStatus,
} from '../people/resident.ts'
import type { RegisterCause, RegisterEntry } from './register-entry.ts'

/** What stands behind a change: when, why, by which case and hand. */
export interface Occasion {
  readonly on: PlainDate
  readonly cause: RegisterCause
  readonly reason: string
  readonly caseId: string
  readonly caseNumber: string
  readonly by: string
}

/** Items of a person that a case may change, in the words of the form, and how each is written down. */
const personItems = {
  name: ['姓名', (record: ResidentRecord) => record.name],
  formerName: ['曾用名', (record: ResidentRecord) => record.formerName],
  sex: ['性别', (record: ResidentRecord) => sexes.name(record.sex) ?? ''],
  ethnicGroup: ['民族', (record: ResidentRecord) => ethnicGroups.name(record.ethnicGroup) ?? ''],
  birthDate: ['出生日期', (record: ResidentRecord) => record.birthDate],
  birthplace: ['出生地', (record: ResidentRecord) => record.birthplace],
  nativePlace: ['籍贯', (record: ResidentRecord) => record.nativePlace],
  citizenId: ['公民身份号码', (record: ResidentRecord) => record.citizenId],
  education: ['文化程度', (record: ResidentRecord) => educationLevels.name(record.education) ?? ''],
  occupation: ['职业', (record: ResidentRecord) => record.occupation],
  maritalStatus: ['婚姻状况', (record: ResidentRecord) => maritalStatuses.name(record.maritalStatus) ?? ''],
  householdNumber: ['户号', (record: ResidentRecord) => record.householdNumber],
  relationToHead: [
    '与户主关系',
    (record: ResidentRecord) => familyRelations.name(record.relationToHead) ?? '',
  ],
  address: ['住址', (record: ResidentRecord) => addressInWords(record.address)],
  status: ['登记状态', (record: ResidentRecord) => residentStatusNames[record.status]],
} as const
export type PersonItem = keyof typeof personItems

export const personItemNames = Object.fromEntries(
  Object.entries(personItems).map(([item, [name]]) => [item, name]),
) as Readonly<Record<PersonItem, string>>

/** An item of a person as it is written on paper. */
export function personItemInWords(record: ResidentRecord, item: PersonItem): string {
  return personItems[item][1](record)
}

/** The person with some items changed and one line of history for each that really differs. */
export function changedPerson(
  before: ResidentRecord,
  change: Partial<ResidentRecord>,
  occasion: Occasion,
): ResidentRecord {
  const after = { ...before, ...change }
  const lines = (Object.keys(personItems) as PersonItem[]).flatMap((item) => {
    const [from, to] = [personItemInWords(before, item), personItemInWords(after, item)]
    return from === to ? [] : [lineOf(occasion, personItems[item][0], from, to)]
  })
  const initials = after.name === before.name ? {} : { pinyinInitials: pinyinInitials(after.name) }
  return { ...after, ...initials, entries: [...(before.entries ?? []), ...lines] }
}

/** A person newly entered in this station's register, with the line that says how. */
export function registeredPerson(
  person: Omit<
    ResidentRecord,
    'kind' | 'key' | 'status' | 'statusOn' | 'statusCase' | 'version' | 'entries' | 'pinyinInitials'
  >,
  occasion: Occasion,
): ResidentRecord {
  return {
    ...person,
    pinyinInitials: pinyinInitials(person.name),
    kind: 'person',
    key: residentKey(person.id),
    status: 'registered',
    statusOn: occasion.on,
    statusCase: occasion.caseId,
    entries: [lineOf(occasion, '', '', person.name)],
    version: 0,
  }
}

/** A registration ended, moved away or taken up again. */
export function withStatus(
  person: ResidentRecord,
  status: ResidentStatus,
  occasion: Occasion,
  cause?: CancelCause,
): ResidentRecord {
  const { statusCause: _before, ...rest } = person
  return changedPerson(
    rest,
    { status, statusOn: occasion.on, statusCase: occasion.caseId, ...(cause ? { statusCause: cause } : {}) },
    occasion,
  )
}

/** The household with a change and the line that says what. */
export function changedHousehold(
  before: HouseholdRecord,
  change: Partial<HouseholdRecord>,
  line: { readonly item: string; readonly before: string; readonly after: string },
  occasion: Occasion,
): HouseholdRecord {
  const entry = lineOf(occasion, line.item, line.before, line.after)
  return { ...before, ...change, entries: [...(before.entries ?? []), entry] }
}

/** A household newly founded. */
export function foundedHousehold(
  household: Omit<HouseholdRecord, 'kind' | 'key' | 'version' | 'entries'>,
  occasion: Occasion,
): HouseholdRecord {
  const where = `${regionName(household.address.region) ?? ''}${household.address.detail}`
  return {
    ...household,
    kind: 'household',
    key: `household:${household.number}`,
    entries: [lineOf(occasion, householdKindNames[household.householdKind], '', where)],
    version: 0,
  }
}

function lineOf(occasion: Occasion, item: string, before: string, after: string): RegisterEntry {
  const { on, cause, reason, caseId, caseNumber, by } = occasion
  return { on, cause, item, before, after, reason, caseId, caseNumber, by }
}
