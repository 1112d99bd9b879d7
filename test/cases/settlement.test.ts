import { describe, expect, it } from 'vitest'
import { assess } from '../../shared/cases/assess.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { settlementInTown } from '../../shared/cases/settlement-in-town-case/index.ts'
import type { HouseholdRecord } from '../../shared/people/household.ts'
import { strangersTo } from '../builders/altered-register.ts'
import { CaseWalk } from '../builders/case-walk.ts'

const household: HouseholdRecord = {
  kind: 'household',
  key: 'household:000200',
  number: '000200',
  householdKind: 'family',
  headPersonId: '',
  address: { region: '150424', detail: '林西镇样例街2号' },
  committee: '样例社区',
  version: 0,
}
const factsOf = (name: string) =>
  settlementInTown.examples.find((example) => example.name.startsWith(name))?.facts ?? {}
const judge = (facts: Readonly<Record<string, unknown>>, on = '2026-03-04', demands: string[] = []) =>
  assess({ caseType: settlementInTown, facts, on, station: exampleStation, demands })

describe('settlement in town', () => {
  it('shows every ground that passes, not only the first', () => {
    const facts = factsOf('同时够投靠和购房')
    expect(judge(facts).grounds.map(({ id }) => id)).toEqual([
      'ground-joining-kin',
      'ground-purchase',
      'housing',
    ])
  })

  it('says which set of rules about years of residence it used', () => {
    const facts = factsOf('单身务工三年差一天')
    const because = (on: string) =>
      JSON.stringify(judge(facts, on).rules.find(({ id }) => id === 'ground-stock'))
    expect(because('2018-06-01')).toContain(
      '按赤政发〔2016〕50号，连续居住要满3年；从2015年6月2日起连续居住，到2018年6月2日才满',
    )
    expect(because('2026-03-04')).toContain(
      '按自治区2020年放开以后的规定（赤政发〔2016〕50号原来要满3年，已放宽）',
    )
  })

  it('blocks papers that the notice forbids to ask for', () => {
    const asked = judge(factsOf('父母投靠镇里'), '2026-03-04', [
      '社保缴费记录',
      '土地承包权退出承诺书',
      '户口簿',
    ])
    expect(asked.demands.map(({ blocked }) => blocked)).toEqual([true, true, false])
  })

  it('asks for nothing about age, marriage, insurance or floor area', () => {
    const asked = Object.values(settlementInTown.fields).map(({ label }) => label)
    expect(asked.filter((label) => /年龄|婚|保险|社保|面积/.test(label))).toEqual([])
  })

  it('registers somebody of Chifeng at once, without any certificate', () => {
    const walk = new CaseWalk(settlementInTown, '2026-03-04', household)
    expect(walk.open(factsOf('继承住房'))).toEqual([])
    expect(walk.approve('chief')).toEqual([])
    expect(walk.act('settle', { household: { number: '000200' }, relationToHead: '02' })).toEqual([])
    expect(walk.caseFile?.status).toBe('closed')
    const person = [...walk.records.values()].find(({ kind }) => kind === 'person')
    expect(person).toMatchObject({ name: '样落户', householdNumber: '000200', status: 'registered' })
  })

  it('registers nobody a second time who was entered by another case meanwhile', () => {
    const walk = new CaseWalk(settlementInTown, '2026-03-04', household)
    const facts = factsOf('继承住房')
    expect(walk.open(facts)).toEqual([])
    expect(walk.approve('chief')).toEqual([])
    for (const [, record] of strangersTo(facts)) walk.records.set(record.key, record)
    const given = { household: { number: '000200' }, relationToHead: '02' }
    expect(walk.act('settle', given)).toEqual(['registered-meanwhile'])
    expect(walk.messages.join('')).toContain('双重户口')
  })

  it('needs the county’s word where a permit has to follow, and registers nobody yet', () => {
    const walk = new CaseWalk(settlementInTown, '2026-03-04', household)
    walk.open(factsOf('河北的中专毕业生，有职业资格证'))
    expect(walk.approve('chief')).toEqual([])
    expect(walk.caseFile?.status).toBe('awaiting-county')
    expect(walk.approve('county')).toEqual([])
    expect(walk.act('settle')).toEqual([])
    expect([...walk.records.values()].filter(({ kind }) => kind === 'person')).toEqual([])
  })
})
