import { defineFields, factIs, type FactsOf } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'
import { comparisonFields, elsewhereFields, interviewFields } from '../police-checks.ts'
import { asksForVisit, hasNoRegisterRecord, isGraduateSentHome, wasDeclared } from './reading.ts'

const whichRegistration = defineFields({
  cancelledAt: {
    kind: 'choice',
    label: '户口是在哪里注销的',
    hint: '原派出所已并入本所的，选本所',
    choices: [
      { value: 'here', label: '本所' },
      { value: 'other-station', label: '赤峰市内别的派出所' },
      { value: 'outside-chifeng', label: '赤峰市以外' },
    ],
  },
  cancellingOffice: {
    kind: 'text',
    label: '注销户口的派出所',
    asked: factIs('cancelledAt', 'other-station', 'outside-chifeng'),
  },
  basis: {
    kind: 'choice',
    label: '本所有没有原来的登记',
    choices: [
      { value: 'record', label: '电子登记里有' },
      { value: 'paper', label: '只有纸质底册' },
      { value: 'no-record', label: '底册毁损、丢失，电子登记里也没有' },
    ],
  },
  person: {
    kind: 'resident',
    label: '恢复谁的户口',
    asked: ({ basis }) => basis === undefined || basis === 'record',
  },
  personName: { kind: 'name', label: '姓名', asked: hasNoRegisterRecord },
  personCitizenId: {
    kind: 'citizenId',
    label: '原公民身份号码',
    hint: '旧身份证、底册、档案上的号码；原来没有编过号的空着',
    optional: true,
    asked: hasNoRegisterRecord,
  },
  personSex: { kind: 'code', label: '性别', table: 'sex', asked: hasNoRegisterRecord },
  personBirthDate: { kind: 'date', label: '出生日期', asked: hasNoRegisterRecord },
  personEthnicGroup: { kind: 'code', label: '民族', table: 'ethnic-group', asked: hasNoRegisterRecord },
})

const whyCancelled = defineFields({
  cause: {
    kind: 'choice',
    label: '当初为什么注销',
    choices: [
      { value: 'long-absence', label: '长期外出' },
      { value: 'declared-missing', label: '法院宣告失踪' },
      { value: 'declared-dead', label: '法院宣告死亡' },
      { value: 'reported-dead-wrongly', label: '误报死亡（没有法院判决）' },
      { value: 'death', label: '登记为死亡（没有法院判决）' },
      { value: 'marriage', label: '因婚嫁注销' },
      { value: 'moved-out', label: '迁出后一直没有落户' },
      { value: 'enlistment', label: '参军' },
      { value: 'imprisonment', label: '被逮捕、服刑、劳教' },
      { value: 'settled-abroad', label: '出国（境）定居' },
      { value: 'foreign-nationality', label: '加入外国国籍' },
      { value: 'double', label: '重复户口' },
      { value: 'false', label: '虚假户口' },
      { value: 'station-error', label: '公安机关工作差错' },
      { value: 'other', label: '别的原因，或者查不到原因' },
    ],
  },
  judgmentRevoked: { kind: 'yesNo', label: '有法院撤销宣告的生效判决', asked: wasDeclared },
  certificateWay: {
    kind: 'choice',
    label: '迁移证件还能不能用',
    asked: factIs('cause', 'moved-out'),
    choices: [
      { value: 'still-valid', label: '证件还在手里，没有过期' },
      { value: 'can-land', label: '丢了或者过期，补发、换发后迁入地还能落户' },
      { value: 'destination-refuses', label: '迁入地按现在的政策不让落户' },
      { value: 'cannot-be-reissued', label: '签发机关查过，没有记录，补发不了' },
    ],
  },
  graduate: {
    kind: 'yesNo',
    label: '是毕业的大中专学生，证件是毕业时从学校迁出的',
    asked: (facts) =>
      factIs('cause', 'moved-out')(facts) &&
      factIs('certificateWay', 'destination-refuses', 'cannot-be-reissued')(facts),
  },
  homeIsHere: { kind: 'yesNo', label: '原籍（入学前的户口）在本所', asked: isGraduateSentHome },
  homeOffice: {
    kind: 'text',
    label: '原籍的派出所',
    asked: (facts) => isGraduateSentHome(facts) && facts['homeIsHere'] === false,
  },
  spousePlace: {
    kind: 'text',
    label: '婚嫁去的地方（配偶的户口所在地）',
    asked: factIs('cause', 'marriage'),
  },
})

