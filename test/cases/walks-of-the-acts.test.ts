import { describe, expect, it } from 'vitest'
import type { Example } from '../../shared/cases/case-type.ts'
import * as types from '../../shared/cases/case-types.ts'
import type { CaseType } from '../../shared/cases/case-type.ts'
import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { LocalityRecord } from '../../shared/register/locality.ts'
import { classOn } from '../../shared/register/locality.ts'
import type { ResidencePermitRecord } from '../../shared/register/residence-permit.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { CaseWalk } from '../builders/case-walk.ts'
import { registerBehind } from '../builders/register-behind.ts'

const man = 'person:0f1d8a52-3c44-4a58-8f3e-150499000001'
const woman = 'person:0f1d8a52-3c44-4a58-8f3e-150499000002'

function exampleOf(caseType: CaseType, name: string): Example {
  const example = caseType.examples.find((each) => each.name === name)
  if (!example) throw new Error(`no example ${name}`)
  return example
}

/** Accepted and decided by every level that its facts ask for. */
function decided(caseType: CaseType, name: string, more: readonly RegisterRecord[] = []): CaseWalk {
  const { facts, day } = exampleOf(caseType, name)
  const behind = registerBehind(caseType, facts)
  const walk = new CaseWalk(caseType, day, ...behind.records, ...more)
  expect(walk.open(behind.facts)).toEqual([])
  const hands = { station: 'chief', county: 'county', city: 'city' } as const
  for (const level of caseType.decidedBy(facts)) expect(walk.approve(hands[level])).toEqual([])
  expect(walk.caseFile?.status).toBe('approved')
  return walk
}

const person = (walk: CaseWalk, key: string) => walk.records.get(key) as ResidentRecord
const household = (walk: CaseWalk, number: string) =>
  walk.records.get(`household:${number}`) as HouseholdRecord
const entered = (walk: CaseWalk) =>
  [...walk.records.values()].find(
    (record): record is ResidentRecord =>
      record.kind === 'person' &&
      record.version === 1 &&
      record.name !== '样长青' &&
      record.statusCase !== undefined,
  )

/** Somebody who died under that number, beside the people of the walk. */
function deadWith(walk: CaseWalk, citizenId = ''): ResidentRecord {
  const id = woman.slice('person:'.length)
  return { ...person(walk, man), key: woman, id, status: 'deceased', statusOn: '2026-03-01', citizenId }
}

describe('a birth that was never declared', () => {
  it('is entered with a number of the county, as the child of the parent it follows', () => {
    const walk = decided(types.lateRegistration, '一九八九年出生，从来没有登记，全部查清')
    expect(walk.act('register', { sequence: '002' })).toEqual(['sequence-sex'])
    expect(walk.act('register', { sequence: '001' })).toEqual([])
    expect(entered(walk)).toMatchObject({
      name: '样补录',
      citizenId: expect.stringMatching(/^15043019890601001/),
      householdNumber: '000123',
      kin: [{ relation: 'father', name: '样长青' }],
      entries: [{ cause: 'late-registration' }],
    })
    expect(household(walk, '000123').entries?.at(-1)).toMatchObject({ item: '成员', after: '样补录' })
  })

  it('keeps a number that was given before, and refuses one that somebody else has', () => {
    const walk = decided(types.lateRegistration, '用过号码，和出生日期一致')
    expect(walk.act('register')).toEqual([])
    expect(entered(walk)?.citizenId).toBe('150499199401010013')
    const other = { ...person(walk, man), citizenId: '150499199401010013' }
    const taken = decided(types.lateRegistration, '用过号码，和出生日期一致')
    taken.records.set('citizen-id:150499199401010013', other)
    expect(taken.act('register')).toEqual(['number-taken'])
  })

  it('takes no new number that somebody had who is not registered any more, but a number given before may be', () => {
    const story = '一九八九年出生，从来没有登记，全部查清'
    const before = decided(types.lateRegistration, story)
    expect(before.act('register', { sequence: '001' })).toEqual([])
    const walk = decided(types.lateRegistration, story)
    walk.records.set(woman, deadWith(walk, entered(before)?.citizenId))
    expect(walk.act('register', { sequence: '001' })).toEqual(['number-taken'])
    expect(walk.act('register', { sequence: '003' })).toEqual([])
    const used = decided(types.lateRegistration, '用过号码，和出生日期一致')
    used.records.set(woman, deadWith(used, '150499199401010013'))
    expect(used.act('register')).toEqual([])
  })

  it('is the city’s to decide', () => {
    expect(types.lateRegistration.decidedBy({})).toEqual(['station', 'county', 'city'])
  })
})

