import type { CaseType, Example } from '../../shared/cases/case-type.ts'
import { levelsOfDecision, type Level } from '../../shared/cases/levels.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { CaseWalk } from './case-walk.ts'
import { registerBehind } from './register-behind.ts'

/** What the acts of a case type ask for; matters that print a numbered sheet have walks of their own. */
const given: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  register: { sequence: '001' },
  found: { householdNumber: '000999' },
  issue: { permitNumber: 'JZ1504300099' },
  enter: { sequence: '001' },
}

/** Acts in the order in which a case type has them; sheets and births are walked in their own tests. */
const walkedElsewhere = new Set([
  'birth-registration',
  'migration-certificate-issue',
  'migration-certificate-landing',
  'migration-certificate-reissue',
  'move-in-permit-issue',
  'move-in-permit-reissue',
  'settlement-in-town',
])

const handOf = { station: 'chief', county: 'county', city: 'city' } as const

function decide(walk: CaseWalk, level: Level): string[] {
  return walk.caseFile?.status === levelsOfDecision[level].status ? walk.approve(handOf[level]) : []
}

/** The example taken from the counter to its end; the refusals that stopped it. */
export function toTheEnd(caseType: CaseType, example: Example): { walk: CaseWalk; refusals: string[] } {
  const behind = registerBehind(caseType, example.facts)
  const walk = new CaseWalk(caseType, example.day, ...behind.records)
  const refusals = walk.open(behind.facts)
  for (const level of ['station', 'county', 'city'] as const) refusals.push(...decide(walk, level))
  for (const [name, step] of Object.entries(caseType.steps)) {
    const isAct = step.panel && name !== 'investigate' && !step.beside
    if (!isAct || !step.from.includes(walk.caseFile?.status ?? 'withdrawn')) continue
    refusals.push(...walk.act(name, actFacts(caseType, name, walk)))
  }
  return { walk, refusals }
}

function actFacts(caseType: CaseType, name: string, walk: CaseWalk): Readonly<Record<string, unknown>> {
  const facts = given[name] ?? {}
  const fields = caseType.steps[name]?.panel?.fields ?? {}
  const form = walk.caseFile?.form ?? {}
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => {
      const field = fields[key]
      if (!field || field.asked?.(form) === false) return []
      return [[key, key === 'sequence' ? sequenceFor(form) : value]]
    }),
  )
}

/** Odd for a man, even for a woman. */
function sequenceFor(form: Readonly<Record<string, unknown>>): string {
  const person = form['person'] as { readonly sex?: string } | undefined
  return (form['newSex'] ?? form['personSex'] ?? person?.sex) === '2' ? '002' : '001'
}

/** The matters that a plain walk takes to their end. */
export const walkedMatters = caseTypes.filter(({ id }) => !walkedElsewhere.has(id))
