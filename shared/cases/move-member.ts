import type { HouseholdRecord } from '../people/household.ts'
import { isHead } from '../people/kinship.ts'
import type { ResidentRecord } from '../people/resident.ts'
import { changedHousehold, changedPerson, type Occasion } from '../register/register-changes.ts'
import type { RegisterRecord } from '../register/record.ts'

interface Move {
  /** The household that is left, where the register still has it. */
  readonly before: HouseholdRecord | undefined
  readonly target: HouseholdRecord
  /** GB/T 4761. */
  readonly relationToHead: string
}

/**
 * One person moved from one household of the station to another: the person's own record and a line in the history of
 * both households. A head who leaves, leaves the household without a head; a head who comes to one without, becomes it.
 */
export function movedMember(person: ResidentRecord, move: Move, occasion: Occasion): RegisterRecord[] {
  const { before, target, relationToHead } = move
  const becomesHead = isHead(relationToHead) && target.headPersonId === ''
  const moved = changedPerson(
    person,
    { householdNumber: target.number, address: target.address, committee: target.committee, relationToHead },
    occasion,
  )
  const left = before && before.number !== target.number ? [withoutMember(before, person, occasion)] : []
  return [
    moved,
    ...left,
    changedHousehold(
      target,
      becomesHead ? { headPersonId: person.id } : {},
      { item: '成员', before: '', after: person.name },
      occasion,
    ),
  ]
}

function withoutMember(household: HouseholdRecord, person: ResidentRecord, occasion: Occasion) {
  return changedHousehold(
    household,
    household.headPersonId === person.id ? { headPersonId: '' } : {},
    { item: '成员', before: person.name, after: '' },
    occasion,
  )
}
