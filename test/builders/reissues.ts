import { v5 as nameBasedUuid } from 'uuid'
import { actionVersion, type Action, type Actor } from '../../shared/cases/action.ts'
import {
  certificateKey,
  type CertificateRecord,
  type SheetSerial,
} from '../../shared/register/certificate.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import type { CityPackage } from '../../shared/sync/messages.ts'
import { protocolVersion } from '../../shared/sync/messages.ts'

/** The day on which everything here happens; originals were issued nine days before. */
export const dayOfTests = '2026-03-10'
export const instantOfTests = `${dayOfTests}T01:00:00.000Z`

/** A made-up station with a clerk and a chief. The same number makes the same station, whatever the machine. */
export interface MadeStation {
  readonly code: string
  readonly name: string
  readonly token: string
  readonly seed: number
  readonly clerk: Actor
  readonly chief: Actor
}

export function makeStation(seed: number, county = '150430'): MadeStation {
  const tail = String(seed).padStart(4, '0')
  return {
    code: `${county}10${tail}`,
    name: `样例${tail}派出所`,
    token: `token-of-station-${tail}`,
    seed,
    clerk: { userId: `clerk-${tail}`, name: '样例民警', role: 'officer', policeNumber: `99${tail}` },
    chief: { userId: `chief-${tail}`, name: '样例所长', role: 'chief', policeNumber: `98${tail}` },
  }
}

/** Sheets of a station never meet those of another: its number is part of the digits. Up to 4,000 of each kind. */
function serialOf(station: MadeStation, first: number, n: number): SheetSerial {
  const thousands = first + Math.floor(n / 1000)
  return {
    printYear: 2026,
    prefix: '蒙',
    digits: `${thousands}${String(station.seed).padStart(4, '0')}${String(n % 1000).padStart(3, '0')}`,
  }
}

/** The n-th certificate that the station once issued to somebody moving to another province. */
export function makeOriginal(station: MadeStation, n: number): CertificateRecord {
  const serial = serialOf(station, 1, n)
  return {
    kind: 'certificate',
    key: certificateKey(serial),
    station: station.code,
    serial,
    state: 'issued',
    content: {
      householdKind: 'family',
      wholeHousehold: false,
      persons: [makeMover(n)],
      origin: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: `样例街${n + 1}号` },
      originCommittee: '样例社区居民委员会',
      destination: { region: '210102', regionName: '辽宁省沈阳市和平区', detail: `样例路${n + 1}号` },
      permitNumber: `辽${String(n).padStart(8, '0')}`,
    },
    issue: {
      issuedOn: '2026-03-01',
      validUntil: '2026-03-31',
      issuerCode: station.code,
      issuerName: station.name,
      handler: station.clerk.name,
      remark: '',
    },
    source: 'register',
    reissues: 0,
    version: 1,
  }
}

