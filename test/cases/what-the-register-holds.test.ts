import { describe, expect, it } from 'vitest'
import type { CaseType, Example, Paper } from '../../shared/cases/case-type.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import type { CaseWalk } from '../builders/case-walk.ts'
import { textIn } from '../builders/text-in.ts'
import { actFacts, actsOf, toTheDecision, toTheEnd } from '../builders/whole-walk.ts'

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
      const made = walk.make(paper)
      return `${paper.id} (${paper.occasion}): ${made.ok && paper.occasion !== 'accepted' ? textIn(made.value) : ''}`
    }),
    ...papers.flatMap((paper) => madeOfNothing(paper, walk)),
    ...[...walk.records.values()].map((record) => JSON.stringify(record)),
    '',
  ]
}

/** What a paper says when the register has none of its records any more. */
function madeOfNothing(paper: Paper, walk: CaseWalk): string[] {
  const made = paper.make(walk.paperContext(new Map()))
  return made.ok
    ? []
    : [`${paper.id} of nothing: ${made.refusals.map(({ code, message }) => `${code} ${message}`).join('')}`]
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
  return ['## 办不成的时候', ...new Set(lines), '']
}

function triedWithout(caseType: CaseType, example: Example, act: string, key: string): string[] {
  const { walk } = toTheDecision(caseType, example)
  if (!caseType.steps[act]?.from.includes(walk.caseFile?.status ?? 'withdrawn')) return []
  walk.records.delete(key)
  const codes = walk.act(act, actFacts(caseType, act, walk))
  return codes.length > 0 ? [`${act} without a ${key.split(':')[0] ?? ''}: ${walk.toldWhole}`] : []
}

function triedEmpty(caseType: CaseType, example: Example, act: string): string[] {
  const { walk } = toTheDecision(caseType, example)
  if (!caseType.steps[act]?.from.includes(walk.caseFile?.status ?? 'withdrawn')) return []
  const codes = walk.act(act)
  return codes.length > 0 ? [`${act} given nothing: ${walk.toldWhole}`] : []
}

describe('what the register holds afterwards', () => {
  it.each(caseTypes.map((caseType) => [caseType.id, caseType] as const))(
    'about %s is as it was last read',
    async (id, caseType) => {
      await expect(endsOf(caseType)).toMatchFileSnapshot(`./said/${id}.end.txt`)
    },
  )
})
