import { daysBetween, type PlainDate } from '../base/plain-date.ts'
import { normaliseCitizenId } from '../people/citizen-id.ts'
import { birthCertificateKey } from '../register/birth-certificate.ts'
import { citizenIdKey } from '../register/record.ts'
import type { Action } from './action.ts'
import type { OpenQuestion } from './case-file.ts'

/** A question as a case type asks it: which kind, and the number or mark that it is about. */
export type CityQuestion = Pick<OpenQuestion, 'kind' | 'about'>

interface QuestionWords {
  /** As the clerk reads it while nobody has answered. */
  readonly ask: string
  readonly found: string
  readonly none: string
}

/** What only the city's base can tell, because it holds every station's (条例1958, clause 6; 公通字〔2021〕12号, clause 12). */
export const questionWords: Readonly<Record<OpenQuestion['kind'], QuestionWords>> = {
  landed: { ask: '证上人员有没有落户', found: '证上人员已经落户', none: '没有查到落户' },
  'registered-elsewhere': {
    ask: '这个公民身份号码是不是已在本市别处登记',
    found: '这个公民身份号码已在本市别处登记，或者别处正在办理',
    none: '本市别处没有这个号码',
  },
  'same-person': {
    ask: '同名、同日出生、同一母亲的人是不是已在本市别处登记',
    found: '本市别处已有同名、同日出生、同一母亲的人登记，或者正在办理',
    none: '本市别处没有同名、同日出生、同一母亲的人',
  },
  'birth-certificate-used': {
    ask: '出生医学证明编号是不是已在本市别处用过',
    found: '出生医学证明编号已在本市别处用过，或者别处正在办理',
    none: '本市别处没有用过这个编号',
  },
  'mother-births': {
    ask: '同一母亲在前后二百七十天内是不是另有孩子登记',
    found: '同一母亲在前后二百七十天内另有孩子登记',
    none: '没有查到间隔太近的另一次出生',
  },
}

/** Whether the answer speaks against what the case is about. */
export function speaksAgainst({ answer }: OpenQuestion): boolean {
  return answer?.value === 'landed' || answer?.value === 'found'
}

/** The question that a city's answer belongs to; empty in any other action. */
export function questionAnswered({ step, facts }: Pick<Action, 'step' | 'facts'>): string {
  const id = step === 'cityAnswer' ? facts['questionId'] : undefined
  return typeof id === 'string' ? id : ''
}

export function askRegisteredElsewhere(citizenId: string | undefined): readonly CityQuestion[] {
  const number = normaliseCitizenId(citizenId ?? '')
  return number === '' ? [] : [{ kind: 'registered-elsewhere', about: citizenIdKey(number) }]
}

export function askBirthCertificates(numbers: readonly string[]): readonly CityQuestion[] {
  return numbers.map((number) => ({ kind: 'birth-certificate-used', about: birthCertificateKey(number) }))
}

/** Somebody as told apart without a citizen number. */
interface Marks {
  readonly name: string | undefined
  readonly bornOn: PlainDate | undefined
  /** Citizen number, or the number of another document, of the mother. */
  readonly mother: string | undefined
}

/** `same-person:NAME/BIRTH/MOTHER`; the city keeps and compares only its digest. */
export function askSamePerson({ name, bornOn, mother }: Marks): readonly CityQuestion[] {
  if (!name || !bornOn || !mother) return []
  return [{ kind: 'same-person', about: `same-person:${name}/${bornOn}/${mother}` }]
}

const motherBirths = /^births-of:(?<mother>.+)\/(?<bornOn>\d{4}-\d{2}-\d{2})$/

/** `births-of:MOTHER/BIRTH`: the births of a mother about the day of this one. */
export function askMotherBirths({ bornOn, mother }: Marks): readonly CityQuestion[] {
  return bornOn && mother ? [{ kind: 'mother-births', about: `births-of:${mother}/${bornOn}` }] : []
}

/** Mother and day in the key of such a question. */
export function readMotherBirths(about: string): { mother: string; bornOn: PlainDate } | undefined {
  const { mother, bornOn } = motherBirths.exec(about)?.groups ?? {}
  return mother && bornOn ? { mother, bornOn } : undefined
}

/** Days between two births of one mother below which one of them is looked into; twins come within a day. */
const shortestBetweenBirths = 270
const twinsWithin = 1

export function isTooCloseToBe(bornOn: PlainDate, other: PlainDate): boolean {
  const between = bornOn < other ? daysBetween(bornOn, other) : daysBetween(other, bornOn)
  return between > twinsWithin && between < shortestBetweenBirths
}
