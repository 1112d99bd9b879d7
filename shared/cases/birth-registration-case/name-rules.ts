import type { Refusal } from '../../base/outcome.ts'
import { ethnicGroups } from '../../codes/gbt3304-ethnic-group.ts'
import { familyRelations } from '../../codes/gbt4761-family-relation.ts'
import { checkNewbornName } from '../../people/given-name.ts'
import { isHead, isSpouse, relationSexFault } from '../../people/kinship.ts'
import { normalisePersonName } from '../../people/person-name.ts'
import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import { ethnicGroupsDiffer } from './asking.ts'
import { childrenOf, childWord, parentName, parentsOf, type Parent } from './family.ts'
import type { BirthFacts, ChildFacts } from './fields.ts'
import { forEachChild } from './for-each-child.ts'
import { paperVerdict } from './paper-verdict.ts'
import { ordinalRelations, relationsOf } from './relations.ts'

const neitherParents = 'surname-of-neither-parent'

/** Under which name, ethnic group and relation the child is entered. */
export const nameRules: readonly Rule<BirthFacts>[] = [
  {
    id: 'name-may-be-registered',
    title: '姓名能不能登记',
    citations: ['WR-51', 'WR-48', 'IP-33'],
    consequence: 'block',
    test: (facts) => onNames(facts, '姓名可以登记。', (code) => code !== neitherParents),
  },
  {
    id: 'surname-of-a-parent',
    title: '姓是不是随父亲或者母亲',
    citations: ['CC-1015', 'WR-50'],
    consequence: 'ask',
    test: (facts) => onNames(facts, '姓随父母一方，或者有理由。', (code) => code === neitherParents),
  },
  {
    id: 'name-of-the-certificate',
    title: '是不是按出生证上的姓名登记',
    citations: ['WR-49', 'WR-53'],
    consequence: 'warn',
    test: (facts) =>
      forEachChild(facts, '按出生证上的姓名登记。', ({ name, wishedName }, word) => {
        if (name === undefined || name === '') return unknown(`还没有填${word}的姓名。`, 'children')
        const isOther =
          wishedName !== undefined && normalisePersonName(wishedName) !== normalisePersonName(name)
        return isOther
          ? unmet(
              `出生证上是“${name}”，家长想叫“${wishedName}”。`,
              `先按出生证登记“${name}”，登记后再申请变更姓名，“${name}”记作曾用名。`,
            )
          : met('')
      }),
  },
  {
    id: 'ethnic-group-of-a-parent',
    title: '民族是不是随父亲或者母亲',
    citations: ['EG-5', 'WR-55'],
    consequence: 'block',
    test: (facts) =>
      forEachChild(facts, '民族随父母一方。', (child, word) => ethnicGroup(facts, child, word)),
  },
  {
    id: 'ethnic-group-agreed',
    title: '父母民族不同的有没有共同确认',
    citations: ['EG-6', 'IM-ETHNIC'],
    consequence: 'ask',
    test: (facts) =>
      ethnicGroupsDiffer(facts)
        ? paperVerdict(
            facts.ethnicStatement,
            'ethnicStatement',
            '父母共同签字的民族成份确认书',
            '请父母在窗口共同填写并签字；一方来不了的，可以寄来签字件或者写委托书。',
          )
        : notApplicable,
  },
  {
    id: 'relation-to-head',
    title: '与户主关系对不对',
    citations: ['BF-2'],
    consequence: 'block',
    test: (facts) => relationVerdict(facts),
  },
]

function onNames(facts: BirthFacts, because: string, concerns: (code: string) => boolean): Verdict {
  return forEachChild(facts, because, (child, word) => {
    if (child.name === undefined || child.name === '') return unknown(`还没有填${word}的姓名。`, 'children')
    const checked = checkNewbornName({
      name: child.name,
      fatherName: parentName(facts, 'father'),
      motherName: parentName(facts, 'mother'),
      ethnicGroup: child.ethnicGroup ?? '',
      surname: child.surname,
      surnameReason: child.surnameReason,
    })
    if (checked.ok) return met(concerns(neitherParents) ? '' : checked.value.hints.join(''))
    const faults = checked.refusals.filter(({ code }) => concerns(code))
    return faults.length === 0 ? met('') : asUnmet(faults)
  })
}

function asUnmet(faults: readonly Refusal[]): Verdict {
  return unmet(faults.map(({ message }) => message).join(''), '')
}

function ethnicGroup(facts: BirthFacts, { ethnicGroup: group }: ChildFacts, word: string): Verdict {
  if (group === undefined) return unknown(`还没有填${word}的民族。`, 'children')
  const parents = parentsOf(facts).filter(mayGiveEthnicGroup)
  if (parents.length === 0) return notApplicable
  if (parents.some(({ person }) => person?.ethnicGroup === group)) return met('')
  const open = parents.find(({ person }) => !person?.ethnicGroup)
  if (open) return unknown(`还不知道${open.word}的民族。`, open.side)
  const possible = [
    ...new Set(parents.map(({ person }) => ethnicGroups.name(person?.ethnicGroup ?? '') ?? '')),
  ]
  return unmet(
    `${word}填的是${ethnicGroups.name(group) ?? group}，父母都不是这个民族。`,
    `只能填${possible.join('或者')}；父母自己的民族登记错了的，先更正父母的。`,
  )
}

function mayGiveEthnicGroup({ isKnown, standing }: Parent): boolean {
  return isKnown && standing !== undefined && standing !== 'foreign' && standing !== 'stateless'
}

function relationVerdict(facts: BirthFacts): Verdict {
  const children = childrenOf(facts)
  if (children.length === 0) return unknown('还没有填孩子。', 'children')
  const given = children.flatMap(({ relationToHead }) => (relationToHead ? [relationToHead] : []))
  const faults = children.flatMap(({ relationToHead, sex }) => relationFaults(relationToHead, sex))
  const ordinals = given.filter((code) => ordinalRelations.includes(code))
  if (new Set(ordinals).size < ordinals.length) faults.push('两个孩子填了同一个排行。')
  if (faults.length > 0) return unmet(faults.join(''), '请按户口簿和出生先后核对与户主关系。')
  const suggested = relationsInWords(facts)
  const withoutSiblings = relationsInWords({
    ...facts,
    olderBrothers: facts.olderBrothers ?? 0,
    olderSisters: facts.olderSisters ?? 0,
  })
  return met(
    suggested === withoutSiblings
      ? `与户主关系：${suggested}。`
      : `与户主关系：${suggested}；没有哥哥姐姐的可以填${withoutSiblings}。`,
  )
}

function relationsInWords(facts: BirthFacts): string {
  const children = childrenOf(facts)
  return relationsOf(facts)
    .map((code, index) => `${childWord(children[index] ?? {}, index)}${familyRelations.name(code) ?? '待定'}`)
    .join('，')
}

function relationFaults(code: string | undefined, sex: string | undefined): string[] {
  if (code === undefined) return []
  if (isHead(code) || isSpouse(code)) return ['孩子不能是户主或者户主的配偶。']
  const fault = relationSexFault(code, sex ?? '')
  return fault ? [fault.message] : []
}
