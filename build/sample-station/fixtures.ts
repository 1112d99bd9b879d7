import { must } from '../../shared/base/must.ts'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import type { Written } from './certificates.ts'
import type { PlannedCase } from './history.ts'
import type { Staff } from './users.ts'

/** One certificate as a test or a demonstration looks for it. */
export interface CertificateFixture {
  readonly key: string
  readonly serialDigits: string
  readonly printYear: number
  readonly holderName: string
  readonly holderCitizenId: string
}

/** What can be relied on in a sample station, whatever its day and seed. */
export interface Fixtures {
  readonly today: string
  readonly reissuable: CertificateFixture
  readonly familyOfFour: CertificateFixture
  readonly landedAtCityOnly: CertificateFixture & {
    readonly landing: { readonly on: string; readonly office: string }
  }
  readonly landedKnown: CertificateFixture
  readonly expired: CertificateFixture
  /** Oldest first: each replaced by the next. */
  readonly replacedChain: readonly CertificateFixture[]
  readonly elsewhere: CertificateFixture & { readonly issuerName: string }
  /** The first ten blank sheets: eight digits each, printed in `blankPrintYear`. */
  readonly blankSerials: readonly string[]
  readonly blankPrintYear: number
  readonly users: Readonly<
    Record<keyof Staff, { readonly id: string; readonly name: string; readonly policeNumber: string }>
  >
  readonly awaitingApprovalCase: string
  /** The landing question is open at the city. */
  readonly openQuestionCases: readonly string[]
  readonly conflictCase: string
  /** Printed, and nobody has said yet whether the sheet came out. */
  readonly printingCase: string
}

export interface Made {
  readonly today: string
  readonly written: readonly Written[]
  readonly elsewhere: readonly CertificateRecord[]
  readonly blanks: readonly CertificateRecord[]
  readonly landings: readonly { readonly key: string; readonly on: string; readonly office: string }[]
  readonly cases: readonly PlannedCase[]
  readonly staff: Staff
}

export function listFixtures(made: Made): Fixtures {
  const one = (name: string) => fixtureOf(lastOf(sheetsNamed(made, name)))
  const landedAtCityOnly = one('landedAtCityOnly')
  const { on, office } = must(
    made.landings.find(({ key }) => key === landedAtCityOnly.key),
    'the city knows of it',
  )
  const neighbour = must(made.elsewhere[0], 'a certificate from elsewhere')
  return {
    today: made.today,
    reissuable: one('reissuable'),
    familyOfFour: one('familyOfFour'),
    landedAtCityOnly: { ...landedAtCityOnly, landing: { on, office } },
    landedKnown: one('landedKnown'),
    expired: one('expired'),
    replacedChain: sheetsNamed(made, 'replacedChain').map(fixtureOf),
    elsewhere: { ...fixtureOf(neighbour), issuerName: neighbour.issue?.issuerName ?? '' },
    blankSerials: made.blanks.slice(0, 10).map(({ serial }) => serial.digits),
    blankPrintYear: must(made.blanks[0], 'blank sheets').serial.printYear,
    users: usersByRole(made.staff),
    ...caseFixtures(made.cases),
  }
}

function caseFixtures(cases: readonly PlannedCase[]) {
  const filed = cases.filter(({ order }) => order.fate === 'filed' && order.subject.kind === 'reissue')
  const goes = (route: string) => filed.filter(({ order }) => order.route === route)
  return {
    awaitingApprovalCase: idOf(goes('accepted').find(({ order }) => order.subject.variant === 'usual')),
    openQuestionCases: filed
      .filter(({ matter }) => matter.asksCity && !matter.cityAnswer)
      .map(({ id }) => id),
    conflictCase: idOf(goes('inConflict')[0]),
    printingCase: idOf(goes('printing')[0]),
  }
}

function idOf(found: PlannedCase | undefined): string {
  return must(found, 'the case is in the list of orders').id
}

function sheetsNamed({ written }: Made, name: string): readonly CertificateRecord[] {
  return must(
    written.find(({ wanted }) => wanted.name === name),
    `no certificate was made for ${name}`,
  ).sheets
}

function lastOf(sheets: readonly CertificateRecord[]): CertificateRecord {
  return must(sheets.at(-1), 'a written certificate has a sheet')
}

function fixtureOf({ key, serial, content }: CertificateRecord): CertificateFixture {
  const holder = must(content?.persons[0], 'an issued certificate has a holder')
  const { name: holderName, citizenId: holderCitizenId } = holder
  return { key, serialDigits: serial.digits, printYear: serial.printYear, holderName, holderCitizenId }
}

function usersByRole(staff: Staff): Fixtures['users'] {
  const entries = Object.entries(staff) as [keyof Staff, Staff[keyof Staff]][]
  const listed = entries.map(
    ([role, { userId: id, name, policeNumber }]) => [role, { id, name, policeNumber }] as const,
  )
  return Object.fromEntries(listed) as Fixtures['users']
}
