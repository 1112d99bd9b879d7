import { defaultPolicyOptions } from '../../policy/options.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { compareCounterfoilStep } from '../sheet-steps/compare-counterfoil.ts'
import { confirmSheetStep } from '../sheet-steps/confirm-sheet.ts'
import { handOverStep } from '../sheet-steps/hand-over.ts'
import { printSheetStep } from '../sheet-steps/print-sheet.ts'
import { reissuePlan } from '../sheet-steps/reissue-plan.ts'
import { moveInPermitSheet } from '../sheet-steps/sheet-kind.ts'
import { acceptStep, amendStep, type Leads } from '../standard-steps/accept.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, type PermitReissueFacts } from './fields.ts'
import { findOriginalKey, recordFromCounterfoil, refreshOriginal } from './original.ts'
import { policy } from './policy.ts'

const picked = lawOf(fields, policy, { recordsOf: originalKeys })
const law = {
  ...picked,
  refresh: (form: PartialFacts, records: Parameters<typeof refreshOriginal>[1]) =>
    refreshOriginal(picked.refresh(form, records), records),
  questionAbout: (form: PartialFacts) => findOriginalKey(form) ?? '',
}

function originalKeys(form: PartialFacts): string[] {
  const key = findOriginalKey(form)
  return key ? [key] : []
}

/** A counterfoil is compared by a second person before anybody decides on it. */
const leads: Leads = {
  to: ['awaiting-comparison', 'awaiting-approval'],
  next: ({ form }) =>
    form['originalSource'] === 'counterfoil' ? 'awaiting-comparison' : 'awaiting-approval',
}

/** Who issued it replaces it: the county, unless the city says that stations do. */
export function decidedBy(): readonly Level[] {
  return defaultPolicyOptions['permit-reissue-approval-level'] === 'county'
    ? ['station', 'county']
    : ['station']
}

const reissue = reissuePlan({
  kind: moveInPermitSheet,
  findOriginalKey: (form) => findOriginalKey(form),
  lossKind: ({ lossKind }: PermitReissueFacts) => lossKind ?? 'lost',
  moreRemark: () => '',
})

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }, ['station', 'county']),
  accept: acceptStep(law, leads),
  amend: amendStep(law, leads),
  compareCounterfoil: compareCounterfoilStep({ keysOf: originalKeys, recordOf: recordFromCounterfoil }),
  print: printSheetStep(moveInPermitSheet, reissue),
  confirmSheet: confirmSheetStep(moveInPermitSheet, reissue),
  handOver: handOverStep,
}
