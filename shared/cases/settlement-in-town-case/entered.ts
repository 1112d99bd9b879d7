import { refused, accepted, type Outcome, type Refusal } from '../../base/outcome.ts'
import { headOfHousehold } from '../../codes/gbt4761-family-relation.ts'
import { addressInWords } from '../../people/address.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import { residentKey, type ResidentRecord } from '../../people/resident.ts'
import { findHousehold, findPerson, type RegisterRecord } from '../../register/record.ts'
import {
  changedHousehold,
  changedPerson,
  foundedHousehold,
  registeredPerson,
} from '../../register/register-changes.ts'
import { newRecordId, occasionOf } from '../record-ids.ts'
import type { ActContext } from '../standard-steps/act.ts'
import type { SettlementFacts } from './fields.ts'
import { moversOf, type Mover } from './movers.ts'

/** GB/T 4761: in a collective household nobody is kin of its head. */
const notKin = '99'
/** GB/T 3304: other; the group itself comes with the record of the old place. */
const groupNotKnown = '97'

const reason = '城镇落户'

/** What the act of registering says itself. */
export interface Registration {
  readonly household?: { readonly number: string } | undefined
  readonly householdNumber?: string | undefined
  readonly committee?: string | undefined
  readonly relationToHead?: string | undefined
  readonly companionRelations?:
    | readonly { readonly name?: string | undefined; readonly relationToHead?: string | undefined }[]
    | undefined
}

interface Destination {
  readonly household: HouseholdRecord
  readonly founded: boolean
}

/** Everybody in the new household, and what becomes of the ones they leave; or why that cannot be. */
export function settled(context: ActContext, given: Registration): Outcome<readonly RegisterRecord[]> {
  const facts: SettlementFacts = context.caseFile.form
  const movers = moversOf(facts, context.day)
  const faults = [...notRegisteredAnyMore(context, movers), ...withoutRelation(facts, movers, given)]
  if (faults.length > 0) return refused(...faults)
  const destination = destinationOf(context, facts, given, movers)
  if (!destination.ok) return destination
  const { household, founded } = destination.value
  const people = movers.map((mover, n) => {
    const relation = relationOf(facts, given, mover, n)
    const known = mover.personId ? findPerson(context.records, residentKey(mover.personId)) : undefined
    return known
      ? movedInto(context, known, household, relation)
      : arrived(context, facts, mover, n, household, relation)
  })
  return accepted([...people, ...(founded ? [household] : []), ...leftBehind(context, movers, household)])
}

function notRegisteredAnyMore({ records }: ActContext, movers: readonly Mover[]): Refusal[] {
  return movers.flatMap(({ name, personId }) => {
    if (!personId) return []
    const record = findPerson(records, residentKey(personId))
    if (record?.status === 'registered') return []
    return [{ code: 'not-registered', message: `${name}现在不是本所在册人口，请退回补正。` }]
  })
}

function withoutRelation(facts: SettlementFacts, movers: readonly Mover[], given: Registration): Refusal[] {
  if (facts.settlesIn === 'collective') return []
  const relations = given.companionRelations ?? []
  return movers.slice(1).flatMap(({ name }) =>
    relations.some((each) => each.name === name && each.relationToHead)
      ? []
      : [
          {
            code: 'no-relation',
            field: 'companionRelations',
            message: `还没有填写${name}与户主的关系。请补上一行，姓名写得和申请一样。`,
          },
        ],
  )
}

