import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { caseTypes } from '../../shared/cases/registry.ts'

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command as `npm run assess` does, with text on its standard input. */
function assess(options: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'build/assess.ts', ...options],
      { maxBuffer: 64 * 1024 * 1024 },
      (fault, out, err) => resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}

const joining = {
  caseType: 'settlement-in-town',
  on: '2026-03-04',
  demands: ['社保缴费记录'],
  facts: caseTypes.find(({ id }) => id === 'settlement-in-town')?.examples[0]?.facts ?? {},
}

describe('the assess command', { timeout: 30_000 }, () => {
  it('judges a file: outcome, rules with clauses, materials, blocked demands, levels, papers and deadline', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'assess-')), 'case.json')
    writeFileSync(file, JSON.stringify(joining))
    const { code, out } = await assess([file])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'accept',
      demands: [{ blocked: true }],
      decidedBy: [{ level: 'station' }],
      deadline: { workingDays: 3, dueOn: '2026-03-09' },
    })
  })

  it('reads bare facts from standard input when the case type is on the command line', async () => {
    const facts = { ...joining.facts, township: '150421202' }
    const { code, out } = await assess(
      ['--case-type', 'settlement-in-town', '--on', '2026-03-04'],
      JSON.stringify(facts),
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ outcome: 'refuse', on: '2026-03-04' })
  })

  it.each([
    ['no JSON', '{', '不是 JSON'],
    ['an unknown case type', '{"caseType":"x","facts":{}}', '没有“x”这种案件'],
    ['an unknown fact', '{"caseType":"restoration","facts":{"shoe":1}}', 'shoe'],
    [
      'a day no calendar has',
      '{"caseType":"restoration","facts":{"comparisonOn":"2023-02-29"}}',
      '日历上没有这一天',
    ],
    ['an unknown setting', '{"caseType":"restoration","options":{"x":true},"facts":{}}', 'x'],
  ])('ends with 2 and a sentence for %s', async (_what, input, said) => {
    const { code, err } = await assess([], input)
    expect(code).toBe(2)
    expect(err).toContain(said)
  })

  it('prints a JSON Schema with the facts of every case type', async () => {
    const { code, out } = await assess(['--schema'])
    expect(code).toBe(0)
    const schema = JSON.parse(out) as { anyOf: { properties: { caseType: { const: string } } }[] }
    expect(schema.anyOf.map(({ properties }) => properties.caseType.const).toSorted()).toEqual(
      caseTypes.map(({ id }) => id).toSorted(),
    )
  })
})
