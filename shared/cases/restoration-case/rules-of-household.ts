import { householdKindNames } from '../../people/household.ts'
import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import type { RestorationFacts } from './fields.ts'

type Target = NonNullable<RestorationFacts['household']>

/** Where the restored person is entered. */
export const rulesOfHousehold: readonly Rule<RestorationFacts>[] = [
  {
    id: 'original-first',
    title: '能不能恢复在那里',
    citations: ['CF-2.3-R', 'SC96-5', 'WR-46', 'CF-2.2'],
    consequence: 'ask',
    test: ({ originalHousehold, place, cause }) => {
      if (place === undefined) return unknown('还没有选恢复在哪里。', 'place')
      if (place === 'spouse' && cause !== undefined && cause !== 'marriage') {
        return unmet('只有因婚嫁注销的才直接恢复在配偶的户里。', '请先恢复在原来的户，再按夫妻投靠迁移。')
      }
      if (place === 'spouse') return met('因婚嫁注销的，可以恢复在配偶的户里。')
      if (originalHousehold === undefined) return unknown('还没有问原来的户还在不在。', 'originalHousehold')
      return place === 'original' ? backToOriginal(originalHousehold) : elsewhere(originalHousehold)
    },
  },
  {
    id: 'household-fits',
    title: '那一户能不能登记',
    citations: ['WR-14', 'WR-18', 'CF-2.2'],
    consequence: 'ask',
    test: ({ household, place, originalHousehold }) => {
      if (place === undefined || !household) return unknown('还没有选是哪一户。', 'household')
      if (place === 'community') return fitsCommunity(household)
      const mayBeReopened = place === 'original' && originalHousehold === 'home-remains'
      if (household.withdrawnOn && !mayBeReopened) {
        return unmet(`户号${household.number}已经撤了。`, '请改选亲属的户或者社区集体户。')
      }
      return place !== 'original' && household.householdKind === 'collective'
        ? unmet(`户号${household.number}是集体户，不是亲属的户。`, '请选亲属的家庭户，或者改选社区集体户。')
        : met(`户号${household.number}可以登记。`)
    },
  },
  {
    id: 'same-household',
    title: '是不是原来的那一户',
    citations: ['CF-2.3-R'],
    consequence: 'ask',
    test: ({ place, household, person }) => {
      if (place !== 'original' || !household || !person?.householdNumber) return notApplicable
      return household.number === person.householdNumber
        ? met('是原来的那一户。')
        : unmet(
            `原来登记在户号${person.householdNumber}，选的是户号${household.number}。`,
            '请改选原来的户；原来的户没有了的，改选“亲属的户”或者“社区集体户”。',
          )
    },
  },
  {
    id: 'head-consents',
    title: '户主是否同意',
    citations: ['HR-5', 'WR-46'],
    consequence: 'ask',
    test: ({ place, headConsents }) => {
      if (place !== 'spouse' && place !== 'kin') return notApplicable
      if (headConsents === undefined) return unknown('还没有问户主。', 'headConsents')
      return headConsents
        ? met('户主同意。')
        : unmet('户主不同意落在这一户。', '请改选别的亲属的户，或者社区集体户，不影响恢复。')
    },
  },
]

function backToOriginal(state: NonNullable<RestorationFacts['originalHousehold']>): Verdict {
  if (state === 'stands') return met('原来的户还在，恢复在原户。')
  return state === 'home-remains'
    ? met('房子还在，把原来的户一并恢复。')
    : unmet('原来的户和房子都没有了。', '请改选亲属的户（户主同意）或者社区集体户。')
}

function elsewhere(state: NonNullable<RestorationFacts['originalHousehold']>): Verdict {
  return state === 'gone'
    ? met('原来的户没有了，可以落在亲属的户或者社区集体户。')
    : unmet('原来的户还能恢复。', '请先恢复在原来的户，恢复以后再办迁移。')
}

function fitsCommunity({ householdKind, collectiveKind, collectiveState, number }: Target): Verdict {
  if (householdKind !== undefined && (householdKind !== 'collective' || collectiveKind !== 'community')) {
    return unmet(`户号${number}是${householdKindNames[householdKind]}，不是社区集体户。`, '请选社区集体户。')
  }
  return collectiveState === undefined || collectiveState === 'normal'
    ? met('是社区集体户。')
    : unmet(`户号${number}正在清理或者已经撤销。`, '请选别的社区集体户。')
}
