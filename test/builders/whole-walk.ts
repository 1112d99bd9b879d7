import { v5 as nameBasedUuid } from 'uuid'
import type { CaseType, Example } from '../../shared/cases/case-type.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { levelsOfDecision, type Level } from '../../shared/cases/levels.ts'
import type { PartialFacts } from '../../shared/cases/fields.ts'
import type { CertificateContent } from '../../shared/register/certificate.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { CaseWalk } from './case-walk.ts'
import { householdOf, registerBehind } from './register-behind.ts'
import { blankSheetsOf, compareCounterfoil, printAndHandOver } from './sheet-walk.ts'

const names = '0f1d8a52-3c44-4a58-8f3e-1504c0de0030'

/** What the acts of a case type ask for; for births and settlements it follows from the form. */
const given: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  register: { sequence: '001' },
  found: { householdNumber: '000999' },
  issue: { permitNumber: 'JZ1504300099' },
  enter: { sequence: '001' },
  settle: { householdNumber: '000999', committee: '样例社区', relationToHead: '97' },
}

const handOf = { station: 'chief', county: 'county', city: 'city' } as const

function decide(walk: CaseWalk, level: Level): string[] {
  return walk.caseFile?.status === levelsOfDecision[level].status ? walk.approve(handOf[level]) : []
}

interface Walked {
  readonly walk: CaseWalk
  /** Codes of whatever refused a step on the way. */
  readonly refusals: readonly string[]
}

/** The form of an example with its people picked from the register, and that register with all that its walk needs. */
export function startOf(caseType: CaseType, example: Example) {
  const { facts, records } = registerBehind(caseType, example.facts)
  return { facts, records: [...records, ...blankSheetsOf(caseType), ...homesToSettleIn(caseType)] }
}

/** The example accepted and decided by every level that its facts ask for. */
export function toTheDecision(caseType: CaseType, example: Example): Walked {
  const { facts, records } = startOf(caseType, example)
  const walk = new CaseWalk(caseType, example.day, ...records)
  const refusals = [...walk.open(facts), ...compareCounterfoil(walk)]
  for (const level of ['station', 'county', 'city'] as const) refusals.push(...decide(walk, level))
  return { walk, refusals }
}

/** The acts that lead on from where the case stands, in the order of the case type. */
export function actsOf(caseType: CaseType): string[] {
  return Object.entries(caseType.steps).flatMap(([name, step]) =>
    step.panel && name !== 'investigate' ? [name] : [],
  )
}

/** The example taken from the counter to its end. */
export function toTheEnd(caseType: CaseType, example: Example): Walked {
  const { walk, refusals } = toTheDecision(caseType, example)
  return { walk, refusals: [...refusals, ...furtherSteps(walk, example.day)] }
}

/** What follows the decision: the acts of the matter, the landing, the sheet; gives the codes of what was refused. */
export function furtherSteps(walk: CaseWalk, day: string): string[] {
  const { caseType } = walk
  const acts = actsOf(caseType).flatMap((name) => {
    const step = caseType.steps[name]
    if (!step?.from.includes(walk.caseFile?.status ?? 'withdrawn')) return []
    const codes = walk.act(name, actFacts(caseType, name, walk))
    // What stands beside the way to the end may be done already.
    return step.beside ? [] : codes
  })
  return [...acts, ...land(walk), ...printAndHandOver(walk, day)]
}

/** The people of a presented certificate are registered, each under a record id of the walk's own. */
function land(walk: CaseWalk): string[] {
  const { caseFile, caseType } = walk
  if (caseFile?.status !== 'approved' || !('land' in caseType.steps)) return []
  const { presentedContent } = caseFile.form as { readonly presentedContent?: CertificateContent }
  const personIds = (presentedContent?.persons ?? []).map((_person, n) => nameBasedUuid(String(n), names))
  return walk.take('land', { personIds, stationName: exampleStation.name })
}

/** What the act is given in a walk. */
export function actFacts(
  caseType: CaseType,
  name: string,
  walk: CaseWalk,
): Readonly<Record<string, unknown>> {
  const facts = { ...given[name], ...fromTheForm(name, walk) }
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

interface FormOfMany {
  readonly children?: readonly { readonly name?: string; readonly sex?: string }[]
  readonly companions?: readonly { readonly name?: string; readonly person?: { readonly name: string } }[]
  readonly settlesIn?: string
}

/** The lines of an act that name the people of the form: a number for each child, a relation for each companion. */
function fromTheForm(name: string, walk: CaseWalk): PartialFacts {
  const { children, companions = [], settlesIn }: FormOfMany = walk.caseFile?.form ?? {}
  if (name === 'register' && children)
    return {
      numbers: children.map(({ name: child = '', sex }, n) => ({
        name: child,
        sequence: String(2 * n + (sex === '2' ? 2 : 1)).padStart(3, '0'),
      })),
    }
  if (name !== 'settle') return {}
  return {
    household: { number: settlesIn === 'collective' ? collectiveHome : familyHome },
    companionRelations: companions.map((each) => ({
      name: each.person?.name ?? each.name ?? '',
      relationToHead: '10',
    })),
  }
}

const familyHome = '000801'
const collectiveHome = '000802'

/** The households that people settle in, where they do not found their own. */
function homesToSettleIn({ id }: CaseType): RegisterRecord[] {
  if (id !== 'settlement-in-town') return []
  return [
    householdOf({ number: familyHome }),
    householdOf({ number: collectiveHome, householdKind: 'collective', collectiveKind: 'community' }),
  ]
}

/** Odd for a man, even for a woman. */
function sequenceFor(form: Readonly<Record<string, unknown>>): string {
  const person = form['person'] as { readonly sex?: string } | undefined
  return (form['newSex'] ?? form['personSex'] ?? person?.sex) === '2' ? '002' : '001'
}
