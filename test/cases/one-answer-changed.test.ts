import { describe, expect, it } from 'vitest'
import type { CaseType, Example } from '../../shared/cases/case-type.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { askedFacts, isAsked } from '../../shared/cases/fields.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { judge } from '../../shared/policy/judge.ts'
import { defaultPolicyOptions } from '../../shared/policy/options.ts'
import { settingAt } from '../../shared/policy/rule.ts'
import type { CaseWalk } from '../builders/case-walk.ts'
import { allAnswers, changesOf, likelyAnswers } from '../builders/other-answers.ts'
import { tellingExamples } from '../builders/telling-examples.ts'
import { textIn } from '../builders/text-in.ts'
import { toTheEnd } from '../builders/whole-walk.ts'

const station = { code: exampleStation.code, name: exampleStation.name }

/** Everything that the rules, the form and the checklist make of an example, one line an item. */
function judgedLines(caseType: CaseType, { facts, day, options }: Example): Set<string> {
  const setting = settingAt(station, day, { ...defaultPolicyOptions, ...options })
  const { conclusion, findings, cityQuestions } = judge(
    caseType.policy,
    askedFacts(caseType.fields, facts),
    setting,
  )
  const { workingDays, basis } = caseType.deadline(facts)
  const holder = caseType.holder(facts)
  return new Set([
    `${conclusion}, asks the city ${cityQuestions.map(({ ruleId }) => ruleId).join(' ')}`,
    ...findings.flatMap(({ ruleId, verdict }) =>
      'because' in verdict ? [`${ruleId} ${verdict.kind}: ${Object.values(verdict).slice(1).join(' ')}`] : [],
    ),
    ...Object.entries(caseType.fields).flatMap(([key, field]) =>
      isAsked(field, facts) ? [`asks ${key}`] : [],
    ),
    ...caseType.materials(facts).map((material) => `material ${Object.values(material).flat().join(' ')}`),
    `${caseType.decidedBy(facts).join(' > ')}; ${workingDays} ${basis}`,
    `${caseType.rightOffice(facts)}; ${caseType.subject(facts)}; ${holder.name} ${holder.citizenId}`,
  ])
}

const endOf = (walk: CaseWalk) => `ends ${walk.caseFile?.status ?? 'nowhere'} ${walk.toldWhole}`

/**
 * What stands in the register and on the papers when the case has come to its end. A case that ends elsewhere than
 * `expected` leaves other things behind, every one of them: of such a case only its end is told.
 */
function endLines(caseType: CaseType, example: Example, expected?: ReadonlySet<string>): Set<string> {
  const { walk } = toTheEnd(caseType, example)
  if (expected && !expected.has(endOf(walk))) return new Set([endOf(walk)])
  const papers = caseType.papers.filter((paper) => walk.caseFile && paper.available(walk.caseFile))
  return new Set([
    endOf(walk),
    ...papers.flatMap((paper) => {
      const made = walk.make(paper)
      return made.ok
        ? textIn(made.value)
            .split(' ')
            .map((line) => `${paper.id}: ${line}`)
        : [`${paper.id} not made`]
    }),
    ...[...walk.records.values()].flatMap((record) =>
      Object.entries(record).flatMap(([item, value]) => itemLines(`${record.kind}.${item}`, value)),
    ),
  ])
}

/** A list line by line, so that one more entry is one more line. */
function itemLines(name: string, value: unknown): string[] {
  return Array.isArray(value)
    ? value.flatMap((each) => itemLines(name, each))
    : [`${name} ${JSON.stringify(value)}`]
}

const endIn = (lines: ReadonlySet<string>) => [...lines].filter((line) => line.startsWith('ends '))

function differenceOf(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  if (endIn(before).join() !== endIn(after).join()) return endIn(after).map((line) => `  + ${line}`)
  return [
    ...[...before].filter((line) => !after.has(line)).map((line) => `  - ${line}`),
    ...[...after].filter((line) => !before.has(line)).map((line) => `  + ${line}`),
  ]
}

/** Each change with what it makes different. The same line under the same change is told once, by the first example. */
function told(
  caseType: CaseType,
  linesOf: (example: Example, before?: ReadonlySet<string>) => Set<string>,
  examples: readonly Example[],
  answers = likelyAnswers,
) {
  const seen = new Set<string>()
  return examples.flatMap((example) => {
    const before = linesOf(example)
    return changesOf(caseType, example, answers).flatMap(({ name, example: changed }) => {
      const lines = differenceOf(before, linesOf(changed, before)).filter(
        (line) => !seen.has(`${name}\n${line}`),
      )
      for (const line of lines) seen.add(`${name}\n${line}`)
      return lines.length > 0 ? [`## ${example.name}: ${name}`, ...lines] : []
    })
  })
}

const named = (all: readonly CaseType[]) => all.map((caseType) => [caseType.id, caseType] as const)

/** Every other answer is walked to its end: seconds for a matter, many times that on a loaded machine. */
const walksOfMany = { timeout: 120_000 }

describe('when one answer is another', walksOfMany, () => {
  it.each(named(caseTypes))('what the counter makes of %s is as it was last read', async (id, caseType) => {
    const lines = told(
      caseType,
      (example) => judgedLines(caseType, example),
      tellingExamples(caseType, caseType.examples, 20),
      allAnswers,
    )
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`./said/${id}.changed.txt`)
  })

  it.each(named(caseTypes))('what %s leaves behind is as it was last read', async (id, caseType) => {
    const ready = caseType.examples.filter(({ conclusion, options }) => conclusion === 'ready' && !options)
    const lines = told(
      caseType,
      (example, before) => endLines(caseType, example, before),
      tellingExamples(caseType, ready, 4),
    )
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`./said/${id}.end.changed.txt`)
  })
})
