import { must } from '../../shared/base/must.ts'
import { addDays, type PlainDate } from '../../shared/base/plain-date.ts'
import { reissueRemark } from '../../shared/cases/sheet-steps/reissue-plan.ts'
import { migrationCertificateSheet } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import type { Station } from '../../shared/people/station.ts'
import {
  certificateKey,
  type CertificateContent,
  type CertificateRecord,
  type SheetSerial,
} from '../../shared/register/certificate.ts'
import type { Random } from './random.ts'
import { officeAt } from './places.ts'
import type { SheetRoll } from './sheet-roll.ts'

/** A certificate that the register shall hold, with the sheets that replaced it. */
export interface Wanted {
  readonly content: CertificateContent
  readonly issuedOn: PlainDate
  /** Days on which it was reissued, in order. */
  readonly reissuedOn: readonly PlainDate[]
  /** What became of the last sheet, as far as the station knows. */
  readonly end: 'issued' | 'landed' | 'lost'
  /** Found again by this name: a fixture, or the original of a case. */
  readonly name?: string
}

export interface Writing {
  readonly random: Random
  readonly station: Station
  readonly today: PlainDate
  readonly handlers: readonly string[]
  readonly roll: SheetRoll
}

/** A wanted certificate as written: one record for each sheet of its chain, oldest first. */
export interface Written {
  readonly wanted: Wanted
  readonly sheets: readonly CertificateRecord[]
}

/** Writes them as the counter would have: numbers run with the days, across all chains. */
export function writeCertificates(writing: Writing, wanted: readonly Wanted[]): Written[] {
  const issues = wanted.flatMap((each) =>
    [each.issuedOn, ...each.reissuedOn].map((day, link) => ({ each, day, link })),
  )
  const inOrder = issues.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
  const serials = new Map<Wanted, SheetSerial[]>()
  for (const { each, day } of inOrder) {
    const list = serials.get(each) ?? []
    serials.set(each, [...list, writing.roll.take(day)])
  }
  return wanted.map((each) => ({
    wanted: each,
    sheets: writeChain(writing, each, must(serials.get(each), 'numbered above')),
  }))
}

function writeChain(writing: Writing, wanted: Wanted, serials: readonly SheetSerial[]): CertificateRecord[] {
  const days = [wanted.issuedOn, ...wanted.reissuedOn]
  const sheets: CertificateRecord[] = []
  for (const [link, serial] of serials.entries()) {
    const day = must(days[link], 'as many days as numbers')
    const before = sheets.at(-1)
    const issued = issuedSheet(writing, wanted.content, { serial, day, before })
    if (before)
      sheets[link - 1] = {
        ...before,
        state: 'void',
        voided: { on: day, reason: 'lost' },
        replacedBy: issued.key,
      }
    sheets.push(issued)
  }
  const last = must(sheets.pop(), 'a chain has a last sheet')
  return [...sheets, ended(writing, last, wanted.end)]
}

interface Link {
  readonly serial: SheetSerial
  readonly day: PlainDate
  readonly before: CertificateRecord | undefined
}

function issuedSheet(
  { random, station, handlers }: Writing,
  content: CertificateContent,
  { serial, day, before }: Link,
): CertificateRecord {
  const remark = before?.issue ? reissueRemark(migrationCertificateSheet, before, 'lost') : ''
  return {
    kind: 'certificate',
    key: certificateKey(serial),
    station: station.code,
    serial,
    state: 'issued',
    content,
    issue: {
      issuedOn: day,
      validUntil: addDays(day, random.chance(0.93) ? 30 : random.pick([10, 15, 20])),
      issuerCode: station.code,
      issuerName: station.name,
      handler: random.pick(handlers),
      remark,
    },
    source: 'register',
    ...(before ? { replaces: before.key } : {}),
    reissues: before ? before.reissues + 1 : 0,
    version: 1,
  }
}

function ended({ random, today }: Writing, sheet: CertificateRecord, end: Wanted['end']): CertificateRecord {
  if (end === 'issued' || !sheet.issue || !sheet.content) return sheet
  const on = someDayAfter(random, sheet.issue.issuedOn, today)
  if (end === 'lost') return { ...sheet, state: 'void', voided: { on, reason: 'lost' } }
  return {
    ...sheet,
    state: 'landed',
    landing: { on, office: officeAt(sheet.content.destination), source: 'city' },
  }
}

/** A day within the month after it, and before today. */
export function someDayAfter(random: Random, day: PlainDate, today: PlainDate): PlainDate {
  const later = addDays(day, random.between(3, 27))
  const yesterday = addDays(today, -1)
  return later < yesterday ? later : yesterday
}
