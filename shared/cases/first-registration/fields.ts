import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'

/** Who is entered in the register without a record to go back to. */
export const personFields = defineFields({
  personName: { kind: 'name', label: '姓名' },
  personSex: { kind: 'code', label: '性别', table: 'sex' },
  personBirthDate: { kind: 'date', label: '出生日期' },
  personEthnicGroup: { kind: 'code', label: '民族', table: 'ethnic-group' },
  personBirthplace: { kind: 'text', label: '出生地' },
  personNativePlace: { kind: 'text', label: '籍贯', optional: true },
  usedNumber: {
    kind: 'citizenId',
    label: '以前编给本人的公民身份号码',
    hint: '旧身份证、档案上的号码；从来没有编过号的空着',
    optional: true,
  },
})

const followsSomebody = ({ follows }: PartialFacts) =>
  follows !== undefined && follows !== 'community' && follows !== 'welfare'

/** In whose household (赤政发〔2016〕50号, 二(三): spouse, parents or children; without any, a collective household). */
export const homeFields = defineFields({
  follows: {
    kind: 'choice',
    label: '随谁登记',
    choices: [
      { value: 'parent', label: '父亲或者母亲' },
      { value: 'spouse', label: '配偶' },
      { value: 'child', label: '子女' },
      { value: 'adopter', label: '收养人' },
      { value: 'carer', label: '实际抚养人（按非亲属）' },
      { value: 'community', label: '没有可以随的人，社区集体户' },
      { value: 'welfare', label: '福利机构集体户' },
    ],
  },
  host: { kind: 'resident', label: '所随的人', asked: followsSomebody },
  kinshipSeen: {
    kind: 'yesNo',
    label: '与所随的人的关系有证明',
    hint: '户口簿、结婚证、鉴定、收养登记证有一样即可',
    asked: (facts) => followsSomebody(facts) && facts['follows'] !== 'carer',
  },
  household: { kind: 'household', label: '落在哪一户' },
  headConsents: { kind: 'yesNo', label: '户主同意', asked: followsSomebody },
  relationToHead: { kind: 'code', label: '与户主关系', table: 'family-relation' },
})

export type PersonFacts = FactsOf<typeof personFields>
export type HomeFacts = FactsOf<typeof homeFields>
export type FirstRegistrationFacts = PersonFacts & HomeFacts
