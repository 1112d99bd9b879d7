import { addDays, addYears, type PlainDate } from '../../shared/base/plain-date.ts'
import type { Station } from '../../shared/people/station.ts'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import { protocolVersion, type CityPackage, type StartingPackage } from '../../shared/sync/messages.ts'
import { planCases } from './case-plans.ts'
import { orderCases } from './case-orders.ts'
import { writeCertificates } from './certificates.ts'
import { CitizenIds } from './citizen-ids.ts'
import { landingsOnlyTheCityKnows } from './city-landings.ts'
import { listFixtures, type Fixtures } from './fixtures.ts'
import { playHistory } from './history.ts'
import { makeHomes } from './households.ts'
import { firstLeases } from './leases.ts'
import { MoverPool } from './movers.ts'
import { homeRegion } from './places.ts'
import { makePermits } from './permits.ts'
import { randomFor } from './random.ts'
import { SheetRoll } from './sheet-roll.ts'
import { Stage } from './stage.ts'
import { blankSheets, certificatesFromElsewhere, spoiledSheets } from './stock.ts'
import { decidersOf, hireStaff, usersOf } from './users.ts'
import { wantCertificates } from './wanted.ts'
import { WorkingTime } from './working-time.ts'

export const sampleStation: Station = {
  code: '150430100000',
  name: '新惠镇样例派出所',
  shortName: '新惠样例所',
  countyCode: homeRegion,
  address: '内蒙古自治区赤峰市敖汉旗新惠镇样例街1号',
  phone: '0476-0000110',
}

export interface SampleStation {
  readonly stationPackage: StartingPackage
  readonly cityPackage: CityPackage
  readonly fixtures: Fixtures
}

/** Makes the whole station: the same seed and day give the same result. Throws when a step breaks a rule. */
export async function makeSampleStation(seed: number, today: PlainDate): Promise<SampleStation> {
  const time = new WorkingTime(addYears(today, -2), addDays(today, -1))
  const staff = hireStaff(randomFor(seed, 'staff'))
  const ids = new CitizenIds()
  const homes = makeHomes({ random: randomFor(seed, 'homes'), today, ids })
  const register = { random: randomFor(seed, 'certificates'), today, ids }
  const setting = { register, pool: new MoverPool(homes, register) }
  const orders = orderCases(randomFor(seed, 'orders'), time)
  const roll = new SheetRoll(sampleStation.code)
  const handlers = [staff.officer.name, staff.otherOfficer.name]
  const wanted = wantCertificates({ ...setting, today, time }, orders)
  const written = writeCertificates(
    { random: register.random, station: sampleStation, today, handlers, roll },
    wanted,
  )
  const elsewhere = certificatesFromElsewhere(setting, today)
  const issued = [
    ...written.flatMap(({ sheets }) => sheets),
    ...spoiledSheets(setting, time, roll),
    ...elsewhere,
  ]

  const known = landingsOnlyTheCityKnows(register.random, written, today)
  const planned = planCases({ ...setting, homes, written, time, today }, orders)
  const people = homes.flatMap(({ people }) => people)
  const households = homes.map(({ household }) => household)
  const stage = new Stage({
    random: randomFor(seed, 'actions'),
    station: sampleStation,
    time,
    roll,
    records: [...issued, ...people, ...households],
  })
  const history = playHistory({ stage, staff, random: randomFor(seed, 'history') }, planned.cases)
  const blanks = blankSheets(roll, today)

  const permits = makePermits({
    register: { ...register, random: randomFor(seed, 'permits') },
    station: sampleStation,
    homes,
    handlers,
  })

  const landings = [...known, ...planned.landings]
  const shared: CityPackage['stations'][number] = {
    protocol: protocolVersion,
    sample: true,
    madeOn: today,
    station: sampleStation,
    records: [...people, ...households, ...inNumberOrder([...issued, ...stage.stock, ...blanks]), ...permits],
    filed: [...history.filed],
    refused: history.refused,
    stationToken: `sample-${randomFor(seed, 'token').hexadecimal(40)}`,
    leases: firstLeases(
      { station: sampleStation.code, today, random: randomFor(seed, 'leases') },
      blanks,
      permits,
    ),
  }
  const users = usersOf(staff, sampleStation.code)
  return {
    stationPackage: { ...shared, users, unsent: [...history.unsent] },
    cityPackage: {
      protocol: protocolVersion,
      stations: [{ ...shared, deciders: decidersOf(staff) }],
      landings,
    },
    fixtures: listFixtures({ today, written, elsewhere, blanks, landings, cases: planned.cases, staff }),
  }
}

function inNumberOrder(certificates: readonly CertificateRecord[]): CertificateRecord[] {
  return certificates.toSorted((one, other) => (one.key < other.key ? -1 : 1))
}
