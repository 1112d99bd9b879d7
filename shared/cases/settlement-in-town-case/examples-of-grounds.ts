import type { Example } from '../case-type.ts'
import {
  allBut,
  buying,
  day,
  graduate,
  graduateOf,
  hebei,
  joining,
  leaseOf,
  linxiTown,
  migrant,
  nobody,
  renting,
  sumu,
  talent,
  tongliao,
  trading,
} from './example-facts.ts'

/** One line per case: what is told, the facts, what comes of it, and the rules that fail beside it. */
const on = (
  name: string,
  facts: Example['facts'],
  conclusion: Example['conclusion'],
  unmet: readonly string[] = [],
  unknown?: readonly string[],
): Example => ({ name, day, facts, conclusion, unmet, ...(unknown ? { unknown } : {}) })

const joiningExamples: readonly Example[] = [
  on('父母投靠镇里的子女，共同居住', joining, 'ready', allBut('joining-kin')),
  on('祖母投靠镇里的孙子女：可以办，提醒审批人', { ...joining, kinRelation: 'grandparent' }, 'ready', [
    ...allBut('joining-kin'),
    'grandparent-joins',
  ]),
  on('外孙投靠外祖母', { ...joining, kinRelation: 'grandchild' }, 'ready', allBut('joining-kin')),
  on('岳母投靠女婿', { ...joining, kinRelation: 'spouse-parent' }, 'ready', allBut('joining-kin')),
  on('夫妻投靠，子女投靠', { ...joining, kinRelation: 'spouse' }, 'ready', allBut('joining-kin')),
  on('儿媳投靠公婆：改按投靠配偶', { ...joining, kinRelation: 'child-in-law' }, 'refuse', [
    'any-ground',
    ...allBut(),
  ]),
  on('兄弟投靠：不在范围', { ...joining, kinRelation: 'sibling' }, 'refuse', ['any-ground', ...allBut()]),
  on('被投靠的人户口在苏木', { ...joining, kinTownship: sumu }, 'refuse', ['any-ground', ...allBut()]),
  on('被投靠的人户口在市辖区的乡', { ...joining, kinTownship: '150404201' }, 'ready', allBut('joining-kin')),
  on('没有与被投靠人共同居住', { ...joining, livesWithKin: false }, 'refuse', ['any-ground', ...allBut()]),
  on('亲属关系没有核对：补一次', { ...joining, kinProofSeen: false }, 'ask', ['ground-papers', ...allBut()]),
  on('没有问是什么亲属', { ...joining, kinRelation: undefined }, 'incomplete', allBut('joining-kin'), [
    'any-ground',
    'ground-joining-kin',
  ]),
  on('被投靠的人已经去世', { ...joining, kin: { name: '样故亲', status: 'deceased' } }, 'refuse', [
    'any-ground',
    ...allBut(),
  ]),
]

const dwellingExamples: readonly Example[] = [
  on(
    '租房正好十二个月，已备案',
    renting(leaseOf('2025-06-01', '2026-05-31')),
    'ready',
    allBut('joining-kin'),
  ),
  on('租房十二个月少一天', renting(leaseOf('2025-06-01', '2026-05-30')), 'refuse', [
    'any-ground',
    'housing',
    ...allBut(),
  ]),
  on('两年租期没有备案：补备案', renting(leaseOf('2025-01-01', '2026-12-31', false)), 'ask', [
    'ground-papers',
    'housing',
    ...allBut(),
  ]),
  on(
    '两份备案租约中间断了十天',
    renting(leaseOf('2025-01-01', '2025-08-31'), leaseOf('2025-09-11', '2026-03-10')),
    'refuse',
    ['any-ground', 'housing', ...allBut()],
  ),
  on(
    '两份备案租约中间断了一天',
    renting(leaseOf('2025-01-01', '2025-08-31'), leaseOf('2025-09-02', '2026-03-10')),
    'refuse',
    ['any-ground', 'housing', ...allBut()],
  ),
  on(
    '两份备案租约首尾相接，后一份先录',
    renting(leaseOf('2025-09-01', '2026-12-31'), leaseOf('2025-01-01', '2025-08-31')),
    'ready',
    allBut('joining-kin'),
  ),
  on('租约已经到期，满过一年', renting(leaseOf('2024-02-01', '2026-01-31')), 'ready', [
    ...allBut('joining-kin'),
    'lease-still-runs',
  ]),
  on(
    '租约起止写反',
    renting(leaseOf('2026-12-31', '2025-01-01')),
    'incomplete',
    [...allBut('joining-kin'), 'lease-still-runs'],
    ['any-ground', 'housing', 'ground-joining-kin'],
  ),
  on('没有录租约', renting(), 'incomplete', allBut('joining-kin'), [
    'any-ground',
    'housing',
    'ground-joining-kin',
  ]),
  on('没有实际住在那里', { ...joining, livesInDwelling: false }, 'refuse', [
    'any-ground',
    'housing',
    ...allBut(),
  ]),
  on('房屋的材料没有看到', { ...joining, housingProofSeen: false }, 'ask', [
    'ground-papers',
    'housing',
    ...allBut(),
  ]),
  on('单位授权住的房子', { ...joining, housing: 'authorised' }, 'ready', allBut('joining-kin')),
  on('投靠但没有住所', { ...joining, housing: 'none' }, 'refuse', ['any-ground', 'housing', ...allBut()]),
]

