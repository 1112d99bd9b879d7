import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { assess } from '../../shared/cases/assess.ts'
import { assessInputSchema, readAssessInput } from '../../shared/cases/assess-input.ts'
import type { CaseType, Example } from '../../shared/cases/case-type.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { defaultPolicyOptions, policyOptionNames } from '../../shared/policy/options.ts'

const station = { code: exampleStation.code, name: exampleStation.name }
const today = '2026-03-13'
const named = caseTypes.map((caseType) => [caseType.id, caseType] as const)

/** What is made of an example: outcome, against it, missing, warnings, grounds, questions, answers to demands, levels, papers, days. */
function inShort(caseType: CaseType, { name, facts, day, options }: Example): string {
  const judged = assess({
    caseType,
    facts,
    on: day,
    station,
    demands: ['土地承包经营权证', '社保缴费记录', '一张合影'],
    options: { ...defaultPolicyOptions, ...options },
  })
  const ids = (rules: readonly { readonly id: string }[]) => rules.map(({ id }) => id).join(' ')
  const { workingDays, dueOn, basis } = judged.deadline
  return [
    `## ${name}`,
    `${judged.outcome} ${judged.outcomeInWords} ${judged.referTo ?? ''}`,
    ids(judged.reasons),
    judged.missing.map(({ field, label }) => `${field} ${label}`).join(', '),
    ids(judged.warnings),
    ids(judged.grounds),
    ids(judged.questionsForTheCity),
    judged.demands.map(({ blocked }) => (blocked ? 'blocked' : 'free')).join(' '),
    judged.decidedBy.map(({ level, office }) => `${level} ${office}`).join(', '),
    ids(judged.papers),
    `${workingDays} ${dueOn} ${basis}`,
  ].join('\n')
}

describe('the assessment', () => {
  it.each(named)('of the examples of %s is as it was last read', async (id, caseType) => {
    const lines = caseType.examples.map((example) => inShort(caseType, example))
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`./said/${id}.assessed.txt`)
  })

  it.each(named)('of the first example of %s is whole as it was last read', async (id, caseType) => {
    const { facts, day } = must(caseType.examples[0], 'an example')
    const judged = assess({ caseType, facts, on: day, station, demands: ['社保缴费记录', '一张合影'] })
    await expect(`${JSON.stringify(judged, undefined, 1)}\n`).toMatchFileSnapshot(
      `./said/${id}.assessed-whole.txt`,
    )
  })

  it.each(named)(
    'of a ready example of %s with one answer left out is as it was last read',
    async (id, caseType) => {
      const { facts, day } = must(
        caseType.examples.find(({ conclusion }) => conclusion === 'ready'),
        'a ready example',
      )
      const lines = Object.keys(facts).map((key) => {
        const { [key]: _left, ...rest } = facts
        const { outcome, missing, questionsForTheCity } = assess({ caseType, facts: rest, on: day, station })
        const asked = questionsForTheCity.map((question) => question.id).join(' ')
        return `${key}: ${outcome}; missing ${missing.map(({ field }) => field).join(' ')}; asks the city ${asked}`
      })
      await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`./said/${id}.assessed-without.txt`)
    },
  )

  it('names the rules in force on its day alone', () => {
    const of = (on: string) => {
      const read = readAssessInput({}, { caseType: 'birth-registration', on, today })
      return read.ok ? assess(read.value).ruleSet.map(({ id }) => id) : []
    }
    expect(of('2016-01-01').length).toBeLessThan(of('2026-03-01').length)
    expect(of('2026-03-01')).not.toEqual(of('2016-01-01'))
  })
})

const usual: ReadonlyMap<string, unknown> = new Map(Object.entries(defaultPolicyOptions))

/** What the reader says of an input: the codes and sentences of its refusals, or what it understood. */
function readAs(json: unknown, said: { caseType?: string; on?: string } = {}): string[] {
  const read = readAssessInput(json, { ...said, today })
  if (!read.ok) return read.refusals.map(({ code, message }) => `${code}: ${message}`)
  const { caseType, on, station: at, demands, options, facts } = read.value
  const unusual = Object.entries(options ?? {}).filter(([name, value]) => usual.get(name) !== value)
  return [JSON.stringify({ caseType: caseType.id, on, at, demands, unusual, facts })]
}

describe('the input of an assessment', () => {
  const inputs: readonly (readonly [string, unknown, { caseType?: string; on?: string }?])[] = [
    ['bare facts with the matter named beside them', {}, { caseType: 'cancellation' }],
    ['bare facts without a matter', { cause: 'died' }],
    ['a list', [], { caseType: 'cancellation' }],
    ['nothing', null, { caseType: 'cancellation' }],
    ['a word', 'facts', { caseType: 'cancellation' }],
    ['an envelope', { caseType: 'cancellation', facts: {} }],
    [
      'a matter said beside the envelope',
      { caseType: 'cancellation', facts: {} },
      { caseType: 'restoration' },
    ],
    ['an unknown matter', { caseType: 'marriage', facts: {} }],
    ['an empty matter', { caseType: '', facts: {} }],
    ['a day of its own', { caseType: 'cancellation', on: '2025-01-02', facts: {} }],
    ['a day said beside it', { caseType: 'cancellation', on: '2025-01-02', facts: {} }, { on: '2024-02-29' }],
    ['a day that is none', { caseType: 'cancellation', facts: {} }, { on: '2025-02-29' }],
    ['a day in the file that is none', { caseType: 'cancellation', on: '2.1.2025', facts: {} }],
    ['another station', { caseType: 'cancellation', station, facts: {} }],
    ['a station without a name', { caseType: 'cancellation', station: { ...station, name: '' }, facts: {} }],
    ['demands', { caseType: 'cancellation', demands: ['一张合影'], facts: {} }],
    ['a demand too long', { caseType: 'cancellation', demands: ['长'.repeat(201)], facts: {} }],
    ['a setting', { caseType: 'cancellation', options: { 'permit-issue-level': 'station' }, facts: {} }],
    [
      'a setting with a value it has not',
      { caseType: 'cancellation', options: { 'permit-issue-level': 'moon' }, facts: {} },
    ],
    ['a setting that does not exist', { caseType: 'cancellation', options: { weather: true }, facts: {} }],
    ['an item that the matter has not', { caseType: 'cancellation', facts: { colour: 'red' } }],
    ['an item out of shape', { caseType: 'cancellation', facts: { cause: 7 } }],
    [
      'a line of a list out of shape',
      { caseType: 'move-in-permit-issue', facts: { movers: [{ sex: '8' }] } },
    ],
    ['an item of the envelope that does not exist', { caseType: 'cancellation', facts: {}, more: 1 }],
  ]

  it('is read, or refused with a sentence for each thing that does not fit', async () => {
    const lines = inputs.flatMap(([name, json, said]) => [`## ${name}`, ...readAs(json, said)])
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./said/assess-input.txt')
  })

  it('has a JSON Schema with one branch for each matter', () => {
    const { title, description, anyOf = [] } = assessInputSchema()
    expect(title).toBe('assess')
    expect(description).toBe(
      `caseType: ${caseTypes.map(({ id }) => id).join(', ')}; options: ${policyOptionNames.join(', ')}`,
    )
    const branches = anyOf.map((branch) => [branch.title, branch.description, branch.required])
    expect(branches).toEqual(caseTypes.map(({ name, summary }) => [name, summary, ['caseType', 'facts']]))
  })
})
