import { ageOn, type PlainDate } from '../base/plain-date.ts'
import type { CertificatePerson } from '../register/certificate.ts'
import { met, unknown, unmet, type Verdict } from '../policy/rule.ts'
import { defineFields, type FactsOf, type PartialFacts } from './fields.ts'
import type { Material } from './case-type.ts'

const actsFor = (kind: string) => (facts: PartialFacts) => facts['applicantKind'] === kind
const actsForAnother = (facts: PartialFacts) =>
  ['listed', 'guardian', 'agent', 'unit'].includes(String(facts['applicantKind']))

/** Who stands at the counter, for every matter about a certificate. */
export const applicantFields = defineFields({
  applicantKind: {
    kind: 'choice',
    label: '谁来申请',
    choices: [
      { value: 'holder', label: '持证人本人' },
      { value: 'guardian', label: '监护人' },
      { value: 'agent', label: '受托人（配偶、父母代办成年人的也算）' },
      { value: 'listed', label: '证上的其他成年人（持证人去世或者不能来）' },
      { value: 'unit', label: '学校、单位的经办人' },
    ],
  },
  applicantName: { kind: 'name', label: '申请人姓名', asked: actsForAnother },
  applicantCitizenId: { kind: 'citizenId', label: '申请人公民身份号码', asked: actsForAnother },
  applicantPhone: { kind: 'phone', label: '联系电话', optional: true },
  guardianship: { kind: 'yesNo', label: '监护关系已由户口簿或者裁判文书证明', asked: actsFor('guardian') },
  letterOfAuthority: { kind: 'yesNo', label: '有写明事项的委托书', asked: actsFor('agent') },
  bothIdentityCards: { kind: 'yesNo', label: '委托人和受托人的身份证都看过', asked: actsFor('agent') },
  unitLetter: {
    kind: 'yesNo',
    label: '有介绍信、经办人身份证和本人签名的委托名单',
    asked: actsFor('unit'),
  },
  identityChecked: { kind: 'yesNo', label: '已核对申请人身份证与本人一致' },
})
export type ApplicantFacts = FactsOf<typeof applicantFields>

/** The keys of the applicant's page, in order. */
export const applicantPage = Object.keys(applicantFields)

/** The people on the certificate, the holder first, and the names of those who have died since. */
export interface Listed {
  readonly persons: readonly CertificatePerson[]
  readonly deceased?: readonly string[]
}

/** Whether whoever stands at the counter may act for the holder. */
export function mayActForHolder(facts: ApplicantFacts, listed: Listed, day: PlainDate): Verdict {
  switch (facts.applicantKind) {
    case 'holder':
      return holderHimself(listed, day)
    case 'listed':
      return listedAdult(facts, listed, day)
    case 'guardian':
      return guardian(facts)
    case 'agent':
      return agent(facts)
    case 'unit':
      return unit(facts)
    default:
      return unknown('还没有填写谁来申请。', 'applicantKind')
  }
}

function holderHimself({ persons, deceased = [] }: Listed, day: PlainDate): Verdict {
  const [holder] = persons
  if (!holder) return unknown('还没有选定证件，不知道持证人是谁。', 'applicantKind')
  if (deceased.includes(holder.name)) {
    return unmet(`持证人${holder.name}已去世，不能由本人申请。`, '请由证上的其他成年人或者监护人申请。')
  }
  if (ageOn(holder.birthDate, day) < ageOfOwnActs)
    return unmet('持证人不满八周岁，不能自己申请。', '请由监护人来申请。')
  return met(`持证人${holder.name}本人申请。`)
}

/** Civil Code, clauses 19 and 17: from eight on for oneself, from eighteen on for others. */
const ageOfOwnActs = 8
const ageOfMajority = 18

function listedAdult(
  { applicantName }: ApplicantFacts,
  { persons, deceased = [] }: Listed,
  day: PlainDate,
): Verdict {
  if (persons.length === 0) return unknown('还没有选定证件，不知道证上有谁。', 'applicantKind')
  if (!applicantName) return unknown('还没有填写申请人姓名。', 'applicantName')
  const person = persons.find(({ name }) => name === applicantName)
  if (!person || deceased.includes(person.name)) {
    return unmet(`${applicantName}不在证上列的人里。`, '请由证上的成年人来，或者凭委托书代办。')
  }
  return ageOn(person.birthDate, day) < ageOfMajority
    ? unmet(`${person.name}不满十八周岁，不能替证上的其他人申请。`, '请由监护人来申请。')
    : met(`${person.name}是证上的成年人，可以一并申请。`)
}

function guardian(facts: ApplicantFacts): Verdict {
  if (facts.guardianship === undefined) return unknown('监护关系还没有核对。', 'guardianship')
  if (!facts.guardianship)
    return unmet('没有看到监护关系的证明。', '户口簿上有记载的即可；没有的，请带裁判文书或者指定监护的文件。')
  return met('监护人代为申请，监护关系已核对。')
}

function agent(facts: ApplicantFacts): Verdict {
  if (facts.letterOfAuthority === undefined) return unknown('还没有核对委托书。', 'letterOfAuthority')
  if (!facts.letterOfAuthority)
    return unmet('受托人没有委托书。', '请带写明委托事项、有本人签名的委托书再来。')
  if (facts.bothIdentityCards === undefined) return unknown('还没有核对双方身份证。', 'bothIdentityCards')
  if (!facts.bothIdentityCards) return unmet('没有看到双方的身份证。', '请带委托人和受托人两个人的身份证。')
  return met('受托人申请，委托书和双方身份证已核对。')
}

function unit({ unitLetter }: ApplicantFacts): Verdict {
  if (unitLetter === undefined) return unknown('还没有核对介绍信和委托名单。', 'unitLetter')
  return unitLetter
    ? met('单位经办人申请，介绍信和委托名单已核对；每个人一个案件，逐个核查。')
    : unmet('经办人没有介绍信或者本人签名的委托名单。', '请带单位介绍信、经办人身份证和每个人签名的名单。')
}

export function identityVerdict(facts: ApplicantFacts): Verdict {
  if (facts.identityChecked === undefined) return unknown('还没有核对身份证。', 'identityChecked')
  if (!facts.identityChecked)
    return unmet('申请人的身份没有核对清楚。', '请出示居民身份证；丢了的，可以用本所档案里的照片核对。')
  return met('申请人身份已核对。')
}

/** What the applicant brings to show who he is and that he may act. */
export function applicantMaterials(facts: ApplicantFacts): Material[] {
  const card: Material = {
    id: 'identity-card',
    name: '申请人居民身份证',
    citation: 'ID-14',
    from: 'resident',
  }
  if (facts.applicantKind === 'agent') {
    return [
      card,
      {
        id: 'letter-of-authority',
        name: '委托书',
        citation: 'CC-165',
        from: 'resident',
        note: '写明委托事项，本人签名',
      },
      { id: 'principal-identity-card', name: '委托人居民身份证', citation: 'ID-14', from: 'resident' },
    ]
  }
  if (facts.applicantKind === 'unit') {
    return [
      card,
      { id: 'unit-letter', name: '单位介绍信', citation: 'WR-8', from: 'resident' },
      {
        id: 'list-of-principals',
        name: '本人签名的委托名单',
        citation: 'CC-165',
        from: 'resident',
        note: '一人一行，写明委托补领',
      },
    ]
  }
  if (facts.applicantKind === 'guardian') {
    return [
      card,
      {
        id: 'guardianship',
        name: '监护关系证明',
        citation: 'CC-27',
        from: 'resident',
        note: '户口簿上有记载的，不用另外提供',
      },
    ]
  }
  return [card]
}
