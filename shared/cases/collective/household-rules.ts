import type { Refusal } from '../../base/outcome.ts'
import { householdKey, type Collective, type HouseholdRecord } from '../../people/household.ts'
import { met, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { findHousehold, type RecordView } from '../../register/record.ts'
import type { PartialFacts } from '../fields.ts'
import type { PickedHousehold } from '../picked.ts'

interface NamesHousehold {
  readonly household?: PickedHousehold | undefined
}

/** The household picked is a collective one and still stands. */
export function standingCollective<Facts extends NamesHousehold>(mayBeInDisposal: boolean): Rule<Facts> {
  return {
    id: 'collective-stands',
    title: '是不是在用的集体户',
    citations: ['WR-14', 'WR-18'],
    consequence: 'ask',
    test: ({ household }) => {
      if (!household) return unknown('还没有选集体户。', 'household')
      if (household.householdKind === 'family')
        return unmet(`户号${household.number}是家庭户。`, '请选集体户；家庭户的事项在别处办。')
      if (household.withdrawnOn || household.collectiveState === 'withdrawn')
        return unmet(`户号${household.number}已经撤了。`, '请选别的集体户。')
      return household.collectiveState === 'awaiting-disposal' && !mayBeInDisposal
        ? unmet(`${household.unitName ?? '这个集体户'}正在处置，不再进人、不再借卡。`, '请选社区集体户。')
        : met('集体户在用。')
    },
  }
}

export interface CollectiveHousehold extends HouseholdRecord {
  readonly collective: Collective
}

/** The record of the collective household that a form names; undefined where it is none. */
export function findCollective(records: RecordView, form: PartialFacts): CollectiveHousehold | undefined {
  const picked = form['household'] as PickedHousehold | undefined
  const record = findHousehold(records, householdKey(picked?.number ?? ''))
  return record?.collective ? { ...record, collective: record.collective } : undefined
}

export const collectiveGone: Refusal = {
  code: 'collective-gone',
  field: 'household',
  message: '登记里没有这个集体户。请退回补正，重新选。',
}
