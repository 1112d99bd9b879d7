import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'

const notOurs = ({ inRegister }: PartialFacts) => inRegister === false
const has =
  (key: string, ...values: readonly unknown[]) =>
  (facts: PartialFacts) =>
    values.includes(facts[key])

/** Who may come along with, or join, a person: the words of the notice, and those who often ask. */
export const kinship = [
  { value: 'spouse', label: '配偶' },
  { value: 'child', label: '子女' },
  { value: 'grandchild', label: '孙子女、外孙子女' },
  { value: 'parent', label: '父母' },
  { value: 'spouse-parent', label: '配偶的父母' },
  { value: 'grandparent', label: '祖父母、外祖父母' },
  { value: 'sibling', label: '兄弟姐妹' },
  { value: 'other', label: '其他' },
] as const

/** What is asked when somebody wants to settle in a town or the city: all five grounds, one is enough. */
export const fields = defineFields({
  inRegister: { kind: 'yesNo', label: '户口现在就在本所' },
  person: { kind: 'resident', label: '申请落户的人', asked: has('inRegister', true) },
  personName: { kind: 'name', label: '申请落户的人', asked: notOurs },
  personCitizenId: { kind: 'citizenId', label: '公民身份号码', asked: notOurs },
  personSex: { kind: 'code', label: '性别', table: 'sex', asked: notOurs },
  personBirthDate: { kind: 'date', label: '出生日期', asked: notOurs },
  personEthnicGroup: { kind: 'code', label: '民族', table: 'ethnic-group', asked: notOurs },
  hukouPlace: { kind: 'place', label: '现在的户口所在地' },
  township: { kind: 'code', label: '要落户的街道、镇、乡、苏木', table: 'township' },
  inVillage: { kind: 'yesNo', label: '住址在行政村（嘎查）' },
  housing: {
    kind: 'choice',
    label: '住在什么房子里',
    choices: [
      { value: 'own', label: '自有房屋' },
      { value: 'public-rental', label: '公共租赁住房' },
      { value: 'authorised', label: '单位或者个人授权使用' },
      { value: 'lease', label: '租房' },
      { value: 'none', label: '没有住所' },
    ],
  },
  housingProofSeen: {
    kind: 'yesNo',
    label: '房屋的权属或者授权材料看过（能共享查到也算）',
    asked: has('housing', 'own', 'public-rental', 'authorised'),
  },
  leases: {
    kind: 'rows',
    label: '租赁合同',
    asked: has('housing', 'lease'),
    columns: {
      from: { kind: 'date', label: '租期从' },
      until: { kind: 'date', label: '租期到' },
      registered: { kind: 'yesNo', label: '已在房管部门登记备案' },
    },
  },
  joinsKin: { kind: 'yesNo', label: '投靠亲属' },
  kinRelation: {
    kind: 'choice',
    label: '申请人是被投靠人的',
    choices: kinship,
    asked: has('joinsKin', true),
  },
  kinTownship: {
    kind: 'code',
    label: '被投靠人户口所在的街道、镇、乡、苏木',
    table: 'township',
    asked: has('joinsKin', true),
  },
  livesWithKin: { kind: 'yesNo', label: '共同居住生活', asked: has('joinsKin', true) },
  kinProofSeen: { kind: 'yesNo', label: '亲属关系已核对', asked: has('joinsKin', true) },
  purchase: {
    kind: 'choice',
    label: '取得住房所有权',
    choices: [
      { value: 'none', label: '没有' },
      { value: 'bought', label: '购买' },
      { value: 'given', label: '受赠' },
      { value: 'inherited', label: '继承' },
    ],
  },
  titleSeen: {
    kind: 'yesNo',
    label: '有房产证或者不动产权证',
    asked: has('purchase', 'bought', 'given', 'inherited'),
  },
  contractSeen: { kind: 'yesNo', label: '有购房合同', asked: has('titleSeen', false) },
  invoiceSeen: { kind: 'yesNo', label: '有正式发票', asked: has('titleSeen', false) },
  legalPaperSeen: {
    kind: 'yesNo',
    label: '有赠与、继承的法律文书',
    asked: ({ titleSeen, purchase }) =>
      titleSeen === false && (purchase === 'given' || purchase === 'inherited'),
  },
  business: { kind: 'yesNo', label: '在当地办了营业执照' },
  creditCodeOnLicence: {
    kind: 'yesNo',
    label: '执照上有统一社会信用代码',
    asked: has('business', true),
  },
  taxCertificateSeen: {
    kind: 'yesNo',
    label: '有税务登记证',
    asked: has('creditCodeOnLicence', false),
  },
  talent: {
    kind: 'choice',
    label: '人才',
    choices: [
      { value: 'none', label: '不是' },
      { value: 'staff', label: '党政机关、事业单位、国有企业、社会团体工作人员' },
      { value: 'transferred', label: '组织、人事部门批准调入' },
      { value: 'graduate', label: '大专以上毕业生' },
      { value: 'secondary-graduate', label: '中等职业（技术）学校毕业生' },
      { value: 'certified', label: '有技术等级证书或者职业资格证书' },
      { value: 'skilled-worker', label: '企事业单位需要的技术工人' },
      { value: 'returnee', label: '留学归国' },
      { value: 'rural-student', label: '农村学生升学' },
      { value: 'soldier', label: '农村青年参军' },
    ],
  },
  graduatedOn: {
    kind: 'date',
    label: '毕业证上的毕业日期',
    asked: has('talent', 'graduate', 'secondary-graduate'),
  },
  schoolInRegion: {
    kind: 'yesNo',
    label: '学校在自治区内',
    asked: has('talent', 'secondary-graduate'),
  },
  talentProofSeen: {
    kind: 'yesNo',
    label: '证书、调令或者单位证明看过',
    asked: ({ talent }) => talent !== undefined && talent !== 'none',
  },
  ruralMigrant: { kind: 'yesNo', label: '农牧业转移人口' },
  urbanJob: { kind: 'yesNo', label: '在城镇就业', asked: has('ruralMigrant', true) },
  residesSince: {
    kind: 'date',
    label: '从哪天起连续居住',
    hint: '居住登记、居住证或者社区说明，不要合同和社保',
    asked: has('urbanJob', true),
  },
  wholeFamily: { kind: 'yesNo', label: '举家迁来', asked: has('ruralMigrant', true) },
  companions: {
    kind: 'rows',
    label: '随迁的人',
    optional: true,
    columns: {
      name: { kind: 'name', label: '姓名' },
      citizenId: { kind: 'citizenId', label: '公民身份号码', optional: true },
      relation: { kind: 'choice', label: '是申请人的', choices: kinship },
      livesTogether: { kind: 'yesNo', label: '共同居住生活' },
    },
  },
  student: { kind: 'yesNo', label: '是在校或者新录取的大中专学生' },
  ...personApplicantFields,
})

export type SettlementFacts = FactsOf<typeof fields>
