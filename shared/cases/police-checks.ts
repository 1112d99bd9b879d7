import { numberInForce } from '../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../policy/rule.ts'
import type { Material } from './case-type.ts'
import { defineFields, type FactsOf, type PartialFacts } from './fields.ts'

const wasFound = ({ elsewhereCheck }: PartialFacts) =>
  elsewhereCheck === 'registered' || elsewhereCheck === 'other-identity'

/**
 * The check that every registering case runs: is the person registered anywhere else (条例1958, clause 6). It is the
 * police's own work; nobody brings a paper for it (公通字〔2021〕12号, clause 12).
 */
export const elsewhereFields = defineFields({
  elsewhereCheck: {
    kind: 'choice',
    label: '全国人口库查询：是否已在别处登记',
    hint: '由民警查，不要群众开未落户证明',
    stage: 'check',
    choices: [
      { value: 'none', label: '查过，没有登记' },
      { value: 'registered', label: '查到已在别处登记' },
      { value: 'other-identity', label: '查到以另一姓名或者号码登记' },
      { value: 'unreachable', label: '没有线路，现在查不到' },
    ],
  },
  elsewherePlace: {
    kind: 'text',
    label: '登记在哪里、什么号码',
    stage: 'check',
    asked: wasFound,
  },
})
export type ElsewhereFacts = FactsOf<typeof elsewhereFields>

/** Found elsewhere ends the case with a reason and the right way; not yet asked keeps it from being decided. */
export function elsewhereRules<Facts extends ElsewhereFacts>(
  remedy = '请按迁移或者投靠办理；登记有误的，由登记地更正。',
): readonly Rule<Facts>[] {
  return [
    {
      id: 'not-registered-elsewhere',
      title: '是否已在别处登记户口',
      citations: ['HR-6', 'WR-3'],
      consequence: 'refuse',
      test: ({ elsewhereCheck, elsewherePlace }) => {
        if (elsewhereCheck === 'registered')
          return unmet(`已在${elsewherePlace ?? '别处'}登记，一个人只能有一个常住户口。`, remedy)
        return elsewhereCheck === 'none' ? met('查过，没有在别处登记。') : notApplicable
      },
    },
    {
      id: 'no-other-identity',
      title: '是否以另一身份登记',
      citations: ['HR-6', 'WR-9'],
      consequence: 'hold',
      test: ({ elsewhereCheck, elsewherePlace }) => {
        if (elsewhereCheck === 'other-identity')
          return unmet(
            `查到以另一身份登记：${elsewherePlace ?? ''}。`,
            '先开双重户口案件，注销其中一个之后，本案才能决定。',
          )
        return elsewhereCheck === 'none' ? met('没有另一身份。') : notApplicable
      },
    },
    {
      id: 'elsewhere-checked',
      title: '全国人口库是否查过',
      citations: ['WR-12', 'WR-9'],
      consequence: 'hold',
      test: ({ elsewhereCheck }) => {
        if (elsewhereCheck === undefined) return unknown('还没有查全国人口库。', 'elsewhereCheck')
        return elsewhereCheck === 'unreachable'
          ? unmet('现在没有线路，查不到全国人口库。', '可以先受理；线路恢复后由民警补查，有了结果才能决定。')
          : met('已经查过全国人口库。')
      },
    },
  ]
}

/** Face and fingerprint comparison for restorations and late registrations (公通字〔2021〕12号, clause 9). */
export const comparisonFields = defineFields({
  comparisonResult: {
    kind: 'choice',
    label: '人像、指纹比对结果',
    hint: '由民警采集比对',
    stage: 'check',
    choices: [
      { value: 'same-person', label: '与原登记是同一个人' },
      { value: 'no-hit', label: '没有命中任何人' },
      { value: 'other-identity', label: '命中另一身份' },
      { value: 'unclear', label: '结果不清楚' },
      { value: 'unreachable', label: '没有线路，还没有比对' },
    ],
  },
  comparisonOn: {
    kind: 'date',
    label: '比对日期',
    stage: 'check',
    asked: ({ comparisonResult }) => comparisonResult !== undefined && comparisonResult !== 'unreachable',
  },
  comparisonHit: {
    kind: 'text',
    label: '命中的姓名、号码和登记地',
    stage: 'check',
    asked: ({ comparisonResult }) => comparisonResult === 'other-identity',
  },
})
export type ComparisonFacts = FactsOf<typeof comparisonFields>

