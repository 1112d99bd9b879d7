import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { householdKey } from '../../people/household.ts'
import { normaliseCitizenId } from '../../people/citizen-id.ts'
import type { ResidentRecord } from '../../people/resident.ts'
import { defaultPolicyOptions } from '../../policy/options.ts'
import { citizenIdKey, findPerson, type RecordView } from '../../register/record.ts'
import { defineFields, type PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { actStep } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { settled } from './entered.ts'
import { fields, type SettlementFacts } from './fields.ts'
import { policy } from './policy.ts'
import { registersNow, wayOf } from './way.ts'

/** The station, or the county above it where the named settings say so; the level of the city itself was not found. */
export function decidedBy(facts: SettlementFacts): readonly Level[] {
  const level =
    wayOf(facts) === 'permit'
      ? defaultPolicyOptions['permit-issue-level']
      : defaultPolicyOptions['settlement-approval-level']
  return level === 'county' ? ['station', 'county'] : ['station']
}

const law = lawOf(fields, policy, { recordsOf: alsoNamed, recordFaults: alreadyHere })

/** Beside the people picked: whoever is here under a typed number, and the households that people leave. */
function alsoNamed(form: PartialFacts): string[] {
  const { person, companions = [] }: SettlementFacts = form
  const leaving = [person, ...companions.map((each) => each.person)]
  return [
    ...typedNumbers(form).map(citizenIdKey),
    ...leaving.flatMap((each) => (each?.householdNumber ? [householdKey(each.householdNumber)] : [])),
  ]
}

function typedNumbers(form: PartialFacts): string[] {
  const { inRegister, personCitizenId, companions = [] }: SettlementFacts = form
  const own = inRegister === false ? [personCitizenId] : []
  return [...own, ...companions.map(({ citizenId }) => citizenId)].flatMap((number) =>
    number ? [normaliseCitizenId(number)] : [],
  )
}

/** Who of those typed as strangers is in this very register. */
function typedWhoAreHere(form: PartialFacts, records: RecordView): ResidentRecord[] {
  return typedNumbers(form).flatMap((number) => {
    const person = findPerson(records, citizenIdKey(number))
    return person?.status === 'registered' ? [person] : []
  })
}

function alreadyHere(form: PartialFacts, records: RecordView): Refusal[] {
  return typedWhoAreHere(form, records).map(({ name, householdNumber }) => ({
    code: 'already-here',
    field: 'inRegister',
    message: `${name}的户口就在本所（户号${householdNumber}）。请从户籍里选人，不要手写。`,
    citation: 'HR-6',
  }))
}

/** Entered by another case between the acceptance and the registration: one number, one hukou. */
function registeredMeanwhile(form: PartialFacts, records: RecordView): Refusal[] {
  return typedWhoAreHere(form, records).map(({ name, householdNumber }) => ({
    code: 'registered-meanwhile',
    message: `${name}在受理以后已经由另一个案件登记在本所（户号${householdNumber}），不能再登记一次。请核对是不是同一个人：是的，撤回本案；不是的，开双重户口案件。`,
    citation: 'HR-6',
  }))
}

const settlesHere = (facts: PartialFacts) => registersNow(facts)
const hasCompanions = ({ companions }: PartialFacts) => Array.isArray(companions) && companions.length > 0

const registration = defineFields({
  household: {
    kind: 'household',
    label: '落在哪一户',
    asked: (facts) => settlesHere(facts) && facts['settlesIn'] !== 'new',
  },
  householdNumber: {
    kind: 'text',
    label: '新立户的户号',
    asked: (facts) => settlesHere(facts) && facts['settlesIn'] === 'new',
  },
  committee: {
    kind: 'text',
    label: '居（村）委会',
    optional: true,
    asked: (facts) => settlesHere(facts) && facts['settlesIn'] === 'new',
  },
  relationToHead: {
    kind: 'code',
    label: '申请人与户主关系',
    table: 'family-relation',
    asked: (facts) => settlesHere(facts) && facts['settlesIn'] === 'existing',
  },
  companionRelations: {
    kind: 'rows',
    label: '随迁的人与户主关系',
    hint: '一人一行，姓名写得和申请一样',
    asked: (facts) => settlesHere(facts) && hasCompanions(facts) && facts['settlesIn'] !== 'collective',
    columns: {
      name: { kind: 'name', label: '姓名' },
      relationToHead: { kind: 'code', label: '与户主关系', table: 'family-relation' },
    },
  },
})

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }, ['station', 'county']),
  settle: actStep(fields, {
    name: '登记落户',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记落户',
    explain:
      '户口在本所、市内和自治区内的，当场登记，不用迁移证件。外省的在这里办结，不登记人员：接着由旗县区签发准予迁入证明，凭户口迁移证来落户（学生不用准予迁入证明）。落户不影响土地、草场、林地、宅基地和集体收益的权利。',
    fields: registration,
    touches: (caseFile, { householdNumber }) => [
      ...alsoNamed(caseFile.form),
      ...(householdNumber ? [householdKey(householdNumber)] : []),
    ],
    decide: (context, given) => {
      const { form } = context.caseFile
      if (!registersNow(form)) return accepted({ status: 'closed' })
      const here = registeredMeanwhile(form, context.records)
      if (here.length > 0) return refused(...here)
      const records = settled(context, given)
      return records.ok ? accepted({ status: 'closed', records: records.value }) : records
    },
  }),
}
