import { defineFields, factIs, type FactsOf } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'

const does = (...services: readonly string[]) => factIs('service', ...services)

export const serviceFields = defineFields({
  service: {
    kind: 'choice',
    label: '办什么',
    choices: [
      { value: 'endorse', label: '签注' },
      { value: 'address', label: '住址变更' },
      { value: 'exchange', label: '换领（内容变了或者损坏）' },
      { value: 'replace', label: '补领（丢失）' },
      { value: 'cancel', label: '注销' },
    ],
  },
  permit: { kind: 'residencePermit', label: '居住证' },
  stillResides: { kind: 'yesNo', label: '还住在这里，就业、住所、就读有一样', asked: does('endorse') },
  newResidence: { kind: 'place', label: '新的居住地', asked: does('address') },
  acceptedHere: { kind: 'yesNo', label: '原来是在本所申领的', asked: does('exchange', 'replace') },
  whatChanged: { kind: 'text', label: '哪一项变了，或者怎么损坏', asked: does('exchange') },
  oldReturned: { kind: 'yesNo', label: '原证已交回', asked: does('exchange', 'cancel') },
  lostOn: { kind: 'date', label: '哪天丢的', asked: does('replace'), optional: true },
  cancelReason: {
    kind: 'choice',
    label: '为什么注销',
    asked: does('cancel'),
    choices: [
      { value: 'settled', label: '户口迁来了' },
      { value: 'left', label: '不在这里住了' },
      { value: 'deceased', label: '本人死亡' },
      { value: 'fraud', label: '用假材料骗领，已查实' },
    ],
  },
})

/** What is asked when somebody who has a residence permit comes with it. */
export const fields = defineFields({ ...serviceFields, ...personApplicantFields })
export type PermitServiceFacts = FactsOf<typeof fields>

export const pages = [
  { title: '居住证', fields: Object.keys(serviceFields) },
  { title: '谁来申请', fields: Object.keys(personApplicantFields) },
]
