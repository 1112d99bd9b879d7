import { addDays, dateInChinese } from '../../base/plain-date.ts'
import { relationKind } from '../../people/kinship.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { firstRegistrationRules } from '../first-registration/rules.ts'
import { applicantRules } from '../person-applicant.ts'
import { comparisonRules, elsewhereRules, interviewRules } from '../police-checks.ts'
import { isBeforeAdoptionLaw, isLookedInto, type OtherFacts } from './fields.ts'

type OtherRule = Rule<OtherFacts>

/** GB/T 4761: 养子或者继子, 养女或者继女. */
const adoptedChild = ['27', '37']

const adoptionRegistered: OtherRule = {
  id: 'adoption-registered',
  title: '收养登记了没有',
  citations: ['WR-26', 'AR-9', 'CC-1105'],
  consequence: 'ask',
  test: ({ kind, adoptionCertificate }) => {
    if (kind !== 'adoption') return notApplicable
    return adoptionCertificate
      ? met('有收养登记证。')
      : unmet('还没有填收养登记证字号。', '请带收养登记证来；丢了的，到民政部门补领。')
  },
}

const deFactoAdoption: OtherRule = {
  id: 'de-facto-adoption-in-time',
  title: '事实收养还能不能公证',
  citations: ['SC96-3', 'WR-26'],
  consequence: 'route',
  test: (facts) => {
    if (facts.kind !== 'de-facto-adoption') return notApplicable
    if (!facts.adoptedOn) return unknown('还没有问哪天收养的。', 'adoptedOn')
    return isBeforeAdoptionLaw(facts)
      ? met('一九九九年四月一日以前的事实收养，凭公证书。')
      : unmet(
          '一九九九年四月一日以后的收养要登记。',
          '请先到民政部门办收养登记；办好以前，孩子按“捡拾”登记在福利机构集体户或者抚养人户里，不会没有户口。',
        )
  },
}

const adoptionNotarised: OtherRule = {
  id: 'adoption-notarised',
  title: '事实收养公证了没有',
  citations: ['SC96-3', 'WR-26'],
  consequence: 'ask',
  test: (facts) => {
    if (facts.kind !== 'de-facto-adoption' || !isBeforeAdoptionLaw(facts)) return notApplicable
    if (facts.notarialDeed === undefined) return unknown('还没有问公证书。', 'notarialDeed')
    return facts.notarialDeed
      ? met('有事实收养公证书。')
      : unmet('还没有事实收养公证书。', '请到公证处办事实收养公证；知情人的证言可以做证据。')
  },
}

const secrecyKept: OtherRule = {
  id: 'secrecy-kept',
  title: '收养要不要保密',
  citations: ['WR-26', 'CC-1110'],
  consequence: 'ask',
  test: ({ kind, keepSecret, relationToHead }) => {
    if (kind !== 'adoption' && kind !== 'de-facto-adoption') return notApplicable
    if (keepSecret === undefined) return unknown('还没有问要不要保守收养秘密。', 'keepSecret')
    if (!keepSecret) return met('没有要求保密。')
    return relationToHead && adoptedChild.includes(relationToHead)
      ? unmet('要求保密的，与户主关系不能写成养子女。', '请把与户主关系选成“子”“女”一类。')
      : met('按父母子女登记，户口簿上看不出收养。')
  },
}

const adopterIsHost: OtherRule = {
  id: 'follows-the-adopter',
  title: '是不是随收养人登记',
  citations: ['WR-26', 'CC-1106', 'CC-1111'],
  consequence: 'ask',
  test: ({ kind, follows }) => {
    if (kind !== 'adoption' && kind !== 'de-facto-adoption') return notApplicable
    if (follows === undefined) return notApplicable
    return follows === 'adopter'
      ? met('随收养人登记。')
      : unmet('被收养的人登记在收养人的户里。', '请把“随谁登记”选成收养人。')
  },
}

