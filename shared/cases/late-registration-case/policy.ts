import { ageOn } from '../../base/plain-date.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { firstRegistrationRules } from '../first-registration/rules.ts'
import { applicantRules } from '../person-applicant.ts'
import { comparisonRules, elsewhereRules, interviewRules } from '../police-checks.ts'
import { isBornUnderScheme, type LateFacts } from './fields.ts'

type LateRule = Rule<LateFacts>

const neverRegistered: LateRule = {
  id: 'never-registered',
  title: '是不是从来没有登记过',
  citations: ['SC96-2', 'CF-2.3-R', 'CF-2.3-M'],
  consequence: 'route',
  test: ({ everRegistered }) => {
    switch (everRegistered) {
      case 'never':
        return met('从来没有登记过户口。')
      case 'cancelled':
        return unmet('登记过、后来被注销的不是补录。', '请按“恢复户口”办理。')
      case 'certificate-lost':
        return unmet('迁出以后没有落户的不是补录。', '请先按“迁移证补发换发”办理；补不了的按“恢复户口”。')
      case 'false-cancelled':
        return unmet('用过虚假户口的，要先查清真实身份。', '请按“其他无户口人员落户”办理。')
      default:
        return unknown('还没有问以前登记过没有。', 'everRegistered')
    }
  },
}

const isChinese: LateRule = {
  id: 'is-chinese',
  title: '是不是中国公民',
  citations: ['NL-4', 'NL-3', 'NL-9'],
  consequence: 'refuse',
  test: ({ nationality }) => {
    if (nationality === undefined) return unknown('还没有问国籍。', 'nationality')
    if (nationality === 'foreign') {
      return unmet(
        '有外国国籍的人不登记常住户口。',
        '退出外国国籍、恢复中国国籍以后再来；请到公安机关出入境管理部门咨询。',
      )
    }
    return nationality === 'chinese' ? met('中国公民。') : notApplicable
  },
}

const nationalityClear: LateRule = {
  id: 'nationality-clear',
  title: '国籍说得清吗',
  citations: ['NL-4', 'NL-5', 'SC96-7'],
  consequence: 'hold',
  test: ({ nationality }) => {
    if (nationality === undefined || nationality === 'foreign') return notApplicable
    return nationality === 'chinese'
      ? met('国籍清楚。')
      : unmet('国籍还说不清。', '可以先受理；由本所报出入境管理部门认定，认定是中国国籍的再决定。')
  },
}

const lateEnough: LateRule = {
  id: 'not-an-ordinary-birth',
  title: '是不是普通的出生登记',
  citations: ['PX-LATE', 'WR-20'],
  consequence: 'route',
  test: ({ personBirthDate, certificateWay }, { day }) => {
    if (!personBirthDate || certificateWay !== 'in-hand') return notApplicable
    const years = numberInForce('late-birth-years', day)
    return ageOn(personBirthDate, day) >= years
      ? met(`出生已满${years}年，按补录办理。`)
      : unmet(`有出生医学证明、出生不满${years}年。`, '请按“出生登记”办理，当场就能办。')
  },
}

const certificateFirst: LateRule = {
  id: 'certificate-first',
  title: '出生医学证明补得出来吗',
  citations: ['SC96-2', 'MH-23', 'MH-1996'],
  consequence: 'ask',
  test: (facts) => {
    if (facts.personBirthDate === undefined) return notApplicable
    if (!isBornUnderScheme(facts)) return met('一九九六年以前出生，没有出生医学证明，不要求。')
    switch (facts.certificateWay) {
      case 'in-hand':
        return met('有出生医学证明。')
      case 'unobtainable':
        return met('补不出来，凭鉴定和走访。')
      case 'institution':
        return unmet(
          '在医院、卫生院出生的，先去补出生医学证明。',
          '请到出生的医院补领；补不出来的，让医院写明理由，再来办。',
        )
      case 'outside':
        return unmet(
          '在医院以外出生的，先做亲子鉴定补出生医学证明。',
          '请凭亲子鉴定到旗县区卫生健康部门指定的机构补领；补不出来的，请对方写明理由，再来办。',
        )
      default:
        return unknown('还没有问出生医学证明。', 'certificateWay')
    }
  },
}

