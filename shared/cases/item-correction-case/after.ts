import { educationLevels } from '../../codes/gbt4658-education.ts'
import { ethnicGroups } from '../../codes/gbt3304-ethnic-group.ts'
import { maritalStatuses } from '../../codes/gbt2261-2-marital-status.ts'
import { sexes } from '../../codes/gbt2261-1-sex.ts'
import { normalisePersonName } from '../../people/person-name.ts'
import type { ResidentRecord } from '../../people/resident.ts'
import type { CorrectionFacts } from './fields.ts'

/** The change to the person's record that the form asks for; the number follows by the act. */
export function changeOf(facts: CorrectionFacts): Partial<ResidentRecord> {
  switch (facts.item) {
    case 'name':
      return facts.newName ? { name: normalisePersonName(facts.newName) } : {}
    case 'sex':
      return facts.newSex ? { sex: facts.newSex } : {}
    case 'birthDate':
      return facts.newBirthDate ? { birthDate: facts.newBirthDate } : {}
    case 'ethnicGroup':
      return facts.newEthnicGroup ? { ethnicGroup: facts.newEthnicGroup } : {}
    case 'birthplace':
      return facts.newText ? { birthplace: facts.newText.slice(0, 60) } : {}
    case 'nativePlace':
      return facts.newText ? { nativePlace: facts.newText.slice(0, 60) } : {}
    case 'occupation':
      return facts.newText ? { occupation: facts.newText.slice(0, 20) } : {}
    case 'education':
      return facts.newEducation ? { education: facts.newEducation } : {}
    case 'maritalStatus':
      return facts.newMaritalStatus ? { maritalStatus: facts.newMaritalStatus } : {}
    default:
      return {}
  }
}

/** The new content in words; empty for a number, which the county's list gives. */
export function afterInWords(facts: CorrectionFacts): string {
  const { item, newName, newSex, newBirthDate, newEthnicGroup, newEducation, newMaritalStatus, newText } =
    facts
  const words: Readonly<Partial<Record<NonNullable<typeof item>, string | undefined>>> = {
    name: newName,
    sex: sexes.name(newSex ?? ''),
    birthDate: newBirthDate,
    ethnicGroup: ethnicGroups.name(newEthnicGroup ?? ''),
    education: educationLevels.name(newEducation ?? ''),
    maritalStatus: maritalStatuses.name(newMaritalStatus ?? ''),
  }
  return item ? (words[item] ?? newText ?? '') : ''
}

/** Kinds of change after GA/T 2000.24: [changed, corrected]. */
const categories: Readonly<Record<NonNullable<CorrectionFacts['item']>, readonly [string, string]>> = {
  name: ['21', '22'],
  sex: ['31', '32'],
  birthDate: ['49', '41'],
  ethnicGroup: ['51', '52'],
  citizenId: ['11', '12'],
  birthplace: ['61', '61'],
  nativePlace: ['71', '72'],
  education: ['91', '92'],
  occupation: ['91', '92'],
  maritalStatus: ['91', '92'],
}

export function categoryOf({ item, way }: CorrectionFacts): string {
  return item ? categories[item][way === 'change' ? 0 : 1] : ''
}

/** Number, birth date and sex hang together: when one of them changes, the number is given anew (GB 11643). */
export function needsNewNumber({ item }: CorrectionFacts): boolean {
  return item === 'birthDate' || item === 'sex' || item === 'citizenId'
}