const findingReported: OtherRule = {
  id: 'finding-reported',
  title: '捡拾报过案没有',
  citations: ['AR-6', 'SC96-3'],
  consequence: 'investigate',
  test: ({ kind, foundReport }) => {
    if (kind !== 'foundling') return notApplicable
    switch (foundReport) {
      case 'reported':
        return met('有捡拾报案证明。')
      case 'now':
        return met('在本所报案，报案证明由本所出。')
      case 'none':
        return unmet('没有报案，来历不明。', '孩子的户口照样办；由刑侦部门查来历，查完再决定落在哪里。')
      default:
        return unknown('还没有问捡拾报案。', 'foundReport')
    }
  },
}

const placedUntilAdoption: OtherRule = {
  id: 'placed-until-adoption',
  title: '收养以前落在哪里',
  citations: ['SC96-3', 'WR-27'],
  consequence: 'ask',
  test: ({ kind, follows, relationToHead }) => {
    if (kind !== 'foundling' || follows === undefined) return notApplicable
    if (follows === 'welfare') return met('落在福利机构集体户，收养以后再迁到收养人户里。')
    if (follows !== 'carer')
      return unmet('收养办好以前不能按子女登记。', '请选“实际抚养人”（按非亲属），或者福利机构集体户。')
    return relationToHead && relationKind(relationToHead) !== 'non-kin'
      ? notApplicable
      : met('按非亲属落在抚养人户里，收养以后再改关系。')
  },
}

const noticeRuns: OtherRule = {
  id: 'notice-runs',
  title: '寻亲公告满六十日没有',
  citations: ['AR-8', 'CC-1105'],
  consequence: 'warn',
  test: ({ kind, noticeFrom }, { day }) => {
    if (kind !== 'foundling') return notApplicable
    if (!noticeFrom) return unmet('还没有登寻亲公告。', '请告诉抚养人到民政部门登公告；这不影响登记户口。')
    const until = addDays(noticeFrom, numberInForce('foundling-notice', day))
    return until <= day
      ? met('公告已满，可以办收养登记。')
      : unmet('公告还没有满。', `${dateInChinese(until)}以后可以办收养登记；这不影响登记户口。`)
  },
}

const admissionShown: OtherRule = {
  id: 'admission-shown',
  title: '福利机构的材料齐不齐',
  citations: ['WR-27'],
  consequence: 'ask',
  test: ({ kind, admissionPapers }) => {
    if (kind !== 'welfare-child') return notApplicable
    if (admissionPapers === undefined) return unknown('还没有核对入院登记。', 'admissionPapers')
    return admissionPapers
      ? met('有入院登记和民政部门意见。')
      : unmet('还缺入院登记或者民政部门意见。', '请福利机构补齐再来。')
  },
}

const releaseProven: OtherRule = {
  id: 'release-proven',
  title: '释放证明',
  citations: ['HR-13-2', 'SC96-0'],
  consequence: 'investigate',
  test: ({ kind, releasePaper }) => {
    if (kind !== 'released') return notApplicable
    if (releasePaper === undefined) return unknown('还没有问释放证明。', 'releasePaper')
    return releasePaper
      ? met('凭释放证明登记。')
      : unmet('没有释放证明。', '可以先受理，由本所向释放机关核实，不用本人再跑。')
  },
}

const identityEstablished: OtherRule = {
  id: 'true-identity',
  title: '真实身份查清没有',
  citations: ['WR-9', 'WR-30', 'HR-20'],
  consequence: 'hold',
  test: ({ kind, trueIdentity }) => {
    if (kind !== 'false-cancelled' && kind !== 'rough-sleeper' && kind !== 'lost-records')
      return notApplicable
    if (trueIdentity === undefined) return unknown('还没有查真实身份。', 'trueIdentity')
    return trueIdentity === 'unknown'
      ? unmet('真实身份还没有查清。', '用比对、走访、调档查；查清以后再决定，可以先受理。')
      : met('真实身份已经查清。')
  },
}

const noEarlierHukou: OtherRule = {
  id: 'no-earlier-hukou',
  title: '有没有能恢复的户口',
  citations: ['CF-2.3-R', 'HR-6'],
  consequence: 'route',
  test: ({ kind, trueIdentity }) => {
    if (kind !== 'false-cancelled' && kind !== 'rough-sleeper' && kind !== 'lost-records')
      return notApplicable
    if (trueIdentity === 'had-hukou')
      return unmet(
        '查到了本人真实的户口。',
        '户口还在的不用再登记；被注销的，到注销的派出所按“恢复户口”办理。',
      )
    return trueIdentity === 'known' ? met('没有能恢复的户口。') : notApplicable
  },
}

