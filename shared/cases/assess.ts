import type { PlainDate } from '../base/plain-date.ts'
import { addWorkingDays } from '../base/working-days.ts'
import { citeInWords, findCitation, instruments } from '../policy/instruments/index.ts'
import { judge, type Conclusion, type Finding, type Judgement } from '../policy/judge.ts'
import { defaultPolicyOptions, type PolicyOptions } from '../policy/options.ts'
import { settingAt } from '../policy/rule.ts'
import type { RecordView } from '../register/record.ts'
import { barredDemands, mayDemand } from './demands.ts'
import type { CaseType, Occasion } from './case-type.ts'
import { askedFacts, missingFacts, type PartialFacts } from './fields.ts'
import { levelsOfDecision } from './levels.ts'

/** What an assessment is made of: facts of a case, a day, a station, and what the clerk thinks of asking for. */
export interface Assessed {
  readonly caseType: CaseType
  readonly facts: PartialFacts
  readonly on: PlainDate
  readonly station: { readonly code: string; readonly name: string }
  readonly demands?: readonly string[]
  readonly options?: PolicyOptions
  /** What the register says about the records that the facts name; empty when nobody knows. */
  readonly records?: RecordView
}

/** What the program would do with the application, in one word. */
export type AssessedOutcome =
  'accept' | 'accept-and-investigate' | 'hold' | 'ask-once' | 'refuse' | 'refer' | 'route' | 'block'

const outcomes: Readonly<Record<Conclusion, AssessedOutcome>> = {
  ready: 'accept',
  investigate: 'accept-and-investigate',
  hold: 'hold',
  ask: 'ask-once',
  incomplete: 'ask-once',
  refuse: 'refuse',
  refer: 'refer',
  route: 'route',
  block: 'block',
}

const outcomeWords: Readonly<Record<AssessedOutcome, string>> = {
  accept: '受理，可以决定',
  'accept-and-investigate': '受理，先调查核实再决定',
  hold: '可以受理，查清之前不能决定',
  'ask-once': '一次性告知需要补的材料和情况',
  refuse: '不予办理，说明理由和补救办法',
  refer: '告知应去的机关',
  route: '告知应走的手续',
  block: '程序不允许这样做',
}

/** The judgement of an application with everything that follows from it; the same functions as at desk and city. */
export function assess(assessed: Assessed) {
  const { caseType, on, station, options = defaultPolicyOptions, demands = [] } = assessed
  const facts = askedFacts(caseType.fields, assessed.facts)
  const judgement = judge(caseType.policy, facts, settingAt(station, on, options))
  const missing = missingFacts(caseType.fields, facts)
  const outcome = outcomeOf(judgement, missing)
  const { workingDays, basis } = caseType.deadline(facts)
  return {
    caseType: caseType.id,
    name: caseType.name,
    on,
    station,
    outcome,
    outcomeInWords: outcomeWords[outcome],
    reasons: judgement.findings.filter(standsAgainst).map(ruleInWords),
    ...(outcome === 'refer' || outcome === 'route' ? { referTo: caseType.rightOffice(facts) } : {}),
    missing: missing.map((field) => ({ field, label: caseType.fields[field]?.label ?? field })),
    warnings: judgement.findings
      .filter(({ consequence, verdict }) => consequence === 'warn' && verdict.kind === 'unmet')
      .map(ruleInWords),
    grounds: judgement.findings
      .filter(({ consequence, verdict }) => consequence === 'option' && verdict.kind === 'met')
      .map(ruleInWords),
    questionsForTheCity: judgement.cityQuestions.map(ruleInWords),
    rules: judgement.findings.map(ruleInWords),
    materials: caseType.materials(facts).map((material) => ({
      ...material,
      citationInWords: citeInWords(material.citation),
    })),
    demands: demands.map((demand) => answerTo(demand, caseType, facts)),
    mayNotBeDemanded: barredDemands(caseType, facts).map(({ id, name, because, citation }) => ({
      id,
      name,
      because,
      citation,
      citationInWords: citeInWords(citation),
    })),
    decidedBy: caseType.decidedBy(facts).map((level) => ({ level, office: levelsOfDecision[level].office })),
    papers: caseType.papers
      .filter(({ occasion }) => occasionsOf[outcome].includes(occasion))
      .map(({ id, name, occasion }) => ({ id, name, occasion })),
    deadline: { workingDays, dueOn: addWorkingDays(on, workingDays), basis },
    ruleSet: instruments
      .filter(({ inForceFrom, inForceUntil }) => inForceFrom <= on && (!inForceUntil || on <= inForceUntil))
      .map(({ id, title, number, inForceFrom }) => ({ id, title, number, inForceFrom })),
    options,
  }
}
export type Assessment = ReturnType<typeof assess>

/** A complete form is accepted; one that lacks facts is asked for all of them at once, unless it is turned away anyway. */
function outcomeOf({ conclusion }: Judgement, missing: readonly string[]): AssessedOutcome {
  const outcome = outcomes[conclusion]
  const acceptable = outcome === 'accept' || outcome === 'accept-and-investigate' || outcome === 'hold'
  return acceptable && missing.length > 0 ? 'ask-once' : outcome
}

const occasionsOf: Readonly<Record<AssessedOutcome, readonly Occasion[]>> = {
  accept: ['accepted', 'decided', 'result'],
  'accept-and-investigate': ['accepted', 'investigated', 'decided', 'result'],
  hold: ['accepted', 'investigated', 'decided'],
  'ask-once': ['asked'],
  refuse: ['refused'],
  block: ['refused'],
  refer: ['referred'],
  route: ['referred'],
}

function standsAgainst({ consequence, verdict }: Finding): boolean {
  return verdict.kind === 'unmet' && consequence !== 'warn' && consequence !== 'option'
}

function ruleInWords({ ruleId, title, consequence, citations, verdict }: Finding) {
  return {
    id: ruleId,
    title,
    consequence,
    result: verdict.kind,
    ...(verdict.kind === 'not-applicable' ? {} : { because: verdict.because }),
    ...(verdict.kind === 'unmet' ? { remedy: verdict.remedy } : {}),
    ...(verdict.kind === 'unknown' ? { needs: verdict.needs } : {}),
    citations: citations.map(citationOf),
  }
}

function citationOf(clauseId: string) {
  const citation = findCitation(clauseId)
  return {
    clause: clauseId,
    inWords: citeInWords(clauseId),
    meaning: citation?.clause.meaning ?? '',
    inForceFrom: citation?.instrument.inForceFrom ?? '',
    ...(citation?.instrument.inForceUntil ? { inForceUntil: citation.instrument.inForceUntil } : {}),
    ...(citation?.clause.unconfirmed ? { unconfirmed: citation.clause.unconfirmed } : {}),
  }
}

function answerTo(demand: string, caseType: CaseType, facts: PartialFacts) {
  const checked = mayDemand(caseType, facts, demand)
  if (checked.ok) return { demand, blocked: false }
  const [refusal] = checked.refusals
  return {
    demand,
    blocked: true,
    because: refusal?.message ?? '',
    citation: refusal?.citation ?? '',
    citationInWords: refusal?.citation ? citeInWords(refusal.citation) : '',
  }
}
