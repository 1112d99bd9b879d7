import type { Example } from '../case-type.ts'
import {
  allBut,
  buying,
  day,
  hebei,
  inRegister,
  nobody,
  sumu,
  talent,
  tongliao,
  trading,
} from './example-facts.ts'

/** A buyer, so that only what stands beside the ground decides. */
const on = (
  name: string,
  more: Example['facts'],
  conclusion: Example['conclusion'],
  unmet: readonly string[] = [],
  unknown?: readonly string[],
): Example => ({
  name,
  day,
  facts: { ...buying, ...more },
  conclusion,
  unmet: [...allBut('purchase'), ...unmet],
  ...(unknown ? { unknown } : {}),
})
const along = (relation: string | undefined, livesTogether: boolean | undefined = true) => ({
  companions: [{ name: '样随迁', relation, livesTogether }],
})
const withId = (citizenId: string) => ({
  companions: [{ name: '样随迁', citizenId, relation: 'spouse', livesTogether: true }],
})

const newHousehold = {
  settlesIn: 'new',
  address: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街9号' },
}

const placeExamples: readonly Example[] = [
  on('要落在苏木：不在放开的范围', { township: sumu }, 'refuse', ['place-is-town', 'county-agrees']),
  on('住址在镇里的行政村：由审批人判断', { inVillage: true }, 'ready', ['place-needs-a-person']),
  on('还没有填要落户的地方', { township: undefined }, 'incomplete', [], ['place-is-town']),
  on('落户地址不归本所管', { targetInArea: false }, 'refer', ['target-in-area']),
  on('还没有问落户地址归不归本所', { targetInArea: undefined }, 'incomplete', [], ['target-in-area']),
]

const companionExamples: readonly Example[] = [
  on('购房人带配偶的母亲随迁', along('spouse-parent'), 'ready', ['parents-of-both-sides']),
  on('购房人带妻子随迁', along('spouse'), 'ready'),
  on('购房人带孙女随迁', along('grandchild'), 'ready'),
  on('想带弟弟随迁', along('sibling'), 'ask', ['companions-covered']),
  on('想带儿媳随迁', along('child-in-law'), 'ask', ['companions-covered']),
  on('随迁的人没有同住', along('child', false), 'ask', ['companions-live-together']),
  on(
    '随迁的人还没有问是什么人、住在哪里',
    { companions: [{ name: '样随迁' }] },
    'incomplete',
    [],
    ['companions-covered', 'companions-live-together'],
  ),
  on('随迁的人和申请人写成一个号码', withId('150499199001010014'), 'ask', ['numbers-right']),
  on('随迁的人号码少一位', withId('15049919900101001'), 'ask', ['numbers-right']),
]

const registrationExamples: readonly Example[] = [
  on('不是自愿', { voluntary: false }, 'block', ['voluntary']),
  on('还没有问是不是自愿', { voluntary: undefined }, 'incomplete', [], ['voluntary']),
  on('号码与性别不符', { personSex: '2' }, 'ask', ['numbers-right']),
  on('没有线路，户口所在地还没有查', { originCheck: 'unreachable' }, 'investigate', ['origin-checked']),
  on('户口所在地还没有查', { originCheck: undefined }, 'investigate', [], ['origin-checked']),
  on('查到不止一处登记', { originCheck: 'double' }, 'hold', ['origin-agrees']),
  on('登记与申请的姓名不一致', { originCheck: 'differs' }, 'hold', ['origin-agrees']),
  on('查不到在册登记', { originCheck: 'not-found' }, 'hold', ['origin-agrees']),
  on('户主不同意', { headConsents: false }, 'ask', ['household-agreed']),
  on('还没有问户主', { headConsents: undefined }, 'incomplete', [], ['household-agreed']),
  on('还没有问落在哪里', { settlesIn: undefined }, 'incomplete', [], ['household-agreed']),
  on('未成年人想单独立户', { ...minorOf('2010-01-01'), ...newHousehold }, 'ask', ['household-agreed']),
  on('购房人新立一户', newHousehold, 'ready'),
  on('落在社区集体户', { settlesIn: 'collective' }, 'ready'),
  on('从通辽迁来：网上流转', { hukouPlace: tongliao }, 'ready'),
  on('从河北迁来：先有准予迁入证明', { hukouPlace: hebei }, 'ready', ['way-of-moving']),
  on('不满八岁的孩子自己来申请', minorOf('2020-01-01'), 'ask', ['may-apply']),
  on('身份没有核对清楚', { identityChecked: false }, 'ask', ['identity-checked']),
]

/** Without number and sex, which would contradict another birth date. */
function minorOf(personBirthDate: string) {
  return { personBirthDate, personCitizenId: undefined, personSex: undefined }
}

const inRegisterExamples: readonly Example[] = [
  on('在册的人购房落户', inRegister, 'ready'),
  on('登记为已死亡的人', { ...inRegister, person: { ...inRegister.person, status: 'deceased' } }, 'refuse', [
    'subject-alive',
  ]),
  on(
    '已经从本所迁出的人',
    { ...inRegister, person: { ...inRegister.person, status: 'moved-out' } },
    'route',
    ['registered-now'],
  ),
  on(
    '户口已经注销的人：先恢复',
    { ...inRegister, person: { ...inRegister.person, status: 'cancelled' } },
    'route',
    ['registered-now'],
  ),
]

const unhousedExamples: readonly Example[] = [
  {
    name: '留学人员没有住所，落在社区集体户',
    day,
    facts: { ...talent('returnee'), settlesIn: 'collective' },
    conclusion: 'ready',
    unmet: allBut('talent'),
  },
  {
    name: '留学人员没有住所，想在自己的住址立户',
    day,
    facts: { ...talent('returnee'), ...newHousehold },
    conclusion: 'ready',
    unmet: [...allBut('talent'), 'address-of-the-unhoused'],
  },
  {
    name: '经商的人带妻子随迁',
    day,
    facts: { ...trading, ...along('spouse') },
    conclusion: 'ready',
    unmet: allBut('business'),
  },
  {
    name: '什么条件都还没有问',
    day,
    facts: {
      ...nobody,
      joinsKin: undefined,
      purchase: undefined,
      business: undefined,
      hasTalent: undefined,
      ruralMigrant: undefined,
      housing: undefined,
    },
    conclusion: 'incomplete',
    unknown: ['any-ground', ...allBut()],
  },
]

/** Who moves, with whom, from where and into what. */
export const examplesOfMovers: readonly Example[] = [
  ...placeExamples,
  ...companionExamples,
  ...registrationExamples,
  ...inRegisterExamples,
  ...unhousedExamples,
]
