import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'
import { permitContentFields } from '../permit-content.ts'
import { personApplicantFields } from '../person-applicant.ts'
import { lossFields } from '../sheet-reissue-rules.ts'

const from = (source: string) => (facts: PartialFacts) => facts['originalSource'] === source
const isLost = ({ lossKind }: PartialFacts) => lossKind === 'lost'
const leafIsLeft = (facts: PartialFacts) =>
  isLost(facts) && (facts['leafLeft'] === 'second' || facts['leafLeft'] === 'third')

/** What is asked when a lost, expired or damaged move-in permit is to be replaced. */
export const fields = defineFields({
  originalSource: {
    kind: 'choice',
    label: '原证在哪里查到',
    choices: [
      { value: 'register', label: '本旗县区签发登记' },
      { value: 'counterfoil', label: '只有纸质存根（第一联）' },
      { value: 'elsewhere', label: '别处签发的' },
      { value: 'online', label: '自治区内网上办理，没有纸质证件' },
    ],
  },
  original: {
    kind: 'moveInPermit',
    label: '原证',
    hint: '输入姓名、身份证号或者证件编号的任意一段',
    asked: from('register'),
  },
  issuingOffice: { kind: 'text', label: '原签发机关', asked: from('elsewhere') },
  counterfoilSerial: {
    kind: 'text',
    label: '存根上的编号',
    hint: '如：蒙2013-00123456',
    asked: from('counterfoil'),
  },
  counterfoilIssuedOn: { kind: 'date', label: '存根上的签发日期', asked: from('counterfoil') },
  ...permitContentFields(from('counterfoil')),
  ...lossFields,
  leafLeft: {
    kind: 'choice',
    label: '还剩哪一联',
    hint: '补发的三联一个新编号，旧的各联都作废，剩下的要收回',
    asked: isLost,
    choices: [
      { value: 'none', label: '第二联、第三联都丢了' },
      { value: 'second', label: '第二联（交迁出地）还在' },
      { value: 'third', label: '第三联（交迁入地）还在' },
    ],
  },
  leafHandedBack: { kind: 'yesNo', label: '剩下的一联已经收回', asked: leafIsLeft },
  ...personApplicantFields,
  applicantKind: {
    ...personApplicantFields.applicantKind,
    hint: '“本人”是证上的申请人，或者证上的迁移人',
  },
  moveOutCheck: {
    kind: 'choice',
    label: '迁出地有没有凭它办了迁出',
    hint: '由民警问迁出地派出所，不要群众开证明',
    stage: 'check',
    choices: [
      { value: 'not-moved', label: '查过，没有办迁出' },
      { value: 'moved-out', label: '查过，已经办了迁出' },
      { value: 'landed', label: '查过，已经落户' },
      { value: 'unknown', label: '没有线路，现在查不到' },
    ],
  },
  moveOutCheckedHow: {
    kind: 'text',
    label: '怎么查的',
    hint: '如：电话问迁出地派出所，对方姓名',
    stage: 'check',
    asked: ({ moveOutCheck }) => moveOutCheck !== undefined && moveOutCheck !== 'unknown',
  },
})

export type PermitReissueFacts = FactsOf<typeof fields>
