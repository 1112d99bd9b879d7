import type { Setting } from '../../policy/rule.ts'
import type { SettlementFacts } from './fields.ts'
import { joiningKin } from './kin-ground.ts'
import { business, purchase } from './property-grounds.ts'
import type { Standing } from './standing.ts'
import { stock } from './stock-ground.ts'
import { talent } from './talent-ground.ts'

export interface Ground {
  readonly id: string
  readonly name: string
  readonly citations: readonly string[]
  readonly standing: (facts: SettlementFacts, setting: Setting) => Standing
}

/** The five grounds of 二(一); any one of them is enough and all are always tested. */
export const grounds: readonly Ground[] = [
  {
    id: 'joining-kin',
    name: '投靠',
    citations: ['CF-2.1.1(1)', 'CF-2.1.1-H'],
    standing: joiningKin,
  },
  { id: 'purchase', name: '购房', citations: ['CF-2.1.1(2)'], standing: purchase },
  {
    id: 'business',
    name: '投资经商',
    citations: ['CF-2.1.1(3)', 'CF-2.1.1-H', 'OL-50'],
    standing: business,
  },
  {
    id: 'talent',
    name: '人才',
    citations: ['CF-2.1.1(4)b', 'CF-2.1.1(4)a'],
    standing: talent,
  },
  { id: 'stock', name: '存量', citations: ['CF-2.1.2', 'IM-2020-OPEN'], standing: stock },
]

export interface TestedGround {
  readonly id: string
  readonly name: string
  readonly standing: Standing
}

export function testedGrounds(facts: SettlementFacts, setting: Setting): readonly TestedGround[] {
  return grounds.map(({ id, name, standing }) => ({ id, name, standing: standing(facts, setting) }))
}

/** Names of the grounds that carry the case. */
export function passingGrounds(facts: SettlementFacts, setting: Setting): readonly TestedGround[] {
  return testedGrounds(facts, setting).filter(({ standing }) => standing.is === 'met')
}
