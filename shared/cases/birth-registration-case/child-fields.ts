import { surnameReasonNames } from '../../people/given-name.ts'
import { defineFields } from '../fields.ts'
import { hasBirthCertificate, isBornInside, isBornOutside, mayHaveForeignNationality } from './asking.ts'

const surnameReasons = [
  { value: 'ascendant', label: surnameReasonNames.ascendant },
  { value: 'carer', label: surnameReasonNames.carer },
  { value: 'good-cause', label: surnameReasonNames['good-cause'] },
  { value: 'ethnic-custom', label: surnameReasonNames['ethnic-custom'] },
] as const

/** One line a child: what its certificate says, and the little beside it that the register needs. */
export const childColumns = defineFields({
  name: { kind: 'name', label: '出生证上的姓名', hint: '照证填写，一个字也不改' },
  sex: { kind: 'code', label: '性别', table: 'sex' },
  bornOn: { kind: 'date', label: '出生日期' },
  bornAt: { kind: 'time', label: '出生时间', optional: true },
  birthplace: { kind: 'text', label: '出生地', hint: '省、市、旗县；国外的写国家和城市' },
  ethnicGroup: { kind: 'code', label: '民族', table: 'ethnic-group', hint: '随父亲或者母亲' },
  certificateNumber: {
    kind: 'text',
    label: '出生医学证明编号',
    hint: '1 个字母加 9 位数字；国外出生的不填；亲子鉴定的编号不填在这里',
    optional: true,
  },
  certificateIssuedOn: { kind: 'date', label: '出生医学证明签发日期', optional: true },
  relationToHead: {
    kind: 'code',
    label: '与户主关系',
    table: 'family-relation',
    hint: '不填的，登记时按所随的人推算',
    optional: true,
  },
  wishedName: {
    kind: 'name',
    label: '家长想改用的姓名',
    hint: '和证上一样的不填',
    optional: true,
  },
  surname: { kind: 'name', label: '姓', hint: '姓和名分不清的才填', optional: true },
  surnameReason: {
    kind: 'choice',
    label: '不随父母姓的理由',
    hint: '姓和父母都不同的才选',
    optional: true,
    choices: surnameReasons,
  },
  diedOn: { kind: 'date', label: '死亡日期', hint: '登记前已经死亡的才填', optional: true },
  deathProofSeen: {
    kind: 'yesNo',
    label: '死亡证明已看过',
    asked: ({ diedOn }) => diedOn !== undefined,
  },
})

/** The children of one birth, and what proves where and of whom they were born. */
export const birthFields = defineFields({
  bornWhere: {
    kind: 'choice',
    label: '在哪里出生',
    choices: [
      { value: 'institution', label: '国内医院等助产机构' },
      { value: 'home', label: '国内，助产机构以外（家里、路上）' },
      { value: 'abroad', label: '国外' },
      { value: 'hong-kong-macao-taiwan', label: '香港、澳门、台湾' },
    ],
  },
  proof: {
    kind: 'choice',
    label: '出生凭什么证明',
    asked: isBornInside,
    choices: [
      { value: 'certificate', label: '出生医学证明' },
      { value: 'parentage-test', label: '没有出生医学证明，有亲子鉴定' },
      { value: 'none', label: '两样都没有' },
    ],
  },
  children: {
    kind: 'rows',
    label: '孩子',
    hint: '双胞胎、多胞胎一人一行，先出生的在前',
    columns: childColumns,
  },
  certificateMatches: {
    kind: 'yesNo',
    label: '出生医学证明上的父母与户口簿、身份证一致',
    hint: '证上父亲栏是“/”的，只核对母亲',
    asked: hasBirthCertificate,
  },
  certificateCheck: {
    kind: 'choice',
    label: '出生医学证明核验结果',
    hint: '由民警核验',
    stage: 'check',
    asked: hasBirthCertificate,
    choices: [
      { value: 'valid', label: '核验通过，没有用过' },
      { value: 'used', label: '这个编号已经登记过别的孩子' },
      { value: 'mismatch', label: '查不到，或者内容不一致' },
      { value: 'unreachable', label: '没有线路，还没有核验' },
    ],
  },
  outsidePolicy: {
    kind: 'yesNo',
    label: '统计标记：政策外生育',
    hint: '只作统计，可以不填；不影响办理，不印在任何纸上',
    optional: true,
  },
})

/** What shows a birth abroad and the nationality of the child (公通字〔2021〕12号, clause 24). */
export const abroadFields = defineFields({
  foreignCertificate: { kind: 'yesNo', label: '有国（境）外出生证明原件', asked: isBornOutside },
  translation: { kind: 'yesNo', label: '有中文译文', asked: isBornOutside },
  authentication: {
    kind: 'choice',
    label: '出生证明的认证',
    asked: isBornOutside,
    choices: [
      { value: 'consular', label: '我国驻外使领馆认证' },
      { value: 'apostille', label: '附加证明书（Apostille）' },
      { value: 'notarial', label: '公证书' },
      { value: 'none', label: '还没有认证' },
    ],
  },
  travelDocument: {
    kind: 'choice',
    label: '孩子回国用的证件',
    asked: isBornOutside,
    choices: [
      { value: 'chinese-passport', label: '中国护照' },
      { value: 'travel-document', label: '中国旅行证或者出入境通行证' },
      { value: 'foreign-passport', label: '外国护照' },
      { value: 'none', label: '没有看到' },
    ],
  },
  parentsEntryPapers: { kind: 'yesNo', label: '有父母的出入境证件', asked: isBornOutside },
  noForeignNationalityStatement: {
    kind: 'yesNo',
    label: '有孩子没有取得外国国籍的声明',
    asked: isBornOutside,
  },
  foreignNationality: {
    kind: 'choice',
    label: '孩子有没有外国国籍',
    asked: mayHaveForeignNationality,
    choices: [
      { value: 'none', label: '没有' },
      { value: 'acquired', label: '有，或者已经领了外国护照' },
    ],
  },
})