const propertyExamples: readonly Example[] = [
  on('购房，有本人的不动产权证', buying, 'ready', allBut('purchase')),
  on('继承住房，有本人的不动产权证', { ...buying, purchase: 'inherited' }, 'ready', allBut('purchase')),
  on(
    '继承住房，没有产权证，有公证书',
    { ...buying, purchase: 'inherited', titleSeen: false, legalPaperSeen: true },
    'ready',
    allBut('purchase'),
  ),
  on(
    '受赠住房，什么材料都没有',
    { ...buying, purchase: 'given', titleSeen: false, legalPaperSeen: false },
    'ask',
    ['ground-papers', ...allBut()],
  ),
  on(
    '有购房合同和正式发票，没有产权证',
    { ...buying, titleSeen: false, contractSeen: true, invoiceSeen: true },
    'ready',
    allBut('purchase'),
  ),
  on(
    '有购房合同，没有发票也没有产权证',
    { ...buying, titleSeen: false, contractSeen: true, invoiceSeen: false },
    'ask',
    ['ground-papers', ...allBut()],
  ),
  on(
    '有发票，没有合同也没有产权证',
    { ...buying, titleSeen: false, contractSeen: false, invoiceSeen: true },
    'ask',
    ['ground-papers', ...allBut()],
  ),
  on('房子在儿子名下', { ...buying, ownName: false }, 'refuse', ['any-ground', ...allBut()]),
  on('产权证还没有看', { ...buying, titleSeen: undefined }, 'incomplete', allBut('purchase'), [
    'any-ground',
    'ground-purchase',
  ]),
  on('区内人员经商，新执照有统一社会信用代码', trading, 'ready', allBut('business')),
  on(
    '老执照加税务登记证',
    { ...trading, creditCodeOnLicence: false, taxCertificateSeen: true },
    'ready',
    allBut('business'),
  ),
  on('老执照，没有税务登记证', { ...trading, creditCodeOnLicence: false }, 'ask', [
    'ground-papers',
    ...allBut(),
  ]),
  on('通辽人员经商：区内都可以', { ...trading, hukouPlace: tongliao }, 'ready', allBut('business')),
  on('河北人员经商：不在这一项', { ...trading, hukouPlace: hebei }, 'refuse', [
    'any-ground',
    'way-of-moving',
    ...allBut(),
  ]),
]

