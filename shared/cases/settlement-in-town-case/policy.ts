import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import { met, notApplicable, unknown, unmet, type Rule, type Setting } from '../../policy/rule.ts'
import { applicantRules } from '../person-applicant.ts'
import { kinship, type SettlementFacts } from './fields.ts'
import { grounds, type Ground } from './grounds.ts'
import { housingOf } from './housing.ts'
import { townshipName, townStanding } from './places.ts'

type SettlementRule = Rule<SettlementFacts>

const placeIsTown: SettlementRule = {
  id: 'place-is-town',
  title: '落户的地方是不是城镇',
  citations: ['CF-2.1.1'],
  consequence: 'refuse',
  test: ({ township }) => {
    if (!township) return unknown('还没有填要落户的地方。', 'township')
    return townStanding(township) === 'country'
      ? unmet(
          `${townshipName(township)}是乡、苏木，不在放开的范围：中心城区、旗县区驻地镇和其他建制镇。`,
          '在乡、苏木落户按一般投靠办理；也可以在城镇的住所或者社区集体户落户。',
        )
      : met(`${townshipName(township)}在放开的范围。`)
  },
}

const placeForAPerson: SettlementRule = {
  id: 'place-needs-a-person',
  title: '这个地方要不要由人判断',
  citations: ['CF-2.1.1', 'CF-3.1'],
  consequence: 'warn',
  test: ({ township, inVillage }) => {
    if (!township) return notApplicable
    if (townStanding(township) === 'person-decides') {
      return unmet('这里是园区、农牧场一类，通知没有写清。', '由审批人判断是否算城镇，写明理由。')
    }
    return inVillage && townStanding(township) === 'town'
      ? unmet('住址在镇里的行政村，通知只说城镇范围。', '由审批人判断是否算城镇，写明理由。')
      : met('在城镇范围内。')
  },
}

function groundRule({ id, name, citations, standing }: Ground): SettlementRule {
  return {
    id: `ground-${id}`,
    title: `按“${name}”能不能落户`,
    citations,
    consequence: 'option',
    test: (facts, setting) => {
      const found = standing(facts, setting)
      switch (found.is) {
        case 'met':
          return met(found.because)
        case 'unknown':
          return unknown(found.because, found.needs)
        case 'lacking':
        case 'unmet':
          return unmet(found.because, found.remedy)
      }
    },
  }
}

function standingsOf(facts: SettlementFacts, setting: Setting) {
  return grounds.map((ground) => ({ name: ground.name, standing: ground.standing(facts, setting) }))
}

const someGround: SettlementRule = {
  id: 'some-ground',
  title: '五个条件里有没有一个符合',
  citations: ['CF-2.1.1', 'CF-2.1.2'],
  consequence: 'refuse',
  test: (facts, setting) => {
    const standings = standingsOf(facts, setting)
    const passing = standings.filter(({ standing }) => standing.is === 'met')
    if (passing.length > 0) return met(`符合：${passing.map(({ name }) => name).join('、')}。`)
    const open = standings.flatMap(({ standing }) => (standing.is === 'unknown' ? [standing] : []))
    if (open.length > 0) return unknown('还没有问全。', ...open.map(({ needs }) => needs))
    if (standings.some(({ standing }) => standing.is === 'lacking')) return notApplicable
    const tried = standings.flatMap(({ name, standing }) =>
      standing.is === 'unmet' && standing.remedy !== ''
        ? [`${name}：${standing.because}${standing.remedy}`]
        : [],
    )
    return unmet(
      '五个条件一个也不符合。',
      tried.join('') || '有住房、投靠、经商、学历技能或者在城镇就业居住的，都可以再来；也可以先办居住证。',
    )
  },
}

const groundPapers: SettlementRule = {
  id: 'ground-papers',
  title: '符合的条件还缺什么材料',
  citations: ['CF-2.1.1-H', 'CF-2.1.1(2)', 'AL-32'],
  consequence: 'ask',
  test: (facts, setting) => {
    const standings = standingsOf(facts, setting)
    if (standings.some(({ standing }) => standing.is === 'met')) return met('材料够了。')
    const lacking = standings.flatMap(({ name, standing }) =>
      standing.is === 'lacking' ? [{ name, ...standing }] : [],
    )
    if (lacking.length === 0) return notApplicable
    return unmet(
      lacking.map(({ name, because }) => `${name}：${because}`).join(''),
      lacking.map(({ remedy }) => remedy).join(''),
    )
  },
}

