import { ageOn, type PlainDate } from '../base/plain-date.ts'
import type { CertificatePerson } from '../register/certificate.ts'
import { met, unknown, unmet, type Verdict } from '../policy/rule.ts'
import { defineFields, type FactsOf, type PartialFacts } from './fields.ts'
import type { Material } from './case-type.ts'

const actsFor = (kind: string) => (facts: PartialFacts) => facts['applicantKind'] === kind
const actsForAnother = (facts: PartialFacts) =>
  facts['applicantKind'] === 'guardian' || facts['applicantKind'] === 'agent'

/** Who stands at the counter, for every matter about a certificate. */
export const applicantFields = defineFields({
  applicantKind: {
    kind: 'choice',
    label: '谁来申请',
    choices: [
      { value: 'holder', label: '持证人本人' },
      { value: 'guardian', label: '监护人' },
      { value: 'agent', label: '受托人' },
    ],
  },
  applicantName: { kind: 'name', label: '申请人姓名', asked: actsForAnother },
  applicantCitizenId: { kind: 'citizenId', label: '申请人公民身份号码', asked: actsForAnother },
  applicantPhone: { kind: 'phone', label: '联系电话', optional: true },
  guardianship: { kind: 'yesNo', label: '监护关系已由户口簿或者裁判文书证明', asked: actsFor('guardian') },
  letterOfAuthority: { kind: 'yesNo', label: '有写明事项的委托书', asked: actsFor('agent') },
  bothIdentityCards: { kind: 'yesNo', label: '委托人和受托人的身份证都看过', asked: actsFor('agent') },
  identityChecked: { kind: 'yesNo', label: '已核对申请人身份证与本人一致' },
})
export type ApplicantFacts = FactsOf<typeof applicantFields>

/** The keys of the applicant's page, in order. */
export const applicantPage = Object.keys(applicantFields)

/** Whether whoever stands at the counter may act for the holder. */
export function mayActForHolder(
  facts: ApplicantFacts,
  holder: CertificatePerson | undefined,
  day: PlainDate,
): Verdict {
  switch (facts.applicantKind) {
    case 'holder':
      return holderHimself(holder, day)
    case 'guardian':
      return guardian(facts)
    case 'agent':
      return agent(facts)
    default:
      return unknown('还没有填写谁来申请。', 'applicantKind')
  }
}

function holderHimself(holder: CertificatePerson | undefined, day: PlainDate): Verdict {
  if (!holder) return unknown('还没有选定证件，不知道持证人是谁。', 'applicantKind')
  if (ageOn(holder.birthDate, day) < 8) return unmet('持证人不满八周岁，不能自己申请。', '请由监护人来申请。')
  return met(`持证人${holder.name}本人申请。`)
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
