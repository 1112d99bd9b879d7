import type { Example } from '../case-type.ts'

const day = '2026-03-04'

const complete = {
  localityCode: '150430100201',
  localityName: '样例村民委员会',
  newClass: '111',
  from: '2026-01-01',
  document: '样统发〔2025〕30号',
  documentSeen: true,
}

export const examples: readonly Example[] = [
  { name: '样例村从一月一日起划入城区', day, facts: complete, conclusion: 'ready' },
  {
    name: '代码少一位',
    day,
    facts: { ...complete, localityCode: '15043010020' },
    conclusion: 'ask',
    unmet: ['locality-code'],
  },
  {
    name: '是别的旗的村',
    day,
    facts: { ...complete, localityCode: '150428100201' },
    conclusion: 'refer',
    unmet: ['locality-in-area'],
  },
  {
    name: '文件还没有下来',
    day,
    facts: { ...complete, documentSeen: false },
    conclusion: 'ask',
    unmet: ['document-seen'],
  },
  {
    name: '年份写错，在一年以后',
    day,
    facts: { ...complete, from: '2062-01-01' },
    conclusion: 'ask',
    unmet: ['effective-day'],
  },
  { name: '正好一年以后生效', day, facts: { ...complete, from: '2027-03-04' }, conclusion: 'ready' },
  {
    name: '什么都还没有问',
    day,
    facts: {},
    conclusion: 'incomplete',
    unknown: ['locality-code', 'locality-in-area', 'document-seen', 'effective-day'],
  },
]
