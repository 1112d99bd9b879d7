import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { checkCitizenId } from '../../people/citizen-id.ts'
import { composeCitizenId } from '../../people/compose-citizen-id.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import { normalisePersonName } from '../../people/person-name.ts'
import type { Kin, ResidentRecord } from '../../people/resident.ts'
import { changedHousehold, registeredPerson, type Occasion } from '../../register/register-changes.ts'
import {
  citizenIdKey,
  findHousehold,
  findPerson,
  numberEverKey,
  type RecordKey,
} from '../../register/record.ts'
import { defineFields, type Fields, type PartialFacts } from '../fields.ts'
import { drawnSequence } from '../drawn-sequence.ts'
import { newRecordId, occasionOf } from '../record-ids.ts'
import { actStep } from '../standard-steps/act.ts'
import type { Step } from '../step.ts'
import type { FirstRegistrationFacts } from './fields.ts'

const numberFields = defineFields({
  sequence: {
    kind: 'text',
    label: '顺序码',
    hint: '按《公民身份号码顺序码登记表》，3 位数字，男单女双',
    asked: ({ usedNumber }: PartialFacts) => !usedNumber,
  },
})

interface FirstRegistration {
  /** Why the register has somebody new, as its history says it. */
  readonly reasonOf: (facts: PartialFacts) => string
  /** How the person came here, for the register form. */
  readonly arrivalOf: (facts: PartialFacts) => string
  /** An adoption that is to stay secret is written as parentage (公通字〔2021〕12号, clause 26). */
  readonly keepsSecret?: (facts: PartialFacts) => boolean
}

/** 登记户口: the number, the person and the household's new member in one act; the number is for life. */
export function registerStep(fields: Fields, registration: FirstRegistration): Step {
  return actStep(fields, {
    name: '登记户口',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记户口',
    explain: '以前编过号码的，还用原来的号码；没有的，按顺序码登记表编号，号码终身不变。',
    fields: numberFields,
    touches: (caseFile, { sequence }) => {
      const number = numberOf(caseFile.form, sequence, caseFile.station)
      return number.ok ? [holderKey(caseFile.form, number.value)] : []
    },
    draws: ({ form, station }, { sequence }) =>
      (form as FirstRegistrationFacts).usedNumber
        ? []
        : drawnSequence(station.slice(0, 6), station, sequence),
    decide: (context, { sequence }) => {
      const facts = context.caseFile.form as FirstRegistrationFacts
      const household = findHousehold(context.records, householdKey(facts.household?.number ?? ''))
      if (!household || household.withdrawnOn) return refused(householdGone)
      const number = numberOf(facts, sequence, context.caseFile.station)
      if (!number.ok) return number
      const holder = findPerson(context.records, holderKey(facts, number.value))
      if (holder) return refused(numberTaken(holder, facts.usedNumber !== undefined))
      const occasion = occasionOf(context, 'late-registration', registration.reasonOf(facts))
      const { arrivalOf, keepsSecret } = registration
      const person = registeredPerson(
        {
          ...itemsOf(facts),
          id: newRecordId(context),
          citizenId: number.value,
          householdNumber: household.number,
          address: household.address,
          committee: household.committee,
          kin: kinOf(facts, keepsSecret?.(facts) ?? false),
          arrival: { on: context.day, cause: arrivalOf(facts), from: '' },
        },
        occasion,
      )
      return accepted({ status: 'closed', records: [person, withMember(household, person, occasion)] })
    },
  })
}

const householdGone: Refusal = {
  code: 'household-gone',
  message: '选定的那一户已经不在登记里。请退回补正，重新选户。',
}

function numberTaken({ name }: ResidentRecord, isUsedNumber: boolean): Refusal {
  return {
    code: 'number-taken',
    field: isUsedNumber ? 'usedNumber' : 'sequence',
    citation: 'WR-4',
    message: isUsedNumber
      ? `这个号码在本所登记在${name}名下。是同一个人的，不用再登记；不是的，先开双重户口案件查清。`
      : `这个号码已经编给${name}。请核对顺序码登记表，换下一个顺序码。`,
  }
}

/** A number that was given before may be of somebody whose registration ended; a new one is nobody's, ever. */
function holderKey(facts: PartialFacts, number: string): RecordKey {
  return (facts as FirstRegistrationFacts).usedNumber ? citizenIdKey(number) : numberEverKey(number)
}

/** The number that was given to the person before, or a new one of the station's county. */
function numberOf(facts: PartialFacts, sequence: string | undefined, station: string): Outcome<string> {
  const { usedNumber, personBirthDate, personSex } = facts as FirstRegistrationFacts
  if (usedNumber) {
    const checked = checkCitizenId(usedNumber, { today: '9999-12-31', allowUnissuedSequence: true })
    return checked.ok ? accepted(checked.value.id) : checked
  }
  return composeCitizenId({
    countyCode: station.slice(0, 6),
    birthDate: personBirthDate ?? '',
    sequence: sequence ?? '',
    sex: personSex ?? '0',
  })
}

function itemsOf(facts: FirstRegistrationFacts) {
  return {
    name: normalisePersonName(facts.personName ?? ''),
    formerName: '',
    sex: facts.personSex ?? '0',
    ethnicGroup: facts.personEthnicGroup ?? '97',
    birthDate: facts.personBirthDate ?? '',
    birthplace: (facts.personBirthplace ?? '').slice(0, 60),
    nativePlace: (facts.personNativePlace ?? '').slice(0, 60),
    relationToHead: facts.relationToHead ?? '99',
    education: '',
    occupation: '',
    maritalStatus: facts.follows === 'spouse' ? '20' : '',
  }
}

function kinOf({ follows, host }: FirstRegistrationFacts, secret: boolean): Kin[] {
  if (!host) return []
  const named = {
    name: host.name,
    documentNumber: host.citizenId ?? '',
    ...(host.personId ? { personId: host.personId } : {}),
  }
  const asParent = host.sex === '2' ? 'mother' : 'father'
  switch (follows) {
    case 'parent':
      return [{ ...named, relation: asParent }]
    case 'adopter':
      return [{ ...named, relation: secret ? asParent : 'adopter' }]
    case 'spouse':
      return [{ ...named, relation: 'spouse' }]
    case 'carer':
      return [{ ...named, relation: 'carer' }]
    default:
      return []
  }
}

function withMember(household: HouseholdRecord, { name }: ResidentRecord, occasion: Occasion) {
  return changedHousehold(household, {}, { item: '成员', before: '', after: name }, occasion)
}
