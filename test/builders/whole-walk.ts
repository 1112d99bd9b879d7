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

interface Walked {
  readonly walk: CaseWalk
  /** Codes of whatever refused a step on the way. */
  readonly refusals: readonly string[]
}

/** The example accepted and decided by every level that its facts ask for. */
export function toTheDecision(caseType: CaseType, example: Example): Walked {
  const behind = registerBehind(caseType, example.facts)
  const walk = new CaseWalk(caseType, example.day, ...behind.records)
  const refusals = walk.open(behind.facts)
  for (const level of ['station', 'county', 'city'] as const) refusals.push(...decide(walk, level))
  return { walk, refusals }
}

/** The acts that lead on from where the case stands, in the order of the case type. */
export function actsOf(caseType: CaseType): string[] {
  return Object.entries(caseType.steps).flatMap(([name, step]) =>
    step.panel && name !== 'investigate' && !step.beside ? [name] : [],
  )
}

/** The example taken from the counter to its end. */
export function toTheEnd(caseType: CaseType, example: Example): Walked {
  const { walk, refusals } = toTheDecision(caseType, example)
  const further = actsOf(caseType).flatMap((name) =>
    caseType.steps[name]?.from.includes(walk.caseFile?.status ?? 'withdrawn')
      ? walk.act(name, actFacts(caseType, name, walk))
      : [],
  )
  return { walk, refusals: [...refusals, ...further] }
}

/** What the act is given in a walk. */
export function actFacts(
  caseType: CaseType,
  name: string,
  walk: CaseWalk,
): Readonly<Record<string, unknown>> {
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
