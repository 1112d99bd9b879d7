import type { PartialFacts } from '../fields.ts'
import { compareCounterfoilStep } from '../sheet-steps/compare-counterfoil.ts'
import { confirmSheetStep } from '../sheet-steps/confirm-sheet.ts'
import { handOverStep } from '../sheet-steps/hand-over.ts'
import { printSheetStep } from '../sheet-steps/print-sheet.ts'
import { reissuePlan } from '../sheet-steps/reissue-plan.ts'
import { migrationCertificateSheet } from '../sheet-steps/sheet-kind.ts'
import { acceptStep, amendStep, type Leads } from '../standard-steps/accept.ts'
import { approvalSteps, stationAlone, withdrawStep } from '../standard-steps/decide.ts'
import type { FormAndLaw } from '../standard-steps/judged-form.ts'
import { turnAwayStep } from '../standard-steps/turn-away.ts'
import type { Step } from '../step.ts'
import { fields, type ReissueFacts } from './fields.ts'
import { deathRemark, findOriginalKey, recordFromCounterfoil, refreshOriginal } from './original.ts'
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
  next: ({ form }) =>
    form['originalSource'] === 'counterfoil' ? 'awaiting-comparison' : 'awaiting-approval',
}

const reissue = reissuePlan({
  kind: migrationCertificateSheet,
  findOriginalKey: (form) => findOriginalKey(form),
  lossKind: ({ lossKind }: ReissueFacts) => lossKind ?? 'lost',
  moreRemark: (form) => deathRemark(form),
})

export const steps: Readonly<Record<string, Step>> = {
  accept: acceptStep(law, leads),
  amend: amendStep(law, leads),
  refer: turnAwayStep(law, 'refer'),
  refuse: turnAwayStep(law, 'refuse'),
  askForMore: turnAwayStep(law, 'askForMore'),
  compareCounterfoil: compareCounterfoilStep({ keysOf: originalKeys, recordOf: recordFromCounterfoil }),
  ...approvalSteps(law, stationAlone),
  withdraw: withdrawStep,
  print: printSheetStep(migrationCertificateSheet, reissue),
  confirmSheet: confirmSheetStep(migrationCertificateSheet, reissue),
  handOver: handOverStep,
}
