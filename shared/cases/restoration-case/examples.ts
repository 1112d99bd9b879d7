import type { Example } from '../case-type.ts'

const person = {
  personId: '0f1d8a52-3c44-4a58-8f3e-150499000001',
  name: '样长青',
  citizenId: '150499196509120018',
  sex: '1',
  birthDate: '1965-09-12',
  householdNumber: '000123',
  relationToHead: '02',
  status: 'cancelled',
  statusOn: '2006-05-10',
  statusCause: 'long-absence',
}

const interview = (interviewee: string, agrees = true) => ({
  on: '2026-03-03',
  place: '样例嘎查委员会',
  interviewee,
  relation: '邻居',
  officers: '样户籍、乌云样',
  account: '他二十年前去南方打工，今年回来。',
  agrees,
})

/** An absence of twenty years, everything looked into. */
const complete = {
  cancelledAt: 'here',
  basis: 'record',
  person,
  cause: 'long-absence',
  place: 'original',
  household: { number: '000123', householdKind: 'family' },
  relationToHead: '02',
  applicantKind: 'self',
  identityChecked: true,
  numberCheck: 'free',
  elsewhereCheck: 'none',
  comparisonResult: 'same-person',
  comparisonOn: '2026-03-02',
  interviews: [interview('样邻甲'), interview('样邻乙')],
}
const { interviews: _interviews, ...atTheCounter } = complete
const { person: _person, ...withoutPerson } = complete
const day = '2026-03-04'

const lost = {
  ...withoutPerson,
  basis: 'no-record',
  personName: '样长青',
  personSex: '1',
  personBirthDate: '1965-09-12',
  personEthnicGroup: '02',
  personCitizenId: '150499196509120018',
}

