import { addMonths, dateInChinese } from '../../base/plain-date.ts'
import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import { contradictions } from '../../people/citizen-id.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { applicantRules } from '../person-applicant.ts'
import type { PermitApplicationFacts } from './fields.ts'

type PermitRule = Rule<PermitApplicationFacts>

/** The three districts of the city: a move between them asks for no permit (notice 三(二)). */
const districtsOfChifeng = ['150402', '150403', '150404']

const forMainlandResidents: PermitRule = {
  id: 'for-mainland-residents',
  title: '是不是办居住证的人',
  citations: ['RP-2', 'WR-63'],
  consequence: 'refer',
  test: ({ nationality }) => {
    switch (nationality) {
      case 'mainland':
        return met('内地居民。')
      case 'hong-kong-macao-taiwan':
        return unmet('港澳台居民另有港澳台居民居住证。', '请到旗县区公安局办理港澳台居民居住证。')
      case 'foreigner':
        return unmet('外国人办的是外国人居留证件。', '请到公安机关出入境管理部门办理。')
      case 'soldier':
        return unmet('现役军人不办居住证。', '请用军人证件办事；退出现役后再来。')
      default:
        return unknown('还没有问身份。', 'nationality')
    }
  },
}

const movedFarEnough: PermitRule = {
  id: 'left-the-hukou-place',
  title: '是不是离开了户口所在的市、旗县',
  citations: ['WR-63', 'CF-3.2', 'RP-2', 'WR-71'],
  consequence: 'route',
  test: ({ hukouPlace, residencePlace }) => {
    if (!hukouPlace) return unknown('还没有填户口所在地。', 'hukouPlace')
    if (!residencePlace) return unknown('还没有填居住地。', 'residencePlace')
    const [from, to] = [hukouPlace.region, residencePlace.region]
    if (from === to) {
      return unmet('户口和居住地在同一个旗县区，不用居住证。', '只登记住址变动；需要的可以迁移户口。')
    }
    if (districtsOfChifeng.includes(from) && districtsOfChifeng.includes(to)) {
      return unmet('在赤峰市的市辖区之间居住，不用居住证。', '只登记居住地址；需要的可以把户口迁过来。')
    }
    return isInsideInnerMongolia(from)
      ? met('离开户口所在的旗县区到别的旗县区居住。')
      : met('从自治区外来居住：通知只写了区内，国家的条例更宽，按条例办。')
  },
}

const livesHere: PermitRule = {
  id: 'lives-here',
  title: '居住地归不归本所',
  citations: ['WR-65', 'RP-8'],
  consequence: 'refer',
  test: ({ residencePlace }, { stationCode, stationName }) => {
    if (!residencePlace) return unknown('还没有填居住地。', 'residencePlace')
    return residencePlace.region === stationCode.slice(0, 6)
      ? met(`居住在${stationName}所在的旗县区。`)
      : unmet(`居住在${residencePlace.regionName}，不归本所。`, '请到居住地的派出所或者社区服务机构申领。')
  },
}

const halfAYear: PermitRule = {
  id: 'half-a-year',
  title: '居住满不满半年',
  citations: ['RP-2', 'WR-63', 'CF-3.2'],
  consequence: 'refuse',
  test: ({ residesSince }, { day }) => {
    if (!residesSince) return unknown('还没有填居住登记日期。', 'residesSince')
    if (residesSince > day) return unmet('居住登记日期在今天以后。', '请核对日期的年、月、日。')
    const first = addMonths(residesSince, numberInForce('residence-permit-half-year', day))
    return first <= day
      ? met(`${dateInChinese(residesSince)}起居住，已满半年。`)
      : unmet(`${dateInChinese(residesSince)}起居住，还不满半年。`, `从${dateInChinese(first)}起可以来申领。`)
  },
}

const oneOfThree: PermitRule = {
  id: 'one-of-three',
  title: '就业、住所、就读有没有一样',
  citations: ['RP-2', 'WR-63'],
  consequence: 'refuse',
  test: ({ ground }) => {
    if (ground === undefined) return unknown('还没有问凭什么申领。', 'ground')
    return ground === 'none'
      ? unmet('没有稳定就业、稳定住所，也没有连续就读。', '三样里有了一样就可以来申领。')
      : met('三样里有一样即可。')
  },
}

const groundProven: PermitRule = {
  id: 'ground-proven',
  title: '这一条有没有证明',
  citations: ['WR-66', 'WR-12', 'RP-9'],
  consequence: 'ask',
  test: ({ ground, groundProof }) => {
    if (ground === undefined || ground === 'none') return notApplicable
    switch (groundProof) {
      case 'shared':
        return met('共享数据已查到，不再要纸质材料。')
      case 'paper':
        return met('材料已看过。')
      case 'missing':
        return unmet(
          '共享数据查不到，也没有材料。',
          '就业：执照、合同或者用工证明；住所：租赁、产权或者住宿证明；就读：学校证明。有一样即可。',
        )
      default:
        return unknown('还没有核对证明。', 'groundProof')
    }
  },
}

const numberAgrees: PermitRule = {
  id: 'number-agrees',
  title: '号码与出生日期、性别是否一致',
  citations: ['GB-11643', 'ID-3'],
  consequence: 'ask',
  test: ({ nationality, citizenId, birthDate, sex }) => {
    if (nationality !== 'mainland') return notApplicable
    if (!citizenId) return unknown('还没有填公民身份号码。', 'citizenId')
    const faults = contradictions({
      citizenId,
      ...(birthDate ? { birthDate } : {}),
      ...(sex ? { sex } : {}),
    })
    return faults.length === 0
      ? met('一致。')
      : unmet(
          faults.map(({ message }) => message).join(''),
          '请对照身份证改正；证件有误的，到户口所在地更正。',
        )
  },
}

/** Law of the residence permit, in the order in which a clerk would ask. */
export const policy: readonly PermitRule[] = [
  forMainlandResidents,
  movedFarEnough,
  livesHere,
  halfAYear,
  oneOfThree,
  groundProven,
  numberAgrees,
  ...applicantRules<PermitApplicationFacts>({
    subjectOf: ({ personName, birthDate }) => ({ name: personName, birthDate }),
    agentWillDo: true,
  }).filter(({ id }) => id !== 'subject-alive'),
]
