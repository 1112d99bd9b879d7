import { askedWhen, defineFields, factIs, type FactsOf, type PartialFacts } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'
import { comparisonFields, interviewFields } from '../police-checks.ts'

const of = (...items: readonly string[]) => factIs('item', ...items)

/** The items that say who somebody is: compared by face and fingerprint (公通字〔2021〕12号, clause 9). */
export const changesIdentity = of('name', 'sex', 'birthDate', 'citizenId')

const ofMinor = (facts: PartialFacts) => of('name')(facts) && facts['applicantKind'] === 'guardian'

export const itemFields = defineFields({
  person: { kind: 'resident', label: '谁的登记' },
  item: {
    kind: 'choice',
    label: '改哪一项',
    choices: [
      { value: 'name', label: '姓名' },
      { value: 'sex', label: '性别' },
      { value: 'birthDate', label: '出生日期' },
      { value: 'ethnicGroup', label: '民族' },
      { value: 'citizenId', label: '公民身份号码（重号、错号）' },
      { value: 'birthplace', label: '出生地' },
      { value: 'nativePlace', label: '籍贯' },
      { value: 'education', label: '文化程度' },
      { value: 'occupation', label: '职业' },
      { value: 'maritalStatus', label: '婚姻状况' },
    ],
  },
  way: {
    kind: 'choice',
    label: '变更还是更正',
    hint: '登记对、情况变了的是变更；登记错了的是更正',
    choices: [
      { value: 'change', label: '变更' },
      { value: 'correct', label: '更正' },
    ],
  },
  newName: { kind: 'name', label: '新的姓名', asked: of('name') },
  newSex: { kind: 'code', label: '正确的性别', table: 'sex', asked: of('sex') },
  newBirthDate: { kind: 'date', label: '正确的出生日期', asked: of('birthDate') },
  newEthnicGroup: { kind: 'code', label: '新的民族', table: 'ethnic-group', asked: of('ethnicGroup') },
  newText: { kind: 'text', label: '新的内容', asked: of('birthplace', 'nativePlace', 'occupation') },
  newEducation: { kind: 'code', label: '新的文化程度', table: 'education', asked: of('education') },
  newMaritalStatus: {
    kind: 'code',
    label: '新的婚姻状况',
    table: 'marital-status',
    asked: of('maritalStatus'),
  },
  reason: { kind: 'longText', label: '理由' },
})

export const proofFields = defineFields({
  proofSeen: {
    kind: 'choice',
    label: '凭什么改',
    choices: [
      { value: 'statement', label: '本人书面申请、陈述' },
      { value: 'original', label: '原始底册、档案、出生医学证明' },
      { value: 'certificate', label: '结婚证、毕业证等证件' },
      { value: 'hospital', label: '三级医院的鉴定，或者司法鉴定' },
      { value: 'office-error', label: '本所查实是工作差错' },
      { value: 'none', label: '还没有' },
    ],
  },
  parentsAgree: {
    kind: 'yesNo',
    label: '父母（监护人）双方同意',
    asked: (facts) => of('name', 'ethnicGroup')(facts) && facts['applicantKind'] === 'guardian',
  },
  childAgrees: { kind: 'yesNo', label: '满八周岁的孩子本人同意', asked: ofMinor, optional: true },
  ethnicApproval: { kind: 'yesNo', label: '有民族事务部门的审批意见', asked: of('ethnicGroup') },
  ethnicChangedBefore: { kind: 'yesNo', label: '以前变更过民族', asked: of('ethnicGroup') },
  ethnicOfParent: { kind: 'yesNo', label: '新的民族是父亲或者母亲的民族', asked: of('ethnicGroup') },
  originalChecked: {
    kind: 'choice',
    label: '原始材料查核结果',
    stage: 'check',
    asked: of('birthDate', 'citizenId'),
    choices: [
      { value: 'wrong-entry', label: '查实登记有错' },
      { value: 'right-entry', label: '查实登记没有错' },
      { value: 'waiting', label: '还没有查完' },
    ],
  },
})

/** What is asked when an item of somebody's registration is to be changed or corrected. */
export const fields = defineFields({
  ...itemFields,
  ...proofFields,
  ...personApplicantFields,
  ...askedWhen(changesIdentity, comparisonFields),
  ...askedWhen(of('birthDate'), interviewFields),
})
export type CorrectionFacts = FactsOf<typeof fields>

export const pages = [
  { title: '改什么', fields: Object.keys(itemFields) },
  { title: '凭什么改', fields: Object.keys(proofFields) },
  { title: '申请人', fields: Object.keys(personApplicantFields) },
  { title: '民警核查', fields: Object.keys(comparisonFields) },
]
