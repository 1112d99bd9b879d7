import { describe, expect, it } from 'vitest'
import {
  birthRegistration,
  residencePermitApplication,
  settlementInTown,
} from '../../shared/cases/case-types.ts'
import { barredDemands, mayDemand } from '../../shared/cases/demands.ts'

const reasons = (outcome: ReturnType<typeof mayDemand>) =>
  outcome.ok ? [] : outcome.refusals.map(({ citation }) => citation)

describe('what a clerk may ask for', () => {
  it('is no parentage test when an unmarried mother’s child follows her', () => {
    const facts = { parentsMarried: false, follows: 'mother' }
    expect(reasons(mayDemand(birthRegistration, facts, '亲子鉴定'))).toEqual(['WR-20'])
    expect(reasons(mayDemand(birthRegistration, facts, '生父的身份证'))).toEqual(['WR-20'])
  })

  it('may be a parentage test when the child follows the father', () => {
    expect(
      reasons(mayDemand(birthRegistration, { parentsMarried: false, follows: 'father' }, '亲子鉴定')),
    ).toEqual([])
    expect(
      reasons(mayDemand(birthRegistration, { parentsMarried: true, follows: 'mother' }, '亲子鉴定')),
    ).toEqual([])
  })

  it('is no lease on paper once the lease was found by data sharing', () => {
    const shared = { ground: 'dwelling', groundProof: 'shared' }
    expect(reasons(mayDemand(residencePermitApplication, shared, '租赁合同复印件'))).toEqual(['WR-12'])
    expect(reasons(mayDemand(residencePermitApplication, { ...shared, ground: 'job' }, '租赁合同'))).toEqual(
      [],
    )
    expect(
      reasons(mayDemand(residencePermitApplication, { ...shared, groundProof: 'paper' }, '租赁合同')),
    ).toEqual([])
  })

  it('is a record of insurance payments without being a fee; a fee stays one beside it', () => {
    expect(reasons(mayDemand(birthRegistration, {}, '社保缴费记录'))).toEqual([])
    expect(reasons(mayDemand(birthRegistration, {}, '社保缴费记录和工本费'))).toEqual(['FEE-2013'])
    expect(reasons(mayDemand(settlementInTown, {}, '社保缴费记录'))).not.toEqual([])
  })

  it('lists every ban once, and no fee ban where the law lets a fee be charged', () => {
    const ids = barredDemands(birthRegistration, { parentsMarried: false, follows: 'mother' }).map(
      ({ id }) => id,
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('fee')
    expect(barredDemands(residencePermitApplication, {}).map(({ id }) => id)).not.toContain('fee')
  })
})
