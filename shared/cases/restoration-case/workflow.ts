import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { citizenIdKey, findHousehold, findPerson, type RecordView } from '../../register/record.ts'
import { registeredPerson, withStatus } from '../../register/register-changes.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import { residentKey, type ResidentRecord } from '../../people/resident.ts'
import type { PartialFacts } from '../fields.ts'
import { levels, type Level } from '../levels.ts'
import { newRecordId, occasionOf } from '../record-ids.ts'
import { actStep, type ActContext } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step, StepResult } from '../step.ts'
import { defaultPolicyOptions } from '../../policy/options.ts'
import { fields, type RestorationFacts } from './fields.ts'
import { policy } from './policy.ts'

/** The station, and above it as far as the named setting says; the ministry's text leaves the level open. */
export function decidedBy(): readonly Level[] {
  const top = defaultPolicyOptions['restoration-approval-level']
  return levels.slice(0, levels.findIndex((level) => level === top) + 1)
}

const law = lawOf(fields, policy, {
  recordsOf: (form) => numberKeys(form),
  recordFaults: (form, records) => [...notCancelled(form, records), ...numberTaken(form, records)],
})

function numberOf(form: PartialFacts): string {
  const { person, personCitizenId } = form as RestorationFacts
  return person?.citizenId ?? personCitizenId ?? ''
}

function numberKeys(form: PartialFacts): string[] {
  const number = numberOf(form)
  return number === '' ? [] : [citizenIdKey(number)]
}

/** Only a registration that ended can be taken up again. */
function notCancelled(form: PartialFacts, records: RecordView): Refusal[] {
  const { person } = form as RestorationFacts
  const record = person?.personId ? findPerson(records, residentKey(person.personId)) : undefined
  if (record?.status !== 'registered') return []
  const message = `${record.name}现在就是在册人口，没有注销，不用恢复。请核对是不是选错了人。`
  return [{ code: 'still-registered', field: 'person', message, citation: 'HR-6' }]
}

/** The same number must not stand in the register twice. */
function numberTaken(form: PartialFacts, records: RecordView): Refusal[] {
  const number = numberOf(form)
  const holder = number === '' ? undefined : findPerson(records, citizenIdKey(number))
  if (!holder || holder.id === (form as RestorationFacts).person?.personId) return []
  const message = `本所户号${holder.householdNumber}的${holder.name}正在用这个号码。请先开重号案件，查清由谁改号。`
  return [{ code: 'number-in-use', field: 'person', message, citation: 'WR-4' }]
}

/** 恢复登记: with the original number and the original items; whatever is wrong in them is a correction of its own. */
function restore(context: ActContext): Outcome<StepResult> {
  const facts = context.caseFile.form as RestorationFacts
  const faults = [...notCancelled(facts, context.records), ...numberTaken(facts, context.records)]
  if (faults.length > 0) return refused(...faults)
  const household = findHousehold(context.records, householdKey(facts.household?.number ?? ''))
  if (!household || household.withdrawnOn) {
    return refused({ code: 'no-household', message: '找不到要恢复到的户，请退回补正，另选一户。' })
  }
  const person = facts.person?.personId
    ? findPerson(context.records, residentKey(facts.person.personId))
    : undefined
  return accepted({
    status: 'closed',
    records: [
      person ? takenUpAgain(context, person, facts, household) : fromEvidence(context, facts, household),
    ],
  })
}

function takenUpAgain(
  context: ActContext,
  person: ResidentRecord,
  facts: RestorationFacts,
  household: HouseholdRecord,
): ResidentRecord {
  const { statusCause: _ended, ...before } = withStatus(
    person,
    'registered',
    occasionOf(context, 'restored', '恢复户口'),
  )
  return {
    ...before,
    householdNumber: household.number,
    relationToHead: facts.relationToHead ?? person.relationToHead,
    address: household.address,
    committee: household.committee,
  }
}

/** A person of whom no record is left: entered anew from the evidence, under the number that was always theirs. */
function fromEvidence(
  context: ActContext,
  facts: RestorationFacts,
  household: HouseholdRecord,
): ResidentRecord {
  return registeredPerson(
    {
      id: newRecordId(context),
      householdNumber: household.number,
      relationToHead: facts.relationToHead ?? '97',
      name: facts.personName ?? '',
      formerName: '',
      sex: facts.personSex ?? '0',
      ethnicGroup: facts.personEthnicGroup ?? '97',
      birthDate: facts.personBirthDate ?? context.day,
      birthplace: '',
      nativePlace: '',
      education: '',
      occupation: '',
      maritalStatus: '',
      citizenId: facts.personCitizenId ?? '',
      address: household.address,
      committee: household.committee,
      pinyinInitials: '',
    },
    occasionOf(context, 'restored', '恢复户口'),
  )
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }, ['station', 'county', 'city']),
  restore: actStep(fields, {
    name: '登记恢复',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记恢复户口',
    explain: '用原来的公民身份号码和原来的登记内容恢复。随后请本人申领居民身份证，换领户口簿。',
    fields: {},
    touches: ({ form }) => numberKeys(form),
    decide: restore,
  }),
}