const noForeignNationality: OtherRule = {
  id: 'no-foreign-nationality',
  title: '有没有取得外国国籍',
  citations: ['NL-4', 'NL-3', 'SC96-7'],
  consequence: 'refuse',
  test: ({ kind, nationality }) => {
    if (kind !== 'foreign-parent') return notApplicable
    if (nationality === undefined) return unknown('还没有问孩子的国籍。', 'nationality')
    return nationality === 'chinese-only'
      ? met('没有取得别的国籍，是中国公民。')
      : unmet('已经取得外国国籍。', '退出外国国籍以后再来；请到公安机关出入境管理部门咨询。')
  },
}

const birthProven: OtherRule = {
  id: 'birth-proven',
  title: '出生医学证明和说明',
  citations: ['SC96-7'],
  consequence: 'ask',
  test: ({ kind, birthPapers }) => {
    if (kind !== 'foreign-parent') return notApplicable
    if (birthPapers === undefined) return unknown('还没有核对出生材料。', 'birthPapers')
    return birthPapers
      ? met('出生医学证明和非婚生育说明都有。')
      : unmet('还缺出生医学证明或者非婚生育说明。', '证明到医院补领；说明由中国一方在窗口当场写。')
  },
}

const notTrafficked: OtherRule = {
  id: 'blood-compared',
  title: '打拐 DNA 库有没有命中',
  citations: ['SC96-3', 'WR-9'],
  consequence: 'hold',
  test: (facts) => {
    if (!isLookedInto(facts)) return notApplicable
    switch (facts.traffickingCheck) {
      case 'no-hit':
        return met('比对过，没有命中。')
      case 'hit':
        return unmet('打拐 DNA 库命中。', '马上报刑侦部门查清；找到亲人的，按亲人那里登记。')
      case 'waiting':
        return unmet('已采血，还没有结果。', '有了结果再决定。')
      case 'unreachable':
        return unmet('没有线路，还没有送检。', '可以先受理；线路恢复后送检，有了结果再决定。')
      default:
        return unknown('还没有比对打拐 DNA 库。', 'traffickingCheck')
    }
  },
}

const departmentsAsked: OtherRule = {
  id: 'departments-asked',
  title: '有关部门核实过没有',
  citations: ['WR-30', 'SC96-8'],
  consequence: 'investigate',
  test: (facts) => {
    if (!isLookedInto(facts)) return notApplicable
    return facts.departments
      ? met('已会同有关部门核实。')
      : unmet('还没有会同有关部门核实。', '由本所发函给民政、卫生健康等部门，不要群众去开证明。')
  },
}

const onlyLookedInto = (rule: OtherRule): OtherRule => ({
  ...rule,
  test: (facts, setting) => (isLookedInto(facts) ? rule.test(facts, setting) : notApplicable),
})

/** Law of the other people without hukou, in the order in which a clerk would ask. */
export const policy: readonly OtherRule[] = [
  adoptionRegistered,
  deFactoAdoption,
  adoptionNotarised,
  noForeignNationality,
  birthProven,
  admissionShown,
  ...firstRegistrationRules<OtherFacts>(),
  secrecyKept,
  adopterIsHost,
  placedUntilAdoption,
  ...applicantRules<OtherFacts>({
    subjectOf: ({ personName, personBirthDate }) => ({ name: personName, birthDate: personBirthDate }),
    agentWillDo: false,
  }).filter(({ id }) => id !== 'subject-alive'),
  findingReported,
  noticeRuns,
  releaseProven,
  identityEstablished,
  noEarlierHukou,
  notTrafficked,
  departmentsAsked,
  ...elsewhereRules<OtherFacts>(),
  ...comparisonRules<OtherFacts>().map(onlyLookedInto),
  ...interviewRules<OtherFacts>().map(onlyLookedInto),
]
