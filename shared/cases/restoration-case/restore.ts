import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { relationKind } from '../../people/kinship.ts'
import { checkCitizenId, contradictions } from '../../people/citizen-id.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import type { ResidentRecord } from '../../people/resident.ts'
import {
  changedHousehold,
  changedPerson,
  registeredPerson,
  withStatus,
  type Occasion,
} from '../../register/register-changes.ts'
import { citizenIdKey, findHousehold, findPerson } from '../../register/record.ts'
import type { PartialFacts } from '../fields.ts'
import { defineFields, type FactsOf } from '../fields.ts'
import { newRecordId, occasionOf } from '../record-ids.ts'
import { actStep, type ActContext } from '../standard-steps/act.ts'
import { fields, type RestorationFacts } from './fields.ts'
import { itemsOf, nameOf, numberOf } from './reading.ts'

/** What the act itself asks for: a first number for somebody who never had one. */
const restoreFields = defineFields({
  firstCitizenId: {
    kind: 'citizenId',
    label: '上级给的公民身份号码',
    hint: '原来没有编过号的才有这一项',
    asked: (facts: PartialFacts) => numberOf(facts as RestorationFacts) === '',
  },
})
type RestoreFacts = FactsOf<typeof restoreFields>

const causeInWords = new Map(fields.cause.choices.map(({ value, label }): [string, string] => [value, label]))

/** 恢复户口: the registration lives again with its own number and items; what has changed since is corrected afterwards. */
export const restoreStep = actStep(fields, {
  name: '恢复登记',
  permission: 'register-people',
  from: ['approved'],
  to: ['closed'],
  title: '恢复登记',
  explain:
    '用原来的公民身份号码和原来的登记内容恢复；要改的项目恢复以后另办变更更正。登记以后请本人申领居民身份证。',
  fields: restoreFields,
  touches: ({ form }, { firstCitizenId }) => {
    const number = numberOf(form) || (firstCitizenId ?? '')
    return number ? [citizenIdKey(number)] : []
  },
  decide: (context, given) => {
    const facts = context.caseFile.form as RestorationFacts
    const number = numberOf(facts) || (given.firstCitizenId ?? '')
    const household = findHousehold(context.records, householdKey(facts.household?.number ?? ''))
    if (!household) return refused(noHousehold)
    const fault = faultOfNumber(number, facts, context) ?? faultOfHousehold(household, facts)
    if (fault) return refused(fault)
    const reason = `恢复户口，原注销原因：${causeInWords.get(facts.cause ?? '') ?? ''}`
    const occasion = occasionOf(context, 'restored', reason)
    const person = restoredPerson(context, facts, given, household, occasion)
    if (!person.ok) return person
    return accepted({
      status: 'closed',
      records: [person.value, joinedBy(household, person.value, occasion)],
    })
  },
})

const noHousehold: Refusal = {
  code: 'no-household',
  message: '登记里没有选定的那一户。请退回补正，重新选户。',
}

function faultOfNumber(number: string, facts: RestorationFacts, context: ActContext): Refusal | undefined {
  const checked = checkCitizenId(number, { today: context.day, allowUnissuedSequence: true })
  const isFirst = numberOf(facts) === ''
  if (isFirst && !checked.ok) return checked.refusals[0]
  const contradicting = isFirst ? contradictions({ citizenId: number, ...itemsOf(facts) })[0] : undefined
  if (contradicting) return contradicting
  const holder = findPerson(context.records, citizenIdKey(number))
  if (!holder) return undefined
  return holder.id === facts.person?.personId
    ? { code: 'already-registered', message: `${holder.name}已经在册，不用再恢复。`, citation: 'HR-6' }
    : {
        code: 'number-in-use',
        message: `这个号码现在由${holder.name}使用。请先办重号清理，号码理清以后再恢复。`,
        citation: 'WR-4',
      }
}

function faultOfHousehold(
  { headPersonId, withdrawnOn, number }: HouseholdRecord,
  { person, originalHousehold, place, relationToHead = '' }: RestorationFacts,
): Refusal | undefined {
  const reopens = place === 'original' && originalHousehold === 'home-remains'
  if (withdrawnOn && !reopens) {
    return { code: 'household-withdrawn', message: `户号${number}已经撤了。请退回补正，改选别的户。` }
  }
  const hasOtherHead = headPersonId !== '' && headPersonId !== person?.personId
  if (relationToHead !== '' && relationKind(relationToHead) === 'head' && hasOtherHead) {
    return {
      code: 'second-head',
      field: 'relationToHead',
      message: '那一户已经有户主。请填与现在户主的关系；要换户主的另办变更。',
    }
  }
  return undefined
}

function restoredPerson(
  context: ActContext,
  facts: RestorationFacts,
  given: RestoreFacts,
  household: HouseholdRecord,
  occasion: Occasion,
): Outcome<ResidentRecord> {
  const { address, committee, number: householdNumber } = household
  const place = { address, committee, householdNumber, relationToHead: facts.relationToHead ?? '' }
  const { personId } = facts.person ?? {}
  const citizenId = numberOf(facts) || (given.firstCitizenId ?? '')
  if (!personId) return accepted(copiedFromBase(context, facts, { ...place, citizenId }, occasion))
  const before = findPerson(context.records, `person:${personId}`)
  if (!before) {
    return refused({ code: 'person-gone', message: '登记里没有找到这个人。请刷新以后再办。' })
  }
  if (before.status === 'registered') {
    return refused({ code: 'already-registered', message: `${before.name}已经在册，不用再恢复。` })
  }
  const back = withStatus(before, 'registered', occasion)
  return accepted(changedPerson(back, { ...place, citizenId }, occasion))
}

/** Somebody whom only the paper base, or the evidence in its place, knows. */
function copiedFromBase(
  context: ActContext,
  facts: RestorationFacts,
  place: Pick<ResidentRecord, 'address' | 'committee' | 'householdNumber' | 'relationToHead' | 'citizenId'>,
  occasion: Occasion,
): ResidentRecord {
  return registeredPerson(
    {
      id: newRecordId(context),
      name: nameOf(facts),
      formerName: '',
      sex: facts.personSex ?? '0',
      ethnicGroup: facts.personEthnicGroup ?? '97',
      birthDate: facts.personBirthDate ?? context.day,
      birthplace: '',
      nativePlace: '',
      education: '',
      occupation: '',
      maritalStatus: '',
      ...place,
    },
    occasion,
  )
}

/** The household with its member back; one that was withdrawn stands again. */
function joinedBy(household: HouseholdRecord, person: ResidentRecord, occasion: Occasion): HouseholdRecord {
  const { withdrawnOn, ...standing } = household
  const becomesHead = household.headPersonId === '' && relationKind(person.relationToHead) === 'head'
  return changedHousehold(
    standing,
    becomesHead ? { headPersonId: person.id } : {},
    { item: withdrawnOn ? '户的恢复和成员' : '成员', before: '', after: person.name },
    occasion,
  )
}
