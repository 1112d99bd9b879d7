import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import { inOrder } from '../../shared/cases/birth-registration-case/example-family.ts'
import { birthRegistration } from '../../shared/cases/birth-registration-case/index.ts'
import type { CaseFile, CaseStatus } from '../../shared/cases/case-file.ts'
import type { PartialFacts } from '../../shared/cases/fields.ts'
import { restoration } from '../../shared/cases/restoration-case/index.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import type { Random } from '../../build/sample-station/random.ts'
import { registerBehind } from '../builders/register-behind.ts'
import { dayOfTests, makeOriginal, reissueActions, type MadeStation } from '../builders/reissues.ts'

type Facts = Action['facts']

/** A matter as the fuzz plays it. */
export interface Matter {
  /** What the station's register holds for it. */
  readonly records: (station: MadeStation) => readonly RegisterRecord[]
  /** What the counter takes in. */
  readonly opening: (station: MadeStation, random: Random) => Facts
  /** What somebody may do next where it stands; the first is the way on. */
  readonly next: Readonly<Partial<Record<CaseStatus, readonly string[]>>>
  /** The form otherwise than it was: a colleague corrects it. */
  readonly corrected: (form: PartialFacts, random: Random) => PartialFacts
}

/** Reissues that a station's register has originals for. */
export const originals = 30

const decided = { 'awaiting-approval': ['approve', 'return'], returned: ['amend'] } as const

const reissue: Matter = {
  records: (station) => Array.from({ length: originals }, (_, n) => makeOriginal(station, n)),
  opening: (station, random) => {
    const n = random.between(0, originals - 1)
    // Now and then nobody could find out whether the holder landed: the city is asked.
    const landingCheck = random.chance(0.3) ? 'unknown' : 'not-landed'
    const { number: _, ...facts } = must(
      reissueActions({ station, n, landingCheck })[0],
      'a walk opens',
    ).facts
    return facts
  },
  next: { ...decided, approved: ['print'], printing: ['confirmSheet'], issued: ['handOver'] },
  corrected: (form, random) => ({ ...form, lossStatement: `在车站丢失（${random.between(1, 999)}）` }),
}

const judged = { day: dayOfTests, conclusion: 'ready', rules: {}, instruments: {} }
const openedWith = (station: MadeStation, form: PartialFacts) =>
  ({ form, stationName: station.name, judged }) as unknown as Facts

const first = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']
const second = ['春', '夏', '秋', '冬', '东', '南', '西', '北']

const family = registerBehind(birthRegistration, inOrder)

const birth: Matter = {
  records: () => family.records,
  opening: (station, random) => {
    const [child] = family.facts['children'] as readonly object[]
    // Two stations now and then present the same birth certificate: the city finds the second.
    const certificateNumber = random.chance(0.1) ? 'Z150999999' : `Z15${random.between(1_000_000, 8_999_999)}`
    const name = `白小${random.pick(first)}${random.pick(second)}`
    return openedWith(station, { ...family.facts, children: [{ ...child, certificateNumber, name }] })
  },
  next: { ...decided, approved: ['register'] },
  corrected: (form, random) => ({ ...form, olderSisters: random.between(0, 3) }),
}

const cancelledPerson = registerBehind(
  restoration,
  must(restoration.examples[0], 'restoration has an example').facts,
)

const returning: Matter = {
  records: () => cancelledPerson.records,
  opening: (station) => {
    const { interviews: _, ...atTheCounter } = cancelledPerson.facts
    return openedWith(station, atTheCounter)
  },
  next: { ...decided, investigating: ['investigate'] },
  corrected: (form, random) => ({ ...form, comparisonOn: `2026-03-0${random.between(1, 4)}` }),
}

export const matters: Readonly<Record<string, Matter>> = {
  'migration-certificate-reissue': reissue,
  'birth-registration': birth,
  restoration: returning,
}

/** What the police found out: what they asked the neighbours, or the comparison, or both; each save says all it knows. */
export function foundOut(caseFile: CaseFile, random: Random): Facts {
  const { interviews, elsewhereCheck, numberCheck, comparisonResult, comparisonOn } = cancelledPerson.facts
  const known = Object.fromEntries(
    Object.entries(caseFile.form).filter(([name]) => restoration.fields[name]?.stage !== undefined),
  )
  const checks = { elsewhereCheck, numberCheck, comparisonResult, comparisonOn }
  return { ...known, ...random.pick([{ interviews }, checks, { ...checks, interviews }]) } as Facts
}
