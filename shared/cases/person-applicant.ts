import { ageOn, dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { ResidentStatus } from '../people/resident.ts'
import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../policy/rule.ts'
import type { Material } from './case-type.ts'
import type { PickedResident } from './picked.ts'
import { defineFields, type FactsOf, type PartialFacts } from './fields.ts'

const actsFor =
  (...kinds: readonly string[]) =>
  (facts: PartialFacts) =>
    kinds.includes(String(facts['applicantKind']))

/** Who stands at the counter, for every matter about a person (matters about a certificate: certificate-applicant.ts). */
export const personApplicantFields = defineFields({
  applicantKind: {
    kind: 'choice',
    label: '谁来申请',
    choices: [
      { value: 'self', label: '本人' },
      { value: 'guardian', label: '监护人' },
      { value: 'agent', label: '受托人' },
      { value: 'head', label: '户主' },
      { value: 'unit', label: '单位、社区或者福利机构的经办人' },
    ],
  },
  applicantName: {
    kind: 'name',
    label: '申请人姓名',
    asked: actsFor('guardian', 'agent', 'head', 'unit'),
  },
  applicantCitizenId: {
    kind: 'citizenId',
    label: '申请人公民身份号码',
    asked: actsFor('guardian', 'agent', 'head', 'unit'),
  },
  applicantPhone: { kind: 'phone', label: '联系电话', optional: true },
  guardianRelation: {
    kind: 'choice',
    label: '监护人是本人的',
    asked: actsFor('guardian'),
    choices: [
      { value: 'parent', label: '父亲或者母亲' },
      { value: 'spouse', label: '配偶' },
      { value: 'child', label: '成年子女' },
      { value: 'grandparent', label: '祖父母、外祖父母' },
      { value: 'sibling', label: '成年兄姐' },
      { value: 'appointed', label: '法院、居（村）委会或者民政指定' },
      { value: 'none', label: '以上都不是' },
    ],
  },
  guardianshipSeen: {
    kind: 'yesNo',
    label: '监护关系已由户口簿、出生证或者裁判文书证明',
    asked: actsFor('guardian'),
  },
  letterOfAuthority: { kind: 'yesNo', label: '有写明事项的委托书', asked: actsFor('agent') },
  bothIdentityCards: { kind: 'yesNo', label: '委托人和受托人的身份证都看过', asked: actsFor('agent') },
  unitLetter: { kind: 'yesNo', label: '有单位介绍信和经办人身份证', asked: actsFor('unit') },
  identityChecked: { kind: 'yesNo', label: '已核对申请人身份' },
})
export type PersonApplicantFacts = FactsOf<typeof personApplicantFields>

export const personApplicantPage = Object.keys(personApplicantFields)

/** The person whose matter it is, as far as the form knows. */
export interface Subject {
  readonly name?: string | undefined
  readonly birthDate?: PlainDate | undefined
  readonly status?: ResidentStatus | undefined
}

interface ApplicantLaw<Facts> {
  readonly subjectOf: (facts: Facts) => Subject | undefined
  /** False where the person has to come (biometrics, restoration): an agent will not do. */
  readonly agentWillDo: boolean
}

/** The rules about who applies: may they, are they who they say, are they alive. */
export function applicantRules<Facts extends PersonApplicantFacts>(
  law: ApplicantLaw<Facts>,
): readonly Rule<Facts>[] {
  return [
    {
      id: 'subject-alive',
      title: '登记上本人是不是健在',
      citations: ['HR-8', 'CC-13'],
      consequence: 'refuse',
      test: (facts) => {
        const subject = law.subjectOf(facts)
        if (!subject?.status) return notApplicable
        return subject.status === 'deceased'
          ? unmet(
              `${subject.name ?? '本人'}登记为已死亡，不能再以本人的名义办理。`,
              '登记有误的，按误报死亡申请恢复户口；近亲属有别的事项的，用自己的名义申请。',
            )
          : met('登记上没有死亡记载。')
      },
    },
    {
      id: 'may-apply',
      title: '申请人是否可以申请',
      citations: ['CC-27', 'CC-165'],
      consequence: 'ask',
      test: (facts, { day }) => mayApply(facts, law.subjectOf(facts), day, law.agentWillDo),
    },
    {
      id: 'identity-checked',
      title: '申请人身份是否核对',
      citations: ['ID-14'],
      consequence: 'ask',
      test: ({ identityChecked }) => {
        if (identityChecked === undefined) return unknown('还没有核对身份。', 'identityChecked')
        return identityChecked
          ? met('申请人身份已核对。')
          : unmet('申请人的身份没有核对清楚。', '请出示居民身份证；没有的，用本所档案里的照片核对。')
      },
    },
  ]
}

function mayApply(
  facts: PersonApplicantFacts,
  subject: Subject | undefined,
  day: PlainDate,
  agentWillDo: boolean,
): Verdict {
  switch (facts.applicantKind) {
    case 'self':
      return inPerson(subject, day)
    case 'guardian':
      return asGuardian(facts)
    case 'agent':
      return agentWillDo ? asAgent(facts) : unmet('这件事要采集人像和指纹，受托人不能代办。', '请本人来。')
    case 'head':
      return met('户主申报。')
    case 'unit':
      return asUnit(facts)
    default:
      return unknown('还没有填写谁来申请。', 'applicantKind')
  }
}

function inPerson(subject: Subject | undefined, day: PlainDate): Verdict {
  const { birthDate, name } = subject ?? {}
  if (!birthDate) return met('本人申请。')
  if (birthDate > day) {
    return unmet(`出生日期${dateInChinese(birthDate)}还没有到。`, '请核对出生日期的年、月、日。')
  }
  return ageOn(birthDate, day) < 8
    ? unmet(`${name ?? '本人'}不满八周岁，不能自己申请。`, '请由监护人来申请。')
    : met(`${name ?? ''}本人申请。`)
}

function asGuardian({ guardianRelation, guardianshipSeen }: PersonApplicantFacts): Verdict {
  if (guardianRelation === undefined) return unknown('还没有问监护人是本人的什么人。', 'guardianRelation')
  if (guardianRelation === 'none') {
    return unmet(
      '来的人不是法定的监护人，也没有被指定。',
      '请父母等监护人来；没有监护人的，由居（村）委会或者民政部门指定。',
    )
  }
  if (guardianshipSeen === undefined) return unknown('监护关系还没有核对。', 'guardianshipSeen')
  return guardianshipSeen
    ? met('监护人代为申请，监护关系已核对。')
    : unmet(
        '没有看到监护关系的证明。',
        '户口簿上有记载的即可；没有的，请带出生证、裁判文书或者指定监护的文件。',
      )
}

function asAgent({ letterOfAuthority, bothIdentityCards }: PersonApplicantFacts): Verdict {
  if (letterOfAuthority === undefined) return unknown('还没有核对委托书。', 'letterOfAuthority')
  if (!letterOfAuthority) return unmet('受托人没有委托书。', '请带写明委托事项、有本人签名的委托书再来。')
  if (bothIdentityCards === undefined) return unknown('还没有核对双方身份证。', 'bothIdentityCards')
  return bothIdentityCards
    ? met('受托人申请，委托书和双方身份证已核对。')
    : unmet('没有看到双方的身份证。', '请带委托人和受托人两个人的身份证。')
}

function asUnit({ unitLetter }: PersonApplicantFacts): Verdict {
  if (unitLetter === undefined) return unknown('还没有核对介绍信。', 'unitLetter')
  return unitLetter
    ? met('单位经办人申请，介绍信已核对。')
    : unmet('经办人没有单位介绍信。', '请带单位介绍信和本人身份证。')
}

/** What the applicant brings to show who he is and that he may act. */
export function personApplicantMaterials({ applicantKind }: PersonApplicantFacts): Material[] {
  const card: Material = {
    id: 'identity-card',
    name: '申请人居民身份证',
    citation: 'ID-14',
    from: 'resident',
    orElse: ['临时居民身份证', '本所档案照片核对'],
  }
  const more = applicantKind === undefined ? undefined : moreToBring[applicantKind]
  return more ? [card, more] : [card]
}

const moreToBring: Partial<Record<NonNullable<PersonApplicantFacts['applicantKind']>, Material>> = {
  guardian: {
    id: 'guardianship',
    name: '监护关系材料',
    citation: 'CC-27',
    from: 'resident',
    note: '户口簿上有记载的，不用另外提供',
    orElse: ['居民户口簿', '出生医学证明', '裁判文书', '指定监护的文件'],
  },
  agent: {
    id: 'letter-of-authority',
    name: '委托书和委托人居民身份证',
    citation: 'CC-165',
    from: 'resident',
    note: '写明委托事项，本人签名',
  },
  unit: { id: 'unit-letter', name: '单位介绍信', citation: 'WR-8', from: 'resident' },
}

/** The person picked is registered here; otherwise the matter belongs where the hukou is. */
export function registeredHere<Facts extends { readonly person?: PickedResident | undefined }>(
  citations: readonly string[],
  remedy: string,
): Rule<Facts> {
  return {
    id: 'registered-here',
    title: '户口在不在本所',
    citations,
    consequence: 'refer',
    test: ({ person }) => {
      if (!person) return unknown('还没有选是谁。', 'person')
      return person.personId && person.status === 'registered'
        ? met('在本所登记。')
        : unmet(`${person.name}不在本所在册。`, remedy)
    },
  }
}
