import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { PickedHousehold } from '../../shared/cases/picked.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { householdKey } from '../../shared/people/household.ts'
import { findHousehold } from '../../shared/register/record.ts'
import { toTheDecision } from '../builders/whole-walk.ts'

const disposal = must(findCaseType('collective-household-disposal'), 'the disposal')

type Walk = ReturnType<typeof toTheDecision>['walk']

function householdOf({ caseFile, records }: Walk) {
  const { household } = (caseFile?.form ?? {}) as { readonly household?: PickedHousehold }
  return findHousehold(records, householdKey(household?.number ?? ''))
}

/** Ready examples, decided, while the collective household is still in use: nobody has marked it yet. */
function decided(): Walk[] {
  return disposal.examples
    .filter(({ conclusion, options }) => conclusion === 'ready' && !options)
    .map((example) => {
      const { walk } = toTheDecision(disposal, example)
      const household = must(householdOf(walk), 'the household')
      const collective = { ...must(household.collective, 'a collective one'), state: 'normal' as const }
      walk.records.set(household.key, { ...household, collective })
      return walk
    })
}

describe('a collective household that is to be dissolved', () => {
  it('is marked so by one act, once, and the case stays where it is', () => {
    const walks = decided()
    expect(walks.length).toBeGreaterThan(0)
    for (const walk of walks) {
      const { status } = must(walk.caseFile, 'a case')
      expect(walk.act('announce')).toEqual([])
      expect(householdOf(walk)?.collective?.state).toBe('awaiting-disposal')
      expect(walk.caseFile?.status).toBe(status)
      expect(walk.act('announce')).toEqual(['already-announced'])
      expect(walk.messages).toEqual(['这个集体户已经标为待处置，不用再标。'])
    }
  })

  it('has the mark in its history: what it was, what it is, why', () => {
    const [walk] = decided()
    must(walk, 'a walk').act('announce')
    const entries = householdOf(must(walk, 'a walk'))?.entries
    expect(entries).toContainEqual(
      expect.objectContaining({ item: '集体户状态', before: '正常', after: '待处置', cause: 'corrected' }),
    )
  })
})
