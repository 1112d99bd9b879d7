import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import { residentKey, type ResidentRecord } from '../../people/resident.ts'
import { citizenIdKey, findHousehold, findPerson, type RecordView } from '../../register/record.ts'
import { changedPerson, registeredPerson } from '../../register/register-changes.ts'
import { defineFields, type PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { newRecordId, occasionOf } from '../record-ids.ts'
import { actStep, type ActContext } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step, StepResult } from '../step.ts'
import { fields, type SettlementFacts } from './fields.ts'
import { policy } from './policy.ts'

function comesFromTheRegion(facts: SettlementFacts): boolean {
  return facts.hukouPlace !== undefined && isInsideInnerMongolia(facts.hukouPlace.region)
}

/** The station; the county too where a move-in permit has to follow. */
export function decidedBy(facts: SettlementFacts): readonly Level[] {
  return comesFromTheRegion(facts) || facts.student ? ['station'] : ['station', 'county']
}

const law = lawOf(fields, policy, {
  recordsOf: (form) => numberKeys(form),
  recordFaults: (form, records) => alreadyHere(form, records),
})

function numberKeys(form: PartialFacts): string[] {
  const { inRegister, personCitizenId } = form as SettlementFacts
  return inRegister === false && personCitizenId ? [citizenIdKey(personCitizenId)] : []
}

/** Somebody typed as a stranger who is in this very register. */
function alreadyHere(form: PartialFacts, records: RecordView): Refusal[] {
  return numberKeys(form).flatMap((key) => {
    const person = findPerson(records, key)
    if (!person) return []
    const message = `${person.name}的户口就在本所（户号${person.householdNumber}）。请选“户口现在就在本所”，再从户籍里选人。`
    return [{ code: 'already-here', field: 'inRegister', message, citation: 'HR-6' }]
  })
}

const registration = defineFields({
  household: {
    kind: 'household',
    label: '落在哪一户',
    asked: (facts) => comesFromTheRegion(facts as SettlementFacts),
  },
  relationToHead: {
    kind: 'code',
    label: '与户主关系',
    table: 'family-relation',
    asked: (facts) => comesFromTheRegion(facts as SettlementFacts),
  },
})

/** 登记落户: at once for people of the Region; for others the permit comes first and this case ends with the decision. */
function settle(
  context: ActContext,
  given: {
    readonly household?: { readonly number: string } | undefined
    readonly relationToHead?: string | undefined
  },
): Outcome<StepResult> {
  const facts = context.caseFile.form as SettlementFacts
  if (!comesFromTheRegion(facts)) return accepted({ status: 'closed' })
  const household = findHousehold(context.records, householdKey(given.household?.number ?? ''))
  if (!household || household.withdrawnOn) {
    return refused({
      code: 'no-household',
      field: 'household',
      message: '这一户已经撤销或者查不到，请另选一户。',
    })
  }
  const relation = given.relationToHead ?? ''
  const known = facts.person?.personId
    ? findPerson(context.records, residentKey(facts.person.personId))
    : undefined
  if (facts.inRegister && known?.status !== 'registered') {
    return refused({ code: 'not-registered', message: '申请人现在不是本所在册人口，请退回补正。' })
  }
  const person = known
    ? movedInto(context, known, household, relation)
    : arrived(context, facts, household, relation)
  return accepted({ status: 'closed', records: [person] })
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
    occasionOf(context, 'moved-within', '城镇落户'),
  )
}

function arrived(
  context: ActContext,
  facts: SettlementFacts,
  household: HouseholdRecord,
  relationToHead: string,
): ResidentRecord {
  const { hukouPlace } = facts
  return registeredPerson(
    {
      id: newRecordId(context),
      householdNumber: household.number,
      relationToHead,
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
      arrival: {
        on: context.day,
        cause: '城镇落户',
        from: `${hukouPlace?.regionName ?? ''}${hukouPlace?.detail ?? ''}`,
      },
      pinyinInitials: '',
    },
    occasionOf(context, 'moved-in', '城镇落户'),
  )
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }, ['station', 'county']),
  settle: actStep(fields, {
    name: '登记落户',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记落户',
    explain:
      '市内和自治区内的当场登记，不用迁移证件。外省的在这里办结，接着由旗县区签发准予迁入证明。落户不影响土地、草场、林地、宅基地和集体收益的权利。',
    fields: registration,
    touches: ({ form }) => numberKeys(form),
    decide: settle,
  }),
}
