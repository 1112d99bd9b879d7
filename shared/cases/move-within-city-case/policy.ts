import { checkCitizenId } from '../../people/citizen-id.ts'
import { isHead, relationSexFault } from '../../people/kinship.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { applicantRules } from '../person-applicant.ts'
import type { MoveFacts } from './fields.ts'

type MoveRule = Rule<MoveFacts>

const insideTheCity: MoveRule = {
  id: 'inside-the-city',
  title: '是不是在赤峰市内移居',
  citations: ['WR-42', 'WR-43'],
  consequence: 'route',
  test: ({ fromWhere }) => {
    if (fromWhere === undefined) return unknown('还没有问户口现在在哪里。', 'fromWhere')
    return fromWhere === 'outside'
      ? unmet('从赤峰市以外迁来不在这里办。', '请按“城镇落户”或者“签发准予迁入证明”办理。')
      : met('在市内移居，不用迁移证，也不用准予迁入证明。')
  },
}

const hasBasis: MoveRule = {
  id: 'has-a-basis',
  title: '凭什么落在新地方',
  citations: ['WR-39', 'HR-6'],
  consequence: 'refuse',
  test: ({ basis }) => {
    if (basis === undefined) return unknown('还没有问凭什么落在新地方。', 'basis')
    return basis === 'none'
      ? unmet(
          '没有住处，也没有可以投靠的亲属或者单位。',
          '有了其中一样就可以来；要在城镇落户的，按“城镇落户”看五种情形。',
        )
      : met('有一样。')
  },
}

const basisShown: MoveRule = {
  id: 'basis-shown',
  title: '这一条有没有证明',
  citations: ['WR-39', 'WR-12'],
  consequence: 'ask',
  test: ({ basis, basisShown: shown }) => {
    if (basis === undefined || basis === 'none') return notApplicable
    if (shown === undefined) return unknown('还没有核对证明。', 'basisShown')
    return shown
      ? met('有证明。')
      : unmet('还没有证明。', '住处的证明、亲属的户口簿或者单位的介绍信，有一样即可；本所能查到的由本所查。')
  },
}

const householdStands: MoveRule = {
  id: 'household-takes-in',
  title: '那一户能不能落',
  citations: ['HR-5', 'WR-14'],
  consequence: 'ask',
  test: ({ household, basis, headConsents }) => {
    if (!household) return unknown('还没有选落在哪一户。', 'household')
    if (household.withdrawnOn) return unmet(`户号${household.number}已经撤了。`, '请选别的户，或者先立户。')
    if (basis === undefined || basis === 'none' || basis === 'own-dwelling') return met('那一户在用。')
    if (headConsents === undefined) return unknown('还没有问户主。', 'headConsents')
    return headConsents ? met('户主同意。') : unmet('户主不同意。', '请改落在别的户，或者自己的住处。')
  },
}

const stillRegistered: MoveRule = {
  id: 'origin-checked',
  title: '在原来的派出所是不是还在册',
  citations: ['HR-6', 'WR-12'],
  consequence: 'hold',
  test: ({ fromWhere, originCheck }) => {
    if (fromWhere !== 'other-station') return notApplicable
    switch (originCheck) {
      case 'registered':
        return met('在册，移居以后由本所通知那里的派出所注销。')
      case 'not-registered':
        return unmet('在那里已经不在册。', '请先弄清户口在哪里；被注销的到注销的派出所恢复。')
      case 'unreachable':
        return unmet('没有线路，现在查不到。', '可以先受理；查到以后才能登记，免得一个人登记两处。')
      default:
        return unknown('还没有查原来的派出所。', 'originCheck')
    }
  },
}

const moversKnown: MoveRule = {
  id: 'movers-known',
  title: '移居的人写全了没有',
  citations: ['HR-6', 'GB-11643'],
  consequence: 'ask',
  test: ({ movers = [], fromWhere }, { day }) => {
    if (movers.length === 0) return unknown('还没有写移居的人。', 'movers')
    if (fromWhere === 'this-station') {
      const away = movers.filter(({ member }) => !member?.personId || member.status !== 'registered')
      return away.length === 0
        ? met('都在本所登记。')
        : unmet(
            `${away.map(({ member }) => member?.name ?? '？').join('、')}不在本所在册的人里。`,
            '请从登记里选人。',
          )
    }
    const unclear = movers.filter(({ member }) => {
      const checked = checkCitizenId(member?.citizenId ?? '', { today: day, allowUnissuedSequence: true })
      return !checked.ok
    })
    return unclear.length === 0
      ? met('各人的号码都对。')
      : unmet(
          `${unclear.map(({ member }) => member?.name ?? '？').join('、')}的公民身份号码不对或者没有填。`,
          '请照身份证或者户口簿填写。',
        )
  },
}

const relationsFit: MoveRule = {
  id: 'relations-fit',
  title: '与户主关系对不对',
  citations: ['WR-14'],
  consequence: 'ask',
  test: ({ movers = [], basis }) => {
    if (movers.length === 0) return notApplicable
    const faults = movers.flatMap(({ member, relationToHead }) => {
      if (!relationToHead) return [`${member?.name ?? ''}还没有写与户主关系。`]
      const fault = member?.sex ? relationSexFault(relationToHead, member.sex) : undefined
      return fault ? [`${member?.name ?? ''}：${fault.message}`] : []
    })
    if (faults.length > 0) return unmet(faults.join(''), '请重选与户主关系。')
    const heads = movers.filter(({ relationToHead }) => relationToHead && isHead(relationToHead)).length
    return heads > 1 || (heads === 1 && basis !== 'own-dwelling')
      ? unmet('那一户只能有一个户主。', '请重选与户主关系；自己的住处才写户主。')
      : met('关系可以登记。')
  },
}

export const policy: readonly MoveRule[] = [
  insideTheCity,
  hasBasis,
  basisShown,
  householdStands,
  moversKnown,
  relationsFit,
  stillRegistered,
  ...applicantRules<MoveFacts>({
    subjectOf: ({ movers }) => movers?.[0]?.member,
    agentWillDo: true,
  }),
]
