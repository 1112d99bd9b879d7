import type { PlainDate } from '../base/plain-date.ts'

/** What every slip says about its desk. */
export interface SlipHead {
  /** Full name of the station, as on its seal. */
  readonly station: string
  readonly address: string
  readonly telephone: string
  readonly desk: string
  readonly clerk: string
  readonly clerkNumber: string
  readonly caseNumber: string
  readonly day: PlainDate
}

/** Who is served, and who came in his or her place (empty when the applicant came). */
export interface SlipApplicant {
  readonly name: string
  readonly citizenId: string
  readonly agent: string
}

/** Foot of each page: the office, where it is and how it is called. */
export function footLine(head: SlipHead): string {
  return [head.station, head.address, head.telephone].filter((part) => part !== '').join('　')
}

export function numberLine(head: SlipHead): string {
  return `案件编号：${head.caseNumber}`
}

/** 150499 19900101 1234: in groups, as it is read aloud and compared. */
export function citizenIdInGroups(citizenId: string): string {
  return citizenId.length === 18
    ? `${citizenId.slice(0, 6)} ${citizenId.slice(6, 14)} ${citizenId.slice(14)}`
    : citizenId
}
