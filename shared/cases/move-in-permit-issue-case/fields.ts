import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'
import { permitContentFields } from '../permit-content.ts'
import { personApplicantFields } from '../person-applicant.ts'

const isOrdinary = ({ moverKind }: PartialFacts) => moverKind === undefined || moverKind === 'ordinary'
const byOfficer = (facts: PartialFacts) =>
  isOrdinary(facts) && facts['qualification'] !== undefined && facts['qualification'] !== 'unclear'

/** What is asked when somebody of another province is to move here and the county issues a permit. */
export const fields = defineFields({
  moverKind: {
    kind: 'choice',
    label: '迁移人是哪一种',
    choices: [
      { value: 'ordinary', label: '一般迁移' },
      { value: 'student', label: '大中专新生、毕业生，凭录取或者毕业材料迁移' },
      { value: 'no-papers', label: '退役军人、回国定居或者被释放的人，凭各自的证件落户' },
    ],
  },
  ...permitContentFields(isOrdinary),
  permitInHand: {
    kind: 'yesNo',
    label: '迁移人已经有一张没有用过的准予迁入证明',
    asked: isOrdinary,
  },
  settlementGround: {
    kind: 'choice',
    label: '凭哪一条迁入',
    asked: isOrdinary,
    choices: [
      { value: 'kin', label: '投靠近亲属' },
      { value: 'purchase', label: '购房、受赠、继承住房' },
      { value: 'business', label: '投资经商' },
      { value: 'talent', label: '人才、调入、毕业生' },
      { value: 'stock', label: '城镇就业居住、举家迁徙' },
      { value: 'collective', label: '落在集体户' },
      { value: 'other', label: '其他（写明）' },
    ],
  },
  groundStatement: {
    kind: 'longText',
    label: '其他理由',
    asked: (facts) => isOrdinary(facts) && facts['settlementGround'] === 'other',
  },
  settlementCase: {
    kind: 'text',
    label: '已经批准的落户案件编号',
    hint: '有就填，落户条件以那个案件为准',
    asked: isOrdinary,
    optional: true,
  },
  qualification: {
    kind: 'choice',
    label: '民警认定：迁移人符不符合本地落户条件',
    hint: '由人认定，程序不替人认定',
    asked: isOrdinary,
    stage: 'check',
    choices: [
      { value: 'qualified', label: '符合' },
      { value: 'unclear', label: '还要核实' },
      { value: 'not-qualified', label: '不符合' },
    ],
  },
  qualificationReason: {
    kind: 'longText',
    label: '认定的理由',
    hint: '凭什么材料、查了什么',
    asked: byOfficer,
    stage: 'check',
  },
  ...personApplicantFields,
})

export type PermitIssueFacts = FactsOf<typeof fields>