describe('an adoption that is to stay secret', () => {
  it('is written as parentage, and no word of adoption is on the register form', () => {
    const walk = decided(types.otherWithoutHukou, '收养人要求保密，关系写女')
    expect(walk.act('register', { sequence: '002' })).toEqual([])
    const child = entered(walk)
    expect(child?.kin).toMatchObject([{ relation: 'mother', name: '样收养' }])
    expect(child?.relationToHead).toBe('30')
    const written = JSON.stringify(child).replaceAll(/样收养|样小养/g, '')
    expect(written).not.toContain('养')
  })

  it('is written as adoption when nobody asks for secrecy', () => {
    const walk = decided(types.otherWithoutHukou, '去年办了收养登记的女孩')
    expect(walk.act('register', { sequence: '002' })).toEqual([])
    expect(entered(walk)?.kin).toMatchObject([{ relation: 'adopter' }])
  })
})

describe('a collective household', () => {
  it('is founded under a number that nobody has, with head and steward', () => {
    const walk = decided(types.collectiveHouseholdFounding, '民营企业申请，协管员有文件')
    expect(walk.act('found', { householdNumber: '12' })).toEqual(['household-number-shape'])
    expect(walk.act('found', { householdNumber: '000900001' })).toEqual([])
    expect(household(walk, '000900001')).toMatchObject({
      householdKind: 'collective',
      collective: { headName: '样掌柜', steward: { name: '样协管' }, state: 'normal', loans: [] },
    })
  })

  it('takes a member in and lets one out, and each household’s history says so', () => {
    const joining = decided(types.collectiveHouseholdMembership, '房子卖了，落在社区集体户', [
      familyHousehold(),
    ])
    expect(joining.act('move')).toEqual([])
    expect(person(joining, man)).toMatchObject({ householdNumber: '000888', relationToHead: '99' })
    expect(household(joining, '000123')).toMatchObject({ headPersonId: '' })
    expect(household(joining, '000123').entries?.at(-1)).toMatchObject({
      cause: 'joined-collective',
      before: '样长青',
    })
  })

  it('lends a card once, and again only after it came back', () => {
    const walk = decidedOnTheSpot(types.collectiveCardLoan, '本人借卡办结婚登记')
    expect(walk.act('lend')).toEqual([])
    expect(household(walk, '000888').collective?.loans).toMatchObject([
      { purpose: '结婚登记', dueOn: '2026-03-18' },
    ])
    const second = new CaseWalk(types.collectiveCardLoan, '2026-03-05', ...walk.records.values())
    expect(second.open(exampleOf(types.collectiveCardLoan, '本人借卡办结婚登记').facts)).toEqual([
      'card-is-out',
    ])
    expect(walk.act('giveBack')).toEqual([])
    expect(household(walk, '000888').collective?.loans).toMatchObject([{ returnedOn: '2026-03-04' }])
    const third = new CaseWalk(types.collectiveCardLoan, '2026-03-05', ...walk.records.values())
    expect(third.open(exampleOf(types.collectiveCardLoan, '本人借卡办结婚登记').facts)).toEqual([])
  })

  it('does not let go of a member whose card is still out', () => {
    const { facts, day } = exampleOf(types.collectiveHouseholdMembership, '离开集体户，到女儿家')
    const behind = registerBehind(types.collectiveHouseholdMembership, facts)
    const records = behind.records.map((record) =>
      record.kind === 'household' && record.collective ? withLoan(record) : record,
    )
    expect(new CaseWalk(types.collectiveHouseholdMembership, day, ...records).open(behind.facts)).toEqual([
      'card-is-out',
    ])
  })

  it('ends with everybody in another household and nobody cancelled', () => {
    const walk = decided(types.collectiveHouseholdDisposal, '单位解散，两个人各有去处')
    expect(walk.act('dispose')).toEqual([])
    expect(person(walk, man)).toMatchObject({ status: 'registered', householdNumber: '000777' })
    expect(person(walk, woman)).toMatchObject({ status: 'registered', householdNumber: '000123' })
    expect(household(walk, '000888')).toMatchObject({
      withdrawnOn: '2026-03-04',
      collective: { state: 'withdrawn' },
    })
    const cancelled = [...walk.records.values()].filter(
      (record) => record.kind === 'person' && record.status !== 'registered',
    )
    expect(cancelled).toEqual([])
  })

  it('does not end while a member has gone elsewhere in between', () => {
    const walk = decided(types.collectiveHouseholdDisposal, '单位解散，两个人各有去处')
    walk.records.set(man, { ...person(walk, man), householdNumber: '000555' })
    expect(walk.act('dispose')).toEqual(['list-out-of-date'])
    expect(household(walk, '000888').withdrawnOn).toBeUndefined()
  })
})

