import { cancelCauseNames } from '../../people/resident.ts'
import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'
import { comparisonFields, elsewhereFields, interviewFields } from '../police-checks.ts'

const withoutRecord = ({ basis }: PartialFacts) => basis === 'no-record'
const because =
  (...causes: readonly string[]) =>
  ({ cause }: PartialFacts) =>
    causes.includes(String(cause))

/** What is asked when somebody whose registration was ended asks to have it back. */
export const fields = defineFields({
  cancelledAt: {
    kind: 'choice',
    label: '户口是在哪里注销的',
    choices: [
      { value: 'here', label: '本所' },
      { value: 'other-station', label: '赤峰市内别的派出所' },
      { value: 'outside-chifeng', label: '赤峰市以外' },
    ],
  },
  cancellingOffice: {
    kind: 'text',
    label: '注销户口的派出所',
    asked: ({ cancelledAt }) => cancelledAt !== undefined && cancelledAt !== 'here',
  },
  basis: {
    kind: 'choice',
    label: '本所有没有原来的登记',
    choices: [
      { value: 'record', label: '有登记或者底册' },
      { value: 'no-record', label: '底册毁损，电子登记里也没有' },
    ],
  },
  person: { kind: 'resident', label: '恢复谁的户口', asked: ({ basis }) => basis === 'record' },
  personName: { kind: 'name', label: '姓名', asked: withoutRecord },
  personSex: { kind: 'code', label: '性别', table: 'sex', asked: withoutRecord },
  personBirthDate: { kind: 'date', label: '出生日期', asked: withoutRecord },
  personEthnicGroup: { kind: 'code', label: '民族', table: 'ethnic-group', asked: withoutRecord },
  personCitizenId: {
    kind: 'citizenId',
    label: '原公民身份号码',
    hint: '旧身份证、档案上的号码',
    asked: withoutRecord,
  },
  cause: {
    kind: 'choice',
    label: '当初为什么注销',
    choices: Object.entries(cancelCauseNames).map(([value, label]) => ({ value, label })),
  },
  judgmentRevoked: {
    kind: 'yesNo',
    label: '有法院撤销宣告的判决',
    asked: because('declared-dead', 'declared-missing'),
  },
  cameInPerson: {
    kind: 'yesNo',
    label: '本人到场',
    asked: because('reported-dead-wrongly', 'death'),
  },
  certificateWay: {
    kind: 'choice',
    label: '迁移证还能不能用',
    asked: because('moved-out'),
    choices: [
      { value: 'can-land', label: '补发、换发后迁入地还能落户' },
      { value: 'destination-refuses', label: '迁入地不再准许落户' },
    ],
  },
  graduate: {
    kind: 'yesNo',
    label: '是毕业的大中专学生',
    asked: ({ cause, certificateWay }) => cause === 'moved-out' && certificateWay === 'destination-refuses',
  },
  homeIsHere: {
    kind: 'yesNo',
    label: '原籍（入学前的户口）在本所',
    asked: ({ cause, graduate }) => cause === 'moved-out' && graduate === true,
  },
  homeOffice: {
    kind: 'text',
    label: '原籍的派出所',
    asked: ({ homeIsHere }) => homeIsHere === false,
  },
  evidence: {
    kind: 'rows',
    label: '身份材料',
    hint: '旧身份证、学籍或者人事档案、承包合同、亲属户口簿、知情人等，有一样算一样',
    asked: withoutRecord,
    optional: true,
    columns: {
      kind: {
        kind: 'choice',
        label: '种类',
        choices: [
          { value: 'old-identity-card', label: '旧身份证、旧户口簿' },
          { value: 'school-or-staff-file', label: '学籍、人事档案' },
          { value: 'land-contract', label: '承包合同（只作身份证明）' },
          { value: 'kin-booklet', label: '亲属户口簿' },
          { value: 'witness', label: '知情人' },
          { value: 'other', label: '其他' },
        ],
      },
      note: { kind: 'text', label: '内容' },
    },
  },
  place: {
    kind: 'choice',
    label: '恢复在哪里',
    choices: [
      { value: 'original', label: '原来的户' },
      { value: 'kin', label: '亲属的户' },
      { value: 'community', label: '社区集体户' },
    ],
  },
  household: { kind: 'household', label: '哪一户' },
  headConsents: { kind: 'yesNo', label: '户主同意', asked: ({ place }) => place === 'kin' },
  relationToHead: { kind: 'code', label: '与户主关系', table: 'family-relation' },
  ...personApplicantFields,
  numberCheck: {
    kind: 'choice',
    label: '原号码现在有没有别人在用',
    hint: '由民警查',
    stage: 'check',
    choices: [
      { value: 'free', label: '没有别人在用' },
      { value: 'in-use', label: '另一个人正在用（重号）' },
      { value: 'unreachable', label: '没有线路，现在查不到' },
    ],
  },
  ...elsewhereFields,
  ...comparisonFields,
  ...interviewFields,
})

export type RestorationFacts = FactsOf<typeof fields>
