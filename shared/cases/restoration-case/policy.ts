import { numberInForce } from '../../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { applicantRules } from '../person-applicant.ts'
import { comparisonRules, elsewhereRules, interviewRules } from '../police-checks.ts'
import type { RestorationFacts } from './fields.ts'

type RestorationRule = Rule<RestorationFacts>

const ourCitizen: RestorationRule = {
  id: 'cancelled-here',
  title: '户口是不是本所注销的',
  citations: ['CF-2.3-R', 'WR-38'],
  consequence: 'refer',
  test: ({ cancelledAt, cancellingOffice }) => {
    const office = cancellingOffice ?? '注销户口的派出所'
    switch (cancelledAt) {
      case 'here':
        return met('本所注销，由本所恢复。')
      case 'other-station':
        return unmet(`户口是${office}注销的，由那里恢复。`, `打印告知单，请到${office}申请。`)
      case 'outside-chifeng':
        return unmet(
          `原户口不在赤峰市，注销地是${office}。`,
          `打印告知单，请到${office}申请；权利不受影响，只是地点不同。`,
        )
      default:
        return unknown('还没有问户口是在哪里注销的。', 'cancelledAt')
    }
  },
}

/** Causes after which there is another way back than restoration. */
const otherWays: Partial<Record<string, string>> = {
  enlistment: '参军注销的，退出现役后凭安置介绍信落户，不走恢复户口。',
  imprisonment: '服刑注销的，凭释放证明登记户口，不走恢复户口。',
  'settled-abroad': '出国（境）定居的，先办华侨回国定居手续，凭定居证登记户口。',
  'foreign-nationality': '加入外国国籍的，先恢复中国国籍，再登记户口。',
}

const causeLeadsHere: RestorationRule = {
  id: 'cause-leads-here',
  title: '注销的原因是不是走恢复户口',
  citations: ['HR-13', 'HR-11', 'WR-28', 'WR-37'],
  consequence: 'route',
  test: ({ cause }) => {
    if (cause === undefined) return unknown('还没有填当初为什么注销。', 'cause')
    const other = otherWays[cause]
    return other
      ? unmet(other, '请凭上述文件到落户地派出所办理，本所可以一并告知要带什么。')
      : met('按恢复户口办理。')
  },
}

const registrationWasTrue: RestorationRule = {
  id: 'registration-was-true',
  title: '原来的登记是不是真实、唯一',
  citations: ['HR-20', 'SC96-8'],
  consequence: 'refuse',
  test: ({ cause }) => {
    if (cause === undefined) return notApplicable
    if (cause === 'false')
      return unmet(
        '原户口是作为虚假户口注销的，不能恢复。',
        '没有真实户口的，按其他无户口人员申请，由民警查清真实身份后登记。',
      )
    if (cause === 'double')
      return unmet(
        '原户口是作为重复户口注销的，本人另有户口。',
        '请用保留的那个户口；那个也已注销的，由注销它的派出所恢复。',
      )
    return met('原来的登记不是虚假或者重复的。')
  },
}

const judgment: RestorationRule = {
  id: 'declaration-revoked',
  title: '宣告死亡、失踪有没有撤销',
  citations: ['WR-38', 'CC-50', 'CC-45', 'SC96-4'],
  consequence: 'ask',
  test: ({ cause, judgmentRevoked }) => {
    if (cause !== 'declared-dead' && cause !== 'declared-missing') return notApplicable
    if (judgmentRevoked === undefined) return unknown('还没有看法院的判决。', 'judgmentRevoked')
    return judgmentRevoked
      ? met('法院已经撤销宣告。')
      : unmet('还没有撤销宣告的判决。', '请本人或者利害关系人向法院申请撤销宣告，判决生效后带来。')
  },
}

const alive: RestorationRule = {
  id: 'came-in-person',
  title: '误报死亡的，本人有没有到场',
  citations: ['WR-9', 'HR-18'],
  consequence: 'ask',
  test: ({ cause, cameInPerson }) => {
    if (cause !== 'reported-dead-wrongly' && cause !== 'death') return notApplicable
    if (cameInPerson === undefined) return unknown('还没有记录本人是否到场。', 'cameInPerson')
    return cameInPerson
      ? met('本人到场，死亡登记有误，按更正错误恢复。')
      : unmet('登记为死亡的人没有到场。', '请本人到场采集人像、指纹；行动不便的，由民警上门。')
  },
}

