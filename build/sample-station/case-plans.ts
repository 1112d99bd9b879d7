import { must } from '../../shared/base/must.ts'
import { addDays, type PlainDate } from '../../shared/base/plain-date.ts'
import type { CityPackage } from '../../shared/sync/messages.ts'
import type { CaseOrder } from './case-orders.ts'
import type { Written } from './certificates.ts'
import { landingOf, asKnowledge } from './city-landings.ts'
import type { ContentSetting } from './contents.ts'
import type { PlannedCase } from './history.ts'
import type { Home } from './households.ts'
import { issueMatter } from './issue-matter.ts'
import { landingMatter } from './landing-matter.ts'
import type { CityKnowledge, Matter } from './matter.ts'
import { reissueMatter } from './reissue-matter.ts'
import { originalName } from './wanted.ts'
import type { WorkingTime } from './working-time.ts'

export interface Planning extends ContentSetting {
  readonly homes: readonly Home[]
  readonly written: readonly Written[]
  readonly time: WorkingTime
  readonly today: PlainDate
}

type Landing = CityPackage['landings'][number]

export interface Plans {
  readonly cases: readonly PlannedCase[]
  /** Landings behind the conflict and behind the first refusal, which the city must know to have said so. */
  readonly landings: readonly Landing[]
}

export function planCases(planning: Planning, orders: readonly CaseOrder[]): Plans {
  const landings: Landing[] = []
  const cases = orders.map((order) => {
    const landing = landingBehind(planning, order, orders)
    if (landing) landings.push(landing)
    return { id: planning.register.random.uuid(), order, matter: matterOf(planning, order, landing) }
  })
  return { cases, landings }
}

function matterOf(planning: Planning, order: CaseOrder, landing: Landing | undefined): Matter {
  const { register, homes, time } = planning
  const { subject } = order
  const day = time.dayOf(order.moment)
  if (subject.kind === 'issue') return issueMatter(order, subject.variant, planning, day)
  if (subject.kind === 'landing') {
    return landingMatter(order, subject.variant, { register, home: register.random.pick(homes) }, day)
  }
  const sheet = findOriginal(planning, order)?.sheets.at(-1)
  const original = { originalKey: sheet?.key, holder: sheet?.content?.persons[0] }
  return reissueMatter(order, subject.variant, {
    register,
    ...original,
    cityAnswer: answerFor(order, landing),
  })
}

function findOriginal({ written }: Planning, order: CaseOrder): Written | undefined {
  const name = originalName(order)
  return written.find(({ wanted }) => wanted.name === name)
}

function landingBehind(
  planning: Planning,
  order: CaseOrder,
  orders: readonly CaseOrder[],
): Landing | undefined {
  const refused = orders.find(({ fate }) => fate === 'refused')
  if (order.route !== 'inConflict' && order !== refused) return undefined
  const original = must(findOriginal(planning, order), 'the landing is about an original')
  const landing = landingOf(planning.register.random, original, planning.today)
  const dayBefore = addDays(planning.time.dayOf(order.moment), -1)
  return landing.on > dayBefore ? { ...landing, on: dayBefore } : landing
}

function answerFor({ route }: CaseOrder, landing: Landing | undefined): CityKnowledge | undefined {
  if (route === 'inConflict' && landing) return asKnowledge(landing)
  return route === 'closedThenAnswered' || route === 'answeredThenClosed'
    ? { value: 'not-landed' }
    : undefined
}
