import type { Random } from './random.ts'
import type { Route } from './routes.ts'
import type { WorkingTime } from './working-time.ts'

export type IssueVariant = 'usual' | 'insideTheRegion'
export type ReissueVariant =
  'usual' | 'expired' | 'damaged' | 'lineDown' | 'counterfoil' | 'elsewhere' | 'online' | 'landed' | 'lost'
export type LandingVariant = 'usual' | 'expired' | 'otherPlace'

export type Subject =
  | { readonly kind: 'issue'; readonly variant: IssueVariant }
  | { readonly kind: 'reissue'; readonly variant: ReissueVariant }
  | { readonly kind: 'landing'; readonly variant: LandingVariant }

/** Filed at the city with a receipt, refused by the city, or still waiting for the line. */
export type Fate = 'filed' | 'refused' | 'unsent'

/** A sample case to be played, and when it opens. */
export interface CaseOrder {
  readonly index: number
  readonly subject: Subject
  readonly route: Route
  readonly fate: Fate
  readonly moment: number
}

interface Batch {
  readonly subject: Subject
  readonly route: Route
  readonly count: number
  readonly fate: Fate
  /** Still being worked on, so it opened in the last days. */
  readonly recent: boolean
}

const batchOf =
  (subject: Subject) =>
  (route: Route, count: number, rest: Partial<Batch> = {}): Batch => ({
    subject,
    route,
    count,
    fate: 'filed',
    recent: false,
    ...rest,
  })
const reissue = (variant: ReissueVariant) => batchOf({ kind: 'reissue', variant })
const issue = (variant: IssueVariant) => batchOf({ kind: 'issue', variant })
const landing = (variant: LandingVariant) => batchOf({ kind: 'landing', variant })

const recent = { recent: true }
const cityRefuses = { recent: true, fate: 'refused' } as const
const waiting = { recent: true, fate: 'unsent' } as const

const reissues: readonly Batch[] = [
  reissue('usual')('closed', 10),
  reissue('usual')('closedAfterJam', 4),
  reissue('usual')('closedAfterNothingCame', 2),
  reissue('usual')('closedAfterReturn', 2),
  reissue('expired')('closed', 4),
  reissue('damaged')('closed', 3),
  reissue('lineDown')('closedThenAnswered', 3),
  reissue('lineDown')('answeredThenClosed', 2),
  reissue('counterfoil')('closedFromCounterfoil', 4),
  reissue('usual')('issued', 2, recent),
  reissue('lineDown')('issued', 1, recent),
  reissue('lineDown')('inConflict', 1, recent),
  reissue('usual')('printing', 1, recent),
  reissue('usual')('approved', 2, recent),
  reissue('lineDown')('approved', 1, recent),
  reissue('usual')('accepted', 4, recent),
  reissue('usual')('handedInAgain', 1, recent),
  reissue('usual')('returned', 2, recent),
  reissue('usual')('withdrawn', 2),
  reissue('usual')('withdrawnAfterApproval', 1),
  reissue('landed')('refused', 3),
  reissue('lost')('refused', 2),
  reissue('elsewhere')('referred', 4),
  reissue('online')('referred', 2),
  reissue('usual')('supplementing', 2, recent),
  reissue('counterfoil')('accepted', 2, recent),
  reissue('usual')('accepted', 2, cityRefuses),
  reissue('usual')('approved', 1, waiting),
]

const issues: readonly Batch[] = [
  issue('usual')('closed', 32),
  issue('usual')('closedAfterJam', 2),
  issue('usual')('closedAfterAsking', 2),
  issue('usual')('accepted', 4, recent),
  issue('usual')('approved', 2, recent),
  issue('usual')('returned', 2, recent),
  issue('usual')('printing', 1, recent),
  issue('usual')('issued', 2, recent),
  issue('usual')('withdrawn', 2),
  issue('insideTheRegion')('referred', 3),
  issue('usual')('supplementing', 1, recent),
  issue('usual')('accepted', 1, waiting),
]

const landings: readonly Batch[] = [
  landing('usual')('landed', 16),
  landing('usual')('accepted', 2, recent),
  landing('usual')('returned', 1, recent),
  landing('expired')('referred', 2),
  landing('otherPlace')('referred', 1),
  landing('usual')('supplementing', 1, recent),
  landing('usual')('approved', 1, recent),
  landing('usual')('withdrawn', 1),
  landing('usual')('accepted', 1, cityRefuses),
]

/** Days at the beginning of the history in which no case opens, so that each has an original older than itself. */
const quietDays = 45

/** Every case of the sample with the moment at which it opens; the finished ones lie all over the two years. */
export function orderCases(random: Random, time: WorkingTime): CaseOrder[] {
  const batches = [...reissues, ...issues, ...landings].flatMap((batch) =>
    Array.from({ length: batch.count }, () => batch),
  )
  return batches.map(({ subject, route, fate, recent: open }, index) => {
    const minute = random.between(0, 60)
    const daysAgo = daysBeforeEnd(random, time, fate, open)
    return { index, subject, route, fate, moment: time.momentBeforeEnd(daysAgo, minute) }
  })
}

function daysBeforeEnd(random: Random, time: WorkingTime, fate: Fate, open: boolean): number {
  if (fate === 'unsent') return 0
  if (fate === 'refused') return 1
  return open ? random.between(1, 4) : random.between(8, time.days.length - quietDays)
}
