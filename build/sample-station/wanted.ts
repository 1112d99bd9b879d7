import { addDays, type PlainDate } from '../../shared/base/plain-date.ts'
import type { CaseOrder } from './case-orders.ts'
import type { Wanted } from './certificates.ts'
import { contentOf, makeContent, type ContentSetting } from './contents.ts'
import { makeStrangers } from './movers.ts'
import { twentyFiveCharacterName } from './names.ts'
import {
  destinationElsewhere,
  destinationInsideTheRegion,
  longDestinationDetail,
  longOriginDetail,
} from './places.ts'
import type { Random } from './random.ts'
import { isWeekday, type WorkingTime } from './working-time.ts'

/** Certificates ever issued by the station, replaced ones counted too. */
export const issuedCount = 1200

export interface Wanting extends ContentSetting {
  readonly today: PlainDate
  readonly time: WorkingTime
}

/** Everything that the imported register says about issued certificates: fixtures, originals of cases, and the many. */
export function wantCertificates(wanting: Wanting, orders: readonly CaseOrder[]): Wanted[] {
  const named = [...wantFixtures(wanting), ...wantOriginals(wanting, orders)]
  const listed = [...named, ...wantOldOnes(wanting), ...wantChains(wanting)]
  const left = issuedCount - listed.reduce((sum, { reissuedOn }) => sum + 1 + reissuedOn.length, 0)
  return [...listed, ...Array.from({ length: left }, () => wantOrdinary(wanting))]
}

function wantFixtures(wanting: Wanting): Wanted[] {
  const { today } = wanting
  const single = (name: string, daysAgo: number, end: Wanted['end']): Wanted => {
    const issuedOn = addDays(today, -daysAgo)
    return { name, issuedOn, reissuedOn: [], end, content: makeContent(wanting, issuedOn, undefined, 1) }
  }
  const chainStart = addDays(today, -46)
  return [
    single('reissuable', 12, 'issued'),
    {
      name: 'familyOfFour',
      issuedOn: addDays(today, -8),
      reissuedOn: [],
      end: 'issued',
      content: familyOfFour(wanting),
    },
    single('landedAtCityOnly', 20, 'issued'),
    single('landedKnown', 60, 'landed'),
    single('expired', 75, 'issued'),
    {
      name: 'replacedChain',
      issuedOn: chainStart,
      reissuedOn: [addDays(chainStart, 13), addDays(chainStart, 27)],
      end: 'issued',
      content: makeContent(wanting, chainStart, undefined, 1),
    },
  ]
}

/** The certificate that is hardest to print: four persons, the longest name and long addresses at both ends. */
function familyOfFour({ register, today }: Wanting) {
  const { random } = register
  const day = addDays(today, -8)
  const persons = makeStrangers({ ...register, today: day }, 4).map((person, place) =>
    place === 1 ? { ...person, name: twentyFiveCharacterName, ethnicGroup: '02' } : person,
  )
  const destination = { ...destinationElsewhere(random), detail: longDestinationDetail }
  return contentOf(random, day, {
    persons,
    detail: longOriginDetail,
    committee: '样例社区居民委员会',
    destination,
  })
}

/** Cases that look for their original in the register; it is found by this name. */
export function originalName({ index }: CaseOrder): string {
  return `case:${index}`
}

function wantOriginals(wanting: Wanting, orders: readonly CaseOrder[]): Wanted[] {
  const { random } = wanting.register
  return orders.flatMap((order) => {
    const { subject } = order
    if (subject.kind !== 'reissue' || ['counterfoil', 'elsewhere', 'online'].includes(subject.variant))
      return []
    const old = ['expired', 'landed', 'lost'].includes(subject.variant)
    const daysBefore = old ? random.between(36, 60) : random.between(4, 25)
    const issuedOn = weekdayBefore(addDays(wanting.time.dayOf(order.moment), -daysBefore))
    const end = subject.variant === 'landed' ? 'landed' : subject.variant === 'lost' ? 'lost' : 'issued'
    return [
      { name: originalName(order), issuedOn, reissuedOn: [], end, content: makeContent(wanting, issuedOn) },
    ]
  })
}

/** Moves inside the Region had a paper until 2020; five of them are still in the register. */
function wantOldOnes(wanting: Wanting): Wanted[] {
  const { random } = wanting.register
  return Array.from({ length: 5 }, (_, index) => {
    const issuedOn = weekdayBefore(addDays('2019-03-01', random.between(0, 280)))
    const content = makeContent(wanting, issuedOn, destinationInsideTheRegion(random))
    return { issuedOn, reissuedOn: [], end: index < 3 ? 'landed' : 'issued', content }
  })
}

function wantChains(wanting: Wanting): Wanted[] {
  const { register, time } = wanting
  return Array.from({ length: 52 }, (_, index) => {
    const first = someDay(register.random, time, 60)
    const second = weekdayBefore(addDays(first, register.random.between(6, 24)))
    const third = weekdayBefore(addDays(second, register.random.between(6, 24)))
    const reissuedOn = index < 12 ? [second, third] : [second]
    return {
      issuedOn: first,
      reissuedOn,
      end: register.random.chance(0.75) ? 'landed' : 'issued',
      content: makeContent(wanting, first),
    }
  })
}

function wantOrdinary(wanting: Wanting): Wanted {
  const { register, time, today } = wanting
  const issuedOn = someDay(register.random, time, 1)
  const fresh = issuedOn > addDays(today, -30)
  const ends = fresh
    ? ([
        ['issued', 70],
        ['landed', 30],
      ] as const)
    : ([
        ['landed', 73],
        ['issued', 23],
        ['lost', 4],
      ] as const)
  const end = issuedOn > addDays(today, -5) ? 'issued' : register.random.weighted<Wanted['end']>(ends)
  return { issuedOn, reissuedOn: [], end, content: makeContent(wanting, issuedOn) }
}

/** An open day at least so many open days before the end of the history. */
function someDay(random: Random, time: WorkingTime, before: number): PlainDate {
  return random.pick(time.days.slice(0, -before))
}

function weekdayBefore(day: PlainDate): PlainDate {
  return isWeekday(day) ? day : weekdayBefore(addDays(day, -1))
}
