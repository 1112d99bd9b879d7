import type { Example } from '../case-type.ts'

const day = '2026-03-04'
const linxiTown = '150424100'
const sumu = '150421202'

/** Somebody of Chifeng who fulfils none of the five grounds. */
const nobody = {
  inRegister: false,
  personName: '样落户',
  personCitizenId: '150499199001010014',
  personSex: '1',
  personBirthDate: '1990-01-01',
  personEthnicGroup: '01',
  hukouPlace: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '样例乡样例村' },
  student: false,
  township: linxiTown,
  inVillage: false,
  housing: 'none',
  joinsKin: false,
  purchase: 'none',
  business: false,
  talent: 'none',
  ruralMigrant: false,
  applicantKind: 'self',
  identityChecked: true,
}
const joining = {
  ...nobody,
  housing: 'own',
  housingProofSeen: true,
  joinsKin: true,
  kinRelation: 'parent',
  kinTownship: linxiTown,
  livesWithKin: true,
  kinProofSeen: true,
}
const leaseOf = (from: string, until: string, registered = true) => ({ from, until, registered })
const renting = (...leases: readonly unknown[]) => ({
  ...joining,
  housing: 'lease',
  housingProofSeen: undefined,
  leases,
})
const buying = { ...nobody, purchase: 'bought', titleSeen: true }
const trading = {
  ...nobody,
  housing: 'own',
  housingProofSeen: true,
  business: true,
  creditCodeOnLicence: true,
}
const graduate = { ...nobody, talent: 'graduate', graduatedOn: '2021-04-04', talentProofSeen: true }
const migrant = { ...nobody, ruralMigrant: true, urbanJob: true, wholeFamily: false }
const hebei = { region: '130102', regionName: '河北省石家庄市长安区', detail: '样例街' }

const others = (...mine: readonly string[]) => {
  const options = ['joining-kin', 'purchase', 'business', 'talent', 'stock'].map((id) => `ground-${id}`)
  return [...options, 'housing'].filter((id) => !mine.includes(id))
}