describe('a household act', () => {
  it('founds a household with its head and everybody in it', () => {
    const walk = decided(types.householdFounding, '买了房，夫妻两个立户')
    expect(walk.act('found', { householdNumber: '000900002' })).toEqual([])
    expect(household(walk, '000900002').headPersonId).toBe(man.slice('person:'.length))
    expect(person(walk, man)).toMatchObject({ relationToHead: '02', householdNumber: '000900002' })
    expect(person(walk, woman)).toMatchObject({ relationToHead: '12', householdNumber: '000900002' })
  })

  it('moves somebody from another station in, and nobody twice', () => {
    const walk = decided(types.moveWithinCity, '从松山区搬来，自己的住处')
    const before = [...walk.records.values()]
    expect(walk.act('move')).toEqual([])
    const come = [...walk.records.values()].find(
      (record): record is ResidentRecord => record.kind === 'person' && record.name === '样长青',
    )
    expect(come).toMatchObject({ arrival: { cause: '市内移居' }, citizenId: '150499196509120018' })
    const again = decided(types.moveWithinCity, '从松山区搬来，自己的住处')
    again.records.set('citizen-id:150499196509120018', come as ResidentRecord)
    expect(again.act('move')).toEqual(['already-registered'])
    expect(before.length).toBeLessThan(walk.records.size)
  })

  it('changes a name and keeps the one before as a former name', () => {
    const walk = decided(types.itemCorrection, '登记以后想换名字，父母和孩子都同意')
    expect(walk.act('enter')).toEqual([])
    expect(person(walk, man)).toMatchObject({
      name: '王子轩',
      formerName: '王小宝',
      citizenId: '150499201501010014',
    })
    expect(person(walk, man).entries).toMatchObject([
      { item: '姓名', before: '王小宝', after: '王子轩', reason: '变更姓名：出生证上写的是小名' },
      { item: '曾用名' },
    ])
  })

  it('corrects a birth date with a new number that fits it, and keeps the old number in the history', () => {
    const walk = decided(types.itemCorrection, '出生日期登记错了，原始底册查实')
    expect(walk.act('enter', { sequence: '001' })).toEqual([])
    expect(person(walk, man).citizenId).toMatch(/^15049919651209001/)
    const line = person(walk, man).entries?.find(({ item }) => item === '公民身份号码')
    expect(line).toMatchObject({ before: '150499196509120018' })
  })

  it('corrects nobody to a number that a dead person had', () => {
    const before = decided(types.itemCorrection, '出生日期登记错了，原始底册查实')
    expect(before.act('enter', { sequence: '001' })).toEqual([])
    const walk = decided(types.itemCorrection, '出生日期登记错了，原始底册查实')
    walk.records.set(woman, deadWith(walk, person(before, man).citizenId))
    expect(walk.act('enter', { sequence: '001' })).toEqual(['number-taken'])
    expect(walk.act('enter', { sequence: '003' })).toEqual([])
  })

  it('cancels the dead, makes the widow head, and prints the proof', () => {
    const walk = decided(types.cancellation, '户主去世，妻子当户主', [familyHousehold()])
    expect(walk.act('cancel')).toEqual([])
    expect(person(walk, man)).toMatchObject({ status: 'deceased', statusCause: 'death' })
    expect(person(walk, woman).relationToHead).toBe('02')
    expect(household(walk, '000123').headPersonId).toBe(woman.slice('person:'.length))
    const proof = types.cancellation.papers.find(({ id }) => id === 'cancellation-proof')
    expect(JSON.stringify(proof && walk.make(proof))).toContain('2026年2月20日死亡')
  })

  it('withdraws the household of somebody who lived alone', () => {
    const walk = decided(types.cancellation, '独居的人去世，撤户', [familyHousehold()])
    expect(walk.act('cancel')).toEqual([])
    expect(household(walk, '000123')).toMatchObject({ withdrawnOn: '2026-03-04', headPersonId: '' })
  })

  it('cancels one of two registrations only where the other is kept', () => {
    const there = decided(types.duplicateRegistration, '两个户口，保留对方的')
    expect(there.act('settle')).toEqual([])
    expect(person(there, man)).toMatchObject({ status: 'cancelled', statusCause: 'double' })
    const here = decided(types.duplicateRegistration, '两个户口，保留本所的')
    expect(here.act('settle')).toEqual([])
    expect(person(here, man)).toMatchObject({ status: 'registered' })
    expect(person(here, man).entries?.at(-1)).toMatchObject({ item: '双重户口', after: '保留本所登记' })
  })
})

