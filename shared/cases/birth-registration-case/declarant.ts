import { met, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import type { Material } from '../case-type.ts'
import { defineFields, type FactsOf } from '../fields.ts'
import { declaresAs } from './asking.ts'
import { paperVerdict } from './paper-verdict.ts'

const notAParent = declaresAs('guardian', 'head', 'kin', 'carer', 'neighbour', 'agent', 'unit')

/**
 * Who declares the birth. The statute lets more people do so than act in other matters: head of household, kin, carer and
 * neighbour (条例1958, clause 7); the choice of whom to follow stays the parents'.
 */
export const declarantFields = defineFields({
  applicantKind: {
    kind: 'choice',
    label: '谁来申报',
    choices: [
      { value: 'father', label: '父亲' },
      { value: 'mother', label: '母亲' },
      { value: 'guardian', label: '其他监护人' },
      { value: 'head', label: '户主' },
      { value: 'kin', label: '其他亲属' },
      { value: 'carer', label: '抚养人' },
      { value: 'neighbour', label: '邻居' },
      { value: 'agent', label: '受托人' },
      { value: 'unit', label: '福利机构等单位的经办人' },
    ],
  },
  applicantName: { kind: 'name', label: '申报人姓名', asked: notAParent },
  applicantCitizenId: { kind: 'citizenId', label: '申报人公民身份号码', asked: notAParent },
  applicantPhone: { kind: 'phone', label: '联系电话', optional: true },
  letterOfAuthority: { kind: 'yesNo', label: '有父母写明事项的委托书', asked: declaresAs('agent') },
  bothIdentityCards: {
    kind: 'yesNo',
    label: '委托人和受托人的身份证都看过',
    asked: declaresAs('agent'),
  },
  unitLetter: { kind: 'yesNo', label: '有单位介绍信', asked: declaresAs('unit') },
  parentsChose: {
    kind: 'yesNo',
    label: '随谁登记、民族是父母自己选的',
    hint: '父母书面写明，或者打电话问过并记下来',
    asked: notAParent,
  },
  identityChecked: { kind: 'yesNo', label: '已核对申报人身份' },
})
export type DeclarantFacts = FactsOf<typeof declarantFields>

export const declarantRules: readonly Rule<DeclarantFacts>[] = [
  {
    id: 'may-declare',
    title: '申报人是否可以申报',
    citations: ['HR-7', 'CC-27', 'CC-165'],
    consequence: 'ask',
    test: mayDeclare,
  },
  {
    id: 'parents-chose',
    title: '随谁登记是不是父母的选择',
    citations: ['WR-19', 'CF-2.3-B'],
    consequence: 'warn',
    test: (facts) => {
      if (facts.applicantKind === undefined) return unknown('还不知道谁来申报。', 'applicantKind')
      if (!notAParent(facts)) return met('父母自己来申报。')
      if (facts.parentsChose === undefined) return unknown('还没有问父母的选择。', 'parentsChose')
      return facts.parentsChose
        ? met('父母的选择已经问明。')
        : unmet('随谁登记还没有问过父母。', '请联系父母问明并记下来；父母都联系不上的，由所长决定。')
    },
  },
  {
    id: 'identity-checked',
    title: '申报人身份是否核对',
    citations: ['ID-14'],
    consequence: 'ask',
    test: ({ identityChecked }) => {
      if (identityChecked === undefined) return unknown('还没有核对身份。', 'identityChecked')
      return identityChecked
        ? met('申报人身份已核对。')
        : unmet('申报人的身份没有核对清楚。', '请出示居民身份证；没有的，用本所档案里的照片核对。')
    },
  },
]

function mayDeclare(facts: DeclarantFacts): Verdict {
  switch (facts.applicantKind) {
    case undefined:
      return unknown('还没有填写谁来申报。', 'applicantKind')
    case 'agent':
      return asAgent(facts)
    case 'unit':
      return paperVerdict(facts.unitLetter, 'unitLetter', '单位介绍信', '请带单位介绍信。')
    default:
      return met('可以申报出生。')
  }
}

function asAgent({ letterOfAuthority, bothIdentityCards }: DeclarantFacts): Verdict {
  const letter = paperVerdict(
    letterOfAuthority,
    'letterOfAuthority',
    '委托书',
    '请带父母写明委托事项、签了名的委托书；亲属来申报的，选“其他亲属”，不要委托书。',
  )
  if (letter.kind !== 'met') return letter
  return paperVerdict(
    bothIdentityCards,
    'bothIdentityCards',
    '双方的身份证',
    '请带委托人和受托人两个人的身份证。',
  )
}

/** What the declarant brings to show who he is and that he may act. */
export function declarantMaterials({ applicantKind }: DeclarantFacts): Material[] {
  const card: Material = {
    id: 'identity-card',
    name: '申报人居民身份证',
    citation: 'ID-14',
    from: 'resident',
    orElse: ['临时居民身份证', '本所档案照片核对'],
  }
  const name = applicantKind === 'agent' ? '委托书和委托人居民身份证' : '单位介绍信'
  if (applicantKind === 'agent')
    return [card, { id: 'letter-of-authority', name, citation: 'CC-165', from: 'resident' }]
  if (applicantKind === 'unit') return [card, { id: 'unit-letter', name, citation: 'WR-8', from: 'resident' }]
  return [card]
}
