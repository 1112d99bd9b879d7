import type { PlainDate } from '../base/plain-date.ts'
import { checkCitizenId } from '../people/citizen-id.ts'
import { checkPersonName } from '../people/person-name.ts'
import type { PickedResident } from './picked.ts'

/**
 * Somebody whom this register does not hold, as a clerk types them into the search box: a name and, where it is known, the
 * number after a space. Undefined while it does not read so.
 */
export function readOutsider(typed: string, today: PlainDate): PickedResident | undefined {
  const [first = '', second, ...more] = typed.trim().split(/\s+/u)
  if (more.length > 0) return undefined
  const name = checkPersonName(first)
  if (!name.ok) return undefined
  if (second === undefined) return { name: name.value.name }
  const number = checkCitizenId(second, { today, allowUnissuedSequence: true })
  if (!number.ok) return undefined
  const { id, sex, birthDate } = number.value
  return { name: name.value.name, citizenId: id, sex, birthDate }
}
