import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { householdKey } from '../../people/household.ts'
import { birthCertificateKey } from '../../register/birth-certificate.ts'
import { findHousehold, findPerson, numberEverKey, type RecordView } from '../../register/record.ts'
import { residentKey } from '../../people/resident.ts'
import { drawnSequence } from '../drawn-sequence.ts'
import { askBirthCertificates, askMotherBirths, askSamePerson, type CityQuestion } from '../city-questions.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { actStep, type ActContext } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { allot, allotmentFields, type Allotted, type ChildToRegister } from './allotment.ts'
import { enteredChild, usedCertificate, type Home } from './entered.ts'
import { childrenOf, followedParent, followedPerson, parentDocumentNumber } from './family.ts'
import { fields, type BirthFacts } from './fields.ts'
import { policy } from './policy.ts'
import { certificateNumbers } from './proof-rules.ts'

const law = lawOf(fields, policy, {
  recordsOf: alsoNamed,
  recordFaults: whatTheRegisterSays,
  alsoAsks: askedOfTheCity,
})

/** Beside the people picked: their household, and the certificates by number. */
function alsoNamed(form: PartialFacts): string[] {
  const facts: BirthFacts = form
  const household = followedPerson(facts)?.householdNumber
  return [
    ...(household ? [householdKey(household)] : []),
    ...certificateNumbers(facts).map(birthCertificateKey),
  ]
}

/** Whether another station registers, or registered, the same child. */
function askedOfTheCity(form: PartialFacts): readonly CityQuestion[] {
  const facts: BirthFacts = form
  const mother = parentDocumentNumber(facts, 'mother')
  const children = childrenOf(facts).map(({ name, bornOn }) => ({ name, bornOn, mother }))
  return [
    ...askBirthCertificates(certificateNumbers(facts)),
    ...children.flatMap(askSamePerson),
    ...children.flatMap(askMotherBirths),
  ]
}

/** What the register knows better than the form. */
function whatTheRegisterSays(form: PartialFacts, records: RecordView): Refusal[] {
  const facts: BirthFacts = form
  return [...usedBefore(facts, records), ...homeFaults(facts, records)]
}

function usedBefore(facts: BirthFacts, records: RecordView): Refusal[] {
  return certificateNumbers(facts).flatMap((number) =>
    records.has(birthCertificateKey(number))
      ? [
          {
            code: 'certificate-used',
            field: 'children',
            citation: 'MH-23',
            message: `出生医学证明${number}已经登记过别的孩子，疑似伪造，不能受理。请收下复印件，报所长核查，并向签发机关核实。`,
          },
        ]
      : [],
  )
}

function homeFaults(facts: BirthFacts, records: RecordView): Refusal[] {
  const followed = followedPerson(facts)
  const isHere = followedParent(facts)?.standing === 'here' || facts.grandparentHere === true
  if (!followed || !isHere) return []
  if (followed.personId === undefined || !findPerson(records, residentKey(followed.personId))) {
    return [
      {
        code: 'followed-not-picked',
        field: facts.follows ?? 'follows',
        message: `本所登记里没有认出“${followed.name}”。请从在册人员里选；不在本所的，改选“户口在别的派出所”。`,
      },
    ]
  }
  const household = findHousehold(records, householdKey(followed.householdNumber ?? ''))
  const kind = followedParent(facts)?.householdKind
  const isFamily = household?.householdKind === 'family'
  if (household && kind !== undefined && isFamily !== (kind === 'family')) {
    return [
      {
        code: 'household-kind',
        field: `${facts.follows ?? 'father'}HouseholdKind`,
        message: `登记上${followed.name}在${isFamily ? '家庭户' : '集体户'}，和填写的不一致。请按登记改选。`,
      },
    ]
  }
  return []
}

/** 登记出生: number, register, and the certificate used up, in one act. */
const registerStep = actStep(fields, {
  name: '登记出生',
  permission: 'register-people',
  from: ['approved'],
  to: ['closed'],
  title: '登记出生',
  explain:
    '顺序码从旗县区的《公民身份号码顺序码登记表》取，程序不自己编；号码由旗县区代码、出生日期、顺序码和校验码组成，终身不变。已经死亡的孩子，编号后同时注销。',
  fields: allotmentFields,
  touches: (caseFile, given) => [
    ...alsoNamed(caseFile.form),
    ...composed(caseFile.form, given, caseFile.station).map(({ citizenId }) => numberEverKey(citizenId)),
  ],
  draws: ({ station }, { numbers = [] }) =>
    numbers.flatMap(({ sequence }) => drawnSequence(countyOf(station), station, sequence)),
  decide: (context, given) => {
    const facts: BirthFacts = context.caseFile.form
    const faults = whatTheRegisterSays(facts, context.records)
    const home = homeOf(context, facts)
    if (faults.length > 0 || !home) return refused(...(faults.length > 0 ? faults : [homeGone]))
    const children = allot(facts, given, countyOf(context.caseFile.station))
    if (!children.ok) return children
    const taken = children.value.filter(({ citizenId }) => context.records.has(numberEverKey(citizenId)))
    if (taken.length > 0) return refused(...taken.map(numberTaken))
    const records = children.value.flatMap((child, n) => [
      enteredChild(context, facts, child, n, home),
      ...usedCertificate(context, facts, child, n),
    ])
    return accepted({ status: 'closed', records })
  },
})

/** The county of first registration: the station's own. */
function countyOf(station: string): string {
  return station.slice(0, 6)
}

function composed(form: PartialFacts, given: Allotted, station: string): ChildToRegister[] {
  const children = allot(form, given, countyOf(station))
  return children.ok ? children.value : []
}

function homeOf({ records }: ActContext, facts: BirthFacts): Home | undefined {
  const followed = findPerson(records, residentKey(followedPerson(facts)?.personId ?? ''))
  if (followed?.status !== 'registered') return undefined
  return { followed, household: findHousehold(records, householdKey(followed.householdNumber)) }
}

const homeGone: Refusal = {
  code: 'followed-gone',
  message: '所随的人已经不在本所登记。请退回补正，改选随谁登记。',
}

function numberTaken({ child, citizenId }: ChildToRegister): Refusal {
  return {
    code: 'number-taken',
    field: 'numbers',
    citation: 'WR-4',
    message: `${child.name}的号码${citizenId}已经编给别人。请核对顺序码登记表，换下一个顺序码。`,
  }
}

const stationAlone: readonly Level[] = ['station']

/** A birth with all its papers is the station's own decision. */
export function decidedBy(): readonly Level[] {
  return stationAlone
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }),
  register: registerStep,
}
