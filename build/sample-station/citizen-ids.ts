import { must } from '../../shared/base/must.ts'
import { checkCharacter } from '../../shared/people/citizen-id.ts'
import type { Sex } from './names.ts'

/** Assigned to no county, so that no number made here can belong to anybody. */
export const unassignedArea = '150499'

/** Where the sample's sequences begin: those below belong to the worked examples, whose people must be strangers to the sample station on every date. */
export const firstSampleSequence = 501

/** Hands out citizen numbers of made-up people: each one once, odd sequences to men and even ones to women. */
export class CitizenIds {
  readonly #next = new Map<string, number>()

  take(birthDate: string, sex: Sex): string {
    const birth = birthDate.replaceAll('-', '')
    const place = `${birth}:${sex}`
    const sequence = this.#next.get(place) ?? (sex === '1' ? firstSampleSequence : firstSampleSequence + 1)
    if (sequence > 999) throw new Error(`no sequence left for ${birthDate}`)
    this.#next.set(place, sequence + 2)
    const body = `${unassignedArea}${birth}${String(sequence).padStart(3, '0')}`
    return body + must(checkCharacter(body), 'seventeen digits have a check character')
  }
}
