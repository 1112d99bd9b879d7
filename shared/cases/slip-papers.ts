import { accepted } from '../base/outcome.ts'
import type { DocumentDefinition } from '../documents/definition.ts'
import { decisionOfRefusal } from '../documents/decision-of-refusal.ts'
import { oneTimeNotice } from '../documents/one-time-notice.ts'
import { receipt } from '../documents/receipt.ts'
import { referralSlip } from '../documents/referral-slip.ts'
import type { SlipApplicant, SlipHead } from '../documents/slip-head.ts'
import { citeInWords } from '../policy/instruments/index.ts'
import { judge, type Finding } from '../policy/judge.ts'
import { settingAt } from '../policy/rule.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseType, Occasion, Paper, PaperContext } from './case-type.ts'
import { promisedBy } from './deadline.ts'
import { askedFacts, missingFacts, type PartialFacts } from './fields.ts'

interface Slip {
  readonly id: string
  readonly name: string
  readonly occasion: Occasion
  readonly available: Paper['available']
  readonly make: (context: PaperContext) => DocumentDefinition
}

function slip({ make, ...head }: Slip): Paper {
  return { ...head, kind: 'slip', touches: () => [], make: (context) => accepted(make(context)) }
}

/** 受理回执, 一次性告知书, 告知（转办）单, 不予办理决定书: each when the case has come to it. */
export const slipPapers: readonly Paper[] = [
  slip({ id: 'receipt', name: '受理回执', occasion: 'accepted', available: wasAccepted, make: receiptOf }),
  slip({
    id: 'one-time-notice',
    name: '一次性告知书',
    occasion: 'asked',
    available: isAt('supplementing'),
    make: noticeOf,
  }),
  slip({
    id: 'referral',
    name: '告知（转办）单',
    occasion: 'referred',
    available: isAt('referred'),
    make: referralOf,
  }),
  slip({
    id: 'refusal',
    name: '不予办理决定书',
    occasion: 'refused',
    available: isAt('refused'),
    make: refusalOf,
  }),
]

function isAt(status: CaseFile['status']) {
  return (caseFile: CaseFile) => caseFile.status === status
}

function wasAccepted(caseFile: CaseFile): boolean {
  return caseFile.steps.some(({ step }) => step === 'accept' || step === 'amend')
}

export function headOf({ station, clerk, desk, caseFile, day }: PaperContext): SlipHead {
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

export function applicantOf({ holder }: CaseType, facts: PartialFacts): SlipApplicant {
  const agent = typeof facts['applicantName'] === 'string' ? facts['applicantName'] : ''
  return { ...holder(facts), agent }
}

function receiptOf(context: PaperContext) {
  const { caseFile, caseType, station } = context
  const brought = caseType.materials(caseFile.form).filter(({ from }) => from !== 'police')
  const pending = caseFile.questions.some((question) => !question.answer)
    ? '是否在别处落户，待线路恢复后由市局答复'
    : ''
  return receipt({
    head: headOf(context),
    applicant: applicantOf(caseType, caseFile.form),
    matter: caseType.name,
    acceptedAtTime: timeInChina(caseFile.openedAt),
    promisedBy: promisedBy(caseType, caseFile),
    materials: brought.map(({ name, from }) => ({
      name,
      form: from === 'records' ? 'own-record' : 'original',
      count: 1,
    })),
    pending,
    enquiry: `凭案件编号向${station.shortName}查询，电话${station.phone}`,
  })
}

/** HH:mm in China (UTC+8, no summer time) of an ISO instant. */
function timeInChina(instant: string): string {
  const hour = (Number(instant.slice(11, 13)) + 8) % 24
  return `${String(hour).padStart(2, '0')}:${instant.slice(14, 16)}`
}

export function findingsOf({ caseFile, caseType, station, day }: PaperContext): readonly Finding[] {
  return judge(caseType.policy, askedFacts(caseType.fields, caseFile.form), settingAt(station, day)).findings
}

const clauseOf = (finding: Finding): string => finding.citations.slice(0, 1).map(citeInWords).join('')

function noticeOf(context: PaperContext) {
  const { caseType } = context
  const facts = context.caseFile.form
  const fromRules = findingsOf(context).flatMap((finding) => {
    const { verdict, title, consequence } = finding
    if (consequence !== 'ask' || (verdict.kind !== 'unmet' && verdict.kind !== 'unknown')) return []
    const name = verdict.kind === 'unmet' ? verdict.because : title
    const whereObtained = verdict.kind === 'unmet' ? verdict.remedy : verdict.because
    return [{ name, clause: clauseOf(finding), whereObtained, alternative: '' }]
  })
  const fromForm = missingFacts(caseType.fields, facts).map((key) => ({
    name: caseType.fields[key]?.label ?? key,
    clause: '',
    whereObtained: '到窗口说明即可',
    alternative: '',
  }))
  const missing = fromRules.length > 0 ? fromRules : fromForm
  return oneTimeNotice({
    head: headOf(context),
    applicant: applicantOf(caseType, facts),
    matter: caseType.name,
    missing,
  })
}

function unmetOf(context: PaperContext, consequences: readonly string[]) {
  return findingsOf(context).flatMap((finding) =>
    finding.verdict.kind === 'unmet' && consequences.includes(finding.consequence)
      ? [{ finding, verdict: finding.verdict }]
      : [],
  )
}

function referralOf(context: PaperContext) {
  const { caseType } = context
  const facts = context.caseFile.form
  const unmet = unmetOf(context, ['refer', 'route'])
  const name = caseType.rightOffice(facts)
  return referralSlip({
    head: headOf(context),
    applicant: applicantOf(caseType, facts),
    matter: caseType.name,
    reason: unmet.map(({ verdict }) => `${verdict.because}${verdict.remedy}`).join(''),
    clause: unmet.map(({ finding }) => clauseOf(finding)).join('；'),
    office: { name, address: '', telephone: '' },
    bring: caseType
      .materials(facts)
      .filter(({ from }) => from === 'resident')
      .map((material) => material.name),
  })
}

function refusalOf(context: PaperContext) {
  const { caseFile, caseType, station, day } = context
  const unmet = unmetOf(context, ['refuse', 'block'])
  const conflict = caseFile.questions.find((question) => question.settled)
  const facts = unmet.map(({ verdict }) => verdict.because)
  return decisionOfRefusal({
    head: headOf(context),
    applicant: applicantOf(caseType, caseFile.form),
    matter: caseType.name,
    appliedOn: day,
    facts: conflict?.answer ? [...facts, `市局答复：已在${conflict.answer.office ?? '别处'}落户。`] : facts,
    evidence: ['本所签发登记', '本所核查记录'],
    clauses: unmet.map(({ finding }) => clauseOf(finding)),
    wouldChange: unmet.map(({ verdict }) => verdict.remedy).join(''),
    reviewAuthority: `${station.name}的上级公安机关`,
    court: '有管辖权的人民法院',
  })
}
