import { describe, expect, it } from 'vitest'
import { inBookletOrder } from '../../shared/statistics/booklet-order.ts'
import { relationsOf } from '../../shared/statistics/relations-graph.ts'
import { idOf, makeExtract, makeHousehold, makePerson } from './made-register.ts'

const head = makePerson(1, { name: '甲' })
const wife = makePerson(2, { name: '乙', relationToHead: '12' })
const daughter = makePerson(3, {
  name: '丙',
  relationToHead: '32',
  birthDate: '2018-01-01',
  kin: [
    { relation: 'father', personId: idOf(1), name: '甲', documentNumber: '' },
    { relation: 'mother', personId: idOf(2), name: '乙', documentNumber: '' },
  ],
})
const son = makePerson(4, { name: '丁', relationToHead: '22', birthDate: '2015-01-01' })
const mother = makePerson(5, { name: '戊', relationToHead: '52', birthDate: '1960-01-01' })
const lodger = makePerson(6, { name: '己', relationToHead: '99' })
const family = [lodger, mother, daughter, son, wife, head]
const extract = makeExtract(family, [makeHousehold('1', { headPersonId: idOf(1) })])

describe('the relations of a person', () => {
  it('are those in the record first, then the places in the household, once for two people', () => {
    const { edges, nodes, centre } = relationsOf(daughter, extract)
    expect(centre).toBe(daughter.key)
    expect(edges.map(({ from, to, relation }) => [from, relation, to])).toEqual([
      [head.key, '父亲', daughter.key],
      [wife.key, '母亲', daughter.key],
      [lodger.key, '非亲属', head.key],
      [mother.key, '母亲', head.key],
      [son.key, '长子', head.key],
      [wife.key, '妻', head.key],
    ])
    expect(nodes.map(({ name, generation }) => [name, generation])).toEqual([
      ['丙', 0],
      ['甲', -1],
      ['乙', -1],
      ['己', -1],
      ['戊', -2],
      ['丁', 0],
    ])
  })

  it('are seen from the parent too', () => {
    const { edges } = relationsOf(wife, extract)
    expect(edges[0]).toEqual({ from: wife.key, to: daughter.key, relation: '母亲', source: 'kin' })
  })

  it('have a place for kin whom the station does not have', () => {
    const child = makePerson(7, {
      householdNumber: '9',
      kin: [{ relation: 'father', name: '庚', documentNumber: 'E00000000' }],
    })
    const { nodes } = relationsOf(child, makeExtract([child], []))
    expect(nodes[1]).toEqual({ id: 'outside:father:庚', name: '庚', generation: -1 })
  })

  it('do not make kin of the members of a collective household', () => {
    const collective = makeExtract(family, [makeHousehold('1', { householdKind: 'collective' })])
    expect(relationsOf(son, collective).edges).toEqual([])
  })
})

describe('the booklet', () => {
  it('has the head first, then spouse, children by age, parents, and who is no kin last', () => {
    expect(inBookletOrder(family).map(({ name }) => name)).toEqual(['甲', '乙', '丁', '丙', '戊', '己'])
  })
})