const wayOfTheMove: RestorationRule = {
  id: 'move-cannot-be-finished',
  title: '迁出没有落下的，应该走哪条路',
  citations: ['SC96-6', 'WR-47', 'CF-2.3-M'],
  consequence: 'route',
  test: ({ cause, certificateWay, graduate, homeIsHere, homeOffice }) => {
    if (cause !== 'moved-out') return notApplicable
    if (certificateWay === undefined) return unknown('还没有问迁入地还能不能落户。', 'certificateWay')
    if (certificateWay === 'can-land') {
      return unmet('迁入地还能落户。', '请由签发机关补发或者换发迁移证，到迁入地落户。')
    }
    if (graduate === undefined) return unknown('还没有问是不是毕业学生。', 'graduate')
    if (!graduate) return met('迁入地不再准许落户，在迁出地恢复。')
    if (homeIsHere === undefined) return unknown('还没有问原籍在哪里。', 'homeIsHere')
    return homeIsHere
      ? met('毕业学生不能在迁入地落户，在原籍恢复。')
      : unmet('毕业学生在原籍恢复户口，原籍不在本所。', `请到${homeOffice ?? '原籍派出所'}申请。`)
  },
}

const identityShown: RestorationRule = {
  id: 'identity-shown',
  title: '没有底册的，有没有别的身份材料',
  citations: ['SC96-8', 'WR-9'],
  consequence: 'ask',
  test: ({ basis, evidence = [] }, { day }) => {
    if (basis === undefined) return unknown('还没有查原来的登记。', 'basis')
    if (basis === 'record') return met('本所有原来的登记，不用另外证明。')
    const needed = numberInForce('witnesses-needed', day)
    const witnesses = evidence.filter(({ kind }) => kind === 'witness').length
    const papers = evidence.length - witnesses
    return papers > 0 || witnesses >= needed
      ? met(`有身份材料${papers}件、知情人${witnesses}名，由民警核实。`)
      : unmet(
          '底册没有了，还没有别的身份材料。',
          `旧身份证、学籍或者人事档案、承包合同、亲属户口簿有一样即可；都没有的，找${needed}名知情人。`,
        )
  },
}

const numberFree: RestorationRule = {
  id: 'number-free',
  title: '原号码有没有别人在用',
  citations: ['WR-4', 'WR-9', 'GB-11643'],
  consequence: 'hold',
  test: ({ numberCheck }) => {
    switch (numberCheck) {
      case 'free':
        return met('原号码没有别人在用，恢复时仍用原号码。')
      case 'in-use':
        return unmet(
          '原号码现在另一个人正在用（重号）。',
          '先开重号案件，与对方派出所商定由谁改号，报市局批准以后，本案才能决定。',
        )
      case 'unreachable':
        return unmet('没有线路，还没有查原号码。', '可以先受理；线路恢复后由民警补查。')
      default:
        return unknown('还没有查原号码。', 'numberCheck')
    }
  },
}

const placeSettled: RestorationRule = {
  id: 'place-settled',
  title: '恢复在哪一户',
  citations: ['WR-46', 'CF-2.2', 'HR-6'],
  consequence: 'ask',
  test: ({ place, household, headConsents }) => {
    if (place === undefined) return unknown('还没有选恢复在哪里。', 'place')
    if (!household) return unknown('还没有选哪一户。', 'household')
    if (household.withdrawnOn) {
      return unmet(
        `户号${household.number}已经撤销。`,
        '可以恢复到亲属的户（户主同意），或者社区集体户，另选一户即可。',
      )
    }
    if (place === 'community' && household.householdKind === 'family') {
      return unmet(`户号${household.number}是家庭户，不是社区集体户。`, '请选社区集体户。')
    }
    if (place !== 'kin') return met(`恢复在户号${household.number}。`)
    if (headConsents === undefined) return unknown('还没有问户主。', 'headConsents')
    return headConsents
      ? met('户主同意恢复在这一户。')
      : unmet('户主不同意恢复在这一户。', '可以恢复在社区集体户。')
  },
}

/** Whether people who know have to be asked: not where a court or the register already speaks. */
function needsVisit({ cause, basis }: RestorationFacts): boolean {
  return basis === 'no-record' || (cause !== 'declared-dead' && cause !== 'declared-missing')
}

const visits = interviewRules<RestorationFacts>().map((rule): RestorationRule => ({
  ...rule,
  test: (facts, setting) => (needsVisit(facts) ? rule.test(facts, setting) : notApplicable),
}))

/** Law of restoration, in the order in which a clerk would ask. */
export const policy: readonly RestorationRule[] = [
  ourCitizen,
  causeLeadsHere,
  registrationWasTrue,
  wayOfTheMove,
  judgment,
  alive,
  identityShown,
  placeSettled,
  ...applicantRules<RestorationFacts>({
    // Somebody wrongly entered as dead is exactly who may ask; the rules above see to it.
    subjectOf: ({ person, personName, personBirthDate }) => ({
      name: person?.name ?? personName,
      birthDate: person?.birthDate ?? personBirthDate,
    }),
    agentWillDo: false,
  }).filter(({ id }) => id !== 'subject-alive'),
  ...elsewhereRules<RestorationFacts>(),
  ...comparisonRules<RestorationFacts>(),
  numberFree,
  ...visits,
]
