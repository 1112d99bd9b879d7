import { must } from '../../shared/base/must.ts'
import { addDays, type PlainDate } from '../../shared/base/plain-date.ts'
import { countyBureauCode, countyBureauName } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import { addressInWords } from '../../shared/people/address.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { Station } from '../../shared/people/station.ts'
import {
  moveInPermitKey,
  type MoveInPermitContent,
  type MoveInPermitRecord,
} from '../../shared/register/move-in-permit.ts'
import type { Home, RegisterSetting } from './households.ts'
import { makeStrangers } from './movers.ts'
import { destinationElsewhere, homeRegion, homeWords, officeAt } from './places.ts'

export const blankPermitCount = 60
/** How many days before today each permit of the sample was issued: fresh, on its last day, run out, and landed. */
const issuedDaysAgo = [90, 62, 52, 41, 40, 33, 26, 19, 12, 8, 5, 2] as const
const landedDaysAgo: readonly number[] = [90, 62]

interface Permits {
  readonly register: RegisterSetting
  readonly station: Station
  readonly homes: readonly Home[]
  readonly handlers: readonly string[]
}

/** Permits that people of other provinces hold to come here, and the blank sheets behind them in one run of numbers. */
export function makePermits(setting: Permits): readonly MoveInPermitRecord[] {
  const { today } = setting.register
  const issued = issuedDaysAgo.map((daysAgo, at) => issuedPermit(setting, addDays(today, -daysAgo), at))
  const blanks = Array.from({ length: blankPermitCount }, (_, at) =>
    blankPermit(setting.station, today, issued.length + at),
  )
  return [...issued, ...blanks]
}

function issuedPermit(setting: Permits, issuedOn: PlainDate, at: number): MoveInPermitRecord {
  const { register, station, handlers } = setting
  const landed = landedDaysAgo.includes(issuedDaysAgo[at] ?? 0)
  const issue = {
    issuedOn,
    validUntil: addDays(issuedOn, 40),
    issuerCode: countyBureauCode(station.code),
    issuerName: countyBureauName(station.code),
    handler: register.random.pick(handlers),
    remark: '',
  }
  return {
    ...blankPermit(station, register.today, at),
    state: landed ? 'landed' : 'issued',
    content: contentOf(setting, issuedOn),
    issue,
    ...(landed
      ? { landing: { on: addDays(issuedOn, 21), office: station.name, source: 'presented' as const } }
      : {}),
  }
}

/** A wife or husband of another province joins the head of a household here. */
function contentOf({ register, station, homes }: Permits, issuedOn: PlainDate): MoveInPermitContent {
  const { random } = register
  const [mover] = makeStrangers({ ...register, today: issuedOn }, 1)
  const person = must(mover, 'somebody moves')
  const heads = homes.flatMap(({ people }) => people.filter((each) => isSpouseFor(each, person.sex)))
  const applicant = random.pick(heads)
  const from = destinationElsewhere(random)
  const { name, sex, birthDate, citizenId } = person
  return {
    applicant: {
      name: applicant.name,
      citizenId: applicant.citizenId,
      address: addressInWords(applicant.address),
      registeringOffice: station.name,
    },
    movers: [{ relation: sex === '2' ? '妻' : '夫', name, sex, birthDate, citizenId }],
    moversAddress: `${from.regionName}${from.detail}`,
    moversOffice: officeAt(from),
    destination: { region: homeRegion, regionName: homeWords(), detail: applicant.address.detail },
    destinationOffice: station.name,
    reason: '夫妻投靠',
  }
}

function isSpouseFor({ relationToHead, sex, status }: ResidentRecord, moverSex: string): boolean {
  return relationToHead === '02' && status === 'registered' && sex !== moverSex
}

function blankPermit(station: Station, today: PlainDate, at: number): MoveInPermitRecord {
  const serial = {
    printYear: Number(today.slice(0, 4)),
    prefix: '蒙',
    digits: String(50_001 + at).padStart(8, '0'),
  }
  return {
    kind: 'move-in-permit',
    key: moveInPermitKey(serial),
    station: station.code,
    serial,
    state: 'blank',
    source: 'register',
    reissues: 0,
    version: 1,
  }
}