/** Worked examples: the causes, the checks of the police, and where another way leads. */
export const examples: readonly Example[] = [
  { name: '长期外出被注销，民警全部查过', day, facts: complete, conclusion: 'ready' },
  {
    name: '长期外出被注销，刚受理，还没有走访',
    day,
    facts: atTheCounter,
    conclusion: 'investigate',
    unmet: ['interviews-held'],
  },
  {
    name: '人像命中在河北的另一身份：先清理双重户口',
    day,
    facts: {
      ...complete,
      elsewhereCheck: 'other-identity',
      elsewherePlace: '河北省样例县，另一姓名和号码',
      comparisonResult: 'other-identity',
      comparisonHit: '河北省样例县，另一姓名和号码',
    },
    conclusion: 'hold',
    unmet: ['no-other-identity', 'comparison-no-other-identity'],
  },
  {
    name: '没有线路：可以受理，比对以前不能决定',
    day,
    facts: {
      ...complete,
      elsewhereCheck: 'unreachable',
      comparisonResult: 'unreachable',
      comparisonOn: undefined,
      numberCheck: 'unreachable',
    },
    conclusion: 'hold',
    unmet: ['elsewhere-checked', 'comparison-done', 'number-free'],
  },
  {
    name: '已在别处登记：不能恢复',
    day,
    facts: { ...complete, elsewhereCheck: 'registered', elsewherePlace: '天津市样例区' },
    conclusion: 'refuse',
    unmet: ['not-registered-elsewhere'],
  },
  {
    name: '宣告死亡后回来，有撤销判决',
    day,
    facts: { ...atTheCounter, cause: 'declared-dead', judgmentRevoked: true },
    conclusion: 'ready',
  },
  {
    name: '宣告死亡后回来，还没有撤销判决',
    day,
    facts: { ...atTheCounter, cause: 'declared-dead', judgmentRevoked: false },
    conclusion: 'ask',
    unmet: ['declaration-revoked'],
  },
  {
    name: '误报死亡，本人到场',
    day,
    facts: { ...complete, cause: 'reported-dead-wrongly', cameInPerson: true },
    conclusion: 'ready',
  },
  {
    name: '误报死亡，本人没有来',
    day,
    facts: { ...complete, cause: 'reported-dead-wrongly', cameInPerson: false },
    conclusion: 'ask',
    unmet: ['came-in-person'],
  },
  {
    name: '结婚时注销、婆家没有落户的妇女：先走访',
    day,
    facts: { ...atTheCounter, cause: 'marriage' },
    conclusion: 'investigate',
    unmet: ['interviews-held'],
  },
  {
    name: '原户口在通辽：告知去处',
    day,
    facts: { ...complete, cancelledAt: 'outside-chifeng', cancellingOffice: '通辽市样例派出所' },
    conclusion: 'refer',
    unmet: ['cancelled-here'],
  },
  {
    name: '市内别的派出所注销：告知去处',
    day,
    facts: { ...complete, cancelledAt: 'other-station', cancellingOffice: '样例第二派出所' },
    conclusion: 'refer',
    unmet: ['cancelled-here'],
  },
  {
    name: '底册被洪水毁了，有旧身份证：先走访',
    day,
    facts: {
      ...lost,
      interviews: undefined,
      evidence: [{ kind: 'old-identity-card', note: '1987年的身份证' }],
    },
    conclusion: 'investigate',
    unmet: ['interviews-held'],
  },
  {
    name: '底册毁了，只有两名知情人，走访已做',
    day,
    facts: {
      ...lost,
      evidence: [
        { kind: 'witness', note: '老村长' },
        { kind: 'witness', note: '小学同学' },
      ],
    },
    conclusion: 'ready',
  },
  {
    name: '底册毁了，只有一名知情人：告知补什么',
    day,
    facts: { ...lost, evidence: [{ kind: 'witness', note: '老村长' }] },
    conclusion: 'ask',
    unmet: ['identity-shown'],
  },
  {
    name: '参军注销：走退役落户',
    day,
    facts: { ...complete, cause: 'enlistment' },
    conclusion: 'route',
    unmet: ['cause-leads-here'],
  },
  {
    name: '服刑注销：凭释放证明',
    day,
    facts: { ...complete, cause: 'imprisonment' },
    conclusion: 'route',
    unmet: ['cause-leads-here'],
  },
  {
    name: '虚假户口：不能恢复，另行登记',
    day,
    facts: { ...complete, cause: 'false' },
    conclusion: 'refuse',
    unmet: ['registration-was-true'],
  },
  {
    name: '原号码已有别人在用：先清理重号',
    day,
    facts: { ...complete, numberCheck: 'in-use' },
    conclusion: 'hold',
    unmet: ['number-free'],
  },
  {
    name: '迁入地不再准许落户的普通人：在迁出地恢复',
    day,
    facts: {
      ...complete,
      cause: 'moved-out',
      certificateWay: 'destination-refuses',
      graduate: false,
    },
    conclusion: 'ready',
  },
  {
    name: '迁入地不再准许落户的毕业生，原籍在本所',
    day,
    facts: {
      ...complete,
      cause: 'moved-out',
      certificateWay: 'destination-refuses',
      graduate: true,
      homeIsHere: true,
    },
    conclusion: 'ready',
  },
  {
    name: '迁入地不再准许落户的毕业生，原籍在别处',
    day,
    facts: {
      ...complete,
      cause: 'moved-out',
      certificateWay: 'destination-refuses',
      graduate: true,
      homeIsHere: false,
      homeOffice: '样例第三派出所',
    },
    conclusion: 'route',
    unmet: ['move-cannot-be-finished'],
  },
  {
    name: '迁移证还能补发：先补发再落户',
    day,
    facts: { ...complete, cause: 'moved-out', certificateWay: 'can-land' },
    conclusion: 'route',
    unmet: ['move-cannot-be-finished'],
  },
  {
    name: '亲属的户，户主不同意',
    day,
    facts: { ...complete, place: 'kin', headConsents: false },
    conclusion: 'ask',
    unmet: ['place-settled'],
  },
  {
    name: '受托人来申请：要本人采集人像指纹',
    day,
    facts: {
      ...complete,
      applicantKind: 'agent',
      applicantName: '样受托',
      applicantCitizenId: '150499198001010019',
      letterOfAuthority: true,
      bothIdentityCards: true,
    },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '身份没有核对清楚',
    day,
    facts: { ...complete, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
  {
    name: '一名被访人说的不一致',
    day,
    facts: { ...complete, interviews: [interview('样邻甲'), interview('样邻乙', false)] },
    conclusion: 'hold',
    unmet: ['interviews-agree'],
  },
]
