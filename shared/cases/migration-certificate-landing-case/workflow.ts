import { z } from 'zod'
import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { householdKey } from '../../people/household.ts'
import { residentKey } from '../../people/resident.ts'
import { citizenIdKey, findCertificate, findPerson, type RecordView } from '../../register/record.ts'
import type { PartialFacts } from '../fields.ts'
import { acceptStep, amendStep, type Leads } from '../standard-steps/accept.ts'
import { approvalSteps, stationAlone, withdrawStep } from '../standard-steps/decide.ts'
import type { FormAndLaw } from '../standard-steps/judged-form.ts'
import { turnAwayStep } from '../standard-steps/turn-away.ts'
import { defineStep, type Step } from '../step.ts'
import { householdFault, householdFounded, peopleArriving } from './arrivals.ts'
import { fields, type LandingFacts } from './fields.ts'
import { policy } from './policy.ts'
import { findPresentedKey, permitKeys, permitUsedUp, surrendered } from './presented.ts'

const law: FormAndLaw = {
  fields,
  policy: policy,
  recordsOf: recordKeys,
  refresh: (form) => form,
  recordFaults: whatTheRegisterSays,
  questionAbout: () => '',
}

function presentedKeys(form: PartialFacts): string[] {
  const key = findPresentedKey(form)
  return key ? [key] : []
}

/** The presented sheet, our permit behind it, the household, and whoever is registered here under the people's numbers. */
function recordKeys(form: PartialFacts): string[] {
  const { presentedContent, householdNumber }: LandingFacts = form
  return [
    ...presentedKeys(form),
    ...permitKeys(form),
    ...(householdNumber ? [householdKey(householdNumber)] : []),
    ...(presentedContent?.persons ?? []).flatMap(({ citizenId }) =>
      citizenId ? [citizenIdKey(citizenId)] : [],
    ),
  ]
}

function whatTheRegisterSays(form: PartialFacts, records: RecordView): Refusal[] {
  const household = householdFault(form, records)
  return [
    ...whatTheVoidListSays(form, records),
    ...(household ? [household] : []),
    ...whoIsHereAlready(form, records),
  ]
}

/** Nobody is registered twice: whoever stands in this register under the number is asked about first. */
function whoIsHereAlready(form: PartialFacts, records: RecordView): Refusal[] {
  const { presentedContent }: LandingFacts = form
  return (presentedContent?.persons ?? []).flatMap(({ name, citizenId }) =>
    citizenId && findPerson(records, citizenIdKey(citizenId))
      ? [
          {
            code: 'registered-already',
            field: 'presentedContent',
            message: `${name}的公民身份号码在本所已经有在册的人，不能再登记一次。请先核对是不是同一个人，需要时开双重户口案件。`,
            citation: 'HR-6',
          },
        ]
      : [],
  )
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
  touches: ({ personIds }, caseFile) => [...recordKeys(caseFile?.form ?? {}), ...personIds.map(residentKey)],
  decide: (context, { personIds, stationName }) => {
    const facts: LandingFacts = context.caseFile?.form ?? {}
    const faults = whatTheRegisterSays(facts, context.records)
    if (faults.length > 0) return refused(...faults)
    const persons = facts.presentedContent?.persons ?? []
    if (persons.length !== personIds.length) {
      return refused({ code: 'person-count', message: '登记的人数与证上人数不一致，请重新打开案件再办。' })
    }
    const known = findCertificate(context.records, findPresentedKey(facts) ?? '')
    const certificate = surrendered(facts, known, context.day, stationName)
    if (!certificate) return refused({ code: 'no-certificate', message: '没有认出证件编号，请退回补正。' })
    const arrivals = persons.map((person, index) => ({ person, id: personIds[index] ?? '' }))
    return accepted({
      status: 'closed',
      records: [
        certificate,
        ...permitUsedUp(facts, context.records, context.day, stationName),
        ...householdFounded(context, facts, arrivals),
        ...peopleArriving(context, facts, arrivals),
      ],
    })
  },
})

const leads: Leads = { to: ['awaiting-approval'], next: () => 'awaiting-approval' }

export const steps: Readonly<Record<string, Step>> = {
  accept: acceptStep(law, leads),
  amend: amendStep(law, leads),
  refer: turnAwayStep(law, 'refer'),
  askForMore: turnAwayStep(law, 'askForMore'),
  ...approvalSteps(law, stationAlone),
  withdraw: withdrawStep,
  land: landStep,
}