const housingShown: SettlementRule = {
  id: 'housing',
  title: '合法稳定住所',
  citations: ['CF-2.1.1-H', 'IM-104'],
  consequence: 'option',
  test: (facts, setting) => {
    const found = housingOf(facts, setting)
    if (found.is === 'met') return met(found.because)
    return found.is === 'unknown' ? unknown(found.because, found.needs) : unmet(found.because, found.remedy)
  },
}

const mayComeAlong = ['spouse', 'child', 'grandchild', 'parent', 'spouse-parent']

const companionsCovered: SettlementRule = {
  id: 'companions-covered',
  title: '随迁的人是不是在范围内',
  citations: ['CF-2.1.1'],
  consequence: 'ask',
  test: ({ companions = [] }) => {
    const words = new Map<string, string>(kinship.map(({ value, label }) => [value, label]))
    const outside = companions.filter(
      ({ relation, livesTogether }) =>
        livesTogether === false || (relation !== undefined && !mayComeAlong.includes(relation)),
    )
    if (companions.length === 0) return notApplicable
    if (outside.length === 0) return met('都是共同居住的配偶、子女、孙子女或者双方父母。')
    const named = outside.map(({ name = '', relation = '' }) => `${name}（${words.get(relation) ?? ''}）`)
    return unmet(
      `${named.join('、')}不在随迁范围：只有共同居住的配偶、子女、孙子女（外孙子女）和夫妻双方父母。`,
      '请从随迁名单里去掉；他本人符合条件的，可以另外申请。',
    )
  },
}

const parentsOfBothSides: SettlementRule = {
  id: 'parents-of-both-sides',
  title: '购房、经商随迁配偶的父母',
  citations: ['CF-2.1.1', 'CF-2.1.1(2)', 'CF-2.1.1(3)'],
  consequence: 'warn',
  test: ({ companions = [], purchase, business }) => {
    const inLaws = companions.some(({ relation }) => relation === 'spouse-parent')
    if (!inLaws || (!business && (purchase === undefined || purchase === 'none'))) {
      return companions.length === 0 ? notApplicable : met('没有这个问题。')
    }
    return unmet(
      '购房、经商两项只写了父母，总的一句写的是夫妻双方父母。',
      '按总的一句可以随迁，请审批人知道。',
    )
  },
}

const grandparentJoins: SettlementRule = {
  id: 'grandparent-joins',
  title: '祖父母投靠孙子女',
  citations: ['CF-2.1.1(1)', 'IM-2020-OPEN'],
  consequence: 'warn',
  test: ({ joinsKin, kinRelation }) => {
    if (!joinsKin) return notApplicable
    return kinRelation === 'grandparent'
      ? unmet('通知列举的亲属里没有祖父母。', '按自治区更宽的规定可以办，请审批人知道。')
      : met('是通知列举的亲属。')
  },
}

const wayOfMoving: SettlementRule = {
  id: 'way-of-moving',
  title: '怎么迁来',
  citations: ['WR-42', 'WR-43', 'IM-2020'],
  consequence: 'warn',
  test: ({ hukouPlace, student }) => {
    if (!hukouPlace) return notApplicable
    if (hukouPlace.region.startsWith('1504')) return met('市内迁移，不用任何迁移证件，由派出所之间流转。')
    if (isInsideInnerMongolia(hukouPlace.region)) return met('自治区内网上流转，不用纸质证件。')
    return student
      ? met('外省学生凭录取材料迁移，不用准予迁入证明。')
      : unmet(
          '从外省迁来，要先开准予迁入证明，再由迁出地开迁移证。',
          '批准后接着办“准予迁入证明签发”，由旗县区签发。',
        )
  },
}

/** Law of settlement, in the order in which a clerk would ask. */
export const policy: readonly SettlementRule[] = [
  placeIsTown,
  placeForAPerson,
  someGround,
  groundPapers,
  ...grounds.map(groundRule),
  housingShown,
  companionsCovered,
  parentsOfBothSides,
  grandparentJoins,
  wayOfMoving,
  ...applicantRules<SettlementFacts>({
    subjectOf: ({ person, personName, personBirthDate }) => ({
      name: person?.name ?? personName,
      birthDate: person?.birthDate ?? personBirthDate,
      status: person?.status,
    }),
    agentWillDo: true,
  }),
]
