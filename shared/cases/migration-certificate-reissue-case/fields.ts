import { applicantFields } from '../certificate-applicant.ts'
import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'
import { lossFields } from '../sheet-reissue-rules.ts'

const fromRegister = (facts: PartialFacts) => facts['originalSource'] === 'register'
const fromCounterfoil = (facts: PartialFacts) => facts['originalSource'] === 'counterfoil'
const landed = (facts: PartialFacts) => facts['landingCheck'] === 'landed'
const landingChecked = (facts: PartialFacts) => landed(facts) || facts['landingCheck'] === 'not-landed'

/** What is asked when a lost, expired or damaged migration certificate is to be replaced. */
export const fields = defineFields({
  originalSource: {
    kind: 'choice',
    label: '原证在哪里查到',
    choices: [
      { value: 'register', label: '本所签发登记' },
      { value: 'counterfoil', label: '只有纸质存根' },
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
  counterfoilSerial: {
    kind: 'text',
    label: '存根上的编号',
    hint: '如：蒙2013-00123456',
    asked: fromCounterfoil,
  },
  counterfoilIssuedOn: { kind: 'date', label: '存根上的签发日期', asked: fromCounterfoil },
  counterfoilContent: { kind: 'certificateContent', label: '存根上的内容', asked: fromCounterfoil },
  ...lossFields,
  destinationAnswer: {
    kind: 'choice',
    label: '迁入地现在还接收吗',
    hint: '没有人说不接收的，空着就行',
    choices: [
      { value: 'accepts', label: '还接收' },
      { value: 'refuses', label: '迁入地说不再符合条件，不接收' },
    ],
    optional: true,
  },
  graduate: {
    kind: 'yesNo',
    label: '持证人是大中专毕业生',
    asked: (facts) => facts['destinationAnswer'] === 'refuses',
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
  deathNoted: {
    kind: 'text',
    label: '证上有人已去世',
    hint: '写姓名，几个人用顿号隔开；没有就空着',
    optional: true,
  },
})

export type ReissueFacts = FactsOf<typeof fields>
