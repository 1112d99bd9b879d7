/**
 * Where the notice, or the law above it, leaves a question open: what is asked, what may be answered, what the program
 * answers by default and why. A person with the power to decide changes the answer; no rule does.
 */
export interface PolicyOption {
  readonly title: string
  readonly default: string | boolean
  /** Each possible value, 'true' and 'false' for a yes or no, with what it means. */
  readonly choices: Readonly<Record<string, string>>
  readonly reason: string
  /** The clause that leaves the question open. */
  readonly source: string
}

/** Questions of who may settle, and on what. */
const settlementOptions = {
  'stock-requires-both': {
    title: '存量落户：就业居住与举家迁徙的关系',
    default: false,
    choices: { true: '两样都要', false: '有一样就行' },
    reason: '通知用“和”连接，自治区的文件把两者当作两类人；取对群众有利的读法。',
    source: 'CF-2.1.2',
  },
  'parents-of-both-sides': {
    title: '购房、经商随迁的父母',
    default: true,
    choices: { true: '夫妻双方的父母', false: '只是本人的父母' },
    reason: '分项只写父母，总的一句写夫妻双方父母，以总的一句为准。',
    source: 'CF-2.1.1',
  },
  'lease-measured-by': {
    title: '租住满一年怎么算',
    default: 'term',
    choices: { term: '看合同租期', elapsed: '看已经租住的时间' },
    reason: '通知写的是连续租赁时间，没有说要先住满；按租期算，两个数都显示。',
    source: 'CF-2.1.1-H',
  },
  'tax-certificate-merged': {
    title: '有统一社会信用代码的营业执照',
    default: true,
    choices: { true: '同时算税务登记', false: '另要税务登记证' },
    reason: '三证合一以后不再另发税务登记证。',
    source: 'OL-50',
  },
  'graduate-fifth-anniversary': {
    title: '毕业正好满五年的那天',
    default: 'over',
    choices: { over: '不算“未满五年”', within: '还算“未满五年”' },
    reason: '从毕业证日期算到申请日期，满五年那天已经不是未满；可以看别的条件。',
    source: 'CF-2.1.1(4)b',
  },
  'rural-students-and-soldiers-time-limit': {
    title: '农村学生升学、参军进城的时间限制',
    default: 'none',
    choices: { none: '没有年限', 'five-years': '也按五年' },
    reason: '通知对这一类没有写年限，不能加。',
    source: 'CF-2.1.1(4)b',
  },
  'talent-address': {
    title: '人才没有住所时落在哪里',
    default: 'collective',
    choices: { collective: '就业地的单位或者社区集体户', 'person-decides': '由民警决定' },
    reason: '人才可以选就业地，通知又让不能在住址登记的人落集体户。',
    source: 'CF-2.2',
  },
  'village-under-a-town': {
    title: '建制镇下面的村（嘎查）算不算城镇',
    default: 'person-decides',
    choices: { 'person-decides': '提示，由民警决定', town: '算', 'not-town': '不算' },
    reason: '村在镇的辖区里，却不一定在城镇范围里，通知没有划线。',
    source: 'CF-2.1.1',
  },
  'township-or-sumu': {
    title: '乡和苏木的地址',
    default: 'ordinary-rules',
    choices: { 'ordinary-rules': '不在放开范围，按普通投靠办', 'as-town': '按建制镇办' },
    reason: '通知只写中心城区、旗县驻地镇和其他建制镇。',
    source: 'CF-2.1.1',
  },
  'urban-class-123': {
    title: '城乡分类123（特殊区域）怎么统计',
    default: 'urban',
    choices: { urban: '城镇居民', rural: '农村牧区居民' },
    reason: '一字头的分类都计入城镇，123等统计部门确认。',
    source: 'CF-3.1',
  },
} as const satisfies Record<string, PolicyOption>

/** Questions of who decides, and with what papers. */
const procedureOptions = {
  'restoration-approval-level': {
    title: '恢复户口由谁批',
    default: 'county',
    choices: { station: '派出所', county: '旗县区户政', city: '市局户政' },
    reason: '规范只把补录和更正出生日期交给市局，恢复由谁批没有查到；取中间一级。',
    source: 'WR-9',
  },
  'reissue-approval-level': {
    title: '补发、换发户口迁移证由谁批',
    default: 'station',
    choices: { station: '派出所', county: '旗县区户政' },
    reason: '迁移证由派出所签发，补发也由签发机关办。',
    source: 'WR-47',
  },
  'permit-reissue-approval-level': {
    title: '补发、换发准予迁入证明由谁批',
    default: 'county',
    choices: { station: '派出所', county: '旗县区户政' },
    reason: '外地规定由旗县区补发换发，本市没有查到。',
    source: 'WR-47',
  },
  'permit-issue-level': {
    title: '准予迁入证明由谁签发',
    default: 'county',
    choices: { station: '派出所', county: '旗县区户政' },
    reason: '准迁证通常由县级公安机关签发，本市没有查到。',
    source: 'MC-2',
  },
  'settlement-approval-level': {
    title: '市内落户由谁批',
    default: 'station',
    choices: { station: '派出所', county: '旗县区户政' },
    reason: '市内迁移不用证件，网上在派出所之间转；本市的审批级别没有查到。',
    source: 'WR-44',
  },
  'collective-household-approval-level': {
    title: '设立集体户由谁核准',
    default: 'county',
    choices: { station: '派出所', county: '旗县区户政' },
    reason: '规范写所在地公安机关核准，外地由旗县区核准。',
    source: 'WR-18',
  },
  'community-collective-consent': {
    title: '进社区集体户要不要社区逐个同意',
    default: false,
    choices: { true: '要', false: '不要' },
    reason: '规范只让社区指定户主，没有写逐个同意；不能自己加条件。',
    source: 'WR-15',
  },
  'newborn-of-two-collective-members': {
    title: '父母都在集体户的婴儿落在哪里',
    default: 'collective',
    choices: { collective: '可以落在集体户', grandparents: '随祖父母或者外祖父母' },
    reason: '规范只对高校集体户写了祖父母，单位集体户没有写；不能让婴儿没有地方落。',
    source: 'WR-21',
  },
  'permit-over-forty-days': {
    title: '准予迁入证明超过四十天',
    default: 'warn',
    choices: { warn: '提示，由民警决定', exchange: '当作过期，去签发机关换领' },
    reason: '四十天没有在正式文件里查到，只提示不拦截。',
    source: 'MC-2',
  },
  'certificates-to-other-provinces': {
    title: '迁往外省还打不打纸质迁移证',
    default: 'paper',
    choices: { paper: '打', paperless: '跨省通办，不打' },
    reason: '自治区内已经不打，外省还没有确认。',
    source: 'WR-43',
  },
  'citizen-id-allotment': {
    title: '公民身份号码的顺序码从哪里来',
    default: 'upstream',
    choices: { upstream: '由上级系统给号', 'county-block': '用旗县区发给本所的号段' },
    reason: '号码终身不变，没有号段的派出所离线时不能自己编号。',
    source: 'WR-4',
  },
} as const satisfies Record<string, PolicyOption>

export const policyOptions = { ...settlementOptions, ...procedureOptions } as const
