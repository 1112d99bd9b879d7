import { must } from '../../base/must.ts'
import type { PlainDate } from '../../base/plain-date.ts'
import type { Clause, Instrument } from '../instrument.ts'
import { notice2016No50 } from './notice-2016-50.ts'
import {
  civilCode,
  feesAbolished2013,
  identityCardLaw,
  notice1994,
  regionPaperless2020,
  regulations1958,
  stateCouncil2015No96,
  stationCertificates2016,
} from './older-instruments.ts'
import { workingRules2021 } from './working-rules-2021.ts'

/** Every law, rule and notice that the program applies. */
export const instruments: readonly Instrument[] = [
  regulations1958,
  notice1994,
  identityCardLaw,
  feesAbolished2013,
  stateCouncil2015No96,
  stationCertificates2016,
  notice2016No50,
  regionPaperless2020,
  civilCode,
  workingRules2021,
]

export interface Citation {
  readonly clauseId: string
  readonly instrument: Instrument
  readonly clause: Clause
}

const byClause = new Map<string, Citation>(
  instruments.flatMap((instrument) =>
    Object.entries(instrument.clauses).map(([clauseId, clause]): [string, Citation] => [
      clauseId,
      { clauseId, instrument, clause },
    ]),
  ),
)

export function findCitation(clauseId: string): Citation | undefined {
  return byClause.get(clauseId)
}

/** The citation as the clerk and the resident read it: 赤政发〔2016〕50号 二（三）. */
export function citeInWords(clauseId: string): string {
  const citation = must(findCitation(clauseId), `no instrument has the clause ${clauseId}`)
  return `${citation.instrument.number} ${citation.clause.place}`
}

/** The figure of a law on a day. Throws when no instrument fixes one: a name is misspelt or a date is before the law. */
export function numberInForce(name: string, day: PlainDate): number {
  const figure = instruments
    .flatMap((instrument) => instrument.numbers[name] ?? [])
    .find((candidate) => candidate.from <= day && (candidate.until === undefined || day <= candidate.until))
  return must(figure, `no figure ${name} is in force on ${day}`).value
}