/** Worked examples: every ground just inside and just outside its limit. */
export const examples: readonly Example[] = [
  {
    name: '父母投靠林西镇的子女，共同居住',
    day,
    facts: joining,
    conclusion: 'ready',
    unmet: others('ground-joining-kin', 'housing'),
  },
  {
    name: '祖母投靠林西镇的孙子女：可以办，提醒审批人',
    day,
    facts: { ...joining, kinRelation: 'grandparent' },
    conclusion: 'ready',
    unmet: [...others('ground-joining-kin', 'housing'), 'grandparent-joins'],
  },
  {
    name: '兄弟投靠：不在范围',
    day,
    facts: { ...joining, kinRelation: 'sibling' },
    conclusion: 'refuse',
    unmet: ['some-ground', ...others('housing')],
  },
  {
    name: '租房正好十二个月，已备案',
    day,
    facts: renting(leaseOf('2025-06-01', '2026-05-31')),
    conclusion: 'ready',
    unmet: others('ground-joining-kin', 'housing'),
  },
  {
    name: '租房十二个月少一天',
    day,
    facts: renting(leaseOf('2025-06-01', '2026-05-30')),
    conclusion: 'refuse',
    unmet: ['some-ground', ...others()],
  },
  {
    name: '两年租期没有备案：补备案',
    day,
    facts: renting(leaseOf('2025-01-01', '2026-12-31', false)),
    conclusion: 'ask',
    unmet: ['ground-papers', ...others()],
  },
  {
    name: '两份备案租约中间断了十天',
    day,
    facts: renting(leaseOf('2025-01-01', '2025-08-31'), leaseOf('2025-09-11', '2026-03-10')),
    conclusion: 'refuse',
    unmet: ['some-ground', ...others()],
  },
  {
    name: '两份备案租约首尾相接',
    day,
    facts: renting(leaseOf('2025-01-01', '2025-08-31'), leaseOf('2025-09-01', '2026-02-28')),
    conclusion: 'ready',
    unmet: others('ground-joining-kin', 'housing'),
  },
  {
    name: '继承住房，有本人的不动产权证',
    day,
    facts: { ...buying, purchase: 'inherited' },
    conclusion: 'ready',
    unmet: others('ground-purchase'),
  },
  {
    name: '有购房合同，没有发票也没有产权证',
    day,
    facts: { ...buying, titleSeen: false, contractSeen: true, invoiceSeen: false },
    conclusion: 'ask',
    unmet: ['ground-papers', ...others()],
  },
  {
    name: '购房人带配偶的母亲随迁',
    day,
    facts: {
      ...buying,
      companions: [{ name: '样岳母', relation: 'spouse-parent', livesTogether: true }],
    },
    conclusion: 'ready',
    unmet: [...others('ground-purchase'), 'parents-of-both-sides'],
  },
  {
    name: '购房人带妻子随迁',
    day,
    facts: { ...buying, companions: [{ name: '样妻', relation: 'spouse', livesTogether: true }] },
    conclusion: 'ready',
    unmet: others('ground-purchase'),
  },
  {
    name: '想带弟弟随迁',
    day,
    facts: { ...buying, companions: [{ name: '样小弟', relation: 'sibling', livesTogether: true }] },
    conclusion: 'ask',
    unmet: [...others('ground-purchase'), 'companions-covered'],
  },
  {
    name: '区内人员经商，新执照有统一社会信用代码',
    day,
    facts: trading,
    conclusion: 'ready',
    unmet: others('ground-business', 'housing'),
  },
  {
    name: '河北人员经商：不在这一项',
    day,
    facts: { ...trading, hukouPlace: hebei },
    conclusion: 'refuse',
    unmet: ['some-ground', ...others('housing'), 'way-of-moving'],
  },
  {
    name: '本科毕业四年十一个月',
    day,
    facts: graduate,
    conclusion: 'ready',
    unmet: others('ground-talent'),
  },
  {
    name: '毕业正好满五年那天',
    day: '2026-04-04',
    facts: graduate,
    conclusion: 'refuse',
    unmet: ['some-ground', ...others()],
  },
  {
    name: '毕业差一天满五年',
    day: '2026-04-03',
    facts: graduate,
    conclusion: 'ready',
    unmet: others('ground-talent'),
  },
  {
    name: '河北的中专毕业生，没有资格证',
    day,
    facts: {
      ...graduate,
      hukouPlace: hebei,
      talent: 'secondary-graduate',
      schoolInRegion: false,
      graduatedOn: '2024-03-01',
    },
    conclusion: 'refuse',
    unmet: ['some-ground', ...others(), 'way-of-moving'],
  },
  {
    name: '河北的中专毕业生，有职业资格证',
    day,
    facts: { ...nobody, hukouPlace: hebei, talent: 'certified', talentProofSeen: true },
    conclusion: 'ready',
    unmet: [...others('ground-talent'), 'way-of-moving'],
  },
  {
    name: '留学回来，没有工作也没有住所',
    day,
    facts: { ...nobody, talent: 'returnee', talentProofSeen: true },
    conclusion: 'ready',
    unmet: others('ground-talent'),
  },
  {
    name: '农村学生考上大学，愿意迁来',
    day,
    facts: { ...nobody, student: true, talent: 'rural-student', talentProofSeen: true },
    conclusion: 'ready',
    unmet: others('ground-talent'),
  },
  {
    name: '牧民一家在镇上住了三年零一个月（2016年的规定）',
    day: '2018-06-01',
    facts: { ...migrant, residesSince: '2015-05-01', wholeFamily: true },
    conclusion: 'ready',
    unmet: others('ground-stock'),
  },
  {
    name: '单身务工两年十一个月（2016年的规定）',
    day: '2018-06-01',
    facts: { ...migrant, residesSince: '2015-07-01' },
    conclusion: 'refuse',
    unmet: ['some-ground', ...others()],
  },
  {
    name: '单身务工两年十一个月（自治区放开以后）',
    day,
    facts: { ...migrant, residesSince: '2023-04-01' },
    conclusion: 'ready',
    unmet: others('ground-stock'),
  },
  {
    name: '要落在苏木：不在放开的范围',
    day,
    facts: { ...buying, township: sumu },
    conclusion: 'refuse',
    unmet: ['place-is-town', ...others('ground-purchase')],
  },
  {
    name: '住址在镇里的行政村：由审批人判断',
    day,
    facts: { ...buying, inVillage: true },
    conclusion: 'ready',
    unmet: ['place-needs-a-person', ...others('ground-purchase')],
  },
  {
    name: '不满八岁的孩子自己来申请',
    day,
    facts: { ...buying, personBirthDate: '2020-01-01' },
    conclusion: 'ask',
    unmet: [...others('ground-purchase'), 'may-apply'],
  },
  {
    name: '身份没有核对清楚',
    day,
    facts: { ...buying, identityChecked: false },
    conclusion: 'ask',
    unmet: [...others('ground-purchase'), 'identity-checked'],
  },
  {
    name: '登记为已死亡的人',
    day,
    facts: {
      ...buying,
      inRegister: true,
      person: { name: '样故', citizenId: '150499194001010015', birthDate: '1940-01-01', status: 'deceased' },
    },
    conclusion: 'refuse',
    unmet: [...others('ground-purchase'), 'subject-alive'],
  },
  {
    name: '在册的人购房落户',
    day,
    facts: {
      ...buying,
      inRegister: true,
      person: {
        name: '样在册',
        citizenId: '150499198001010019',
        birthDate: '1980-01-01',
        status: 'registered',
      },
    },
    conclusion: 'ready',
    unmet: others('ground-purchase'),
  },
]
