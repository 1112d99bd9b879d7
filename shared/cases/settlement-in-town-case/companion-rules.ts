import { met, notApplicable, unknown, unmet, type Rule, type Setting } from '../../policy/rule.ts'
import type { Companion, SettlementFacts } from './fields.ts'
import { restsOnPropertyAlone } from './ground-rules.ts'
import { kinship, type Kinship } from './mover-fields.ts'

const mayComeAlong: readonly Kinship[] = ['spouse', 'child', 'grandchild', 'parent', 'spouse-parent']
const words = new Map<string, string>(kinship.map(({ value, label }) => [value, label]))

export function companionName({ person, name }: Companion): string {
  return person?.name ?? name ?? '随迁的人'
}

const named = (companion: Companion) =>
  `${companionName(companion)}（${words.get(companion.relation ?? '') ?? ''}）`

/** 购房 and 投资经商 say 父母; the head clause says the parents of both (named setting parents-of-both-sides). */
function inLawsExcluded(facts: SettlementFacts, setting: Setting): boolean {
  return !setting.options['parents-of-both-sides'] && restsOnPropertyAlone(facts, setting)
}

/** Who may come along: 二(一)1, head clause. */
export const companionRules: readonly Rule<SettlementFacts>[] = [
  {
    id: 'companions-covered',
    title: '随迁的人在不在范围里',
    citations: ['CF-2.1.1'],
    consequence: 'ask',
    test: (facts, setting) => {
      const { companions = [] } = facts
      if (companions.length === 0) return notApplicable
      const allowed = inLawsExcluded(facts, setting)
        ? mayComeAlong.filter((each) => each !== 'spouse-parent')
        : mayComeAlong
      const outside = companions.filter(({ relation }) => relation && !allowed.includes(relation))
      if (outside.length > 0) {
        return unmet(
          `${outside.map(named).join('、')}不在随迁范围：只有配偶、子女、孙子女（外孙子女）和夫妻双方父母。`,
          '请把他从随迁名单里去掉，申请人照办；他自己符合五个条件之一的，另外申请。',
        )
      }
      const open = companions.filter(({ relation }) => relation === undefined)
      return open.length > 0
        ? unknown(`还没有填${open.map(companionName).join('、')}是申请人的什么人。`, 'companions')
        : met('都是配偶、子女、孙子女或者父母。')
    },
  },
  {
    id: 'companions-live-together',
    title: '随迁的人是不是共同居住',
    citations: ['CF-2.1.1'],
    consequence: 'ask',
    test: ({ companions = [] }) => {
      if (companions.length === 0) return notApplicable
      const apart = companions.filter(({ livesTogether }) => livesTogether === false)
      if (apart.length > 0) {
        return unmet(
          `${apart.map(companionName).join('、')}没有与申请人共同居住，不能随迁。`,
          '请从随迁名单里去掉；住到一起以后再按投靠申请。',
        )
      }
      const open = companions.filter(({ livesTogether }) => livesTogether === undefined)
      return open.length > 0
        ? unknown(`还没有问${open.map(companionName).join('、')}是不是共同居住。`, 'companions')
        : met('都与申请人共同居住。')
    },
  },
  {
    id: 'parents-of-both-sides',
    title: '购房、经商的，配偶的父母能不能随迁',
    citations: ['CF-2.1.1', 'CF-2.1.1(2)', 'CF-2.1.1(3)'],
    consequence: 'warn',
    test: (facts, setting) => {
      const { companions = [] } = facts
      if (companions.length === 0 || !restsOnPropertyAlone(facts, setting)) return notApplicable
      const inLaws = companions.filter(({ relation }) => relation === 'spouse-parent')
      if (inLaws.length === 0) return met('没有配偶的父母随迁。')
      if (!setting.options['parents-of-both-sides']) return notApplicable
      return unmet(
        `${inLaws.map(companionName).join('、')}是配偶的父母：分项只写“父母”，总的一句写“夫妻双方父母”。`,
        '以总的一句为准，可以随迁；请审批人知道。',
      )
    },
  },
]
