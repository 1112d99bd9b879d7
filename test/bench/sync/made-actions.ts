import { CitizenIds } from '../../../build/sample-station/citizen-ids.ts'
import { familyNaming, makeName } from '../../../build/sample-station/names.ts'
import {
  destinationElsewhere,
  homeRegion,
  homeWords,
  makeDoor,
  neighbourhoods,
} from '../../../build/sample-station/places.ts'
import { randomFor, type Random } from '../../../build/sample-station/random.ts'
import { addDays } from '../../../shared/base/plain-date.ts'
import type { Action } from '../../../shared/cases/action.ts'
import type { CertificateRecord } from '../../../shared/register/certificate.ts'
import type { RegisterRecord } from '../../../shared/register/record.ts'
import {
  makeBlank,
  makeOriginal,
  makeStation,
  reissueActions,
  type MadeStation,
} from '../../builders/reissues.ts'

/** Five steps a reissue. */
const stepsEach = 5

/** A made-up station with the register and the work of so many actions; the same number makes the same. */
export function makeWork(seed: number, actions: number) {
  const station: MadeStation = makeStation(seed)
  const random = randomFor(seed, 'bench')
  const citizenIds = new CitizenIds()
  const originals = Array.from({ length: Math.ceil(actions / stepsEach) }, (_, n) =>
    withPeople(makeOriginal(station, n), random, citizenIds),
  )
  const blanks = originals.map((_, n) => makeBlank(station, n))
  const records: RegisterRecord[] = [...originals, ...blanks]
  return {
    station,
    records,
    actions: originals.flatMap((original, n) => reissueOf(station, n, original, random)),
  }
}

/** People as different from one another as at a counter: what is the same in every action costs a line nothing. */
function withPeople(original: CertificateRecord, random: Random, citizenIds: CitizenIds): CertificateRecord {
  const { content } = original
  const [mover] = content?.persons ?? []
  if (!content || !mover) return original
  const sex = random.chance(0.5) ? '1' : '2'
  const birthDate = addDays('1950-01-01', random.between(0, 22_000))
  const neighbourhood = random.pick(neighbourhoods)
  const person = {
    ...mover,
    sex,
    birthDate,
    name: makeName(random, sex, familyNaming(random, random.chance(0.3))),
    citizenId: citizenIds.take(birthDate, sex),
    ethnicGroup: random.pick(['01', '02', '11']),
    education: random.pick(['10', '21', '31', '61', '71']),
    occupation: random.pick(['教师', '农民', '司机', '店员', '学生', '工人', '护士', '个体经营']),
    moveReason: random.pick(['投靠配偶', '务工经商', '投靠子女', '学习培训', '购房']),
  }
  return {
    ...original,
    content: {
      ...content,
      persons: [person],
      origin: { region: homeRegion, regionName: homeWords(), detail: makeDoor(random, neighbourhood) },
      originCommittee: neighbourhood.committee,
      destination: destinationElsewhere(random),
      permitNumber: `辽${random.between(10_000_000, 99_999_999)}`,
    },
  }
}

function reissueOf(station: MadeStation, n: number, original: CertificateRecord, random: Random): Action[] {
  const name = original.content?.persons[0]?.name ?? ''
  const lossStatement = `${random.between(1, 12)}月${random.between(1, 28)}日在${random.pick(['汽车站', '火车上', '出租屋', '市场', '搬家路上'])}丢失，找了${random.between(2, 30)}天没有找到。`
  const own: Readonly<Record<string, (facts: Action['facts']) => Action['facts']>> = {
    accept: (facts) =>
      ({
        ...facts,
        form: { ...(facts['form'] as object), original, lossStatement },
      }) as unknown as Action['facts'],
    handOver: (facts) => ({ ...facts, receivedBy: name }),
  }
  return reissueActions({ station, n }).map((action) => ({
    ...action,
    facts: own[action.step]?.(action.facts) ?? action.facts,
  }))
}

/** What a repetition is measured with. */
export interface Round {
  readonly seed: number
  readonly actions: number
  /** Where the side's own server answers. */
  readonly address: string
}

/** What a side's client does in the browser; each answers the milliseconds from its start to the last acknowledgement. */
export interface Side {
  /** Puts the work into the local store; not part of the sending. */
  readonly record: (round: Round, actions: readonly Action[]) => Promise<number>
  /** Sends everything that `record` put there, until it is safe at the other end. */
  readonly push: (round: Round) => Promise<number>
  /** Waits until what was sent is judged and the verdicts are here; the peers judge nothing. */
  readonly settle?: (round: Round) => Promise<number>
  /** Fetches everything into a second, empty store, until it is safe there. */
  readonly pull: (round: Round) => Promise<number>
  /** Works what was fetched into the register and the cases; the peers store rows and nothing else. */
  readonly takeIn?: (round: Round) => Promise<number>
}
