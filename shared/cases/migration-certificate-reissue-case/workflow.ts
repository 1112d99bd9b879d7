import { z } from 'zod'
import { accepted, refused, type Outcome } from '../../base/outcome.ts'
import { dateInChinese } from '../../base/plain-date.ts'
import type { CertificateRecord, VoidReason } from '../../register/certificate.ts'
import { findCertificate, type RegisterRecord } from '../../register/record.ts'
import type { CaseFile } from '../case-file.ts'
import type { PartialFacts } from '../fields.ts'
import { confirmSheetStep } from '../sheet-steps/confirm-sheet.ts'
import { handOverStep } from '../sheet-steps/hand-over.ts'
import { printSheetStep, type SheetToPrint } from '../sheet-steps/print-sheet.ts'
import { acceptStep, amendStep, type Leads } from '../standard-steps/accept.ts'
import { cityAnswerStep, settleConflictStep } from '../standard-steps/city-answer.ts'
import { approvalSteps, handlingSteps, stationAlone, withdrawStep } from '../standard-steps/decide.ts'
import type { FormAndLaw } from '../standard-steps/judged-form.ts'
import { turnAwayStep } from '../standard-steps/turn-away.ts'
import { defineStep, type Step, type StepContext } from '../step.ts'
import { fields, type ReissueFacts } from './fields.ts'
import { findOriginalKey, recordFromStub, refreshOriginal, reissueRemark } from './original.ts'
import { policy } from './policy.ts'

const law: FormAndLaw = {
  fields,
  policy: policy,
  recordsOf: (form) => originalKeys(form),
  refresh: refreshOriginal,
  questionAbout: (form) => findOriginalKey(form) ?? '',
}

function originalKeys(form: PartialFacts): string[] {
  const key = findOriginalKey(form)
  return key ? [key] : []
}

const leads: Leads = {
  to: ['awaiting-comparison', 'awaiting-approval'],
  next: ({ form }) => (form['originalSource'] === 'stub' ? 'awaiting-comparison' : 'awaiting-approval'),
}

/** 核对存根: a second person holds the paper stub beside what the first one typed; only then is it an original. */
const compareStubStep = defineStep({
  name: '核对存根',
  permission: 'compare-stub',
  from: ['awaiting-comparison'],
  to: ['awaiting-approval', 'returned'],
  notBy: handlingSteps,
  facts: z.strictObject({ agrees: z.boolean(), note: z.string().max(500), stationName: z.string().max(60) }),
  touches: (_facts, caseFile) => originalKeys(caseFile?.form ?? {}),
  decide: (context, { agrees, stationName }) => {
    if (!agrees) return accepted({ status: 'returned' })
    const facts = (context.caseFile?.form ?? {}) as ReissueFacts
    const record = recordFromStub(facts, context.action.station, stationName)
    if (!record.ok) return record
    if (findCertificate(context.records, record.value.key)) {
      return refused({
        code: 'stub-in-register',
        message: '这个编号在签发登记里已经有了，请退回后从登记里选原证。',
      })
    }
    return accepted({ status: 'awaiting-approval', records: [record.value] })
  },
})

/** The original of this case as the register holds it now. */
function findOriginal(context: StepContext, caseFile: CaseFile): CertificateRecord | undefined {
  const key = findOriginalKey(caseFile.form)
  return key ? findCertificate(context.records, key) : undefined
}

function planReissue(context: StepContext, caseFile: CaseFile): Outcome<SheetToPrint> {
  const original = findOriginal(context, caseFile)
  if (!original?.content || !original.issue)
    return refused({ code: 'no-original', message: '登记里找不到原证，不能补发。' })
  const kind = (caseFile.form as ReissueFacts).lossKind
  const ours = original.state === 'void' && original.voided?.caseId === caseFile.id
  if (original.landing) {
    return refused({
      code: 'landed',
      message: `证上人员已在${original.landing.office}落户，不能补发。`,
      citation: 'HR-13',
    })
  }
  if (original.state !== 'issued' && !ours) {
    return refused({
      code: 'original-not-standing',
      message: '原证已经在别处作废或者补发，不能再补。请看原证的登记。',
    })
  }
  return accepted({
    content: original.content,
    remark: reissueRemark(original, kind, dateInChinese(original.issue.issuedOn)),
    replaces: original.key,
    reissues: original.reissues + 1,
    before: ours ? [] : [voidedFirst(original, caseFile.id, kind, context.day)],
  })
}

/** The old number is void before the new one exists, so that the old sheet cannot land in between. */
function voidedFirst(
  original: CertificateRecord,
  caseId: string,
  kind: ReissueFacts['lossKind'],
  day: string,
): RegisterRecord {
  return { ...original, state: 'void', voided: { on: day, reason: voidReasonOf(kind), caseId } }
}

function voidReasonOf(kind: ReissueFacts['lossKind']): VoidReason {
  return kind === 'expired' || kind === 'damaged' ? kind : 'lost'
}

/** The chain from the old certificate to the new one, so that it can be walked both ways. */
function chainToNew(context: StepContext, caseFile: CaseFile, issued: CertificateRecord): RegisterRecord[] {
  const original = findOriginal(context, caseFile)
  return original ? [{ ...original, replacedBy: issued.key }] : []
}

const recordsOf = (caseFile: CaseFile) => originalKeys(caseFile.form)

export const steps: Readonly<Record<string, Step>> = {
  accept: acceptStep(law, leads),
  amend: amendStep(law, leads),
  refer: turnAwayStep(law, 'refer'),
  refuse: turnAwayStep(law, 'refuse'),
  askForMore: turnAwayStep(law, 'askForMore'),
  compareStub: compareStubStep,
  ...approvalSteps(law, stationAlone),
  withdraw: withdrawStep,
  print: printSheetStep({ recordsOf, plan: planReissue }),
  confirmSheet: confirmSheetStep({ recordsOf, whenIssued: chainToNew }),
  handOver: handOverStep,
  cityAnswer: cityAnswerStep,
  settleConflict: settleConflictStep,
}
