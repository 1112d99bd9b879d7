import { must } from '../../base/must.ts'
import type { PlainDate } from '../../base/plain-date.ts'
import type { Clause, DatedNumber, Instrument } from '../instrument.ts'
import {
  adoptionMeasures,
  civilCode,
  maternalHealthLaw,
  nationalityLaw,
  populationLaw,
} from './family-laws.ts'
import {
  citizenNumberStandard,
  ethnicGroupMeasures,
  feesAbolished2013,
  forms1995,
  interpunct2016,
  notice1994,
  stationCertificates2016,
} from './ministry-papers.ts'
import { notice2016No50 } from './notice-2016-50.ts'
import { practiceElsewhere } from './practice-elsewhere.ts'
import {
  identityCardLaw,
  licensingLaw,
  litigationLaw,
  personalInformationLaw,
  reviewLaw,
} from './procedure-laws.ts'
import { region2015No104, regionCatalogue, regionOpening2020, regionPaperless2020 } from './region.ts'
import { regulations1958 } from './regulations-1958.ts'
import {
  residencePermitRegulations,
  stateCouncil2014No25,
  stateCouncil2015No50,
  stateCouncil2015No96,
} from './state-council.ts'
import { workingRules2021 } from './working-rules-2021.ts'

/** Every law, rule and notice that the program applies, the city's notice first, then from the highest downward. */
export const instruments: readonly Instrument[] = [
  notice2016No50,
  regulations1958,
  civilCode,
  nationalityLaw,
  populationLaw,
  maternalHealthLaw,
  identityCardLaw,
  personalInformationLaw,
  licensingLaw,
  reviewLaw,
  litigationLaw,
  residencePermitRegulations,
  adoptionMeasures,
  stateCouncil2014No25,
  stateCouncil2015No50,
  stateCouncil2015No96,
  workingRules2021,
  stationCertificates2016,
  forms1995,
  notice1994,
  feesAbolished2013,
  ethnicGroupMeasures,
  interpunct2016,
  citizenNumberStandard,
  region2015No104,
  regionPaperless2020,
  regionOpening2020,
  regionCatalogue,
  practiceElsewhere,
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
  return figureInForce(name, day).value
}

/** The same with its unit, its clause and whether it is still to be confirmed, for a rule that cites it. */
export function figureInForce(name: string, day: PlainDate): DatedNumber {
  const figure = instruments
    .flatMap((instrument) => instrument.numbers[name] ?? [])
    .find((candidate) => candidate.from <= day && (candidate.until === undefined || day <= candidate.until))
  return must(figure, `no figure ${name} is in force on ${day}`)
}
