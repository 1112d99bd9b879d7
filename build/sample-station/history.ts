import { must } from '../../shared/base/must.ts'
import type { Action, Actor } from '../../shared/cases/action.ts'
import type { FiledAction, StartingPackage } from '../../shared/sync/messages.ts'
import type { CaseOrder } from './case-orders.ts'
import type { Matter } from './matter.ts'
import type { Random } from './random.ts'
import { routes, type Stop } from './routes.ts'
import type { Stage } from './stage.ts'
import { factsOf } from './step-facts.ts'
import type { Staff } from './users.ts'

/** A case ready to be played. */
export interface PlannedCase {
  readonly id: string
  readonly order: CaseOrder
  readonly matter: Matter
}

export interface History {
  readonly filed: readonly FiledAction[]
  readonly refused: StartingPackage['refused']
  readonly unsent: readonly Action[]
}

interface PlannedStop {
  readonly planned: PlannedCase
  readonly stop: Stop
  readonly moment: number
  readonly by: Actor
}

export interface Performance {
  readonly stage: Stage
  readonly staff: Staff
  readonly random: Random
}

/** Steps at which the kernel knows another name than the route. */
const stepNames: Partial<Record<Stop, string>> = {
  good: 'confirmSheet',
  jammed: 'confirmSheet',
  notOut: 'confirmSheet',
}

/** Minutes after the step before. */
const pause: Readonly<Record<Stop, readonly [number, number]>> = {
  accept: [0, 0],
  refer: [0, 0],
  refuse: [0, 0],
  askForMore: [0, 0],
  amend: [40, 75],
  compareCounterfoil: [20, 40],
  approve: [15, 45],
  return: [15, 40],
  withdraw: [25, 50],
  print: [3, 12],
  good: [1, 2],
  jammed: [1, 3],
  notOut: [1, 3],
  handOver: [2, 8],
  land: [10, 30],
  cityAnswer: [15, 60],
}

/** Plays all cases in the order of the clock. What the city refused or has not had yet comes after what it filed. */
export function playHistory(performance: Performance, cases: readonly PlannedCase[]): History {
  const stops = cases.flatMap((planned) => stopsOf(performance, planned))
  const ofFate = (fate: CaseOrder['fate']) =>
    stops
      .filter(({ planned }) => planned.order.fate === fate)
      .toSorted((one, other) => one.moment - other.moment)
  const filed = ofFate('filed').map((stop, index) =>
    fileAt(performance.stage, takeStop(performance, stop), index + 1),
  )
  const refused = ofFate('refused')
    .toSorted((one, other) => one.planned.order.index - other.planned.order.index)
    .map((stop, index) => ({ action: takeStop(performance, stop), refusals: [refusalAt(index)] }))
  const unsent = ofFate('unsent').map((stop) => takeStop(performance, stop))
  return { filed, refused, unsent: [...unsent, handOverLate(performance, cases)] }
}

function stopsOf({ random, staff }: Performance, planned: PlannedCase): PlannedStop[] {
  const officers = random.shuffled([staff.officer, staff.otherOfficer])
  const [handler, other] = [must(officers[0], 'two officers'), must(officers[1], 'two officers')]
  let moment = planned.order.moment
  return routes[planned.order.route].map((stop) => {
    const [least, most] = pause[stop]
    moment += random.between(least, most)
    return { planned, stop, moment, by: actorOf(stop, { handler, other, chief: staff.chief }) }
  })
}

const city: Actor = { userId: 'city', name: '市局', role: 'city', policeNumber: '' }

function actorOf(
  stop: Stop,
  { handler, other, chief }: { handler: Actor; other: Actor; chief: Actor },
): Actor {
  if (stop === 'approve' || stop === 'return') return chief
  if (stop === 'compareCounterfoil') return other
  return stop === 'cityAnswer' ? city : handler
}

function takeStop({ stage }: Performance, { planned, stop, moment, by }: PlannedStop): Action {
  const { id: caseId, matter } = planned
  const facts = factsOf(stop, {
    stage,
    matter,
    caseFile: stage.cases.get(caseId),
    day: stage.parts.time.dayOf(moment),
  })
  return stage.take({ caseId, caseType: matter.caseType, step: stepNames[stop] ?? stop, by, moment, facts })
}

function fileAt({ parts }: Stage, action: Action, order: number): FiledAction {
  return { order, receipt: `CF-${parts.station.code.slice(-6)}-${String(order).padStart(6, '0')}`, action }
}

/** Why the city refused, in the order of the refused cases: two reissues, then a landing. */
const cityReasons = [
  {
    code: 'landed',
    citation: 'HR-13',
    message: '市局登记显示，证上人员已经在迁入地落户，不能再补发。请通知申请人，并与迁入地派出所核实。',
  },
  {
    code: 'original-not-standing',
    citation: 'WR-47',
    message: '市局登记里原证已经作废。请查作废登记簿，弄清原因后重新办理。',
  },
  {
    code: 'certificate-void',
    citation: 'WR-47',
    message: '签发地已经通报这张迁移证作废，不能落户。请收下证件，联系签发机关核实。',
  },
]

function refusalAt(index: number) {
  return must(cityReasons[index], 'a reason for each refused case')
}

/** The last work of the day: a certificate issued earlier goes over the counter, and the line is down. */
function handOverLate(performance: Performance, cases: readonly PlannedCase[]): Action {
  const planned = must(
    cases.find(({ order, matter }) => order.route === 'issued' && !matter.asksCity),
    'an issued certificate waits',
  )
  const moment = performance.stage.parts.time.momentBeforeEnd(0, 320)
  return takeStop(performance, { planned, stop: 'handOver', moment, by: performance.staff.officer })
}
