import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { collectiveMemberCard } from '../documents/collective-member-card.ts'
import type { RegisterChange } from '../documents/register-form-back.ts'
import type { RegisterFormContent } from '../documents/register-form.ts'
import type { ResidentCardContent } from '../documents/resident-card.ts'
import { isMinor } from '../people/capacity.ts'
import { householdKindNames, type HouseholdRecord } from '../people/household.ts'
import { cancelCauseNames, type Kin, type ResidentRecord } from '../people/resident.ts'
import { personItemInWords } from '../register/register-changes.ts'
import type { RegisterEntry } from '../register/register-entry.ts'

/** A person in the register with what the paper says beside the person's own record. */
export interface Registered {
  readonly person: ResidentRecord
  readonly household: HouseholdRecord | undefined
  /** Empty where nobody knows it. */
  readonly headName: string
  readonly station: string
  readonly clerk: string
  readonly on: PlainDate
}

type MemberCardContent = Parameters<typeof collectiveMemberCard>[0]

/** Nobody has to say what somebody believes; the register holds no such item (公通字〔2021〕12号, clause 56). */
const NOT_KEPT = ''

/** The register form's items; what the register does not know stays empty, and signatures are made by hand. */
export function registerFormWords(each: Registered): RegisterFormContent {
  const { person, station, headName } = each
  const [one, two] = guardiansOf(person, each.on)
  return {
    front: {
      ...itemsOfBoth(each),
      station,
      headName,
      householdKind: householdKind(each),
      householdNumber: person.householdNumber,
      citizenId: person.citizenId,
      identityCardIssuedOn: NOT_KEPT,
      guardianOne: one?.name ?? '',
      guardianOneRelation: one ? guardianWords[one.relation] : '',
      guardianTwo: two?.name ?? '',
      guardianTwoRelation: two ? guardianWords[two.relation] : '',
      father: nameOfKin(person, 'father'),
      mother: nameOfKin(person, 'mother'),
      spouse: nameOfKin(person, 'spouse'),
      address: personItemInWords(person, 'address'),
      movedAway: person.status === 'moved-out' ? ended(person) : '',
      cancelled: person.status === 'deceased' || person.status === 'cancelled' ? ended(person) : '',
      declarant: NOT_KEPT,
    },
    changes: changesOf(person),
    notes: notesOf(person),
  }
}

export function residentCardWords(each: Registered): ResidentCardContent {
  return { ...itemsOfBoth(each), citizenId: each.person.citizenId }
}

export function memberCardWords(each: Registered): MemberCardContent {
  const { person, household, on } = each
  return {
    ...residentCardWords(each),
    unit: household?.collective?.unitName ?? '',
    householdNumber: person.householdNumber,
    joinReason: person.arrival?.cause ?? '',
    joinedOn: dateInChinese(person.arrival?.on ?? on),
  }
}

/** The items that the form and the card have in common. */
function itemsOfBoth({ person, clerk, on }: Registered) {
  const item = (name: Parameters<typeof personItemInWords>[1]) => personItemInWords(person, name)
  return {
    name: item('name'),
    relation: item('relationToHead'),
    formerName: item('formerName'),
    sex: item('sex'),
    birthplace: item('birthplace'),
    ethnicGroup: item('ethnicGroup'),
    nativePlace: item('nativePlace'),
    birthDate: dateInChinese(person.birthDate),
    otherAddress: NOT_KEPT,
    religion: NOT_KEPT,
    height: NOT_KEPT,
    bloodType: NOT_KEPT,
    education: item('education'),
    maritalStatus: item('maritalStatus'),
    militaryService: NOT_KEPT,
    workplace: NOT_KEPT,
    occupation: item('occupation'),
    movedToCity: NOT_KEPT,
    movedToAddress: arrivalWords(person),
    registeredOn: dateInChinese(on),
    clerk,
  }
}

function householdKind({ household }: Registered): string {
  return household ? householdKindNames[household.householdKind] : ''
}

function arrivalWords({ arrival }: ResidentRecord): string {
  if (!arrival) return ''
  return `${dateInChinese(arrival.on)}${arrival.cause}${arrival.from ? `，由${arrival.from}迁来` : ''}`
}

function ended({ status, statusOn, statusCause }: ResidentRecord): string {
  const on = statusOn ? dateInChinese(statusOn) : ''
  if (status === 'moved-out') return `${on}迁出`
  return `${on}${statusCause ? `因${cancelCauseNames[statusCause]}` : ''}注销`
}

const guardianWords: Readonly<Record<Kin['relation'], string>> = {
  father: '父亲',
  mother: '母亲',
  spouse: '配偶',
  guardian: '监护人',
  adopter: '收养人',
  carer: '抚养人',
}

/** Whom the register names as guardian; of a minor otherwise the parents, adopters first (民法典, clause 27). */
function guardiansOf({ kin = [], birthDate }: ResidentRecord, day: PlainDate): readonly Kin[] {
  const named = kin.filter(({ relation }) => relation === 'guardian')
  if (named.length > 0 || !isMinor(birthDate, day)) return named
  const adopters = kin.filter(({ relation }) => relation === 'adopter')
  if (adopters.length > 0) return adopters
  const parents = kin.filter(({ relation }) => relation === 'father' || relation === 'mother')
  return parents.length > 0 ? parents : kin.filter(({ relation }) => relation === 'carer')
}

function nameOfKin({ kin = [] }: ResidentRecord, relation: 'father' | 'mother' | 'spouse'): string {
  return kin.find((each) => each.relation === relation)?.name ?? ''
}

/** Items that the form tells on its front, or that are the office's own. */
const notAmongChanges = ['', '登记状态', '户号']

function changesOf({ entries = [] }: ResidentRecord): RegisterChange[] {
  return entries
    .filter(({ item }) => !notAmongChanges.includes(item))
    .map((entry: RegisterEntry) => ({
      item: entry.item,
      content: entry.after,
      on: dateInChinese(entry.on),
      declarant: '',
      clerk: entry.by,
    }))
}

/** A death's own reason, which names the day; the cell on the front has no room for it. */
function notesOf({ entries = [] }: ResidentRecord): string {
  return entries
    .filter(({ cause, item }) => cause === 'died' && item === '登记状态')
    .map(({ reason }) => reason)
    .join('；')
}
