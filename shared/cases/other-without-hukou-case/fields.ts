import { legalDate } from '../../policy/legal-dates.ts'
import { askedWhen, defineFields, factIs, type FactsOf, type PartialFacts } from '../fields.ts'
import { homeFields, personFields } from '../first-registration/fields.ts'
import { personApplicantFields } from '../person-applicant.ts'
import { comparisonFields, elsewhereFields, interviewFields } from '../police-checks.ts'

const ofKind = (...kinds: readonly string[]) => factIs('kind', ...kinds)

const provenOnPaper: ReadonlySet<unknown> = new Set(['adoption', 'de-facto-adoption', 'welfare-child'])

/** An adoption on paper, or a child handed over by a welfare home, is proven already; everybody else is looked into. */
export function isLookedInto({ kind }: PartialFacts): boolean {
  return kind !== undefined && !provenOnPaper.has(kind)
}

/** Before that day an adoption could be valid without a registration and can still be notarised. */
export function isBeforeAdoptionLaw({ adoptedOn }: PartialFacts): boolean {
  return typeof adoptedOn === 'string' && adoptedOn < legalDate('adoption-law-revision')
}

export const kindFields = defineFields({
  kind: {
    kind: 'choice',
    label: '为什么没有户口',
    choices: [
      { value: 'adoption', label: '收养，有收养登记证' },
      { value: 'de-facto-adoption', label: '事实收养，没有登记' },
      { value: 'foundling', label: '捡拾的弃婴、儿童' },
      { value: 'welfare-child', label: '福利机构收养的儿童' },
      { value: 'rough-sleeper', label: '长期滞留救助的人' },
      { value: 'released', label: '刑满释放、解除强制措施' },
      { value: 'false-cancelled', label: '虚假户口被注销，没有真实户口' },
      { value: 'foreign-parent', label: '中国公民与外国人、无国籍人非婚生育' },
      { value: 'lost-records', label: '档案灭失，查不到原来的登记' },
      { value: 'other', label: '其他原因' },
    ],
  },
  adoptionCertificate: { kind: 'text', label: '收养登记证字号', asked: ofKind('adoption') },
  adoptedOn: { kind: 'date', label: '收养日期', asked: ofKind('adoption', 'de-facto-adoption') },
  notarialDeed: {
    kind: 'yesNo',
    label: '有事实收养公证书',
    asked: (facts) => ofKind('de-facto-adoption')(facts) && isBeforeAdoptionLaw(facts),
  },
  keepSecret: { kind: 'yesNo', label: '要求保守收养秘密', asked: ofKind('adoption', 'de-facto-adoption') },
  foundReport: {
    kind: 'choice',
    label: '捡拾报案',
    asked: ofKind('foundling'),
    choices: [
      { value: 'reported', label: '已报案，有捡拾报案证明' },
      { value: 'now', label: '没有报过，现在在本所报' },
      { value: 'none', label: '没有报，也不肯说怎么来的' },
    ],
  },
  noticeFrom: {
    kind: 'date',
    label: '寻亲公告哪天登出',
    hint: '民政部门公告满六十日才能办收养，登记户口不等它',
    optional: true,
    asked: ofKind('foundling'),
  },
  admissionPapers: {
    kind: 'yesNo',
    label: '有福利机构的入院登记和民政部门意见',
    asked: ofKind('welfare-child'),
  },
  releasePaper: { kind: 'yesNo', label: '有释放证明', asked: ofKind('released') },
  trueIdentity: {
    kind: 'choice',
    label: '真实身份查清没有',
    stage: 'check',
    asked: ofKind('false-cancelled', 'rough-sleeper', 'lost-records'),
    choices: [
      { value: 'known', label: '查清，没有别的户口' },
      { value: 'had-hukou', label: '查清，真实户口还在或者被注销' },
      { value: 'unknown', label: '还没有查清' },
    ],
  },
  nationality: {
    kind: 'choice',
    label: '孩子的国籍',
    asked: ofKind('foreign-parent'),
    choices: [
      { value: 'chinese-only', label: '没有取得别的国籍' },
      { value: 'foreign', label: '已取得外国国籍' },
    ],
  },
  birthPapers: {
    kind: 'yesNo',
    label: '有出生医学证明和非婚生育说明',
    asked: ofKind('foreign-parent'),
  },
  account: { kind: 'longText', label: '来历', optional: true },
})

export const checkFields = defineFields({
  traffickingCheck: {
    kind: 'choice',
    label: '打拐 DNA 库比对',
    stage: 'check',
    asked: isLookedInto,
    choices: [
      { value: 'no-hit', label: '采血比对过，没有命中' },
      { value: 'hit', label: '命中，找到亲人或者疑似被拐' },
      { value: 'waiting', label: '已采血，等结果' },
      { value: 'unreachable', label: '没有线路，还没有送检' },
    ],
  },
  departments: {
    kind: 'yesNo',
    label: '会同民政、卫生健康等部门核实过',
    stage: 'investigation',
    asked: isLookedInto,
  },
})

/** What is asked for everybody without a hukou whom no other matter covers. */
export const fields = defineFields({
  ...kindFields,
  ...personFields,
  ...homeFields,
  ...checkFields,
  ...elsewhereFields,
  ...askedWhen(isLookedInto, comparisonFields),
  ...askedWhen(isLookedInto, interviewFields),
  ...personApplicantFields,
})
export type OtherFacts = FactsOf<typeof fields>

export const pages = [
  { title: '为什么没有户口', fields: Object.keys(kindFields) },
  { title: '本人', fields: Object.keys(personFields) },
  { title: '登记在哪里', fields: Object.keys(homeFields) },
  { title: '申请人', fields: Object.keys(personApplicantFields) },
  {
    title: '民警核查',
    fields: [...Object.keys(checkFields), ...Object.keys(elsewhereFields), ...Object.keys(comparisonFields)],
  },
]
