import { isMinor } from '../../people/capacity.ts'
import { reviewCitizenId } from '../../people/citizen-id-faults.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { companionName } from './companion-rules.ts'
import type { SettlementFacts } from './fields.ts'
import { applicantBirthDate } from './movers.ts'
import { wayOf } from './way.ts'

type SettlementRule = Rule<SettlementFacts>

const voluntary: SettlementRule = {
  id: 'voluntary',
  title: '是不是自愿申请',
  citations: ['CF-4.1', 'CF-2.1.1'],
  consequence: 'block',
  test: ({ voluntary: isVoluntary }) => {
    if (isVoluntary === undefined) return unknown('还没有问是不是自愿。', 'voluntary')
    return isVoluntary
      ? met('自愿申请；土地、草场、林地、宅基地和集体收益的权利不受影响。')
      : unmet('不是自愿申请。', '落户由本人自愿，不得以移民、整治、流转的名义要求落户。本人不愿意的，不办。')
  },
}

/** A registration that ended is taken up again first; only somebody who is registered can move. */
const registeredNow: SettlementRule = {
  id: 'registered-now',
  title: '申请人现在是不是在册',
  citations: ['HR-6', 'WR-3'],
  consequence: 'route',
  test: ({ person }) => {
    if (person?.status === undefined || person.status === 'deceased') return notApplicable
    if (person.status === 'registered') return met('在本所在册。')
    return person.status === 'moved-out'
      ? unmet(`${person.name}的户口已经从本所迁出。`, '请把户口所在地改填为现在的地方，按从那里迁来办。')
      : unmet(`${person.name}的户口已经注销。`, '先办恢复户口；恢复以后再申请落户，或者一并受理。')
  },
}

const originChecked: SettlementRule = {
  id: 'origin-checked',
  title: '户口所在地的登记查过没有',
  citations: ['WR-12', 'HR-6'],
  consequence: 'investigate',
  test: ({ inRegister, originCheck }) => {
    if (inRegister !== false) return notApplicable
    if (originCheck === undefined) return unknown('还没有查户口所在地的登记。', 'originCheck')
    return originCheck === 'unreachable'
      ? unmet('现在没有线路，还没有查。', '可以先受理；线路恢复后由民警补查，不要群众开证明。')
      : met('查过户口所在地的登记。')
  },
}

const originAgrees: SettlementRule = {
  id: 'origin-agrees',
  title: '户口所在地的登记是否清楚、一致',
  citations: ['HR-6', 'WR-3'],
  consequence: 'hold',
  test: ({ originCheck }) => {
    switch (originCheck) {
      case 'confirmed':
        return met('在册，与申请一致。')
      case 'differs':
        return unmet('登记与申请的姓名、号码不一致。', '先由户口所在地派出所核对更正，再决定。')
      case 'double':
        return unmet('查到不止一处登记。', '先开双重户口案件，注销其中一个之后，本案才能决定。')
      case 'not-found':
        return unmet('查不到在册登记。', '请核对号码；确实没有户口的，按无户口人员办理，不是迁移。')
      default:
        return notApplicable
    }
  },
}

const numbersRight: SettlementRule = {
  id: 'numbers-right',
  title: '公民身份号码对不对',
  citations: ['GB-11643'],
  consequence: 'ask',
  test: (facts, { day }) => {
    const { personName, personCitizenId, personSex, personBirthDate, companions = [] } = facts
    const applicant = {
      name: personName ?? '申请人',
      citizenId: personCitizenId,
      sex: personSex,
      birthDate: personBirthDate,
    }
    const written = [
      applicant,
      ...companions.map((each) => ({ name: companionName(each), citizenId: each.citizenId })),
    ].flatMap(({ citizenId, ...rest }) => (citizenId ? [{ ...rest, citizenId }] : []))
    if (written.length === 0) return notApplicable
    const twice = written.find(({ citizenId }, at) =>
      written.some((other, before) => before < at && other.citizenId === citizenId),
    )
    if (twice) return unmet(`${twice.name}的号码写了两次。`, '请核对是不是同一个人写了两行。')
    const faults = written.flatMap(({ name, citizenId, ...known }) =>
      reviewCitizenId(citizenId, { ...known, today: day, allowUnissuedSequence: true }).refusals.map(
        ({ message }) => `${name}：${message}`,
      ),
    )
    return faults.length > 0
      ? unmet(faults.join(''), '请对照居民身份证或者户口簿改正。')
      : met('号码读得通，与填写的一致。')
  },
}