const whereTo = defineFields({
  originalHousehold: {
    kind: 'choice',
    label: '原来的户',
    choices: [
      { value: 'stands', label: '还在' },
      { value: 'home-remains', label: '户撤了，房子还是本人或者家人的' },
      { value: 'gone', label: '户没有了，房子也转让或者灭失了' },
    ],
  },
  place: {
    kind: 'choice',
    label: '恢复在哪里',
    choices: [
      { value: 'original', label: '原来的户' },
      { value: 'spouse', label: '配偶的户（因婚嫁注销、配偶在本所的）' },
      { value: 'kin', label: '亲属的户' },
      { value: 'community', label: '社区集体户' },
    ],
  },
  household: { kind: 'household', label: '哪一户' },
  headConsents: { kind: 'yesNo', label: '户主同意', asked: factIs('place', 'spouse', 'kin') },
  relationToHead: { kind: 'code', label: '与户主关系', table: 'family-relation' },
})

const evidence = defineFields({
  numberCheck: {
    kind: 'choice',
    label: '原号码现在有没有别人在用',
    hint: '由民警查',
    stage: 'check',
    optional: true,
    choices: [
      { value: 'free', label: '没有别人在用' },
      { value: 'in-use', label: '另一个人正在用（重号）' },
      { value: 'unreachable', label: '没有线路，现在查不到' },
    ],
  },
  numberHolder: {
    kind: 'text',
    label: '在用这个号码的人和登记地',
    stage: 'check',
    asked: factIs('numberCheck', 'in-use'),
  },
  spousePlaceCheck: {
    kind: 'choice',
    label: '向婚嫁去的地方核实：是否落户',
    hint: '由民警核实，不要群众开证明',
    stage: 'check',
    asked: factIs('cause', 'marriage'),
    choices: [
      { value: 'not-landed', label: '没有落户' },
      { value: 'landed', label: '落了户' },
      { value: 'waiting', label: '还没有答复' },
    ],
  },
  evidence: {
    kind: 'rows',
    label: '代替底册的材料和知情人',
    hint: '材料有一样就行，另要知情人；本人拿不出的，由民警去查',
    stage: 'check',
    optional: true,
    asked: factIs('basis', 'no-record'),
    columns: {
      kind: {
        kind: 'choice',
        label: '种类',
        choices: [
          { value: 'old-identity-card', label: '旧身份证、旧户口簿或者复印件' },
          { value: 'school-or-staff-file', label: '学籍、人事、兵役档案' },
          { value: 'land-contract', label: '承包合同（只看姓名和住址）' },
          { value: 'kin-booklet', label: '亲属户口簿上的记载' },
          { value: 'village-roll', label: '村里的户册、选民册' },
          { value: 'kinship-test', label: '与近亲属的亲缘鉴定' },
          { value: 'witness', label: '知情人' },
          { value: 'other', label: '其他' },
        ],
      },
      note: { kind: 'text', label: '内容，或者知情人姓名', optional: true },
    },
  },
})

/** What is asked when somebody whose registration was ended asks to have it back. */
export const fields = defineFields({
  ...whichRegistration,
  ...whyCancelled,
  ...whereTo,
  ...elsewhereFields,
  ...comparisonFields,
  ...evidence,
  interviews: { ...interviewFields.interviews, asked: asksForVisit },
  personSeen: {
    kind: 'choice',
    label: '民警见到本人没有',
    choices: [
      { value: 'at-the-counter', label: '本人来了' },
      { value: 'visited', label: '行动不便，民警上门见到本人' },
      { value: 'not-seen', label: '没有见到本人' },
    ],
  },
  ...personApplicantFields,
})
export type RestorationFacts = FactsOf<typeof fields>

export const pages = [
  { title: '原来的户口', fields: Object.keys(whichRegistration) },
  { title: '注销的原因', fields: Object.keys(whyCancelled) },
  { title: '恢复在哪里', fields: Object.keys(whereTo) },
  { title: '申请人', fields: ['personSeen', ...Object.keys(personApplicantFields)] },
  {
    title: '民警核查',
    fields: [...Object.keys(elsewhereFields), ...Object.keys(comparisonFields), ...Object.keys(evidence)],
  },
]