const kinEstablished: LateRule = {
  id: 'kin-established',
  title: '亲缘关系有没有证据',
  citations: ['WR-9', 'SC96-2', 'SC96-8'],
  consequence: 'investigate',
  test: ({ kinEvidence, evidence = [], certificateWay }) => {
    switch (kinEvidence) {
      case 'parentage-test':
        return met('有亲子鉴定。')
      case 'birth-certificate':
        return certificateWay === 'in-hand'
          ? met('凭出生医学证明。')
          : unmet('没有出生医学证明，不能凭它认定亲缘。', '请改选亲子鉴定或者别的亲缘证据。')
      case 'other-kin':
        return evidence.length > 0
          ? met(`有${evidence.length}样别的证据。`)
          : unmet('还没有写是哪样证据。', '请在证据表里写一行；本人拿不出的由民警去查。')
      case 'not-yet':
        return unmet('亲缘关系还没有证据。', '父母在的做亲子鉴定；不在的，由民警找别的亲缘证据。可以先受理。')
      default:
        return unknown('还没有问凭什么认定亲缘。', 'kinEvidence')
    }
  },
}

const testStands: LateRule = {
  id: 'parentage-test-licensed',
  title: '鉴定机构有没有资质',
  citations: ['SC96-2', 'WR-20'],
  consequence: 'ask',
  test: ({ kinEvidence, parentageInstitutionLicensed }) => {
    if (kinEvidence !== 'parentage-test') return notApplicable
    if (parentageInstitutionLicensed === undefined)
      return unknown('还没有核对鉴定机构。', 'parentageInstitutionLicensed')
    return parentageInstitutionLicensed
      ? met('鉴定机构有许可证。')
      : unmet('鉴定机构没有司法鉴定许可证。', '请到有许可证的机构重做，本所有名单。')
  },
}

const testSupports: LateRule = {
  id: 'parentage-supported',
  title: '鉴定支持不支持亲子关系',
  citations: ['WR-9', 'SC96-2'],
  consequence: 'refuse',
  test: ({ kinEvidence, parentageResult }) => {
    if (kinEvidence !== 'parentage-test') return notApplicable
    if (parentageResult === undefined) return unknown('还没有填鉴定意见。', 'parentageResult')
    return parentageResult === 'supports'
      ? met('鉴定支持亲子关系。')
      : unmet(
          '鉴定排除了亲子关系，不能按父母子女补录。',
          '请按“其他无户口人员落户”查清来历：捡拾的、抱养的都有各自的办法，不会因此没有户口。',
        )
  },
}

const notTrafficked: LateRule = {
  id: 'not-trafficked',
  title: '打拐 DNA 库有没有命中',
  citations: ['WR-9', 'SC96-3'],
  consequence: 'hold',
  test: ({ traffickingCheck }) => {
    switch (traffickingCheck) {
      case 'no-hit':
        return met('比对过，没有命中。')
      case 'hit':
        return unmet('打拐 DNA 库命中。', '马上报刑侦部门；查清以前本案不决定，也不告诉申请人命中的是谁。')
      case 'waiting':
        return unmet('已采血，还没有结果。', '有了结果再决定。')
      case 'unreachable':
        return unmet('没有线路，还没有送检。', '可以先受理；线路恢复后送检，有了结果再决定。')
      default:
        return unknown('还没有比对打拐 DNA 库。', 'traffickingCheck')
    }
  },
}

/** Law of the late registration, in the order in which a clerk would ask. */
export const policy: readonly LateRule[] = [
  neverRegistered,
  isChinese,
  nationalityClear,
  lateEnough,
  certificateFirst,
  ...firstRegistrationRules<LateFacts>(),
  ...applicantRules<LateFacts>({
    subjectOf: ({ personName, personBirthDate }) => ({ name: personName, birthDate: personBirthDate }),
    agentWillDo: false,
  }).filter(({ id }) => id !== 'subject-alive'),
  kinEstablished,
  testStands,
  testSupports,
  notTrafficked,
  ...elsewhereRules<LateFacts>(),
  ...comparisonRules<LateFacts>(),
  ...interviewRules<LateFacts>(),
]