/** Into which household: the head's word for an existing one, an adult as head of a new one. */
const householdAgreed: SettlementRule = {
  id: 'household-agreed',
  title: '落在哪一户',
  citations: ['HR-5', 'CF-2.2'],
  consequence: 'ask',
  test: (facts, { day }) => {
    switch (facts.settlesIn) {
      case undefined:
        return unknown('还没有问落在哪里。', 'settlesIn')
      case 'collective':
        return met('落在单位或者社区集体户。')
      case 'existing':
        if (facts.headConsents === undefined) return unknown('还没有问户主。', 'headConsents')
        return facts.headConsents
          ? met('户主同意。')
          : unmet('户主不同意落在这一户。', '可以在自己的住址新立一户，或者落在单位、社区集体户。')
      case 'new': {
        const birthDate = applicantBirthDate(facts, day)
        return birthDate !== undefined && isMinor(birthDate, day)
          ? unmet('申请人没有成年，不能单独立户。', '请落在监护人那一户，或者由成年家人申请并立户。')
          : met('在自己的住址新立一户。')
      }
    }
  },
}

/** Nobody on the grounds 人才 and 存量 is asked for a dwelling; where they can be registered is another question. */
const addressOfTheUnhoused: SettlementRule = {
  id: 'address-of-the-unhoused',
  title: '没有核实住所的，落在哪里',
  citations: ['CF-2.2', 'CF-2.1.1(4)b'],
  consequence: 'warn',
  test: (facts, { options }) => {
    const { settlesIn, purchase, housing, hasTalent, talents = [], ruralMigrant } = facts
    const unhoused = (purchase ?? 'none') === 'none' && (housing ?? 'none') === 'none'
    const claims = hasTalent === true || talents.length > 0 || ruralMigrant === true
    if (!claims || !unhoused || settlesIn === undefined) return notApplicable
    if (settlesIn !== 'new') return met('落在集体户或者已有的户，不用住所。')
    return unmet(
      '没有核实住所，却要在自己的住址新立一户。',
      options['talent-address'] === 'collective'
        ? '不要因此要房屋材料。实际住址登记不了的，落在就业地的单位集体户或者社区集体户。'
        : '不要因此要房屋材料。登记在哪个地址，由审批人决定。',
    )
  },
}

const wayOfMoving: SettlementRule = {
  id: 'way-of-moving',
  title: '怎么迁来',
  citations: ['WR-42', 'WR-43', 'WR-41', 'IM-2020'],
  consequence: 'warn',
  test: (facts) => {
    switch (wayOf(facts)) {
      case undefined:
        return notApplicable
      case 'within-station':
        return met('户口就在本所，只变动户和住址，不用迁移证件。')
      case 'within-city':
        return met('市内迁移，不用任何迁移证件，由派出所之间网上流转。')
      case 'within-region':
        return met('自治区内迁移，网上流转办结，不用纸质证件；不需要调查的十个工作日，要调查的十五个工作日。')
      case 'student':
        return met('大中专学生凭录取材料迁移，不用准予迁入证明；到原户口所在地开户口迁移证，再来落户。')
      case 'permit':
        return unmet(
          '从外省迁来，要先有准予迁入证明，再由迁出地开户口迁移证。',
          '批准后在“准予迁入证明签发”接着办；证明由旗县区签发，拿到户口迁移证以后办“持迁移证落户”。',
        )
    }
  },
}

export const moverRules: readonly SettlementRule[] = [
  voluntary,
  registeredNow,
  numbersRight,
  originChecked,
  originAgrees,
  householdAgreed,
  addressOfTheUnhoused,
  wayOfMoving,
]
