import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import { dateInChinese } from '../../base/plain-date.ts'
import type { SettlementFacts } from './fields.ts'
import { grounds, passingGrounds, testedGrounds, type Ground } from './grounds.ts'
import { housingOf, leaseEndedOn } from './housing.ts'
import type { Standing } from './standing.ts'
import { isCarriedByTheOpening, yearsOfTheNotice } from './stock-ground.ts'

type SettlementRule = Rule<SettlementFacts>

function verdictOf(standing: Standing): Verdict {
  switch (standing.is) {
    case 'met':
      return met(standing.because)
    case 'unknown':
      return unknown(standing.because, ...standing.needs)
    case 'lacking':
    case 'unmet':
      return unmet(standing.because, standing.remedy)
  }
}

function groundRule({ id, name, citations, standing }: Ground): SettlementRule {
  return {
    id: `ground-${id}`,
    title: `按“${name}”能不能落户`,
    citations,
    consequence: 'option',
    test: (facts, setting) => verdictOf(standing(facts, setting)),
  }
}

/** One of the five is enough; nobody is turned away before all five have been asked. */
const anyGround: SettlementRule = {
  id: 'any-ground',
  title: '五个条件里有没有一个符合',
  citations: ['CF-2.1.1', 'CF-2.1.2'],
  consequence: 'refuse',
  test: (facts, setting) => {
    const tested = testedGrounds(facts, setting)
    const passing = tested.filter(({ standing }) => standing.is === 'met')
    if (passing.length > 0) return met(`符合：${passing.map(({ name }) => name).join('、')}。`)
    if (tested.some(({ standing }) => standing.is === 'lacking')) return notApplicable
    const open = tested.flatMap(({ standing }) => (standing.is === 'unknown' ? [standing] : []))
    if (open.length > 0) {
      const needs = open.flatMap((each) => each.needs)
      return unknown(`还没有一条符合，有的还没有问：${open.map(({ because }) => because).join('')}`, ...needs)
    }
    const tried = tested.flatMap(({ name, standing }) =>
      standing.is === 'unmet' && standing.remedy !== '' ? [{ name, ...standing }] : [],
    )
    return unmet(
      `五个条件都不符合。${tried.map(({ name, because }) => `${name}：${because}`).join('')}`,
      `${tried.map(({ name, remedy }) => `${name}：${remedy}`).join('')}别的路：投靠、购房、经商、人才、在城镇就业居住或者举家迁来，以后有一条符合就可以再申请；住满半年的可以先办居住证。`,
    )
  },
}

/** A ground that holds but for a paper is asked for once, with everything that does in its place. */
const groundPapers: SettlementRule = {
  id: 'ground-papers',
  title: '符合的条件还缺什么材料',
  citations: ['CF-2.1.1', 'CF-2.1.1-H', 'CF-2.1.1(2)'],
  consequence: 'ask',
  test: (facts, setting) => {
    const tested = testedGrounds(facts, setting)
    if (tested.some(({ standing }) => standing.is === 'met')) return met('有一条符合，材料够了。')
    const lacking = tested.flatMap(({ name, standing }) =>
      standing.is === 'lacking' ? [{ name, ...standing }] : [],
    )
    if (lacking.length === 0) return notApplicable
    const either = lacking.length > 1 ? '下面几条补齐一条即可。' : ''
    return unmet(
      lacking.map(({ name, because }) => `${name}：${because}`).join(''),
      either + lacking.map(({ remedy }) => remedy).join(''),
    )
  },
}

const dwelling: SettlementRule = {
  id: 'housing',
  title: '有没有合法稳定住所（投靠、经商要看）',
  citations: ['CF-2.1.1-H', 'IM-104'],
  consequence: 'option',
  test: (facts, setting) => {
    const needed = facts.joinsKin === true || facts.business === true
    if (facts.housing === undefined && !needed) return notApplicable
    return verdictOf(housingOf(facts, setting))
  },
}

/** The term counts, not whether it still runs; whether somebody still lives there is asked separately, a person looks. */
const leaseStillRuns: SettlementRule = {
  id: 'lease-still-runs',
  title: '租约有没有到期',
  citations: ['CF-2.1.1-H'],
  consequence: 'warn',
  test: (facts, setting) => {
    if (facts.housing !== 'lease' || !facts.leases?.length) return notApplicable
    const ended = leaseEndedOn(facts, setting)
    return ended === undefined
      ? met('租约没有到期。')
      : unmet(
          `租约${dateInChinese(ended)}已经到期。`,
          '请看续租的合同，补录进去；不再住在那里的，改填“没有实际住在这处房子里”。',
        )
  },
}

/** The Region's opening is better for the applicant than the notice; which of them carried the case is said openly. */
const ruleSetOfTheYears: SettlementRule = {
  id: 'residence-years-rule-set',
  title: '存量落户的居住年数用的是哪一版规定',
  citations: ['IM-2020-OPEN', 'CF-2.1.2'],
  consequence: 'warn',
  test: (facts, setting) => {
    const ground = testedGrounds(facts, setting).find(({ id }) => id === 'stock')
    if (ground?.standing.is !== 'met' || facts.wholeFamily === true || !facts.residesSince) {
      return notApplicable
    }
    const years = yearsOfTheNotice()
    return isCarriedByTheOpening(facts, setting)
      ? unmet(
          `按2016年的通知居住还不满${years}年，用的是自治区2020年放开以后的规定，不看年数。`,
          '可以办。自治区文件的文号和日期还没有核实，请审批人知道。',
        )
      : met(`居住已满${years}年，按2016年的通知和自治区2020年的规定都符合。`)
  },
}

const grandparentJoins: SettlementRule = {
  id: 'grandparent-joins',
  title: '祖父母、外祖父母投靠孙辈',
  citations: ['CF-2.1.1(1)', 'IM-2020-OPEN'],
  consequence: 'warn',
  test: ({ joinsKin, kinRelation }) => {
    if (!joinsKin || kinRelation === undefined) return notApplicable
    return kinRelation === 'grandparent'
      ? unmet(
          '通知写了孙子女投靠，没有单写祖父母投靠。',
          '孙辈关系两边都算，自治区以后也全面放开，可以办；请审批人知道。',
        )
      : met('不是祖父母投靠。')
  },
}

export const groundRules: readonly SettlementRule[] = [
  anyGround,
  groundPapers,
  ...grounds.map(groundRule),
  dwelling,
  leaseStillRuns,
  ruleSetOfTheYears,
  grandparentJoins,
]

/** Whether all grounds that carry the case are those whose own text says no more than 父母. */
export function restsOnPropertyAlone(...of: Parameters<typeof passingGrounds>): boolean {
  const passing = passingGrounds(...of)
  return passing.length > 0 && passing.every(({ id }) => id === 'purchase' || id === 'business')
}
