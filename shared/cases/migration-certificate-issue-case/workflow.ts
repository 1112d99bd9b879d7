import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { moveReasons } from '../../codes/move-reason.ts'
import { findPerson, type RecordView, type RegisterRecord } from '../../register/record.ts'
import { withStatus } from '../../register/register-changes.ts'
import type { CertificateContent, CertificateRecord } from '../../register/certificate.ts'
import type { CaseFile } from '../case-file.ts'
import type { PartialFacts } from '../fields.ts'
import { occasionOf } from '../record-ids.ts'
import { confirmSheetStep } from '../sheet-steps/confirm-sheet.ts'
import { handOverStep } from '../sheet-steps/hand-over.ts'
import { printSheetStep, type SheetToPrint } from '../sheet-steps/print-sheet.ts'
import { migrationCertificateSheet } from '../sheet-steps/sheet-kind.ts'
import { acceptStep, amendStep, type Leads } from '../standard-steps/accept.ts'
import { approvalSteps, stationAlone, withdrawStep } from '../standard-steps/decide.ts'
import type { FormAndLaw } from '../standard-steps/judged-form.ts'
import { turnAwayStep } from '../standard-steps/turn-away.ts'
import type { Step, StepContext } from '../step.ts'
import { fields, type IssueFacts } from './fields.ts'
import { policy } from './policy.ts'

const law: FormAndLaw = {
  fields,
  policy: policy,
  recordsOf: (form) => moverKeys(form),
  refresh: (form) => form,
  recordFaults: (form, records) => moversWhoAreGone(form, records),
  questionAbout: () => '',
}

function moverKeys(form: PartialFacts): string[] {
  return ((form as IssueFacts).movers ?? []).flatMap((mover) =>
    mover.personId ? [`person:${mover.personId}`] : [],
  )
}

/** Only somebody registered here can move out from here. */
function moversWhoAreGone(form: PartialFacts, records: RecordView): Refusal[] {
  return ((form as IssueFacts).movers ?? [])
    .filter(
      (mover) => !mover.personId || findPerson(records, `person:${mover.personId}`)?.status !== 'registered',
    )
    .map((mover) => ({
      code: 'mover-not-registered',
      field: 'movers',
      message: `${mover.name}现在不是本所的在册人口，不能从本所迁出。请核对户籍后重新选择。`,
      citation: 'HR-10',
    }))
}

const leads: Leads = { to: ['awaiting-approval'], next: () => 'awaiting-approval' }

function planIssue(context: StepContext, caseFile: CaseFile): Outcome<SheetToPrint<CertificateRecord>> {
  const gone = moversWhoAreGone(caseFile.form, context.records)
  if (gone.length > 0) return refused(...gone)
  const content = contentOf(caseFile.form)
  if (!content) return refused({ code: 'incomplete', message: '案件内容不全，请退回补正。' })
  return accepted({ content, remark: '', reissues: 0, before: [] })
}

/** The certificate's content, in the order in which the movers were picked; the first is its holder. */
function contentOf(facts: IssueFacts): CertificateContent | undefined {
  const { movers, origin, destination, householdKind } = facts
  if (!movers?.length || !origin || !destination) return undefined
  const moveReason = moveReasons.name(facts.moveReason ?? '') ?? ''
  return {
    householdKind: householdKind === 'collective' ? 'collective' : 'family',
    wholeHousehold: facts.wholeHousehold ?? false,
    persons: movers.map((mover, index) => ({
      ...mover,
      moveReason,
      relation: index === 0 ? '持证人' : mover.relation,
    })),
    origin,
    originCommittee: facts.originCommittee ?? '',
    destination,
    permitNumber: facts.permitNumber ?? '',
  }
}

/** From the moment the certificate is out, its people are no longer registered here. */
function moversLeave(context: StepContext, caseFile: CaseFile): RegisterRecord[] {
  const { destination }: IssueFacts = caseFile.form
  const to = `迁往${destination?.regionName ?? ''}${destination?.detail ?? ''}`
  const occasion = occasionOf(context, 'moved-out', to)
  return moverKeys(caseFile.form).flatMap((key) => {
    const person = findPerson(context.records, key)
    return person ? [withStatus(person, 'moved-out', occasion, 'moved-out')] : []
  })
}

const recordsOf = (caseFile: CaseFile) => moverKeys(caseFile.form)

export const steps: Readonly<Record<string, Step>> = {
  accept: acceptStep(law, leads),
  amend: amendStep(law, leads),
  refer: turnAwayStep(law, 'refer'),
  askForMore: turnAwayStep(law, 'askForMore'),
  ...approvalSteps(law, stationAlone),
  withdraw: withdrawStep,
  print: printSheetStep(migrationCertificateSheet, { recordsOf, plan: planIssue }),
  confirmSheet: confirmSheetStep(migrationCertificateSheet, { recordsOf, whenIssued: moversLeave }),
  handOver: handOverStep,
}
