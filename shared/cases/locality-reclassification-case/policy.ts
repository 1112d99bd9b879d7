import { addYears, dateInChinese } from '../../base/plain-date.ts'
import { met, unknown, unmet, type Rule } from '../../policy/rule.ts'
import type { ReclassificationFacts } from './fields.ts'

type ReclassificationRule = Rule<ReclassificationFacts>

const codeShaped: ReclassificationRule = {
  id: 'locality-code',
  title: '区划代码对不对',
  citations: ['CF-3.1'],
  consequence: 'ask',
  test: ({ localityCode }) => {
    if (!localityCode) return unknown('还没有填区划代码。', 'localityCode')
    return /^\d{12}$/.test(localityCode)
      ? met('12 位数字。')
      : unmet('统计用区划代码是 12 位数字。', '请照统计部门发布的代码填写。')
  },
}

const inCounty: ReclassificationRule = {
  id: 'locality-in-area',
  title: '是不是本旗县区的居（村）委会',
  citations: ['CF-3.1', 'HR-3'],
  consequence: 'refer',
  test: ({ localityCode }, { stationCode, stationName }) => {
    if (!localityCode) return unknown('还没有填区划代码。', 'localityCode')
    return localityCode.startsWith(stationCode.slice(0, 6))
      ? met('在本旗县区。')
      : unmet(`不在${stationName}所在的旗县区。`, '请由那里的派出所登记。')
  },
}

const documented: ReclassificationRule = {
  id: 'document-seen',
  title: '有没有文件',
  citations: ['CF-3.1', 'CF-5.2'],
  consequence: 'ask',
  test: ({ document, documentSeen }) => {
    if (documentSeen === undefined) return unknown('还没有看文件。', 'documentSeen')
    return documentSeen && document
      ? met('有文件。')
      : unmet('没有文件。', '城乡分类由统计部门定，派出所不自己改；请等文件下来。')
  },
}

const dayClear: ReclassificationRule = {
  id: 'effective-day',
  title: '从哪天起',
  citations: ['CF-3.1'],
  consequence: 'ask',
  test: ({ from }, { day }) => {
    if (!from) return unknown('还没有填从哪天起。', 'from')
    return from <= addYears(day, 1)
      ? met(`从${dateInChinese(from)}起；以前的报表不变。`)
      : unmet('生效的日子在一年以后。', '请核对年、月、日。')
  },
}

export const policy: readonly ReclassificationRule[] = [codeShaped, inCounty, documented, dayClear]