describe('one kind of hukou', () => {
  it('keeps the old kind of a household in its history, once', () => {
    const walk = decidedOnTheSpot(types.unifiedRegistration, '旧户口簿上的老户别，当场换发')
    expect(walk.act('unify')).toEqual([])
    expect(household(walk, '000123').entries).toMatchObject([
      { cause: 'nature-converted', item: '户别', before: '农业家庭户口', after: '家庭户' },
    ])
    const again = new CaseWalk(types.unifiedRegistration, '2026-03-05', ...walk.records.values())
    expect(again.open(exampleOf(types.unifiedRegistration, '旧户口簿上的老户别，当场换发').facts)).toEqual([
      'already-unified',
    ])
  })

  it('counts a re-zoned village otherwise from its day on, and not before', () => {
    const village: LocalityRecord = {
      kind: 'locality',
      key: 'locality:150430100201',
      code: '150430100201',
      name: '样例村民委员会',
      township: '150430100',
      classes: [{ from: '2016-01-01', class: '220' }],
      version: 1,
    }
    const walk = decided(types.localityReclassification, '样例村从一月一日起划入城区', [village])
    expect(walk.act('reclassify')).toEqual([])
    const after = walk.records.get(village.key) as LocalityRecord
    expect(classOn(after, '2025-12-31')).toBe('220')
    expect(classOn(after, '2026-01-01')).toBe('111')
    const again = new CaseWalk(types.localityReclassification, '2026-03-05', after)
    const { facts } = exampleOf(types.localityReclassification, '样例村从一月一日起划入城区')
    expect(again.open(facts)).toEqual(['class-unchanged'])
  })
})

describe('a residence permit', () => {
  const permit = (walk: CaseWalk) =>
    walk.records.get('residence-permit:JZ1504300001') as ResidencePermitRecord

  it('endorsed in time counts on', () => {
    const walk = decided(types.residencePermitService, '满一年前的一个月里签注')
    expect(walk.act('carryOut')).toEqual([])
    expect(permit(walk)).toMatchObject({
      usableUntil: '2027-04-30',
      yearsCountFrom: '2025-05-01',
      endorsements: [{ on: '2026-04-10', until: '2027-04-30', late: false }],
    })
  })

  it('endorsed late begins anew', () => {
    const walk = decided(types.residencePermitService, '晚了二十天：照样签注，年限重新算')
    expect(walk.act('carryOut')).toEqual([])
    expect(permit(walk)).toMatchObject({
      usableUntil: '2027-05-19',
      yearsCountFrom: '2026-05-20',
      endorsements: [{ late: true }],
    })
  })

  it('lost is replaced, and the card is handed out afterwards', () => {
    const walk = decided(types.residencePermitService, '丢了，在原来申领的所补领，收工本费')
    expect(walk.act('carryOut')).toEqual([])
    expect(permit(walk).replacements).toMatchObject([{ reason: '丢失补领' }])
    expect(walk.caseFile?.status).toBe('issued')
  })

  it('is cancelled when the hukou has come', () => {
    const walk = decided(types.residencePermitService, '户口迁来了，注销')
    expect(walk.act('carryOut')).toEqual([])
    expect(permit(walk)).toMatchObject({ state: 'cancelled', entries: [{ reason: '户口迁来了' }] })
  })
})

function decidedOnTheSpot(caseType: CaseType, name: string): CaseWalk {
  const { facts, day } = exampleOf(caseType, name)
  const behind = registerBehind(caseType, facts)
  const walk = new CaseWalk(caseType, day, ...behind.records)
  expect(walk.open(behind.facts)).toEqual([])
  return walk
}

function familyHousehold(): HouseholdRecord {
  return {
    kind: 'household',
    key: 'household:000123',
    number: '000123',
    householdKind: 'family',
    headPersonId: man.slice('person:'.length),
    address: { region: '150430', detail: '新惠镇样例街1号' },
    committee: '样例社区',
    version: 1,
  }
}

function withLoan(record: HouseholdRecord): HouseholdRecord {
  const { collective } = record
  if (!collective) return record
  const loan = {
    personId: man.slice('person:'.length),
    purpose: '结婚登记',
    lentOn: '2026-02-01',
    dueOn: '2026-02-15',
  }
  return { ...record, collective: { ...collective, loans: [loan] } }
}
