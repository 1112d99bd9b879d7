import { must } from '../../shared/base/must.ts'
import { ageOn, type PlainDate } from '../../shared/base/plain-date.ts'
import { moveReasons } from '../../shared/codes/move-reason.ts'
import type { CertificateContent, CertificatePerson, Place } from '../../shared/register/certificate.ts'
import type { RegisterSetting } from './households.ts'
import { makeStrangers, type MoverPool } from './movers.ts'
import { destinationElsewhere, homeRegion, homeWords, makeDoor, neighbourhoods } from './places.ts'
import { provinceShortName } from './provinces.ts'
import type { Random } from './random.ts'

/** Codes of `shared/codes/move-reason`. */
const studentReason = '24'
const otherReasons = [
  ['31', 30],
  ['33', 34],
  ['32', 10],
  ['02', 8],
  ['62', 18],
] as const

/** Why and on what ground people go. */
export interface Ground {
  readonly moveReason: string
  readonly reasonName: string
  readonly student: boolean
  readonly permitNumber: string
}

export function makeGround(
  random: Random,
  holder: CertificatePerson,
  size: number,
  day: PlainDate,
  destination: Place,
): Ground {
  const student = size === 1 && ageOn(holder.birthDate, day) < 25
  const moveReason = student ? studentReason : random.weighted(otherReasons)
  const reasonName = must(moveReasons.name(moveReason), `no move reason ${moveReason}`)
  const digits = String(random.between(10_000, 89_999_999)).padStart(8, '0')
  return {
    moveReason,
    reasonName,
    student,
    permitNumber: student ? '' : provinceShortName(destination.region) + digits,
  }
}

export interface ContentSetting {
  readonly register: RegisterSetting
  readonly pool: MoverPool
}

/** The content of a certificate issued on a day: some of its people are in the register as moved out, some are not. */
export function makeContent(
  { register, pool }: ContentSetting,
  day: PlainDate,
  destination?: Place,
  wantedSize?: number,
): CertificateContent {
  const { random } = register
  const size =
    wantedSize ??
    random.weighted([
      [1, 62],
      [2, 19],
      [3, 12],
      [4, 7],
    ])
  const place = destination ?? destinationElsewhere(random)
  if (random.chance(0.55)) {
    const persons = makeStrangers({ ...register, today: day }, size)
    const neighbourhood = random.pick(neighbourhoods)
    const detail = makeDoor(random, neighbourhood)
    return contentOf(random, day, { persons, detail, committee: neighbourhood.committee, destination: place })
  }
  const { home, persons } = pool.takeMovedOut(size, day)
  const { address, committee } = home.household
  return contentOf(random, day, { persons, detail: address.detail, committee, destination: place })
}

export interface Journey {
  readonly persons: readonly CertificatePerson[]
  readonly detail: string
  readonly committee: string
  readonly destination: Place
}

export function contentOf(
  random: Random,
  day: PlainDate,
  { persons, detail, committee, destination }: Journey,
): CertificateContent {
  const holder = must(persons[0], 'a certificate has a holder')
  const ground = makeGround(random, holder, persons.length, day, destination)
  return {
    householdKind: 'family',
    wholeHousehold: persons.length > 1,
    persons: persons.map((person) => ({ ...person, moveReason: ground.reasonName })),
    origin: { region: homeRegion, regionName: homeWords(), detail },
    originCommittee: committee,
    destination,
    permitNumber: ground.permitNumber,
  }
}
