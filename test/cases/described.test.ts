import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { differencesOf } from '../../shared/cases/compare-moments.ts'
import { describeCaseType } from '../../shared/cases/describe-case-type.ts'
import { exampleCertificate } from '../../shared/cases/example-certificate.ts'
import { examplePermit } from '../../shared/cases/example-permit.ts'
import { caseTypes, findCaseType } from '../../shared/cases/registry.ts'
import { migrationCertificateSheet, moveInPermitSheet } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import { voidRegisterOf } from '../../shared/cases/void-register.ts'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import { textIn } from '../builders/text-in.ts'
import { toTheDecision } from '../builders/whole-walk.ts'

describe('what a program in another language is told of a matter', () => {
  it('is as it was last read: steps, roles, statuses and the names of their facts', async () => {
    const described = caseTypes.map((caseType) => {
      const { steps, ...matter } = describeCaseType(caseType)
      const named = Object.entries(steps).map(([key, { facts, ...step }]) => {
        const { properties = {} } = facts as { readonly properties?: object }
        return [key, { ...step, facts: Object.keys(properties) }] as const
      })
      return JSON.stringify({ ...matter, steps: Object.fromEntries(named) }, undefined, 1)
    })
    await expect(`${described.join('\n')}\n`).toMatchFileSnapshot('./said/described.txt')
  })
})

describe('two versions of a case beside their common one', () => {
  const cancellation = must(findCaseType('cancellation'), 'the cancellation')
  const example = must(cancellation.examples[0], 'an example')
  const base = must(toTheDecision(cancellation, example).walk.caseFile, 'a case')
  const changed = (facts: object) => ({ ...base, form: { ...base.form, ...facts } })
  const names = (moments: Parameters<typeof differencesOf>[1]) =>
    differencesOf(cancellation, moments).map(({ name }) => name)

  it('differ where either side is not as it was, in the order of the form', () => {
    const mine = changed({ cause: 'declared-dead' })
    const city = changed({ diedOn: '2026-01-01' })
    expect(names({ base, mine, city: base })).toEqual(['cause'])
    expect(names({ base, mine: base, city })).toEqual(['diedOn'])
    expect(names({ base, mine, city })).toEqual(
      Object.keys(cancellation.fields).filter((name) => name === 'cause' || name === 'diedOn'),
    )
  })

  it('differ also where both say the same but not what stood before', () => {
    const both = changed({ cause: 'declared-dead' })
    expect(differencesOf(cancellation, { base, mine: both, city: both })).toMatchObject([
      { name: 'cause', base: 'death', mine: 'declared-dead', city: 'declared-dead' },
    ])
  })

  it('do not differ where nothing changed, however deep; a version that is missing differs in all that stands', () => {
    expect(names({ base, mine: structuredClone(base), city: structuredClone(base) })).toEqual([])
    const standing = Object.keys(cancellation.fields).filter((name) => base.form[name] !== undefined)
    expect(names({ base, mine: base, city: undefined })).toEqual(standing)
  })
})

describe('the register of spoiled and void sheets', () => {
  const sheet = (digits: string, over: Partial<CertificateRecord>): CertificateRecord => ({
    ...exampleCertificate,
    key: `certificate:${digits}`,
    serial: { ...exampleCertificate.serial, digits },
    ...over,
  })
  const lost = sheet('00000001', {
    state: 'void',
    voided: { on: '2026-03-10', reason: 'lost', by: '民警乙' },
    replacedBy: 'certificate:00000002',
  })
  const next = sheet('00000002', { replaces: lost.key })
  const byNobody = sheet('00000005', { ...lost, voided: { on: '2026-03-12', reason: 'damaged' } })
  const { content: _content, ...bare } = sheet('00000003', {})
  const jammed: CertificateRecord = {
    ...bare,
    state: 'spoiled',
    spoiled: { on: '2026-03-05', reason: 'jammed', by: '民警丙' },
  }
  const listed = (from: string, to: string, sheets = [lost, next, jammed, byNobody]) =>
    textIn(voidRegisterOf({ station: '样例派出所', kind: migrationCertificateSheet, from, to, sheets }))

  it('lists what was spoiled or voided between two days, both included, the earliest first', () => {
    const whole = listed('2026-03-05', '2026-03-10')
    expect(whole.indexOf('00000003')).toBeLessThan(whole.indexOf('00000001'))
    expect(whole.indexOf('00000003')).toBeGreaterThan(0)
    expect(listed('2026-03-06', '2026-03-09')).not.toMatch(/0000000[135]号/)
    expect(listed('2026-03-06', '2026-03-10')).not.toContain('00000003')
    expect(listed('2026-03-05', '2026-03-09')).not.toContain('00000001')
  })

  it('is as it was last read, of certificates and of permits', async () => {
    const permit = {
      ...examplePermit,
      state: 'void',
      voided: { on: '2026-03-08', reason: 'expired' },
    } as const
    const permits = textIn(
      voidRegisterOf({
        station: '样例派出所',
        kind: moveInPermitSheet,
        from: '2026-03-01',
        to: '2026-03-31',
        sheets: [permit],
      }),
    )
    await expect(`${listed('2026-03-01', '2026-03-31')}\n${permits}\n`).toMatchFileSnapshot(
      './said/void-register.txt',
    )
  })
})
