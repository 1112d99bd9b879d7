import { applicantFields } from '../certificate-applicant.ts'
import { defineFields, type FactsOf } from '../fields.ts'

/** What is asked when somebody arrives with a migration certificate and asks to be registered. */
export const fields = defineFields({
  presentedSerial: { kind: 'text', label: '迁移证编号', hint: '如：辽2026-00123456' },
  issuingOffice: { kind: 'text', label: '签发机关' },
  issuedOn: { kind: 'date', label: '签发日期' },
  validUntil: { kind: 'date', label: '有效期至' },
  presentedContent: { kind: 'certificateContent', label: '证上内容' },
  legible: { kind: 'yesNo', label: '字迹清楚，没有涂改，盖章齐全' },
  personsMatch: { kind: 'yesNo', label: '人数与骑缝处的人数一致' },
  deaths: {
    kind: 'rows',
    label: '落户前去世的人',
    hint: '没有就空着；迁入和死亡在这里一起登记',
    optional: true,
    columns: {
      name: { kind: 'name', label: '姓名', hint: '照证面写' },
      diedOn: { kind: 'date', label: '死亡日期' },
      proofSeen: { kind: 'yesNo', label: '死亡证明已经看过' },
    },
  },
  household: {
    kind: 'choice',
    label: '落在哪一户',
    choices: [
      { value: 'existing', label: '已有的户' },
      { value: 'new', label: '新立一户' },
    ],
  },
  householdNumber: { kind: 'text', label: '户号' },
  address: { kind: 'place', label: '落户地址' },
  committee: { kind: 'text', label: '居（村）委会', optional: true },
  headConsents: {
    kind: 'yesNo',
    label: '户主同意',
    asked: (facts) => facts['household'] === 'existing',
  },
  ...applicantFields,
})

export type LandingFacts = FactsOf<typeof fields>
