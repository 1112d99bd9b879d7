import { applicantFields } from '../certificate-applicant.ts'
import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'

const fromRegister = (facts: PartialFacts) => facts['originalSource'] === 'register'
const fromStub = (facts: PartialFacts) => facts['originalSource'] === 'stub'
const inLoss = (facts: PartialFacts) => facts['lossKind'] === 'lost'
const inHand = (facts: PartialFacts) => facts['lossKind'] === 'expired' || facts['lossKind'] === 'damaged'
const landed = (facts: PartialFacts) => facts['landingCheck'] === 'landed'
const landingChecked = (facts: PartialFacts) => landed(facts) || facts['landingCheck'] === 'not-landed'

/** What is asked when a lost, expired or damaged migration certificate is to be replaced. */
export const fields = defineFields({
  originalSource: {
    kind: 'choice',
    label: '原证在哪里查到',
    choices: [
      { value: 'register', label: '本所签发登记' },
      { value: 'stub', label: '只有纸质存根' },
      { value: 'elsewhere', label: '别处签发的' },
      { value: 'online', label: '自治区内网上办理，没有纸质证件' },
    ],
  },
  original: {
    kind: 'certificate',
    label: '原证',
    hint: '输入姓名、身份证号或者证件编号的任意一段',
    asked: fromRegister,
  },
  issuingOffice: {
    kind: 'text',
    label: '原签发机关',
    asked: (facts) => facts['originalSource'] === 'elsewhere',
  },
  stubSerial: { kind: 'text', label: '存根上的编号', hint: '如：蒙2013-00123456', asked: fromStub },
  stubIssuedOn: { kind: 'date', label: '存根上的签发日期', asked: fromStub },
  stubContent: { kind: 'certificateContent', label: '存根上的内容', asked: fromStub },
  lossKind: {
    kind: 'choice',
    label: '申请原因',
    choices: [
      { value: 'lost', label: '遗失（补发）' },
      { value: 'expired', label: '过期，原证在手（换发）' },
      { value: 'damaged', label: '损坏，原证在手（换发）' },
    ],
  },
  lossStatement: { kind: 'longText', label: '遗失经过', hint: '什么时候、在哪里、怎么丢的', asked: inLoss },
  originalHandedBack: { kind: 'yesNo', label: '原证已经收回', asked: inHand },
  contentChange: {
    kind: 'choice',
    label: '申请人有没有要求改内容',
    choices: [
      { value: 'none', label: '没有，照原样' },
      { value: 'destination', label: '要改迁往地址' },
      { value: 'persons', label: '要改人员' },
    ],
  },
  ...applicantFields,
  landingCheck: {
    kind: 'choice',
    label: '证上人员是否已在别处落户',
    choices: [
      { value: 'not-landed', label: '查过，没有落户' },
      { value: 'landed', label: '查过，已经落户' },
      { value: 'unknown', label: '没有线路，现在查不到' },
    ],
  },
  landingCheckedHow: {
    kind: 'text',
    label: '怎么查的',
    hint: '如：电话问迁入地派出所，对方姓名',
    asked: landingChecked,
  },
  landedPlace: { kind: 'text', label: '在哪里落户', asked: landed },
  deathNoted: { kind: 'text', label: '证上有人已去世', hint: '写姓名；没有就空着', optional: true },
})

export type ReissueFacts = FactsOf<typeof fields>
