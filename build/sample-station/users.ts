import type { Actor } from '../../shared/cases/action.ts'
import type { Decider } from '../../shared/people/decider.ts'
import type { StartingPackage } from '../../shared/sync/messages.ts'
import type { Random } from './random.ts'

/** Whoever works at the sample station. Two officers, so that a counterfoil can be compared by a second pair of eyes. */
export interface Staff {
  readonly auxiliary: Actor
  readonly officer: Actor
  readonly otherOfficer: Actor
  readonly chief: Actor
  readonly administrator: Actor
  /** From above, who decide at the station's desk when they come by or over the line. */
  readonly county: Actor
  readonly city: Actor
  readonly inspector: Actor
}

export function hireStaff(random: Random): Staff {
  const hire = (name: string, role: Actor['role'], policeNumber: string): Actor => ({
    userId: random.uuid(),
    name,
    role,
    policeNumber,
  })
  return {
    auxiliary: hire('辅警小例', 'auxiliary', 'F990001'),
    officer: hire('样户籍', 'officer', '990011'),
    otherOfficer: hire('乌云样', 'officer', '990012'),
    chief: hire('例所长', 'chief', '990001'),
    administrator: hire('管理样', 'administrator', '990021'),
    inspector: hire('督察例', 'inspector', '990031'),
    county: hire('旗县样', 'county', '990041'),
    city: hire('市局例', 'city', '990051'),
  }
}

/** The users as the package carries them: who they are, and nothing that would let anybody in. */
export function usersOf(staff: Staff, station: string): StartingPackage['users'] {
  return (Object.values(staff) as Actor[]).map(({ userId: id, name, role, policeNumber }) => ({
    id,
    name,
    role,
    policeNumber,
    station,
  }))
}

/** Those from above, as the city knows them. */
export function decidersOf({ county, city }: Staff): Decider[] {
  return [
    { policeNumber: county.policeNumber, role: 'county' },
    { policeNumber: city.policeNumber, role: 'city' },
  ]
}
