import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { composeCitizenId } from '../../people/compose-citizen-id.ts'
import { normalisePersonName } from '../../people/person-name.ts'
import { defineFields, type FactsOf } from '../fields.ts'
import { childrenOf } from './family.ts'
import type { BirthFacts, ChildFacts } from './fields.ts'
import { relationsOf } from './relations.ts'

/** What the officer enters when registering: for each child the code drawn from the county's list. */
export const allotmentFields = defineFields({
  numbers: {
    kind: 'rows',
    label: '各人的顺序码',
    hint: '按《公民身份号码顺序码登记表》，一人一行',
    columns: {
      name: { kind: 'name', label: '孩子姓名' },
      sequence: { kind: 'text', label: '顺序码', hint: '3 位数字，男单女双' },
      relationToHead: {
        kind: 'code',
        label: '与户主关系',
        table: 'family-relation',
        hint: '和申请表上一样的不填',
        optional: true,
      },
    },
  },
})
export type Allotted = FactsOf<typeof allotmentFields>

/** A child with all that the register needs. */
export interface ChildToRegister {
  readonly child: ChildFacts & { readonly name: string; readonly sex: string; readonly bornOn: string }
  readonly citizenId: string
  /** GB/T 4761. */
  readonly relationToHead: string
}

/**
 * Each child with its number, county code `countyCode`. Refuses with 'numbers-missing', 'child-not-on-form',
 * 'relation-missing', 'number-twice' and the codes of `composeCitizenId`.
 */
export function allot(facts: BirthFacts, given: Allotted, countyCode: string): Outcome<ChildToRegister[]> {
  const relations = relationsOf(facts)
  const lines = given.numbers ?? []
  const stray = lines.find(({ name }) => !childrenOf(facts).some((child) => isNamed(child, name)))
  if (stray) return refused(notOnTheForm(stray.name ?? ''))
  const outcomes = childrenOf(facts).map((child, index) => {
    const line = lines.find(({ name }) => isNamed(child, name))
    if (!line) return refused(withoutNumber(child.name ?? ''))
    return withNumber(child, line.sequence ?? '', line.relationToHead || relations[index] || '', countyCode)
  })
  const faults = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusals))
  if (faults.length > 0) return refused(...faults)
  const children = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  const numbers = new Set(children.map(({ citizenId }) => citizenId))
  return numbers.size === children.length ? accepted(children) : refused(numberTwice)
}

function isNamed(child: ChildFacts, name: string | undefined): boolean {
  return normalisePersonName(child.name ?? '') === normalisePersonName(name ?? '')
}

function withNumber(
  child: ChildFacts,
  sequence: string,
  relationToHead: string,
  countyCode: string,
): Outcome<ChildToRegister> {
  const { name = '', sex = '', bornOn = '' } = child
  const number = composeCitizenId({ countyCode, birthDate: bornOn, sequence, sex })
  if (!number.ok) {
    const refusals = number.refusals.map((fault) => ({ ...fault, message: `${name}：${fault.message}` }))
    return refused(...refusals)
  }
  if (relationToHead === '') return refused(withoutRelation(name))
  const named = { ...child, name: normalisePersonName(name), sex, bornOn }
  return accepted({ child: named, citizenId: number.value, relationToHead })
}

function notOnTheForm(name: string): Refusal {
  return {
    code: 'child-not-on-form',
    field: 'numbers',
    message: `申请表上没有叫“${name}”的孩子。请照申请表填写姓名。`,
  }
}

function withoutNumber(name: string): Refusal {
  return {
    code: 'numbers-missing',
    field: 'numbers',
    message: `还没有填“${name}”的顺序码。请按顺序码登记表给每个孩子填一行。`,
    citation: 'WR-4',
  }
}

function withoutRelation(name: string): Refusal {
  return {
    code: 'relation-missing',
    field: 'numbers',
    message: `推算不出“${name}”与户主的关系。请照户口簿选一项。`,
  }
}

const numberTwice: Refusal = {
  code: 'number-twice',
  field: 'numbers',
  message: '两个孩子的公民身份号码一样。请各用一个顺序码。',
  citation: 'WR-4',
}
