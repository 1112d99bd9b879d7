import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { kindAfterUnification } from '../../register/legacy-household.ts'
import type { UnificationFacts } from './fields.ts'

type UnificationRule = Rule<UnificationFacts>

const householdStands: UnificationRule = {
  id: 'household-stands',
  title: '是不是本所在用的户',
  citations: ['CF-3.1', 'HR-3'],
  consequence: 'refer',
  test: ({ household }) => {
    if (!household) return unknown('还没有选哪一户。', 'household')
    return household.withdrawnOn
      ? unmet(`户号${household.number}已经撤了。`, '人已迁走的，由现在的户口所在地派出所办理。')
      : met('户在用。')
  },
}

const wasPermanent: UnificationRule = {
  id: 'was-a-permanent-registration',
  title: '旧户别是不是常住户口',
  citations: ['CF-3.1', 'SC25'],
  consequence: 'route',
  test: ({ legacyType }) => {
    if (!legacyType) return unknown('还没有填旧的户别。', 'legacyType')
    return kindAfterUnification(legacyType)
      ? met('原来就是常住户口，统一登记为居民户口。')
      : unmet(
          '旧的户别不是常住户口。',
          '没有落过户的按“补录户口”或者“其他无户口人员落户”办；寄住、暂住的按居住证办。',
        )
  },
}

const sameKind: UnificationRule = {
  id: 'same-kind-of-household',
  title: '家庭户、集体户对不对得上',
  citations: ['CF-3.1', 'WR-14'],
  consequence: 'ask',
  test: ({ legacyType, household }) => {
    const kind = legacyType ? kindAfterUnification(legacyType) : undefined
    if (!kind || !household?.householdKind) return notApplicable
    return kind === household.householdKind
      ? met('对得上。')
      : unmet('旧的户别和登记上的家庭户、集体户对不上。', '请核对是不是选错了户。')
  },
}

const newBooklet: UnificationRule = {
  id: 'new-booklet-free',
  title: '旧户口簿换了没有',
  citations: ['CF-3.1', 'BF-1'],
  consequence: 'warn',
  test: ({ seenOn, bookletExchanged }) => {
    if (seenOn !== 'booklet') return notApplicable
    if (bookletExchanged === undefined) return unknown('还没有问换不换。', 'bookletExchanged')
    return bookletExchanged
      ? met('当场换发，不收费。')
      : unmet('还拿着旧户口簿。', '旧簿在换发以前照样有效，任何时候来都能换，不收费。')
  },
}

export const policy: readonly UnificationRule[] = [householdStands, wasPermanent, sameKind, newBooklet]