export function comparisonRules<Facts extends ComparisonFacts>(): readonly Rule<Facts>[] {
  return [
    {
      id: 'comparison-done',
      title: '人像、指纹是否比对过',
      citations: ['WR-9'],
      consequence: 'hold',
      test: ({ comparisonResult }) => {
        switch (comparisonResult) {
          case 'same-person':
          case 'no-hit':
          case 'other-identity':
            return met('已经比对。')
          case 'unclear':
            return unmet('比对结果不清楚。', '请重新采集再比，或者走访核实后由县局技术部门确认。')
          case 'unreachable':
            return unmet('现在没有线路，还没有比对。', '可以先受理；比对结果附上以后才能决定。')
          default:
            return unknown('还没有比对。', 'comparisonResult')
        }
      },
    },
    {
      id: 'comparison-no-other-identity',
      title: '比对有没有命中另一身份',
      citations: ['HR-6', 'WR-9'],
      consequence: 'hold',
      test: ({ comparisonResult, comparisonHit }) => {
        if (comparisonResult === 'other-identity')
          return unmet(
            `比对命中另一身份：${comparisonHit ?? ''}。`,
            '先开双重户口案件，查清并注销其中一个之后，本案才能决定。',
          )
        return comparisonResult === 'same-person' || comparisonResult === 'no-hit'
          ? met('没有命中另一身份。')
          : notApplicable
      },
    },
  ]
}

/** Written interviews by two officers. */
export const interviewFields = defineFields({
  interviews: {
    kind: 'rows',
    label: '走访笔录',
    hint: '两名民警在场，一人一份',
    stage: 'investigation',
    columns: {
      on: { kind: 'date', label: '日期' },
      from: { kind: 'time', label: '开始时间', optional: true },
      until: { kind: 'time', label: '结束时间', optional: true },
      place: { kind: 'text', label: '地点' },
      interviewee: { kind: 'name', label: '被访人' },
      citizenId: { kind: 'citizenId', label: '被访人公民身份号码', optional: true },
      phone: { kind: 'phone', label: '被访人电话', optional: true },
      relation: { kind: 'text', label: '与本人关系' },
      officers: { kind: 'text', label: '两名民警', hint: '姓名，中间用顿号' },
      account: { kind: 'longText', label: '说了什么' },
      agrees: { kind: 'yesNo', label: '与申请人说的一致' },
    },
  },
})
export type InterviewFacts = FactsOf<typeof interviewFields>

/** Enough interviews, and none that contradicts what the applicant says. */
export function interviewRules<Facts extends InterviewFacts>(): readonly Rule<Facts>[] {
  return [
    {
      id: 'interviews-held',
      title: '走访笔录够不够',
      citations: ['WR-9'],
      consequence: 'investigate',
      test: ({ interviews = [] }, { day }) => {
        const needed = numberInForce('interviews-needed', day)
        return interviews.length >= needed
          ? met(`已有${interviews.length}份走访笔录。`)
          : unmet(`走访笔录还差${needed - interviews.length}份。`, '由两名民警走访知情人，做成笔录。')
      },
    },
    {
      id: 'interviews-agree',
      title: '被访人说的是否一致',
      citations: ['WR-9'],
      consequence: 'hold',
      test: ({ interviews = [] }) => {
        if (interviews.length === 0) return notApplicable
        const against = interviews.filter(({ agrees }) => agrees === false)
        return against.length === 0
          ? met('被访人说的与申请一致。')
          : unmet(
              `${against.map(({ interviewee }) => interviewee ?? '').join('、')}说的与申请不一致。`,
              '请补充走访，弄清哪一个属实，再写入核查结果。',
            )
      },
    },
  ]
}

/** The police's own evidence, for the list of materials. */
export const policeMaterials = {
  elsewhere: { id: 'elsewhere-check', name: '全国人口库查询结果', citation: 'WR-12', from: 'police' },
  comparison: { id: 'comparison-report', name: '人像、指纹比对结果书', citation: 'WR-9', from: 'police' },
  interviews: { id: 'interview-records', name: '调查走访笔录', citation: 'WR-9', from: 'police' },
} as const satisfies Record<string, Material>

/** A parentage test (亲子鉴定): its number has its own place and never stands for a birth certificate's. */
export const parentageTestFields = defineFields({
  parentageReportNumber: { kind: 'text', label: '亲子鉴定文书编号' },
  parentageInstitution: { kind: 'text', label: '鉴定机构' },
  parentageInstitutionLicensed: { kind: 'yesNo', label: '鉴定机构有司法鉴定许可证' },
  parentageResult: {
    kind: 'choice',
    label: '鉴定意见',
    choices: [
      { value: 'supports', label: '支持亲子关系' },
      { value: 'excludes', label: '排除亲子关系' },
    ],
  },
})
export type ParentageTestFacts = FactsOf<typeof parentageTestFields>
