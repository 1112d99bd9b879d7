import { must } from '../../shared/base/must.ts'
import { ageOn, type PlainDate } from '../../shared/base/plain-date.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { CertificatePerson } from '../../shared/register/certificate.ts'
import { makeFamily, type Relative } from './family.ts'
import type { Home, RegisterSetting } from './households.ts'
import { nativePlaceOf } from './households.ts'
import { lifeOf } from './life.ts'
import { homeWords } from './places.ts'

/** People who move, and the home they move from. */
export interface Movers {
  readonly home: Home
  readonly persons: readonly CertificatePerson[]
  readonly wholeHousehold: boolean
}

const holderRelation = '持证人'
/** Whoever applies for himself at any time of the station's history is of age even at its beginning. */
const grownUp = 21

/** Takes each household once, so that nobody moves out twice. */
export class MoverPool {
  readonly #homes: Home[]

  constructor(
    homes: readonly Home[],
    private readonly setting: RegisterSetting,
  ) {
    this.#homes = setting.random.shuffled(homes.filter((home) => home.household.householdKind === 'family'))
  }

  /** Somebody who is not the head, or a household of up to four with its head. They stay registered. */
  takeRegistered(size: number): Movers {
    const fits =
      size === 1
        ? (home: Home) => findSingle(home, this.setting.today) >= 0
        : (home: Home) => canMoveWhole(home, size)
    const home = this.#take(fits)
    const chosen = size === 1 ? [findSingle(home, this.setting.today)] : home.people.map((_, index) => index)
    const persons = chosen.map((index, place) => {
      const resident = must(home.people[index], 'the chosen person lives here')
      return columnOfResident(resident, place === 0 ? holderRelation : (home.relationNames[index] ?? ''))
    })
    return { home, persons, wholeHousehold: size > 1 }
  }

  /** The same, and the register already says that they left on that day. */
  takeMovedOut(size: number, day: PlainDate): Movers {
    const movers = this.takeRegistered(size)
    for (const { personId } of movers.persons) leave(movers.home, personId, day)
    return movers
  }

  #take(fits: (home: Home) => boolean): Home {
    const index = this.#homes.findIndex(fits)
    return must(this.#homes.splice(index, 1)[0], 'there are more households than movers')
  }
}

const isRegistered = (resident: ResidentRecord) => resident.status === 'registered'

function findSingle({ people }: Home, today: PlainDate): number {
  return people.findIndex(
    (person, index) =>
      index > 0 &&
      isRegistered(person) &&
      ageOn(person.birthDate, today) >= grownUp &&
      ageOn(person.birthDate, today) < 60,
  )
}

function canMoveWhole({ people }: Home, size: number): boolean {
  return people.length === size && people.every(isRegistered)
}

function leave({ people }: Home, personId: string | undefined, day: PlainDate): void {
  const index = people.findIndex((person) => person.id === personId)
  const person = must(people[index], 'whoever moves out lives here')
  people[index] = { ...person, status: 'moved-out', statusOn: day }
}

function columnOfResident(resident: ResidentRecord, relation: string): CertificatePerson {
  const { id, name, formerName, sex, ethnicGroup, birthDate, birthplace, nativePlace } = resident
  const { education, occupation, maritalStatus, citizenId } = resident
  return {
    personId: id,
    relation,
    name,
    formerName,
    sex,
    ethnicGroup,
    birthDate,
    birthplace,
    nativePlace,
    education,
    occupation,
    maritalStatus,
    citizenId,
    moveReason: '',
  }
}

/** People who are in no register of this station: long gone, or coming from elsewhere. */
export function makeStrangers(setting: RegisterSetting, size: number): CertificatePerson[] {
  const family = makeFamily(setting, size)
  return family.map((relative, index) =>
    columnOf(setting, relative, index === 0 ? holderRelation : relative.relationName),
  )
}

function columnOf({ random, ids }: RegisterSetting, relative: Relative, relation: string): CertificatePerson {
  const { name, sex, ethnicGroup, birthDate } = relative
  return {
    relation,
    name,
    formerName: '',
    sex,
    ethnicGroup,
    birthDate,
    birthplace: homeWords(),
    nativePlace: nativePlaceOf(random),
    ...lifeOf(random, relative),
    citizenId: ids.take(birthDate, sex),
    moveReason: '',
  }
}
