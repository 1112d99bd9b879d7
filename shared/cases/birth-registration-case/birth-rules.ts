import { addMonths, addYears, dateInChinese } from '../../base/plain-date.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { isBornInside, isBornOutside } from './asking.ts'
import { childrenOf } from './family.ts'
import type { BirthFacts } from './fields.ts'
import { forEachChild } from './for-each-child.ts'
import { paperVerdict } from './paper-verdict.ts'

/** When the children were born, and whether they live. */
export const birthRules: readonly Rule<BirthFacts>[] = [
  {
    id: 'born-already',
    title: '出生日期对不对',
    citations: ['GB-11643', 'CC-15'],
    consequence: 'block',
    test: (facts, { day }) =>
      forEachChild(facts, '出生日期不晚于今天。', ({ bornOn }, word) => {
        if (bornOn === undefined) return unknown(`还没有填${word}的出生日期。`, 'children')
        return bornOn <= day
          ? met('')
          : unmet(
              `${word}的出生日期${dateInChinese(bornOn)}还没有到。`,
              '请对照证件核对年、月、日，看月和日是不是写反了。',
            )
      }),
  },
  {
    id: 'declared-in-time',
    title: '是不是在一个月内申报',
    citations: ['HR-7', 'WR-20'],
    consequence: 'warn',
    test: (facts, { day }) =>
      forEachChild(facts, '在出生一个月内申报。', ({ bornOn }, word) => {
        if (bornOn === undefined) return unknown(`还没有填${word}的出生日期。`, 'children')
        const last = addMonths(bornOn, numberInForce('birth-declaration', day))
        return day <= last
          ? met('')
          : unmet(
              `${word}应在${dateInChinese(last)}以前申报，现在晚了。`,
              '照常办理，记下迟报即可；迟报不是不予登记的理由，也不收任何费用。',
            )
      }),
  },
  {
    id: 'not-a-late-registration',
    title: '出生是不是太久没有登记',
    citations: ['WR-9', 'SC96-8', 'PX-LATE'],
    consequence: 'route',
    test: (facts, { day }) => {
      // Children born abroad are declared when they come home, however old they are by then.
      if (isBornOutside(facts)) return notApplicable
      const years = numberInForce('late-birth-years', day)
      return forEachChild(facts, `出生没有超过${years}年。`, ({ bornOn }, word) => {
        if (bornOn === undefined) return unknown(`还没有填${word}的出生日期。`, 'children')
        return day <= addYears(bornOn, years)
          ? met('')
          : unmet(
              `${word}出生已经超过${years}年没有登记。`,
              `请转“补录户口”，在本所申请，由旗县区审核、市局审批。${years}年是参照外地的年限，市局可以调整。`,
            )
      })
    },
  },
  {
    id: 'died-after-birth',
    title: '死亡日期对不对',
    citations: ['HR-9', 'WR-25'],
    consequence: 'block',
    test: (facts, { day }) =>
      forEachChild(facts, '死亡日期在出生以后，出生和死亡一并登记。', ({ bornOn, diedOn }, word) => {
        if (diedOn === undefined) return notApplicable
        if (bornOn === undefined) return unknown(`还没有填${word}的出生日期。`, 'children')
        return bornOn <= diedOn && diedOn <= day
          ? met('')
          : unmet(
              `${word}的死亡日期${dateInChinese(diedOn)}不在出生以后、今天以前。`,
              '请对照死亡证明核对日期。',
            )
      }),
  },
  {
    id: 'death-shown',
    title: '有没有死亡证明',
    citations: ['WR-25', 'WR-31'],
    consequence: 'ask',
    test: (facts) =>
      forEachChild(facts, '死亡证明已看过。', ({ diedOn, deathProofSeen }, word) =>
        diedOn === undefined
          ? notApplicable
          : paperVerdict(
              deathProofSeen,
              'children',
              `${word}的死亡证明`,
              '请带医院的死亡医学证明；没有在医院死亡的，由居（村）委会或者卫生机构证明。',
            ),
      ),
  },
  {
    id: 'sex-known',
    title: '性别能不能编号码',
    citations: ['GB-11643'],
    consequence: 'ask',
    test: (facts) =>
      forEachChild(facts, '性别明确，可以编公民身份号码。', ({ sex }, word) => {
        if (sex === undefined) return unknown(`还没有填${word}的性别。`, 'children')
        return sex === '1' || sex === '2'
          ? met('')
          : unmet(`${word}的性别不是男或者女，编不了公民身份号码。`, '请到签发机构在出生医学证明上写明性别。')
      }),
  },
  {
    id: 'place-of-birth-known',
    title: '在哪里出生',
    citations: ['WR-20', 'WR-24'],
    consequence: 'ask',
    test: (facts) => {
      if (isBornInside(facts)) return met('在国内出生。')
      return isBornOutside(facts) ? met('在国（境）外出生。') : unknown('还没有填在哪里出生。', 'bornWhere')
    },
  },
  {
    id: 'several-children',
    title: '多胞胎是不是一人一行',
    citations: ['WR-4', 'GB-11643'],
    consequence: 'block',
    test: (facts) => {
      const names = childrenOf(facts).flatMap(({ name }) => (name ? [name] : []))
      if (childrenOf(facts).length < 2) return notApplicable
      return new Set(names).size === names.length
        ? met('一人一行，各编一个号码。')
        : unmet('两个孩子填了同一个姓名。', '请看是不是同一个孩子填了两行；同名的请先到签发机构改证。')
    },
  },
]
