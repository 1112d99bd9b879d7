import type { Example } from '../case-type.ts'

const day = '2026-03-04'

const complete = {
  household: { number: '000123', householdKind: 'family' },
  legacyType: '2',
  seenOn: 'booklet',
  bookletExchanged: true,
}

export const examples: readonly Example[] = [
  { name: '旧户口簿上的老户别，当场换发', day, facts: complete, conclusion: 'ready' },
  { name: '本所底册上的老户别', day, facts: { ...complete, seenOn: 'base' }, conclusion: 'ready' },
  {
    name: '群众想留着旧户口簿',
    day,
    facts: { ...complete, bookletExchanged: false },
    conclusion: 'ready',
    unmet: ['new-booklet-free'],
  },
  {
    name: '旧的是集体户，选了家庭户',
    day,
    facts: { ...complete, legacyType: '4' },
    conclusion: 'ask',
    unmet: ['same-kind-of-household'],
  },
  {
    name: '旧的是暂住，不是常住户口',
    day,
    facts: { ...complete, legacyType: '7' },
    conclusion: 'route',
    unmet: ['was-a-permanent-registration'],
  },
  {
    name: '从来没有落过户',
    day,
    facts: { ...complete, legacyType: '0' },
    conclusion: 'route',
    unmet: ['was-a-permanent-registration'],
  },
  {
    name: '那一户已经撤了',
    day,
    facts: {
      ...complete,
      household: { number: '000123', householdKind: 'family', withdrawnOn: '2020-01-01' },
    },
    conclusion: 'refer',
    unmet: ['household-stands'],
  },
  {
    name: '什么都还没有问',
    day,
    facts: { seenOn: 'booklet' },
    conclusion: 'incomplete',
    unknown: ['household-stands', 'was-a-permanent-registration', 'new-booklet-free'],
  },
]
