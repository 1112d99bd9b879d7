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

/** What the findings come to, hardest first. `ready` may still carry questions that only the city can answer. */
export type Conclusion = 'block' | 'refuse' | 'refer' | 'route' | 'ask' | 'incomplete' | 'ready'

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

const hardestFirst = ['block', 'refuse', 'refer', 'route', 'ask'] as const

function conclusionOf(findings: readonly Finding[]): Conclusion {
  const unmetConsequences = new Set(
    findings.filter((finding) => finding.verdict.kind === 'unmet').map((finding) => finding.consequence),
  )
  const hardest = hardestFirst.find((consequence) => unmetConsequences.has(consequence))
  if (hardest) return hardest
  const open = findings.some(
    (finding) =>
      finding.verdict.kind === 'unknown' && !finding.cityQuestion && finding.consequence !== 'warn',
  )
  return open ? 'incomplete' : 'ready'
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
