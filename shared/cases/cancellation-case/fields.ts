import { defineFields, factIs, type FactsOf, type PartialFacts } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'

const by = (...causes: readonly string[]) => factIs('cause', ...causes)

export const causeFields = defineFields({
  person: { kind: 'resident', label: '注销谁的户口' },
  cause: {
    kind: 'choice',
    label: '为什么注销',
    choices: [
      { value: 'death', label: '死亡' },
      { value: 'declared-dead', label: '法院宣告死亡' },
      { value: 'moved-out', label: '已在市外落户（网上流转，不打迁移证）' },
      { value: 'settled-abroad', label: '出国（境）定居' },
      { value: 'foreign-nationality', label: '加入外国国籍' },
      { value: 'enlistment', label: '参军入伍' },
      { value: 'double', label: '一个人有两个户口' },
    ],
  },
  diedOn: { kind: 'date', label: '死亡日期', asked: by('death', 'declared-dead') },
  proof: {
    kind: 'choice',
    label: '凭什么注销',
    asked: (facts) => facts['cause'] !== undefined && facts['cause'] !== 'double',
    choices: [
      { value: 'certificate', label: '死亡医学证明、判决书、批准文件等' },
      { value: 'committee', label: '居（村）委会的证明（在家死亡的）' },
      { value: 'notice', label: '迁入地的落户通知，或者本所查实' },
      { value: 'none', label: '还没有' },
    ],
  },
  publicNotice: {
    kind: 'yesNo',
    label: '没有人申报，本所查实并已公示、告知',
    asked: (facts) =>
      facts['proof'] === 'notice' && by('death', 'settled-abroad', 'foreign-nationality')(facts),
  },
  cardReturned: { kind: 'yesNo', label: '身份证已交回', asked: (facts) => facts['cause'] !== undefined },
})

const isHeadGoing = ({ isHead }: PartialFacts) => isHead === true

export const householdFields = defineFields({
  isHead: { kind: 'yesNo', label: '是户主' },
  othersRemain: { kind: 'yesNo', label: '户里还有别的人', asked: isHeadGoing },
  newHead: {
    kind: 'resident',
    label: '新的户主',
    asked: (facts) => isHeadGoing(facts) && facts['othersRemain'] === true,
  },
})

/** What is asked when a registration comes to its end. */
export const fields = defineFields({ ...causeFields, ...householdFields, ...personApplicantFields })
export type CancellationFacts = FactsOf<typeof fields>

export const pages = [
  { title: '注销', fields: Object.keys(causeFields) },
  { title: '户里的人', fields: Object.keys(householdFields) },
  { title: '申报人', fields: Object.keys(personApplicantFields) },
]
