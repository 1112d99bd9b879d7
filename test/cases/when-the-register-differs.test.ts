import { describe, expect, it } from 'vitest'
import type { CaseType, Example } from '../../shared/cases/case-type.ts'
import type { PartialFacts } from '../../shared/cases/fields.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { must } from '../../shared/base/must.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { alterationsOf, strangersTo, type Alteration } from '../builders/altered-register.ts'
import { CaseWalk } from '../builders/case-walk.ts'
import { registerBehind } from '../builders/register-behind.ts'
import { compareCounterfoil } from '../builders/sheet-walk.ts'
import { tellingExamples } from '../builders/telling-examples.ts'
import { furtherSteps, startOf, toTheDecision } from '../builders/whole-walk.ts'

/** What somebody is told, or that nothing stands in the way. */
const told = ({ toldWhole }: CaseWalk, codes: readonly string[]) => (codes.length > 0 ? toldWhole : 'goes on')

/** Handed in, and compared with the paper counterfoil where one was typed in. */
function handedIn(walk: CaseWalk, facts: PartialFacts): string[] {
  const codes = walk.open(facts)
  return codes.length > 0 ? codes : compareCounterfoil(walk)
}

/** The form is handed in on a register in which one record is otherwise. */
function atTheCounter(caseType: CaseType, example: Example): string[] {
  const { facts, records } = startOf(caseType, example)
  const alterations = [...records.flatMap(alterationsOf), ...strangersTo(facts)]
  return alterations.flatMap(([words, record]) => {
    const walk = new CaseWalk(caseType, example.day, ...records, record)
    return [`handed in though ${words}: ${told(walk, handedIn(walk, facts))}`]
  })
}

/** The case is decided; then one record changes under it before it goes on. */
function afterTheDecision(caseType: CaseType, example: Example): string[] {
  const { walk: decided } = toTheDecision(caseType, example)
  const { facts } = registerBehind(caseType, example.facts)
  const alterations = [...[...decided.records.values()].flatMap(alterationsOf), ...strangersTo(facts)]
  return alterations.flatMap((alteration) => goesOn(caseType, example, alteration))
}

function goesOn(caseType: CaseType, example: Example, [words, record]: Alteration): string[] {
  const { walk } = toTheDecision(caseType, example)
  walk.records.set(record.key, record)
  const codes = furtherSteps(walk, example.day)
  const last = walk.caseFile?.steps.at(-1)?.step ?? ''
  return [`decided, then ${words}: ${told(walk, codes)} (${last}) ${becameOf(record, walk)}`]
}

/** What the steps made of the record that was otherwise. */
function becameOf(before: RegisterRecord, { records }: CaseWalk): string {
  const after = Object.entries(must(records.get(before.key), before.key))
  const was = new Map(Object.entries(before))
  return after
    .filter(([item, value]) => JSON.stringify(was.get(item)) !== JSON.stringify(value))
    .map(([item, value]) => `${item}: ${JSON.stringify(value)}`)
    .join(', ')
}

function linesOf(caseType: CaseType): string[] {
  const ready = caseType.examples.filter(({ conclusion, options }) => conclusion === 'ready' && !options)
  const seen = new Set<string>()
  return tellingExamples(caseType, ready, 8).flatMap((example) => {
    const lines = [...atTheCounter(caseType, example), ...afterTheDecision(caseType, example)]
    const news = lines.filter((line) => !seen.has(line))
    for (const line of news) seen.add(line)
    return [`## ${example.name}`, ...news]
  })
}

describe('when the register is otherwise than the form believes', { timeout: 120_000 }, () => {
  it.each(caseTypes.map((caseType) => [caseType.id, caseType] as const))(
    'what the clerk is told in %s is as it was last read',
    async (id, caseType) => {
      await expect(`${linesOf(caseType).join('\n')}\n`).toMatchFileSnapshot(`./said/${id}.register.txt`)
    },
  )
})
