import { describe, expect, it } from 'vitest'
import { askedFacts, factsSchema, missingFacts } from '../../shared/cases/fields.ts'
import { caseStatuses } from '../../shared/cases/case-file.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { findCitation } from '../../shared/policy/instruments/index.ts'
import { defaultPolicyOptions } from '../../shared/policy/options.ts'
import { judge, type Judgement } from '../../shared/policy/judge.ts'
import { settingAt } from '../../shared/policy/rule.ts'
import type { CaseType, Example } from '../../shared/cases/case-type.ts'

function judgeExample(caseType: CaseType, example: Example) {
  const facts = askedFacts(caseType.fields, example.facts)
  const setting = settingAt(exampleStation, example.day, { ...defaultPolicyOptions, ...example.options })
  return judge(caseType.policy, facts, setting)
}

/** Rules that only ask whether a question has been answered: they are met by an answer and open without one. */
const questions = new Set([
  'place-of-birth-known',
  'follow-chosen',
  'landing-asked',
  'ground-stated',
  'use-asked',
])

const rulesThatAre = (kind: string, judgement: ReturnType<typeof judgeExample>) =>
  judgement.findings
    .filter(({ verdict }) => verdict.kind === kind)
    .map(({ ruleId }) => ruleId)
    .toSorted()

describe.each(caseTypes.map((caseType) => [caseType.name, caseType] as const))('%s', (_name, caseType) => {
  it.each(caseType.examples.map((example) => [example.name, example] as const))(
    'decides: %s',
    (_example, example) => {
      const judgement = judgeExample(caseType, example)
      expect({
        conclusion: judgement.conclusion,
        unmet: rulesThatAre('unmet', judgement),
        unknown: rulesThatAre('unknown', judgement),
      }).toEqual({
        conclusion: example.conclusion,
        unmet: (example.unmet ?? []).toSorted(),
        unknown: (example.unknown ?? []).toSorted(),
      })
    },
  )

  it('gives its examples nothing that its form would not take', () => {
    // Somebody may ask for more than a form has room for: what is then said is a matter of the rules.
    const faults = caseType.examples
      .filter(({ conclusion }) => conclusion !== 'ask')
      .flatMap(({ name, facts }) => {
        const read = factsSchema(caseType.fields).safeParse(facts)
        return read.success
          ? []
          : [`${name}: ${read.error.issues.map(({ path }) => path.join('.')).join(' ')}`]
      })
    expect(faults).toEqual([])
  })

  let judged: readonly Judgement[] | undefined
  const judgements = () => (judged ??= caseType.examples.map((example) => judgeExample(caseType, example)))

  it.each(caseType.policy.map((rule) => [rule.id] as const))(
    'has an example that meets %s and one that does not',
    (ruleId) => {
      const kinds = judgements().map(
        ({ findings }) => findings.find((finding) => finding.ruleId === ruleId)?.verdict.kind,
      )
      expect(kinds).toContain('met')
      expect(kinds).toContain(questions.has(ruleId) ? 'unknown' : 'unmet')
    },
  )

  it('says why not, and names the facts that would settle what it does not know', () => {
    const verdicts = judgements().flatMap(({ findings }) => findings)
    const silent = verdicts.filter(({ verdict }) => {
      if (verdict.kind === 'not-applicable' || verdict.kind === 'met') return false
      return verdict.because === '' || (verdict.kind === 'unknown' && verdict.needs.length === 0)
    })
    expect(silent).toEqual([])
    const asked = new Set(Object.keys(caseType.fields))
    const needed = verdicts.flatMap(({ verdict }) => (verdict.kind === 'unknown' ? verdict.needs : []))
    expect(needed.filter((key) => !asked.has(key))).toEqual([])
  })

  it('asks for no material twice', () => {
    const twice = caseType.examples.flatMap(({ name, facts }) => {
      const ids = caseType.materials(facts).map(({ id }) => id)
      return new Set(ids).size === ids.length ? [] : [[name, ids]]
    })
    expect(twice).toEqual([])
  })

  it('names every rule, field, page, choice and material', () => {
    const fields = Object.values(caseType.fields).flatMap((field) => [
      field,
      ...Object.values(field.columns ?? {}),
    ])
    const words = [
      ...caseType.policy.map(({ title }) => title),
      ...fields.map(({ label }) => label),
      ...fields.flatMap(({ choices = [] }) => choices.map(({ label }) => label)),
      ...caseType.form.map(({ title }) => title),
      ...caseType.examples.flatMap(({ facts }) => caseType.materials(facts).map(({ name }) => name)),
    ]
    expect(words.filter((word) => word.trim() === '')).toEqual([])
  })

  it('cites a clause of a known instrument in every rule, material and ban', () => {
    const materials = caseType.examples.flatMap(({ facts }) => caseType.materials(facts))
    const cited = [
      ...caseType.policy.flatMap(({ citations }) => citations),
      ...materials.map(({ citation }) => citation),
      ...caseType.forbidden.map(({ citation }) => citation),
    ]
    expect(caseType.policy.filter(({ citations }) => citations.length === 0)).toEqual([])
    expect(cited.filter((clause) => !findCitation(clause))).toEqual([])
  })

  it('asks for nothing that stands on its own list of what may not be asked', () => {
    const demanded = caseType.examples
      .flatMap(({ facts }) => caseType.materials(facts))
      .filter(({ from }) => from === 'resident')
    const banned = demanded.filter(({ name }) =>
      caseType.forbidden.some(({ words }) => words.some((word) => name.includes(word))),
    )
    expect(banned).toEqual([])
  })

  it('names only known statuses, and every open status has a step that leads on', () => {
    for (const step of Object.values(caseType.steps)) {
      expect(
        [...step.from, ...step.to].filter((status) => status !== 'new' && !caseStatuses.includes(status)),
      ).toEqual([])
    }
    expect(caseType.closed.length).toBeGreaterThan(0)
  })

  it('finds nothing missing in its ready examples', () => {
    const ready = caseType.examples.filter(({ conclusion, unknown }) => conclusion === 'ready' && !unknown)
    expect(
      ready.map(({ facts }) => missingFacts(caseType.fields, askedFacts(caseType.fields, facts))),
    ).toEqual(ready.map(() => []))
  })
})