const talentExamples: readonly Example[] = [
  on('本科毕业四年十一个月', graduate, 'ready', allBut('talent')),
  { ...on('毕业正好满五年那天', graduate, 'refuse', ['any-ground', ...allBut()]), day: '2026-04-04' },
  { ...on('毕业差一天满五年', graduate, 'ready', allBut('talent')), day: '2026-04-03' },
  on('毕业日期还没有到', talent('graduate', { graduatedOn: '2026-07-01' }), 'refuse', [
    'any-ground',
    ...allBut(),
  ]),
  on('学历不被认可', talent('graduate', { graduatedOn: '2024-07-01', recognised: false }), 'refuse', [
    'any-ground',
    ...allBut(),
  ]),
  on(
    '毕业超过五年，另有职业资格证',
    {
      ...graduate,
      talents: [graduateOf('2010-07-01'), { kind: 'vocational-certificate', proofSeen: true }],
    },
    'ready',
    allBut('talent'),
  ),
  on(
    '区内中职毕业两年',
    talent('secondary-graduate', { schoolInRegion: true, graduatedOn: '2024-03-01' }),
    'ready',
    allBut('talent'),
  ),
  on(
    '河北的中专毕业生，没有资格证',
    {
      ...talent('secondary-graduate', { schoolInRegion: false, graduatedOn: '2024-03-01' }),
      hukouPlace: hebei,
    },
    'refuse',
    ['any-ground', 'way-of-moving', ...allBut()],
  ),
  on('河北的中专毕业生，有职业资格证', { ...talent('vocational-certificate'), hukouPlace: hebei }, 'ready', [
    ...allBut('talent'),
    'way-of-moving',
  ]),
  on('有技术等级证书', talent('skill-grade'), 'ready', allBut('talent')),
  on('单位需要的技术工人', talent('skilled-worker'), 'ready', allBut('talent')),
  on('批准调入的工作人员', talent('transferred'), 'ready', allBut('talent')),
  on('留学回来，没有工作也没有住所', talent('returnee'), 'ready', allBut('talent')),
  on('留学回来，认证还没有带', talent('returnee', { proofSeen: false }), 'ask', [
    'ground-papers',
    ...allBut(),
  ]),
  on(
    '河北的农村学生凭录取材料迁来',
    { ...talent('rural-student'), hukouPlace: hebei, student: true },
    'ready',
    allBut('talent'),
  ),
  on('十年前参军进城：没有年限', talent('soldier', { enteredOn: '2016-03-01' }), 'ready', allBut('talent')),
  on('说有学历，还没写是哪一种', { ...nobody, hasTalent: true }, 'incomplete', allBut('talent'), [
    'any-ground',
    'ground-talent',
  ]),
]

const under2016 = '2018-06-01'
const stockExamples: readonly Example[] = [
  {
    ...on(
      '牧民一家在镇上住了三年零一个月（2016年的规定）',
      { ...migrant, residesSince: '2015-05-01', wholeFamily: true },
      'ready',
      allBut('stock'),
    ),
    day: under2016,
  },
  {
    ...on(
      '单身务工正好三年（2016年的规定）',
      { ...migrant, residesSince: '2015-06-01' },
      'ready',
      allBut('stock'),
    ),
    day: under2016,
  },
  {
    ...on('单身务工三年差一天（2016年的规定）', { ...migrant, residesSince: '2015-06-02' }, 'refuse', [
      'any-ground',
      ...allBut(),
    ]),
    day: under2016,
  },
  on('单身务工两年十一个月（自治区放开以后）', { ...migrant, residesSince: '2023-04-01' }, 'ready', [
    ...allBut('stock'),
    'residence-years-rule-set',
  ]),
  on('单身务工住了五年', { ...migrant, residesSince: '2021-01-01' }, 'ready', allBut('stock')),
  on('居住的日期写在今天以后', { ...migrant, residesSince: '2026-04-01' }, 'refuse', [
    'any-ground',
    ...allBut(),
  ]),
  on('没有在城镇就业，也不是举家迁来', { ...migrant, urbanJob: false }, 'refuse', [
    'any-ground',
    ...allBut(),
  ]),
  on('居住情况没有看到', { ...migrant, residesSince: '2021-01-01', residenceProofSeen: false }, 'ask', [
    'ground-papers',
    ...allBut(),
  ]),
  on('五个条件都没有', nobody, 'refuse', ['any-ground', 'housing', ...allBut()]),
  on('同时够投靠和购房', { ...joining, purchase: 'bought', ownName: true, titleSeen: true }, 'ready', [
    ...allBut('joining-kin', 'purchase'),
  ]),
  on('别的旗县区的镇，不是本所的旗县', { ...buying, township: linxiTown }, 'ready', [
    ...allBut('purchase'),
    'county-agrees',
  ]),
]

/** Every ground just inside and just outside its limit. */
export const examplesOfGrounds: readonly Example[] = [
  ...joiningExamples,
  ...dwellingExamples,
  ...propertyExamples,
  ...talentExamples,
  ...stockExamples,
]
