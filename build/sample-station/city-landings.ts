import { must } from '../../shared/base/must.ts'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { CityPackage } from '../../shared/sync/messages.ts'
import { someDayAfter, type Written } from './certificates.ts'
import type { CityKnowledge } from './matter.ts'
import { officeAt } from './places.ts'
import type { Random } from './random.ts'

type Landing = CityPackage['landings'][number]

/** Landings that no case asked about yet and that the station does not know of. */
const unknownToTheStation = 30

/** What the city will answer when it is asked about a certificate that has landed. */
export function landingOf(random: Random, { sheets }: Written, today: PlainDate): Landing {
  const last = must(sheets.at(-1), 'a written certificate has a sheet')
  const { key, issue, content } = last
  const on = someDayAfter(random, must(issue, 'it was issued').issuedOn, today)
  return { key, on, office: officeAt(must(content, 'it says where to').destination) }
}

/** The fixture, and some of those that nobody named and that the station still calls issued. */
export function landingsOnlyTheCityKnows(
  random: Random,
  written: readonly Written[],
  today: PlainDate,
): Landing[] {
  const fixture = written.filter(({ wanted }) => wanted.name === 'landedAtCityOnly')
  const others = written.filter(
    ({ wanted }) => !wanted.name && wanted.end === 'issued' && wanted.issuedOn >= '2020-01-01',
  )
  const chosen = [...fixture, ...random.shuffled(others).slice(0, unknownToTheStation - fixture.length)]
  return chosen.map((each) => landingOf(random, each, today))
}

export function asKnowledge({ on, office }: Landing): CityKnowledge {
  return { value: 'landed', on, office }
}
