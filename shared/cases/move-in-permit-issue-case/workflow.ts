import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { defaultPolicyOptions } from '../../policy/options.ts'
import type { MoveInPermitRecord } from '../../register/move-in-permit.ts'
import { citizenIdKey, findPerson, type RecordView } from '../../register/record.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { permitContentOf } from '../permit-content.ts'
import { confirmSheetStep } from '../sheet-steps/confirm-sheet.ts'
import { handOverStep } from '../sheet-steps/hand-over.ts'
import { printSheetStep, type SheetToPrint } from '../sheet-steps/print-sheet.ts'
import { moveInPermitSheet } from '../sheet-steps/sheet-kind.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step, StepContext } from '../step.ts'
import { fields, type PermitIssueFacts } from './fields.ts'
import { policy } from './policy.ts'

const law = lawOf(fields, policy, {
  recordsOf: (form) => moversOf(form).map(({ citizenId }) => citizenIdKey(citizenId)),
  recordFaults: whoIsHereAlready,
})

function moversOf(form: PartialFacts) {
  const { movers = [] }: PermitIssueFacts = form
  return movers.flatMap(({ name = '', citizenId }) => (citizenId ? [{ name, citizenId }] : []))
}

/** Whoever is registered here needs no permit to come here. */
function whoIsHereAlready(form: PartialFacts, records: RecordView): Refusal[] {
  return moversOf(form).flatMap(({ name, citizenId }) =>
    findPerson(records, citizenIdKey(citizenId))
      ? [
          {
            code: 'registered-here',
            field: 'movers',
            message: `${name}的公民身份号码已在本所登记户口，不用准予迁入证明。请核对号码；要换住址的，按市内迁移办。`,
            citation: 'HR-6',
          },
        ]
      : [],
  )
}

/** The station looks into it and the county issues, unless the city says that stations issue. */
export function decidedBy(): readonly Level[] {
  return defaultPolicyOptions['permit-issue-level'] === 'county' ? ['station', 'county'] : ['station']
}

function planPermit(context: StepContext, form: PartialFacts): Outcome<SheetToPrint<MoveInPermitRecord>> {
  const here = whoIsHereAlready(form, context.records)
  if (here.length > 0) return refused(...here)
  const content = permitContentOf(form)
  if (!content) return refused({ code: 'incomplete', message: '案件内容不全，请退回补正。' })
  return accepted({ content, remark: '', reissues: 0, before: [] })
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }, ['station', 'county']),
  print: printSheetStep(moveInPermitSheet, {
    recordsOf: ({ form }) => law.recordsOf(form),
    plan: (context, { form }) => planPermit(context, form),
  }),
  confirmSheet: confirmSheetStep(moveInPermitSheet, { recordsOf: () => [], whenIssued: () => [] }),
  handOver: handOverStep,
}
