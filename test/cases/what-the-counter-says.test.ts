import { describe, expect, it } from 'vitest'
import type { CaseType, Example } from '../../shared/cases/case-type.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { askedFacts, isAsked } from '../../shared/cases/fields.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { judge, type Finding } from '../../shared/policy/judge.ts'
import { defaultPolicyOptions } from '../../shared/policy/options.ts'
import { settingAt } from '../../shared/policy/rule.ts'

/** A rule's answer as a reader would read it. */
function sentence({ ruleId, consequence, verdict }: Finding): string[] {
  switch (verdict.kind) {
    case 'met':
      return [`${ruleId} (${consequence}) ✔ ${verdict.because}`]
    case 'unmet':
      return [`${ruleId} (${consequence}) ✖ ${verdict.because} → ${verdict.remedy}`]
    case 'unknown':
      return [`${ruleId} (${consequence}) ? ${verdict.because} [${verdict.needs.join(', ')}]`]
    default:
      return []
  }
}

function judged(caseType: CaseType, { facts, day, options }: Example) {
  const station = { code: exampleStation.code, name: exampleStation.name }
  return judge(
    caseType.policy,
    askedFacts(caseType.fields, facts),
    settingAt(station, day, { ...defaultPolicyOptions, ...options }),
  )
}

function exampleInWords(caseType: CaseType, example: Example): string[] {
  const { facts, name, day } = example
  const { conclusion, findings } = judged(caseType, example)
  const rulesThatAre = (kind: string) =>
    findings.flatMap(({ ruleId, verdict }) => (verdict.kind === kind ? [ruleId] : [])).join(' ')
  const asked = Object.entries(caseType.fields).flatMap(([key, field]) =>
    isAsked(field, facts) ? [key] : [],
  )
  const { workingDays, basis } = caseType.deadline(facts)
  const holder = caseType.holder(facts)
  return [
    '',
    `## ${name} (${day})`,
    `${conclusion}; ✔ ${rulesThatAre('met')}; ✖ ${rulesThatAre('unmet')}; ? ${rulesThatAre('unknown')}`,
    `asked: ${asked.join(' ')}`,
    `materials: ${caseType
      .materials(facts)
      .map(({ id }) => id)
      .join(' ')}`,
    `${caseType.decidedBy(facts).join(' > ')}; ${workingDays} ${basis}; ${caseType.rightOffice(facts)}`,
    `${caseType.subject(facts)}; ${holder.name} ${holder.citizenId}`,
  ]
}

function materialsOf(caseType: CaseType): string[] {
  const all = caseType.examples.flatMap(({ facts }) => caseType.materials(facts))
  return all.map(({ id, name, from, citation, note = '', orElse = [] }) =>
    [id, name, from, citation, note, orElse.join('、')].join(' | '),
  )
}

const distinct = (lines: readonly string[]) => [...new Set(lines)]

function saidBy(caseType: CaseType): string {
  const sentences = caseType.examples.flatMap((example) =>
    judged(caseType, example).findings.flatMap(sentence),
  )
  return [
    `# ${caseType.name}`,
    '',
    ...distinct(sentences).toSorted(),
    '',
    '# 材料',
    '',
    ...distinct(materialsOf(caseType)).toSorted(),
    ...caseType.examples.flatMap((example) => exampleInWords(caseType, example)),
    '',
  ].join('\n')
}

describe('what the counter says and asks', () => {
  it.each(caseTypes.map((caseType) => [caseType.id, caseType] as const))(
    'about %s is as it was last read',
    async (id, caseType) => {
      await expect(saidBy(caseType)).toMatchFileSnapshot(`./said/${id}.txt`)
    },
  )
})
