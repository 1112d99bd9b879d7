import { legalDate } from '../../policy/legal-dates.ts'
import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'
import { homeFields, personFields } from '../first-registration/fields.ts'
import { personApplicantFields } from '../person-applicant.ts'
import { comparisonFields, elsewhereFields, interviewFields, parentageTestFields } from '../police-checks.ts'

/** Before the scheme of 1996 there was no birth certificate to have, and nobody may ask for one. */
export function isBornUnderScheme({ personBirthDate }: PartialFacts): boolean {
  return typeof personBirthDate === 'string' && personBirthDate >= legalDate('birth-certificate-scheme')
}

const hasTest = ({ kinEvidence }: PartialFacts) => kinEvidence === 'parentage-test'

export const historyFields = defineFields({
  everRegistered: {
    kind: 'choice',
    label: '以前登记过户口没有',
    choices: [
      { value: 'never', label: '从来没有登记过' },
      { value: 'cancelled', label: '登记过，后来被注销' },
      { value: 'certificate-lost', label: '迁出以后没有落户' },
      { value: 'false-cancelled', label: '用过虚假户口，已被注销' },
    ],
  },
  nationality: {
    kind: 'choice',
    label: '国籍',
    choices: [
      { value: 'chinese', label: '中国国籍' },
      { value: 'foreign', label: '有外国国籍或者外国护照' },
      { value: 'unclear', label: '说不清' },
    ],
  },
  certificateWay: {
    kind: 'choice',
    label: '出生医学证明',
    asked: isBornUnderScheme,
    choices: [
      { value: 'in-hand', label: '有' },
      { value: 'institution', label: '没有，在医院、卫生院出生' },
      { value: 'outside', label: '没有，在医院以外出生' },
      { value: 'unobtainable', label: '去过了，补不出来' },
    ],
  },
  whyUnobtainable: {
    kind: 'text',
    label: '为什么补不出来，谁说的',
    asked: (facts) => isBornUnderScheme(facts) && facts['certificateWay'] === 'unobtainable',
  },
  whyLate: { kind: 'longText', label: '为什么一直没有登记', optional: true },
})

export const kinFields = defineFields({
  kinEvidence: {
    kind: 'choice',
    label: '亲缘关系凭什么认定',
    stage: 'check',
    choices: [
      { value: 'birth-certificate', label: '出生医学证明' },
      { value: 'parentage-test', label: '与父母的亲子鉴定' },
      { value: 'other-kin', label: '别的亲缘证据（父母不在的）' },
      { value: 'not-yet', label: '现在还没有，要去做或者去查' },
    ],
  },
  parentageReportNumber: { ...parentageTestFields.parentageReportNumber, stage: 'check', asked: hasTest },
  parentageInstitution: { ...parentageTestFields.parentageInstitution, stage: 'check', asked: hasTest },
  parentageInstitutionLicensed: {
    ...parentageTestFields.parentageInstitutionLicensed,
    stage: 'check',
    asked: hasTest,
  },
  parentageResult: { ...parentageTestFields.parentageResult, stage: 'check', asked: hasTest },
  evidence: {
    kind: 'rows',
    label: '别的亲缘和身份证据',
    hint: '本人拿不出的，由民警去查',
    stage: 'check',
    optional: true,
    columns: {
      kind: {
        kind: 'choice',
        label: '种类',
        choices: [
          { value: 'kin-booklet', label: '亲属户口簿上的记载' },
          { value: 'school-or-medical', label: '学籍、病历、接种证' },
          { value: 'village-roll', label: '村里的户册、分地册（只看姓名）' },
          { value: 'kinship-test', label: '与兄弟姐妹等的亲缘鉴定' },
          { value: 'midwife', label: '接生人的书面陈述' },
          { value: 'other', label: '其他' },
        ],
      },
      note: { kind: 'text', label: '内容', optional: true },
    },
  },
  traffickingCheck: {
    kind: 'choice',
    label: '打拐 DNA 库比对',
    stage: 'check',
    choices: [
      { value: 'no-hit', label: '采血比对过，没有命中' },
      { value: 'hit', label: '命中，疑似被拐' },
      { value: 'waiting', label: '已采血，等结果' },
      { value: 'unreachable', label: '没有线路，还没有送检' },
    ],
  },
})

/** What is asked when a birth was not declared in its time, or has no certificate. */
export const fields = defineFields({
  ...personFields,
  ...historyFields,
  ...kinFields,
  ...homeFields,
  ...elsewhereFields,
  ...comparisonFields,
  ...interviewFields,
  ...personApplicantFields,
})
export type LateFacts = FactsOf<typeof fields>

export const pages = [
  { title: '本人', fields: Object.keys(personFields) },
  { title: '为什么没有户口', fields: Object.keys(historyFields) },
  { title: '登记在哪里', fields: Object.keys(homeFields) },
  { title: '申请人', fields: Object.keys(personApplicantFields) },
  {
    title: '亲缘和民警核查',
    fields: [...Object.keys(kinFields), ...Object.keys(elsewhereFields), ...Object.keys(comparisonFields)],
  },
]
