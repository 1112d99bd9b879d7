import { describe, expect, it } from 'vitest'
import { residencePermitApplication } from '../../shared/cases/residence-permit-application-case/index.ts'
import { CaseWalk } from '../builders/case-walk.ts'

const complete = residencePermitApplication.examples[0]?.facts ?? {}

function approved(): CaseWalk {
  const walk = new CaseWalk(residencePermitApplication, '2026-03-04')
  expect(walk.open(complete)).toEqual([])
  expect(walk.approve('chief', 'county')).toEqual([])
  return walk
}

describe('a residence permit', () => {
  it('is accepted by the station, issued by the county and handed over signed for', () => {
    const walk = approved()
    expect(walk.act('issue', { permitNumber: '150430-2026-00001' })).toEqual([])
    expect(walk.records.get('residence-permit:150430-2026-00001')).toMatchObject({
      state: 'issued',
      issuedOn: '2026-03-04',
      usableUntil: '2027-03-03',
    })
    expect(walk.take('handOver', { receivedBy: '样外来', signed: true })).toEqual([])
    expect(walk.caseFile?.status).toBe('closed')
  })

  it('never takes a number that is on another permit', () => {
    const first = approved()
    first.act('issue', { permitNumber: '150430-2026-00001' })
    const second = approved()
    for (const [key, record] of first.records) second.records.set(key, record)
    expect(second.act('issue', { permitNumber: '150430-2026-00001' })).toEqual(['number-used'])
  })

  it('tells on which day half a year is full', () => {
    const walk = new CaseWalk(residencePermitApplication, '2025-07-09')
    expect(walk.open({ ...complete, residesSince: '2025-01-10' })).toEqual(['half-a-year'])
    expect(walk.messages.join('')).toContain('2025年7月10日')
  })

  it('prints an approval form with a box for each level that decides', () => {
    const walk = approved()
    const paper = residencePermitApplication.papers.find(({ id }) => id === 'approval-form')
    const made = paper && walk.make(paper)
    expect(made?.ok).toBe(true)
    expect(JSON.stringify(made)).toContain('旗县区公安局')
  })
})
