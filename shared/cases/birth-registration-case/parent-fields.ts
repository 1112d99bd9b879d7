import { defineFields } from '../fields.ts'
import { parentageTestFields } from '../police-checks.ts'
import {
  areMarried,
  areUnmarried,
  ethnicGroupsDiffer,
  followsGrandparent,
  followsIntoCollective,
  hasParentageTest,
  isChinese,
  isFatherKnown,
  isForeign,
  isHeadSomebodyElse,
  isRegistered,
  needsParentageTest,
} from './asking.ts'

const standings = [
  { value: 'here', label: '户口在本所' },
  { value: 'elsewhere', label: '户口在别的派出所' },
  { value: 'military', label: '现役军人，没有户口' },
  { value: 'overseas', label: '华侨，在国外永久居留' },
  { value: 'foreign', label: '外国人' },
  { value: 'stateless', label: '无国籍人' },
  { value: 'unregistered', label: '中国公民，自己还没有户口' },
  { value: 'deceased', label: '已去世' },
] as const

const householdKinds = [
  { value: 'family', label: '家庭户' },
  { value: 'collective', label: '集体户（单位、社区、人才等）' },
  { value: 'college', label: '高校学生集体户' },
] as const

const documentKinds = [
  { value: 'passport', label: '护照' },
  { value: 'residence-card', label: '外国人永久居留身份证' },
  { value: 'other', label: '其他身份证件' },
] as const

const asOnTheCertificate = '照出生证填写'

/** Whom the child follows, and the two parents as the papers show them. */
export const parentFields = defineFields({
  follows: {
    kind: 'choice',
    label: '随谁登记',
    hint: '随父随母由父母自己选；祖父母只用于高校学生和华侨的子女',
    choices: [
      { value: 'father', label: '随父亲' },
      { value: 'mother', label: '随母亲' },
      { value: 'grandparent', label: '随祖父母或者外祖父母' },
    ],
  },
  parentsMarried: {
    kind: 'yesNo',
    label: '婚内生育',
    hint: '怀孕或者出生时父母有婚姻关系，后来离婚、丧偶的也算',
  },
  marriageSeen: {
    kind: 'yesNo',
    label: '婚姻已经核对',
    hint: '结婚证、离婚证或者户口簿上的婚姻记载都可以；系统查到的不用带',
    asked: areMarried,
  },
  unmarriedStatement: {
    kind: 'yesNo',
    label: '有非婚生育说明',
    hint: '可以在窗口写',
    asked: areUnmarried,
  },
  fatherOnCertificate: {
    kind: 'choice',
    label: '出生证上的父亲一栏',
    choices: [
      { value: 'named', label: '写有父亲' },
      { value: 'blank', label: '是“/”，没有父亲' },
    ],
  },
  fatherStanding: { kind: 'choice', label: '父亲的户口', asked: isFatherKnown, choices: standings },
  father: { kind: 'resident', label: '父亲', asked: isChinese('father') },
  fatherHouseholdKind: {
    kind: 'choice',
    label: '父亲所在的户',
    asked: isRegistered('father'),
    choices: householdKinds,
  },
  fatherName: { kind: 'name', label: '父亲姓名', hint: asOnTheCertificate, asked: isForeign('father') },
  fatherNationality: { kind: 'text', label: '父亲国籍', optional: true, asked: isForeign('father') },
  fatherDocumentKind: {
    kind: 'choice',
    label: '父亲的身份证件',
    asked: isForeign('father'),
    choices: documentKinds,
  },
  fatherDocumentNumber: {
    kind: 'text',
    label: '父亲的证件号码',
    hint: asOnTheCertificate,
    asked: isForeign('father'),
  },
  motherStanding: { kind: 'choice', label: '母亲的户口', choices: standings },
  mother: { kind: 'resident', label: '母亲', asked: isChinese('mother') },
  motherHouseholdKind: {
    kind: 'choice',
    label: '母亲所在的户',
    asked: isRegistered('mother'),
    choices: householdKinds,
  },
  motherName: { kind: 'name', label: '母亲姓名', hint: asOnTheCertificate, asked: isForeign('mother') },
  motherNationality: { kind: 'text', label: '母亲国籍', optional: true, asked: isForeign('mother') },
  motherDocumentKind: {
    kind: 'choice',
    label: '母亲的身份证件',
    asked: isForeign('mother'),
    choices: documentKinds,
  },
  motherDocumentNumber: {
    kind: 'text',
    label: '母亲的证件号码',
    hint: asOnTheCertificate,
    asked: isForeign('mother'),
  },
  ethnicStatement: {
    kind: 'yesNo',
    label: '父母共同签了民族成份确认书',
    hint: '父母民族不同才要',
    asked: ethnicGroupsDiffer,
  },
  headName: {
    kind: 'name',
    label: '户主姓名',
    hint: '户主不是所随的人时，照户口簿填',
    asked: isHeadSomebodyElse,
  },
  olderBrothers: {
    kind: 'number',
    label: '已经有几个哥哥',
    hint: '只用来推算长子、次子，可以不填',
    optional: true,
  },
  olderSisters: {
    kind: 'number',
    label: '已经有几个姐姐',
    hint: '只用来推算长女、次女，可以不填',
    optional: true,
  },
})

/** Grandparents, who take the place of the parents in two cases only. */
export const grandparentFields = defineFields({
  grandparentSide: {
    kind: 'choice',
    label: '哪一边的老人',
    asked: followsGrandparent,
    choices: [
      { value: 'paternal', label: '祖父母' },
      { value: 'maternal', label: '外祖父母' },
    ],
  },
  grandparent: { kind: 'resident', label: '所随的祖父母或者外祖父母', asked: followsGrandparent },
  grandparentHere: { kind: 'yesNo', label: '老人的户口在本所', asked: followsGrandparent },
  grandparentAgrees: { kind: 'yesNo', label: '老人同意，亲属关系已经核对', asked: followsGrandparent },
  grandparentAvailable: {
    kind: 'yesNo',
    label: '有户口、愿意接收的祖父母或者外祖父母',
    hint: '父母都在集体户的才问；都在高校学生集体户的一定要问',
    optional: true,
    asked: followsIntoCollective,
  },
})

/** The parentage test of a child born out of wedlock that follows its father; never asked of one that follows its mother. */
export const testFields = defineFields({
  parentageTested: { kind: 'yesNo', label: '有亲子鉴定', asked: needsParentageTest },
  parentageReportNumber: { ...parentageTestFields.parentageReportNumber, asked: hasParentageTest },
  parentageInstitution: { ...parentageTestFields.parentageInstitution, asked: hasParentageTest },
  parentageInstitutionLicensed: {
    ...parentageTestFields.parentageInstitutionLicensed,
    asked: hasParentageTest,
  },
  parentageResult: { ...parentageTestFields.parentageResult, asked: hasParentageTest },
  earlierReports: {
    kind: 'rows',
    label: '以前交来的鉴定（不作依据，留在案卷）',
    optional: true,
    asked: needsParentageTest,
    columns: {
      number: { kind: 'text', label: '文书编号', optional: true },
      institution: { kind: 'text', label: '机构' },
      why: { kind: 'text', label: '为什么不作依据' },
    },
  },
})
