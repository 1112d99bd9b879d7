import { beforeEach, describe, expect, it } from 'vitest'
import { restoration } from '../../shared/cases/restoration-case/index.ts'
import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { CaseWalk } from '../builders/case-walk.ts'

const personId = '0f1d8a52-3c44-4a58-8f3e-150499000001'
const household: HouseholdRecord = {
  kind: 'household',
  key: 'household:000123',
  number: '000123',
  householdKind: 'family',
  headPersonId: '',
  address: { region: '150430', detail: '新惠镇样例街1号' },
  committee: '样例社区',
  version: 0,
}
const cancelled: ResidentRecord = {
  kind: 'person',
  key: `person:${personId}`,
  id: personId,
  householdNumber: '000123',
  relationToHead: '02',
  name: '样长青',
  formerName: '',
  sex: '1',
  ethnicGroup: '02',
  birthDate: '1965-09-12',
  birthplace: '',
  nativePlace: '',
  education: '',
  occupation: '',
  maritalStatus: '',
  citizenId: '150499196509120018',
  address: household.address,
  committee: '样例社区',
  status: 'cancelled',
  statusOn: '2006-05-10',
  statusCause: 'long-absence',
  pinyinInitials: '',
  version: 3,
}
const complete = restoration.examples[0]?.facts ?? {}
const { interviews, ...atTheCounter } = complete

describe('a restored hukou', () => {
  let walk: CaseWalk
  beforeEach(() => {
    walk = new CaseWalk(restoration, '2026-03-04', household, cancelled)
  })
  const person = () => walk.records.get(cancelled.key) as ResidentRecord

  it('is looked into before the chief sees it, and decided by station and county', () => {
    expect(walk.open(atTheCounter)).toEqual([])
    expect(walk.caseFile?.status).toBe('investigating')
    expect(walk.investigate({ ...checks(), interviews })).toEqual([])
    expect(walk.caseFile?.status).toBe('awaiting-approval')
    expect(walk.approve('chief')).toEqual([])
    expect(walk.caseFile?.status).toBe('awaiting-county')
    expect(walk.approve('county')).toEqual([])
    expect(walk.caseFile?.status).toBe('approved')
  })

  it('keeps its original number and tells in its history by which case it came back', () => {
    walk.open(complete)
    walk.approve('chief', 'county')
    expect(walk.act('restore')).toEqual([])
    expect(person()).toMatchObject({ status: 'registered', citizenId: cancelled.citizenId })
    expect(person().statusCause).toBeUndefined()
    expect(person().entries?.at(-1)).toMatchObject({ cause: 'restored', before: '已注销', after: '在册' })
  })

  it('may be accepted without a line but is not decided before the comparison is there', () => {
    const offline = { ...complete, comparisonResult: 'unreachable', comparisonOn: undefined }
    expect(walk.open(offline)).toEqual([])
    expect(walk.caseFile?.status).toBe('investigating')
    expect(walk.approve('chief')).toEqual(['wrong-status'])
    expect(walk.investigate({ ...checks(), interviews })).toEqual([])
    expect(walk.caseFile?.status).toBe('awaiting-approval')
  })

  it('is not approved by whoever accepted or looked into it', () => {
    walk.open(complete, 'chief')
    expect(walk.approve('chief')).toEqual(['four-eyes'])
  })

  it('waits for a clean-up where somebody else is registered under the number', () => {
    const other = { ...cancelled, id: '0f1d8a52-3c44-4a58-8f3e-150499000002', status: 'registered' as const }
    walk = new CaseWalk(restoration, '2026-03-04', household, cancelled, {
      ...other,
      key: `person:${other.id}`,
      name: '样同号',
    })
    expect(walk.open(complete)).toEqual([])
    expect(walk.caseFile?.form).toMatchObject({ numberCheck: 'in-use', numberHolder: '样同号，本所在册' })
    expect(walk.approve('chief')).not.toEqual([])
  })

  it('is not given to somebody who is registered anyway', () => {
    walk = new CaseWalk(restoration, '2026-03-04', household, { ...cancelled, status: 'registered' })
    expect(walk.open(complete)).toEqual(['not-registered-here'])
  })

  it('goes to the office that cancelled it, when that was not this one', () => {
    const elsewhere = { ...complete, cancelledAt: 'outside-chifeng', cancellingOffice: '通辽市样例派出所' }
    expect(walk.open(elsewhere)).not.toEqual([])
    expect(walk.open(elsewhere, 'officer', 'refer')).toEqual([])
    expect(walk.caseFile?.status).toBe('referred')
    const slip = restoration.papers.find(({ id }) => id === 'referral')
    expect(JSON.stringify(slip && walk.make(slip))).toContain('通辽市样例派出所')
  })

  it('ends as refused where the police find it registered elsewhere', () => {
    walk.open(atTheCounter)
    walk.investigate({ ...checks(), elsewhereCheck: 'registered', elsewherePlace: '天津市样例区' })
    expect(walk.caseFile?.status).toBe('investigating')
    expect(walk.take('refuseAfterAcceptance', { stationName: '样例派出所', note: '' })).toEqual([])
    const slip = restoration.papers.find(({ id }) => id === 'refusal')
    expect(JSON.stringify(slip && walk.make(slip))).toContain('天津市样例区')
  })
})

function checks() {
  return {
    elsewhereCheck: 'none',
    numberCheck: 'free',
    comparisonResult: 'same-person',
    comparisonOn: '2026-03-02',
  }
}
