import { accepted } from '../base/outcome.ts'
import { addDays } from '../base/plain-date.ts'
import { decisionOfRefusal } from '../documents/decision-of-refusal.ts'
import { oneTimeNotice } from '../documents/one-time-notice.ts'
import { receipt } from '../documents/receipt.ts'
import { referralSlip } from '../documents/referral-slip.ts'
import type { SlipApplicant, SlipHead } from '../documents/slip-head.ts'
import { citeInWords } from '../policy/instruments/index.ts'
import { judge, type Finding } from '../policy/judge.ts'
import type { Rule } from '../policy/rule.ts'
import type { CaseFile } from './case-file.ts'
import type { Material, Paper, PaperContext } from './case-type.ts'
import { askedFacts, missingFacts, type Fields, type PartialFacts } from './fields.ts'

/** What the slips of a case type are made from: its own words for the matter, the applicant and the right office. */
export interface SlipSource {
  readonly matter: string
  readonly fields: Fields
  readonly policy: readonly Rule<PartialFacts>[]
  readonly materials: (facts: PartialFacts) => readonly Material[]
  /** Whose matter it is: name and ID number as on the certificate. */
  readonly holder: (facts: PartialFacts) => { readonly name: string; readonly citizenId: string }
  /** The office that does handle it, when this one does not. */
  readonly rightOffice: (facts: PartialFacts) => string
  readonly workingDays: number
}

function slip(id: string, name: string, available: Paper['available'], make: Paper['make']): Paper {
  return { id, name, kind: 'slip', available, touches: () => [], make }
}

/** 受理回执, 一次性告知书, 告知（转办）单, 不予办理决定书: each when the case has come to it. */
export function slipPapers(source: SlipSource): readonly Paper[] {
  return [
    slip('receipt', '受理回执', wasAccepted, (context) => accepted(receiptOf(source, context))),
    slip('one-time-notice', '一次性告知书', isAt('supplementing'), (context) =>
      accepted(noticeOf(source, context)),
    ),
    slip('referral', '告知（转办）单', isAt('referred'), (context) => accepted(referralOf(source, context))),
    slip('refusal', '不予办理决定书', isAt('refused'), (context) => accepted(refusalOf(source, context))),
  ]
}

const isAt = (status: CaseFile['status']) => (caseFile: CaseFile) => caseFile.status === status
const wasAccepted = (caseFile: CaseFile) =>
  caseFile.steps.some(({ step }) => step === 'accept' || step === 'amend')

function headOf({ station, clerk, desk, caseFile, day }: PaperContext): SlipHead {
  return {
    station: station.name,
    address: station.address,
    telephone: station.phone,
    desk,
    clerk: clerk.name,
    clerkNumber: clerk.policeNumber,
    caseNumber: caseFile.number,
    day,
  }
}

function applicantOf(source: SlipSource, facts: PartialFacts): SlipApplicant {
  const agent = typeof facts['applicantName'] === 'string' ? facts['applicantName'] : ''
  return { ...source.holder(facts), agent }
}

function receiptOf(source: SlipSource, context: PaperContext) {
  const { caseFile, station } = context
  const brought = source.materials(caseFile.form).filter(({ from }) => from !== 'police')
  const pending = caseFile.questions.some((question) => !question.answer)
    ? '是否在别处落户，待线路恢复后由市局答复'
    : ''
  return receipt({
    head: headOf(context),
    applicant: applicantOf(source, caseFile.form),
    matter: source.matter,
    acceptedAtTime: timeInChina(caseFile.openedAt),
    promisedBy: addDays(context.day, calendarDays(source.workingDays)),
    materials: brought.map(({ name, from }) => ({
      name,
      form: from === 'records' ? 'own-record' : 'original',
      count: 1,
    })),
    pending,
    enquiry: `凭案件编号向${station.shortName}查询，电话${station.phone}`,
  })
}

/** Working days as calendar days at their most: weekends counted in, until the table of holidays is here. */
function calendarDays(workingDays: number): number {
  return workingDays + 2 * ((workingDays - (workingDays % 5)) / 5 + 1)
}

/** HH:mm in China (UTC+8, no summer time) of an ISO instant. */
function timeInChina(instant: string): string {
  const hour = (Number(instant.slice(11, 13)) + 8) % 24
  return `${String(hour).padStart(2, '0')}:${instant.slice(14, 16)}`
}

function findingsOf(source: SlipSource, { caseFile, station, day }: PaperContext): readonly Finding[] {
  const setting = { day, stationCode: station.code, stationName: station.name }
  return judge(source.policy, askedFacts(source.fields, caseFile.form), setting).findings
}

const clauseOf = (finding: Finding): string => finding.citations.slice(0, 1).map(citeInWords).join('')

function noticeOf(source: SlipSource, context: PaperContext) {
  const facts = context.caseFile.form
  const fromRules = findingsOf(source, context).flatMap((finding) => {
    const { verdict, title, consequence } = finding
    if (consequence !== 'ask' || (verdict.kind !== 'unmet' && verdict.kind !== 'unknown')) return []
    const name = verdict.kind === 'unmet' ? verdict.because : title
    const whereObtained = verdict.kind === 'unmet' ? verdict.remedy : verdict.because
    return [{ name, clause: clauseOf(finding), whereObtained, alternative: '' }]
  })
  const fromForm = missingFacts(source.fields, facts).map((key) => ({
    name: source.fields[key]?.label ?? key,
    clause: '',
    whereObtained: '到窗口说明即可',
    alternative: '',
  }))
  const missing = fromRules.length > 0 ? fromRules : fromForm
  return oneTimeNotice({
    head: headOf(context),
    applicant: applicantOf(source, facts),
    matter: source.matter,
    missing,
  })
}

function unmetOf(source: SlipSource, context: PaperContext, consequences: readonly string[]) {
  return findingsOf(source, context).flatMap((finding) =>
    finding.verdict.kind === 'unmet' && consequences.includes(finding.consequence)
      ? [{ finding, verdict: finding.verdict }]
      : [],
  )
}

function referralOf(source: SlipSource, context: PaperContext) {
  const facts = context.caseFile.form
  const unmet = unmetOf(source, context, ['refer', 'route'])
  const name = source.rightOffice(facts)
  return referralSlip({
    head: headOf(context),
    applicant: applicantOf(source, facts),
    matter: source.matter,
    reason: unmet.map(({ verdict }) => `${verdict.because}${verdict.remedy}`).join(''),
    clause: unmet.map(({ finding }) => clauseOf(finding)).join('；'),
    office: { name, address: '', telephone: '' },
    bring: source
      .materials(facts)
      .filter(({ from }) => from === 'resident')
      .map((material) => material.name),
  })
}

function refusalOf(source: SlipSource, context: PaperContext) {
  const { caseFile, station, day } = context
  const unmet = unmetOf(source, context, ['refuse'])
  const conflict = caseFile.questions.find((question) => question.settled)
  const facts = unmet.map(({ verdict }) => verdict.because)
  return decisionOfRefusal({
    head: headOf(context),
    applicant: applicantOf(source, caseFile.form),
    matter: source.matter,
    appliedOn: day,
    facts: conflict?.answer ? [...facts, `市局答复：已在${conflict.answer.office ?? '别处'}落户。`] : facts,
    evidence: ['本所签发登记', '本所核查记录'],
    clauses: unmet.map(({ finding }) => clauseOf(finding)),
    wouldChange: unmet.map(({ verdict }) => verdict.remedy).join(''),
    reviewAuthority: `${station.name}的上级公安机关`,
    court: '有管辖权的人民法院',
  })
}