function makeMover(n: number): NonNullable<CertificateRecord['content']>['persons'][number] {
  return {
    relation: '持证人',
    name: `样例人${n}`,
    formerName: '',
    sex: '2',
    ethnicGroup: '02',
    birthDate: '1990-03-05',
    birthplace: '内蒙古自治区赤峰市',
    nativePlace: '内蒙古自治区赤峰市',
    education: '21',
    occupation: '教师',
    maritalStatus: '10',
    citizenId: madeUpCitizenId('19900305', n % 1000),
    moveReason: '投靠配偶',
  }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A number with a right check digit (GB 11643, ISO 7064 MOD 11-2) under the unassigned county code 150499. */
function madeUpCitizenId(birth: string, order: number): string {
  const body = `150499${birth}${String(order).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return `${body}${'10X98765432'[sum % 11] ?? ''}`
}

/** The n-th blank sheet in the station's stock. */
export function makeBlank(station: MadeStation, n: number): CertificateRecord {
  const serial = serialOf(station, 5, n)
  return {
    kind: 'certificate',
    key: certificateKey(serial),
    station: station.code,
    serial,
    state: 'blank',
    source: 'register',
    reissues: 0,
    version: 1,
  }
}

/** Originals and blanks for so many reissues. */
export function makeRegister(station: MadeStation, reissues: number): RegisterRecord[] {
  const numbers = Array.from({ length: reissues }, (_, n) => n)
  return [...numbers.map((n) => makeOriginal(station, n)), ...numbers.map((n) => makeBlank(station, n))]
}

export interface ReissueOptions {
  readonly station: MadeStation
  readonly n: number
  /** What the desk could find out about the landing; `unknown` leaves a question for the city. */
  readonly landingCheck?: 'not-landed' | 'unknown'
  /** The blank to print on, when it is not the n-th. */
  readonly sheet?: CertificateRecord
}

const names = '0f1d8a52-3c44-4a58-8f3e-1504c0de0002'

/** The whole walk of the n-th reissue: accept, approve, print, confirm, hand over; each on the base of the one before. */
export function reissueActions(options: ReissueOptions): Action[] {
  const { station, n } = options
  const original = makeOriginal(station, n)
  const sheet = options.sheet ?? makeBlank(station, n)
  const step = stepsOf(options)
  const before = { [original.key]: 1 }
  return [
    step('accept', station.clerk, acceptFacts(options, original), 0, before),
    step(
      'approve',
      station.chief,
      { opinion: '同意', stationName: station.name, withOpenQuestion: true },
      1,
      before,
    ),
    step('print', station.clerk, printFacts(station, sheet), 2, { ...before, [sheet.key]: 1 }),
    step('confirmSheet', station.clerk, { answer: 'good' }, 3, { [original.key]: 2, [sheet.key]: 2 }),
    step('handOver', station.clerk, { receivedBy: `样例人${n}`, signed: true }, 4, {}),
  ]
}

function stepsOf({ station, n }: ReissueOptions) {
  const caseId = nameBasedUuid(`${station.code}/${n}`, names)
  return (
    step: string,
    by: Actor,
    facts: Action['facts'],
    version: number,
    records: Record<string, number>,
  ): Action => ({
    id: nameBasedUuid(`${station.code}/${n}/${step}`, names),
    caseId,
    caseType: 'migration-certificate-reissue',
    step,
    facts,
    by,
    station: station.code,
    device: 'D1',
    at: instantOfTests,
    base: { case: version, records },
    version: actionVersion,
  })
}

function acceptFacts(
  { station, n, landingCheck = 'not-landed' }: ReissueOptions,
  original: CertificateRecord,
): Action['facts'] {
  const checked = landingCheck === 'not-landed' ? { landingCheckedHow: '电话问过迁入地' } : {}
  const form = {
    originalSource: 'register',
    original,
    lossKind: 'lost',
    lossStatement: '三月五日在汽车站丢失。',
    contentChange: 'none',
    applicantKind: 'holder',
    identityChecked: true,
    landingCheck,
    ...checked,
  }
  return {
    form,
    number: `150430-D1-20260310-${String(n + 1).padStart(3, '0')}`,
    stationName: station.name,
    judged: { day: dayOfTests, conclusion: 'ready', rules: {}, instruments: {} },
  } as unknown as Action['facts']
}

function printFacts(station: MadeStation, sheet: CertificateRecord): Action['facts'] {
  return { serial: sheet.serial, issuedOn: dayOfTests, validUntil: '2026-04-09', issuerName: station.name }
}

/** What the city is given about a station before the first action. */
export function makeCityPackage(
  stations: readonly { readonly station: MadeStation; readonly records: readonly RegisterRecord[] }[],
  landings: CityPackage['landings'] = [],
): CityPackage {
  return {
    protocol: protocolVersion,
    stations: stations.map(({ station, records }) => ({
      protocol: protocolVersion,
      sample: true,
      madeOn: dayOfTests,
      station: {
        code: station.code,
        name: station.name,
        shortName: station.name.slice(0, 4),
        countyCode: station.code.slice(0, 6),
        address: '',
        phone: '',
      },
      records: [...records],
      filed: [],
      refused: [],
      stationToken: station.token,
    })),
    landings,
  }
}
