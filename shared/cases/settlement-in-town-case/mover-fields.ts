import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import type { Place } from '../../register/certificate.ts'
import { defineFields, type PartialFacts } from '../fields.ts'

const notOurs = ({ inRegister }: PartialFacts) => inRegister === false

function fromAnotherProvince(facts: PartialFacts): boolean {
  const place = facts['hukouPlace'] as Place | undefined
  return notOurs(facts) && place !== undefined && !isInsideInnerMongolia(place.region)
}

/** Who may come along with a person, or whom a person may join: the words of the notice, and those who often ask. */
export const kinship = [
  { value: 'spouse', label: '配偶' },
  { value: 'child', label: '子女（含养子女、继子女）' },
  { value: 'grandchild', label: '孙子女、外孙子女' },
  { value: 'parent', label: '父母' },
  { value: 'spouse-parent', label: '配偶的父母' },
  { value: 'grandparent', label: '祖父母、外祖父母' },
  { value: 'child-in-law', label: '儿媳、女婿' },
  { value: 'sibling', label: '兄弟姐妹' },
  { value: 'other', label: '其他' },
] as const
export type Kinship = (typeof kinship)[number]['value']

/** Who asks, from where, and who comes along. Sex and birth date are read from the number where they are not written. */
export const moverFields = defineFields({
  inRegister: { kind: 'yesNo', label: '户口现在就在本所' },
  person: {
    kind: 'resident',
    label: '申请落户的人',
    asked: ({ inRegister }) => inRegister === true,
  },
  personName: { kind: 'name', label: '申请落户的人', asked: notOurs },
  personCitizenId: { kind: 'citizenId', label: '公民身份号码', asked: notOurs },
  personSex: { kind: 'code', label: '性别', table: 'sex', asked: notOurs, optional: true },
  personBirthDate: { kind: 'date', label: '出生日期', asked: notOurs, optional: true },
  personEthnicGroup: {
    kind: 'code',
    label: '民族',
    table: 'ethnic-group',
    asked: notOurs,
    optional: true,
  },
  hukouPlace: {
    kind: 'place',
    label: '现在的户口所在地',
    hint: '决定怎么迁：市内、自治区内网上流转，外省先开准予迁入证明',
    asked: notOurs,
  },
  student: {
    kind: 'yesNo',
    label: '是凭录取材料迁移的大中专学生',
    asked: fromAnotherProvince,
    optional: true,
  },
  originCheck: {
    kind: 'choice',
    label: '户口所在地登记核查结果',
    hint: '由民警在网上查，不要群众开证明',
    stage: 'check',
    asked: notOurs,
    optional: true,
    choices: [
      { value: 'confirmed', label: '查过，在册，与申请一致' },
      { value: 'differs', label: '在册，但姓名、号码等与申请不一致' },
      { value: 'double', label: '查到不止一处登记' },
      { value: 'not-found', label: '查不到在册登记' },
      { value: 'unreachable', label: '没有线路，还没有查' },
    ],
  },
  voluntary: {
    kind: 'yesNo',
    label: '本人和随迁的成年人都是自愿申请',
    hint: '不是因为移民搬迁、土地整治或者流转被要求迁来',
  },
  companions: {
    kind: 'rows',
    label: '随迁的人',
    hint: '户口和申请人在一处的；在别处的，申请人落户以后另按投靠申请',
    optional: true,
    columns: {
      person: { kind: 'resident', label: '户口在本所的，从户籍里选', optional: true },
      name: { kind: 'name', label: '姓名', asked: ({ person }) => person === undefined },
      citizenId: {
        kind: 'citizenId',
        label: '公民身份号码',
        asked: ({ person }) => person === undefined,
        optional: true,
      },
      relation: { kind: 'choice', label: '是申请人的', choices: kinship },
      livesTogether: { kind: 'yesNo', label: '与申请人共同居住生活' },
    },
  },
})
