import { instruments } from './instruments/index.ts'
import type { Consequence, Rule, Setting, Verdict } from './rule.ts'

/** One rule's answer with what a reader needs to check it. */
export interface Finding {
  readonly ruleId: string
  readonly title: string
  readonly citations: readonly string[]
  readonly consequence: Consequence
  readonly cityQuestion?: 'landed'
  readonly verdict: Verdict
}

/**
 * What the findings come to, hardest first. `hold` and `investigate` may be accepted and not yet decided; `ready` may still
 * carry questions that only the city can answer.
 */
export type Conclusion =
  'block' | 'refuse' | 'refer' | 'route' | 'ask' | 'incomplete' | 'hold' | 'investigate' | 'ready'

export interface Judgement {
  readonly findings: readonly Finding[]
  readonly conclusion: Conclusion
  /** Rules that stay unknown because only the city knows. */
  readonly cityQuestions: readonly Finding[]
}

export function judge<Facts>(rules: readonly Rule<Facts>[], facts: Facts, setting: Setting): Judgement {
  const findings = rules.map((rule) => findingOf(rule, facts, setting))
  return {
    findings,
    conclusion: conclusionOf(findings),
    cityQuestions: findings.filter((finding) => finding.verdict.kind === 'unknown' && finding.cityQuestion),
  }
}

function findingOf<Facts>(rule: Rule<Facts>, facts: Facts, setting: Setting): Finding {
  const { id, title, citations, consequence, cityQuestion } = rule
  const verdict = rule.test(facts, setting)
  return { ruleId: id, title, citations, consequence, verdict, ...(cityQuestion ? { cityQuestion } : {}) }
}

/** Conclusions with which the counter accepts an application. */
export const acceptable: readonly Conclusion[] = ['ready', 'hold', 'investigate']

const turnsAway = ['block', 'refuse', 'refer', 'route', 'ask'] as const

/** Consequences whose unknown leaves the application itself incomplete. */
const mustBeKnown: readonly Consequence[] = turnsAway

function conclusionOf(findings: readonly Finding[]): Conclusion {
  const hardest = turnsAway.find((consequence) => hasUnmet(findings, consequence))
  if (hardest) return hardest
  const open = findings.filter(({ verdict, cityQuestion }) => verdict.kind === 'unknown' && !cityQuestion)
  if (open.some(({ consequence }) => mustBeKnown.includes(consequence))) return 'incomplete'
  return (
    (['hold', 'investigate'] as const).find(
      (consequence) =>
        hasUnmet(findings, consequence) || open.some((finding) => finding.consequence === consequence),
    ) ?? 'ready'
  )
}

function hasUnmet(findings: readonly Finding[], consequence: Consequence): boolean {
  return findings.some((finding) => finding.consequence === consequence && finding.verdict.kind === 'unmet')
}

/** What a decision stores so that it can be explained years later: each rule's answer and the instruments' dates. */
export interface JudgedOn {
  readonly day: string
  readonly conclusion: string
  readonly rules: Readonly<Record<string, string>>
  readonly instruments: Readonly<Record<string, string>>
}

export function judgedOn(judgement: Judgement, day: string): JudgedOn {
  return {
    day,
    conclusion: judgement.conclusion,
    rules: Object.fromEntries(judgement.findings.map((finding) => [finding.ruleId, finding.verdict.kind])),
    instruments: Object.fromEntries(instruments.map((instrument) => [instrument.id, instrument.inForceFrom])),
  }
}