function destinationOf(
  context: ActContext,
  facts: SettlementFacts,
  given: Registration,
  [applicant]: readonly Mover[],
): Outcome<Destination> {
  if (facts.settlesIn === 'new') return foundedFor(context, facts, given, applicant)
  const household = findHousehold(context.records, householdKey(given.household?.number ?? ''))
  if (!household || household.withdrawnOn) {
    return refused({
      code: 'no-household',
      field: 'household',
      message: '这一户已经撤销或者查不到，请另选一户。',
    })
  }
  const wanted = facts.settlesIn === 'collective' ? 'collective' : 'family'
  if (household.householdKind !== wanted) {
    const isFamily = household.householdKind === 'family'
    return refused({
      code: 'household-kind',
      field: 'household',
      message: `选的是${isFamily ? '家庭户' : '集体户'}，申请的是落在${isFamily ? '集体户' : '家庭户'}。请另选一户，或者退回补正。`,
    })
  }
  if (household.collective && household.collective.state !== 'normal') {
    return refused({
      code: 'collective-closing',
      field: 'household',
      message: '这个集体户正在处置或者已经撤销，不能再进人。请选社区集体户。',
    })
  }
  return accepted({ household, founded: false })
}

function foundedFor(
  context: ActContext,
  { address }: SettlementFacts,
  { householdNumber = '', committee = '' }: Registration,
  applicant: Mover | undefined,
): Outcome<Destination> {
  if (findHousehold(context.records, householdKey(householdNumber))) {
    return refused({
      code: 'household-exists',
      field: 'householdNumber',
      message: `户号${householdNumber}已经有了，请换一个户号。`,
    })
  }
  const household = foundedHousehold(
    {
      number: householdNumber,
      householdKind: 'family',
      headPersonId: applicant?.personId ?? newRecordId(context),
      address: { region: address?.region ?? '', detail: address?.detail ?? '' },
      committee,
    },
    occasionOf(context, 'household-founded', reason),
  )
  return accepted({ household, founded: true })
}

function relationOf(facts: SettlementFacts, given: Registration, { name }: Mover, n: number): string {
  if (facts.settlesIn === 'collective') return notKin
  if (n > 0) return given.companionRelations?.find((each) => each.name === name)?.relationToHead ?? notKin
  return facts.settlesIn === 'new' ? headOfHousehold : (given.relationToHead ?? notKin)
}

function movedInto(
  context: ActContext,
  person: ResidentRecord,
  household: HouseholdRecord,
  relationToHead: string,
): ResidentRecord {
  const { number, address, committee } = household
  return changedPerson(
    person,
    { householdNumber: number, address, committee, relationToHead },
    occasionOf(context, 'moved-within', reason),
  )
}

function arrived(
  context: ActContext,
  { hukouPlace }: SettlementFacts,
  mover: Mover,
  n: number,
  household: HouseholdRecord,
  relationToHead: string,
): ResidentRecord {
  return registeredPerson(
    {
      id: newRecordId(context, n),
      householdNumber: household.number,
      relationToHead,
      name: mover.name,
      formerName: '',
      sex: mover.sex ?? '0',
      ethnicGroup: mover.ethnicGroup ?? groupNotKnown,
      birthDate: mover.birthDate ?? context.day,
      birthplace: '',
      nativePlace: '',
      education: '',
      occupation: '',
      maritalStatus: '',
      citizenId: mover.citizenId,
      address: household.address,
      committee: household.committee,
      arrival: {
        on: context.day,
        cause: reason,
        from: hukouPlace ? addressInWords(hukouPlace) : '',
      },
    },
    occasionOf(context, 'moved-in', reason),
  )
}

/** A household whose head moves away stands without a head until its people name another. */
function leftBehind(
  context: ActContext,
  movers: readonly Mover[],
  destination: HouseholdRecord,
): HouseholdRecord[] {
  return movers.flatMap(({ personId, name, householdNumber }) => {
    const household = findHousehold(context.records, householdKey(householdNumber ?? ''))
    if (!household || !personId || household.headPersonId !== personId) return []
    if (household.number === destination.number) return []
    const line = { item: '户主', before: name, after: '' }
    return [
      changedHousehold(
        household,
        { headPersonId: '' },
        line,
        occasionOf(context, 'moved-within', `户主迁出，由户内的人另定户主`),
      ),
    ]
  })
}
