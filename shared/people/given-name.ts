import { accepted, refused, type Outcome, type Refusal } from '../base/outcome.ts'
import { charactersOf, checkPersonName } from './person-name.ts'
import { hasCompoundSurname, splitName, type SplitName } from './split-name.ts'
import { codePointInWords, isStandardCharacter } from './standard-characters.ts'

/** On what ground a child bears neither parent's surname (民法典, clause 1015; 公通字〔2021〕12号, clause 50). */
export const surnameReasonNames = {
  ascendant: '选取其他直系长辈血亲的姓氏',
  carer: '由法定扶养人以外的人扶养，选取扶养人的姓氏',
  'good-cause': '有不违背公序良俗的其他正当理由',
  'ethnic-custom': '少数民族遵从本民族的文化传统和风俗习惯',
} as const
export type SurnameReason = keyof typeof surnameReasonNames

export interface NewbornName {
  readonly name: string
  /** Empty while unknown, or where the parent is not to be recorded. */
  readonly fatherName: string
  readonly motherName: string
  /** GB/T 3304; empty while unknown. */
  readonly ethnicGroup: string
  /** The surname as the parents say it, where the beginning of the name can be read in two ways. */
  readonly surname?: string | undefined
  readonly surnameReason?: SurnameReason | undefined
}

export interface CheckedNewbornName extends SplitName {
  /** In its normal form. */
  readonly name: string
  /** What a clerk should know or look at, in sentences. */
  readonly hints: readonly string[]
}

const HAN = '01'
const INTERPUNCT = '\u00B7'
const OUTSIDE_BASIC_PLANE = 0xffff

/**
 * Judges the name of somebody who is registered for the first time. Never to be asked of a name that is registered already.
 * Refuses with the codes of `checkPersonName` and 'name-interpunct-of-han', 'surname-not-in-name', 'given-name-empty',
 * 'given-name-character' (one refusal for each character), 'surname-of-neither-parent' (an ask: it passes with a reason).
 */
export function checkNewbornName(facts: NewbornName): Outcome<CheckedNewbornName> {
  const checked = checkPersonName(facts.name)
  if (!checked.ok) return refused(...checked.refusals.map((refusal) => ({ ...refusal, field: 'name' })))
  const { name, hint } = checked.value
  const parts = partsOf(name, facts)
  const refusals = [
    ...faultsOfForm(name, parts, facts),
    ...strangeCharacters(parts.givenName),
    ...askForSurname(parts, facts),
  ]
  if (refusals.length > 0) return refused(...refusals)
  return accepted({ ...parts, name, hints: hintsOn(parts, facts, hint) })
}

function partsOf(name: string, facts: NewbornName): SplitName {
  const { surname } = facts
  if (surname !== undefined && surname !== '' && name.startsWith(surname)) {
    return { surname, givenName: name.slice(surname.length) }
  }
  return splitName(name, { minority: isMinority(facts), parentNames: parentsOf(facts) })
}

function faultsOfForm(name: string, parts: SplitName, facts: NewbornName): readonly Refusal[] {
  if (name.includes(INTERPUNCT) && facts.ethnicGroup === HAN) {
    return [
      {
        code: 'name-interpunct-of-han',
        field: 'name',
        citation: 'IP-33',
        message:
          '间隔点“·”用在少数民族和外国人的汉字译名里，孩子的民族填的是汉族。请核对民族，或者去掉间隔点。',
      },
    ]
  }
  if (facts.surname !== undefined && !name.startsWith(facts.surname)) {
    const message = `姓名“${name}”不是以姓“${facts.surname}”开头。请核对姓和姓名。`
    return [{ code: 'surname-not-in-name', field: 'surname', message }]
  }
  if (parts.givenName !== '') return []
  const message = `“${name}”只有姓，没有名。请填全姓名。`
  return [{ code: 'given-name-empty', field: 'name', citation: 'WR-51', message }]
}

function strangeCharacters(givenName: string): readonly Refusal[] {
  const strange = charactersOf(givenName).filter(
    (character) => character !== INTERPUNCT && !isStandardCharacter(character),
  )
  return [...new Set(strange)].map((character) => ({
    code: 'given-name-character',
    field: 'name',
    citation: 'WR-51',
    message: `名里的“${character}”（${codePointInWords(character)}）不在通用规范汉字表里，新登记的名不能用。请和家长换一个字，可以选同音或者字形相近的规范字；姓不受这个限制。`,
  }))
}

function askForSurname({ surname }: SplitName, facts: NewbornName): readonly Refusal[] {
  const isSettled = surname === '' || isOfAParent(surname, facts) || hasReason(facts)
  if (isSettled || parentsOf(facts).length === 0) return []
  return [
    {
      code: 'surname-of-neither-parent',
      field: 'surname',
      citation: 'CC-1015',
      message: `“${surname}”不是父亲的姓，也不是母亲的姓。可以用，但要说明理由：${Object.values(surnameReasonNames).join('；')}。请问明后选一项，并附书面说明。`,
    },
  ]
}

/** Custom is a ground for members of minorities alone. */
function hasReason(facts: NewbornName): boolean {
  const { surnameReason } = facts
  return surnameReason !== undefined && (surnameReason !== 'ethnic-custom' || isMinority(facts))
}

function hintsOn(parts: SplitName, facts: NewbornName, hintOnForm: string | undefined): readonly string[] {
  const { surname, givenName } = parts
  const hints = hintOnForm === undefined ? [] : [hintOnForm]
  if (surname === '') hints.push('按民族习惯，这个名字不分姓和名。')
  if (hasCompoundSurname(parts) && facts.surname === undefined && !isOfAParent(surname, facts)) {
    hints.push(`按复姓“${surname}”登记。如果姓“${surname.charAt(0)}”，请改姓。`)
  }
  if (surname !== '' && facts.surnameReason !== undefined && !isOfAParent(surname, facts)) {
    hints.push(`姓“${surname}”：${surnameReasonNames[facts.surnameReason]}。`)
  }
  const rare = Array.from(givenName).filter(
    (character) => (character.codePointAt(0) ?? 0) > OUTSIDE_BASIC_PLANE,
  )
  if (rare.length > 0) {
    hints.push(`“${rare.join('、')}”在通用规范汉字表里，可以用。有的部门电脑可能显示不出来，请告诉家长。`)
  }
  return hints
}

/** A parent called 司马某 does not bear 司, unless the parents say that this is their surname. */
function isOfAParent(surname: string, facts: NewbornName): boolean {
  return parentsOf(facts).some((parent) => {
    const ofParent = splitName(parent).surname
    return ofParent === surname || (facts.surname === surname && parent.startsWith(surname))
  })
}

function parentsOf({ fatherName, motherName }: NewbornName): readonly string[] {
  return [fatherName, motherName].filter((name) => name !== '')
}

function isMinority({ ethnicGroup }: NewbornName): boolean {
  return ethnicGroup !== HAN && ethnicGroup !== ''
}
