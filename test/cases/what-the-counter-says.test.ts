import { describe, expect, it } from 'vitest'
import type { CaseType, Example } from '../../shared/cases/case-type.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { askedFacts, isAsked } from '../../shared/cases/fields.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { judge, type Finding } from '../../shared/policy/judge.ts'
import { defaultPolicyOptions } from '../../shared/policy/options.ts'
import { settingAt } from '../../shared/policy/rule.ts'
import { actFacts, actsOf, toTheDecision, toTheEnd, walkedMatters } from '../builders/whole-walk.ts'
import { textIn } from '../builders/text-in.ts'

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

const readyOf = (caseType: CaseType) =>
  caseType.examples.filter(({ conclusion, options }) => conclusion === 'ready' && !options)

/** The records and papers that each ready example ends with. */
function endsOf(caseType: CaseType): string {
  const ready = readyOf(caseType)
  return [...ready.flatMap((example) => endOf(caseType, example)), ...refusalsOf(caseType)].join('\n')
}

function endOf(caseType: CaseType, example: Example): string[] {
  const { walk } = toTheEnd(caseType, example)
  const { caseFile } = walk
  const papers = caseType.papers.filter((paper) => caseFile && paper.available(caseFile))
  return [
    `## ${example.name}`,
    `${caseFile?.status ?? ''}: ${caseFile?.steps.map(({ step }) => step).join(' > ') ?? ''}`,
    ...papers.map((paper) => {
      const made = paper.make(walk.paperContext())
      return `${paper.id} (${paper.occasion}): ${made.ok && paper.occasion !== 'accepted' ? textIn(made.value) : ''}`
    }),
    ...[...walk.records.values()].map((record) => JSON.stringify(record)),
    '',
  ]
}

/** What each act says when a record that it needs is no longer there, and when it is given nothing. */
function refusalsOf(caseType: CaseType): string[] {
  const lines = readyOf(caseType).flatMap((example) => {
    const keys = [...toTheDecision(caseType, example).walk.records.keys()]
    return actsOf(caseType).flatMap((act) => [
      ...keys.flatMap((key) => triedWithout(caseType, example, act, key)),
      ...triedEmpty(caseType, example, act),
    ])
  })
  return ['## 办不成的时候', ...distinct(lines), '']
}

function triedWithout(caseType: CaseType, example: Example, act: string, key: string): string[] {
  const { walk } = toTheDecision(caseType, example)
  if (!caseType.steps[act]?.from.includes(walk.caseFile?.status ?? 'withdrawn')) return []
  walk.records.delete(key)
  const codes = walk.act(act, actFacts(caseType, act, walk))
  return codes.length > 0
    ? [`${act} without a ${key.split(':')[0] ?? ''}: ${codes.join(' ')} ${walk.messages.join('')}`]
    : []
}

function triedEmpty(caseType: CaseType, example: Example, act: string): string[] {
  const { walk } = toTheDecision(caseType, example)
  if (!caseType.steps[act]?.from.includes(walk.caseFile?.status ?? 'withdrawn')) return []
  const codes = walk.act(act)
  return codes.length > 0 ? [`${act} given nothing: ${codes.join(' ')} ${walk.messages.join('')}`] : []
}

describe('what the counter says and asks', () => {
  it.each(caseTypes.map((caseType) => [caseType.id, caseType] as const))(
    'about %s is as it was last read',
    async (id, caseType) => {
      await expect(saidBy(caseType)).toMatchFileSnapshot(`./said/${id}.txt`)
    },
  )
})

describe('what the register holds afterwards', () => {
  it.each(walkedMatters.map((caseType) => [caseType.id, caseType] as const))(
    'about %s is as it was last read',
    async (id, caseType) => {
      await expect(endsOf(caseType)).toMatchFileSnapshot(`./said/${id}.end.txt`)
    },
  )
})
