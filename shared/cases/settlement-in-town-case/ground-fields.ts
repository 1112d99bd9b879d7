import { defineFields, type PartialFacts } from '../fields.ts'
import { kinship } from './mover-fields.ts'

const has =
  (key: string, ...values: readonly unknown[]) =>
  (facts: PartialFacts) =>
    values.includes(facts[key])

const owned = has('purchase', 'bought', 'given', 'inherited', 'built', 'other')
const noTitle = (facts: PartialFacts) => owned(facts) && facts['titleSeen'] !== true

/** A yes to an item of the notice opens its questions; one item that passes is enough, the others may stay unasked. */
export const groundFields = defineFields({
  joinsKin: { kind: 'yesNo', label: '投靠城镇的亲属', optional: true },
  kin: {
    kind: 'resident',
    label: '被投靠的亲属',
    hint: '户口在本所的，从户籍里选',
    asked: has('joinsKin', true),
    optional: true,
  },
  kinRelation: {
    kind: 'choice',
    label: '申请人是被投靠人的',
    choices: kinship,
    asked: has('joinsKin', true),
    optional: true,
  },
  kinTownship: {
    kind: 'code',
    label: '被投靠人户口所在的街道、镇、乡、苏木',
    table: 'township',
    asked: has('joinsKin', true),
    optional: true,
  },
  livesWithKin: {
    kind: 'yesNo',
    label: '与被投靠人共同居住生活',
    asked: has('joinsKin', true),
    optional: true,
  },
  kinProofSeen: {
    kind: 'yesNo',
    label: '亲属关系已核对',
    hint: '户口簿、本所档案上有的就算',
    asked: has('joinsKin', true),
    optional: true,
  },
  purchase: {
    kind: 'choice',
    label: '在落户的地方取得住房所有权',
    optional: true,
    choices: [
      { value: 'none', label: '没有' },
      { value: 'bought', label: '购买' },
      { value: 'given', label: '受赠' },
      { value: 'inherited', label: '继承' },
      { value: 'built', label: '自建' },
      { value: 'other', label: '安置、裁判等其他合法途径' },
    ],
  },
  ownName: {
    kind: 'yesNo',
    label: '所有权人是申请人本人（含共有）',
    asked: owned,
    optional: true,
  },
  titleSeen: { kind: 'yesNo', label: '有房产证或者不动产权证', asked: owned, optional: true },
  contractSeen: {
    kind: 'yesNo',
    label: '有购房合同',
    asked: (facts) => noTitle(facts) && facts['purchase'] === 'bought',
    optional: true,
  },
  invoiceSeen: {
    kind: 'yesNo',
    label: '有正式发票',
    asked: (facts) => noTitle(facts) && facts['purchase'] === 'bought',
    optional: true,
  },
  legalPaperSeen: {
    kind: 'yesNo',
    label: '有赠与、继承、建房、安置或者裁判的法律文书',
    asked: (facts) => noTitle(facts) && facts['purchase'] !== 'bought',
    optional: true,
  },
  business: { kind: 'yesNo', label: '本人在当地办了营业执照', optional: true },
  creditCodeOnLicence: {
    kind: 'yesNo',
    label: '执照上有统一社会信用代码',
    asked: has('business', true),
    optional: true,
  },
  taxCertificateSeen: {
    kind: 'yesNo',
    label: '有税务登记证',
    hint: '执照上有统一社会信用代码的，不用另外有',
    asked: has('business', true),
    optional: true,
  },
  hasTalent: {
    kind: 'yesNo',
    label: '有学历、技能、单位任职、留学、升学或者参军的情况',
    optional: true,
  },
  talents: {
    kind: 'rows',
    label: '人才的情况',
    hint: '有几样写几行，一样符合即可',
    asked: ({ hasTalent }) => hasTalent !== false,
    optional: true,
    columns: {
      kind: {
        kind: 'choice',
        label: '是哪一种',
        choices: [
          { value: 'staff', label: '党政机关、事业单位、国有企业、社会团体工作人员' },
          { value: 'transferred', label: '组织、人事部门批准调入的工作人员' },
          { value: 'graduate', label: '大专以上毕业生' },
          { value: 'secondary-graduate', label: '中等职业（技术）学校毕业生' },
          { value: 'skill-grade', label: '有技术等级证书' },
          { value: 'vocational-certificate', label: '有职业资格证书' },
          { value: 'skilled-worker', label: '企事业单位需要的技术工人' },
          { value: 'returnee', label: '留学归国人员' },
          { value: 'rural-student', label: '农村学生升学进城' },
          { value: 'soldier', label: '参军进城' },
        ],
      },
      graduatedOn: {
        kind: 'date',
        label: '毕业证上的毕业日期',
        asked: has('kind', 'graduate', 'secondary-graduate'),
        optional: true,
      },
      recognised: {
        kind: 'yesNo',
        label: '国家认可的学历',
        hint: '学信网能查到即可',
        asked: has('kind', 'graduate'),
        optional: true,
      },
      schoolInRegion: {
        kind: 'yesNo',
        label: '学校在内蒙古自治区内',
        asked: has('kind', 'secondary-graduate'),
        optional: true,
      },
      enteredOn: {
        kind: 'date',
        label: '升学或者参军的日期',
        hint: '通知没有写年限，可以不填',
        asked: has('kind', 'rural-student', 'soldier'),
        optional: true,
      },
      proofSeen: {
        kind: 'yesNo',
        label: '证书、调令、录取材料或者单位证明看过',
        optional: true,
      },
    },
  },
  ruralMigrant: {
    kind: 'yesNo',
    label: '是已经在城镇就业居住，或者举家迁来的农牧区转移人口',
    optional: true,
  },
  urbanJob: {
    kind: 'yesNo',
    label: '在城镇就业',
    hint: '自己说明即可，灵活就业、做小生意都算',
    asked: has('ruralMigrant', true),
    optional: true,
  },
  residesSince: {
    kind: 'date',
    label: '从哪天起连续住在这里',
    asked: has('ruralMigrant', true),
    optional: true,
  },
  wholeFamily: { kind: 'yesNo', label: '举家迁来', asked: has('ruralMigrant', true), optional: true },
  residenceProofSeen: {
    kind: 'yesNo',
    label: '居住情况看过',
    hint: '居住登记、居住证、社区说明有一样即可',
    asked: has('ruralMigrant', true),
    optional: true,
  },
})
