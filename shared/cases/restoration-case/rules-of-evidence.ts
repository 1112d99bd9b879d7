import { numberInForce } from '../../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { comparisonRules, elsewhereRules, interviewRules } from '../police-checks.ts'
import type { RestorationFacts } from './fields.ts'
import { asksForVisit, numberOf } from './reading.ts'

const interviews = interviewRules<RestorationFacts>().map((rule) => ({
  ...rule,
  test: ((facts, setting) =>
    asksForVisit(facts) ? rule.test(facts, setting) : notApplicable) satisfies typeof rule.test,
}))

/** What the police find out: no other registration, the same person, nobody else under the number. */
export const rulesOfEvidence: readonly Rule<RestorationFacts>[] = [
  {
    id: 'person-seen',
    title: '民警见到本人没有',
    citations: ['WR-9'],
    consequence: 'ask',
    test: ({ personSeen }) => {
      switch (personSeen) {
        case 'at-the-counter':
        case 'visited':
          return met('见到了本人。')
        case 'not-seen':
          return unmet(
            '没有见到本人，不能采集人像和指纹。',
            '请本人来；来不了的，民警上门。亲属、继承人不能替已经去世的人恢复户口。',
          )
        default:
          return unknown('还没有说见到本人没有。', 'personSeen')
      }
    },
  },
  ...elsewhereRules<RestorationFacts>(
    '本人已经有常住户口，不再恢复；想回来的按投靠、迁移办。那里的登记不是本人的或者有误的，先开双重户口案件查清。',
  ),
  ...comparisonRules<RestorationFacts>(),
  {
    id: 'number-free',
    title: '原来的号码是否只归本人',
    citations: ['WR-4', 'WR-9', 'ID-3', 'GB-11643'],
    consequence: 'hold',
    test: (facts) => {
      const { numberCheck, numberHolder, elsewhereCheck } = facts
      if (numberOf(facts) === '') return notApplicable
      if (numberCheck === 'in-use') {
        return unmet(
          `原来的号码现在由别人使用（重号）：${numberHolder ?? ''}。`,
          '请开重号案件，与双方和对方派出所协调，由其中一人按“纠正重号”（变更类别11）改号，报市局批准；号码理清以后再恢复。',
        )
      }
      if (numberCheck === 'unreachable') {
        return unmet('没有线路，还没有查原号码。', '可以先受理；线路恢复后由民警补查。')
      }
      return numberCheck === 'free' || elsewhereCheck === 'none'
        ? met('号码没有别人在用，恢复以后还用这个号码。')
        : notApplicable
    },
  },
  {
    id: 'spouse-place-checked',
    title: '在婚嫁去的地方落户没有',
    citations: ['SC96-5', 'WR-12'],
    consequence: 'investigate',
    test: ({ cause, spousePlaceCheck, spousePlace }) => {
      if (cause !== 'marriage' || spousePlaceCheck === 'landed') return notApplicable
      return spousePlaceCheck === 'not-landed'
        ? met('对方派出所答复没有落户。')
        : unmet(
            `还没有${spousePlace ?? '婚嫁去的地方'}派出所的答复。`,
            '由民警向那里的派出所核实，不要群众开证明。',
          )
    },
  },
  {
    id: 'not-landed-by-marriage',
    title: '是否已在婚嫁去的地方落户',
    citations: ['SC96-5', 'HR-6'],
    consequence: 'refuse',
    test: ({ cause, spousePlaceCheck, spousePlace }) => {
      if (cause !== 'marriage') return notApplicable
      if (spousePlaceCheck === 'landed') {
        return unmet(
          `已在${spousePlace ?? '配偶那里'}落户，不能再恢复原来的户口。`,
          '想迁回来的，按投靠、迁移办理。',
        )
      }
      return spousePlaceCheck === 'not-landed' ? met('没有在那里落户。') : notApplicable
    },
  },
  {
    id: 'substitute-evidence',
    title: '底册没有了，有没有别的证据',
    citations: ['SC96-8', 'WR-9', 'SC96-0'],
    consequence: 'investigate',
    test: ({ basis, evidence = [] }) => {
      if (basis !== 'no-record') return notApplicable
      const papers = evidence.filter(({ kind }) => kind !== undefined && kind !== 'witness').length
      return papers > 0
        ? met(`有${papers}样材料代替底册。`)
        : unmet(
            '还没有代替底册的材料。',
            '旧身份证、档案、亲属户口簿、土地承包合同等有一样就行；本人拿不出的，由民警去查，也可以做亲缘鉴定。',
          )
    },
  },
  {
    id: 'witnesses-heard',
    title: '底册没有了，知情人够不够',
    citations: ['PX-INTERVIEW', 'SC96-8'],
    consequence: 'investigate',
    test: ({ basis, evidence = [] }, { day }) => {
      if (basis !== 'no-record') return notApplicable
      const needed = numberInForce('witnesses-needed', day)
      const found = evidence.filter(({ kind }) => kind === 'witness').length
      return found >= needed
        ? met(`有${found}名知情人。`)
        : unmet(`知情人还差${needed - found}名。`, '请本人说出知情的人，由民警找他们核实。')
    },
  },
  ...interviews,
  {
    id: 'proof-of-life',
    title: '误报死亡的，证明是同一个活着的人',
    citations: ['WR-57', 'WR-9', 'CC-15'],
    consequence: 'hold',
    test: ({ cause, comparisonResult }) => {
      if ((cause !== 'reported-dead-wrongly' && cause !== 'death') || comparisonResult === undefined)
        return notApplicable
      return comparisonResult === 'same-person'
        ? met('比对是同一个人，原来的死亡登记有误。')
        : unmet(
            '还没有比对出是原登记的那个人。',
            '原来没有留过人像、指纹的，与近亲属做亲缘鉴定，或者用旧证件照片比对，是同一个人的再填“是同一个人”。',
          )
    },
  },
]
