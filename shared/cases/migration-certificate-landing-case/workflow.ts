import { z } from 'zod'
import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import type { ResidentRecord } from '../../people/resident.ts'
import type { CertificatePerson } from '../../register/certificate.ts'
import { findCertificate, type RecordView } from '../../register/record.ts'
import type { CaseFile } from '../case-file.ts'
import type { PartialFacts } from '../fields.ts'
import { acceptStep, amendStep, type Leads } from '../standard-steps/accept.ts'
import { cityAnswerStep, settleConflictStep } from '../standard-steps/city-answer.ts'
import { approvalSteps, stationAlone, withdrawStep } from '../standard-steps/decide.ts'
import type { FormAndLaw } from '../standard-steps/judged-form.ts'
import { turnAwayStep } from '../standard-steps/turn-away.ts'
import { defineStep, type Step } from '../step.ts'
import { fields, type LandingFacts } from './fields.ts'
import { policy } from './policy.ts'
import { findPresentedKey, surrendered } from './presented.ts'

const law: FormAndLaw = {
  fields,
  policy: policy,
  recordsOf: presentedKeys,
  refresh: (form) => form,
  recordFaults: whatTheVoidListSays,
  questionAbout: () => '',
}

function presentedKeys(form: PartialFacts): string[] {
  const key = findPresentedKey(form)
  return key ? [key] : []
}

/** The void list works without a line: a sheet that is void, replaced or landed before does not land again. */
function whatTheVoidListSays(form: PartialFacts, records: RecordView): Refusal[] {
  const key = findPresentedKey(form)
  const known = key ? findCertificate(records, key) : undefined
  if (!known || known.state === 'issued') return []
  const field = 'presentedSerial'
  if (known.replacedBy) {
    const message = `这张证已经作废，由${known.replacedBy.replace('certificate:', '')}代替。请申请人出示新证。`
    return [{ code: 'certificate-replaced', field, message, citation: 'WR-47' }]
  }
  if (known.state === 'landed') {
    return [
      {
        code: 'certificate-landed',
        field,
        message: '这张证已经用过，办过落户。请核对是不是拿错了证。',
        citation: 'HR-13',
      },
    ]
  }
  return [
    {
      code: 'certificate-void',
      field,
      message: '这张证在作废名单里，不能落户。请收下证件，联系签发机关核实。',
      citation: 'WR-47',
    },
  ]
}

/** 登记落户: the people are registered here and the certificate is surrendered, in one act. */
const landStep = defineStep({
  name: '登记落户',
  permission: 'register-people',
  from: ['approved'],
  to: ['closed'],
  facts: z.strictObject({
    /** One new record id for each person on the certificate, in its order. */
    personIds: z.array(z.uuid()).min(1).max(4),
    stationName: z.string().max(60),
  }),
  touches: ({ personIds }, caseFile) => [
    ...presentedKeys(caseFile?.form ?? {}),
    ...personIds.map((id) => `person:${id}`),
  ],
  decide: (context, { personIds, stationName }) => {
    const facts = (context.caseFile?.form ?? {}) as LandingFacts
    const faults = whatTheVoidListSays(facts, context.records)
    if (faults.length > 0) return refused(...faults)
    const persons = facts.presentedContent?.persons ?? []
    if (persons.length !== personIds.length) {
      return refused({ code: 'person-count', message: '登记的人数与证上人数不一致，请重新打开案件再办。' })
    }
    const known = findCertificate(context.records, findPresentedKey(facts) ?? '')
    const certificate = surrendered(facts, known, context.day, stationName)
    if (!certificate) return refused({ code: 'no-certificate', message: '没有认出证件编号，请退回补正。' })
    const people = persons.map((person, index) =>
      residentFrom(person, personIds[index] ?? '', facts, context.day, context.caseFile),
    )
    return accepted({ status: 'closed', records: [certificate, ...people] })
  },
})

/** GB/T 4761: the head, and whoever's relation to the head still has to be entered by a correction. */
const head = '02'
const otherRelation = '99'

function residentFrom(
  person: CertificatePerson,
  id: string,
  facts: LandingFacts,
  day: string,
  caseFile: CaseFile | undefined,
): ResidentRecord {
  return {
    kind: 'person',
    key: `person:${id}`,
    id,
    householdNumber: facts.householdNumber ?? '',
    relationToHead: facts.household === 'new' && person.relation === '持证人' ? head : otherRelation,
    name: person.name,
    formerName: person.formerName,
    sex: person.sex,
    ethnicGroup: person.ethnicGroup,
    birthDate: person.birthDate,
    birthplace: person.birthplace,
    nativePlace: person.nativePlace,
    education: person.education,
    occupation: person.occupation,
    maritalStatus: person.maritalStatus,
    citizenId: person.citizenId,
    address: { region: facts.address?.region ?? '', detail: facts.address?.detail ?? '' },
    committee: facts.committee ?? '',
    status: 'registered',
    statusOn: day,
    ...(caseFile ? { statusCase: caseFile.id } : {}),
    pinyinInitials: '',
    version: 0,
  }
}

const leads: Leads = { to: ['awaiting-approval'], next: () => 'awaiting-approval' }

export const steps: Readonly<Record<string, Step>> = {
  accept: acceptStep(law, leads),
  amend: amendStep(law, leads),
  refer: turnAwayStep(law, 'refer'),
  askForMore: turnAwayStep(law, 'askForMore'),
  ...approvalSteps(law, stationAlone),
  withdraw: withdrawStep,
  land: landStep,
  cityAnswer: cityAnswerStep,
  settleConflict: settleConflictStep,
}
