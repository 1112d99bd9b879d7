import { describe, expect, it } from 'vitest'
import { findCitation } from '../../shared/policy/instruments/index.ts'
import {
  defaultPolicyOptions,
  optionInWords,
  policyOptionNames,
  policyOptions,
  readPolicyOptions,
} from '../../shared/policy/options.ts'
import { services, servicesFor } from '../../shared/policy/services.ts'

describe('the open questions of the notice', () => {
  it.each(policyOptionNames.map((name) => [name]))(
    '%s has a default among its choices, a reason, a source',
    (name) => {
      const option = policyOptions[name]
      expect(Object.keys(option.choices)).toContain(String(option.default))
      expect(Object.keys(option.choices).length).toBeGreaterThan(1)
      expect(option.reason).toMatch(/。$/)
      expect(findCitation(option.source)).toBeDefined()
    },
  )

  it('are answered as domain and notice suggest unless somebody says otherwise', () => {
    expect(defaultPolicyOptions).toMatchObject({
      'stock-requires-both': false,
      'parents-of-both-sides': true,
      'lease-measured-by': 'term',
      'restoration-approval-level': 'county',
      'reissue-approval-level': 'station',
      'village-under-a-town': 'person-decides',
      'tax-certificate-merged': true,
      'urban-class-123': 'urban',
    })
    expect(readPolicyOptions({})).toEqual({ ok: true, value: defaultPolicyOptions })
  })

  it('take another answer, written as text or as yes and no', () => {
    const read = readPolicyOptions({
      'restoration-approval-level': 'city',
      'stock-requires-both': 'true',
      'parents-of-both-sides': false,
    })
    expect(read).toEqual({
      ok: true,
      value: {
        ...defaultPolicyOptions,
        'restoration-approval-level': 'city',
        'stock-requires-both': true,
        'parents-of-both-sides': false,
      },
    })
  })

  it('refuse a name that is no setting, and a value that is no answer, each in words', () => {
    const read = readPolicyOptions({ 'stock-needs-both': true, 'lease-measured-by': 'rent', toString: 'x' })
    expect(read.ok ? [] : read.refusals.map(({ code, field }) => [code, field])).toEqual([
      ['option-unknown', 'stock-needs-both'],
      ['option-value', 'lease-measured-by'],
      ['option-unknown', 'toString'],
    ])
    const message = read.ok ? '' : read.refusals[1]?.message
    expect(message).toContain('租住满一年怎么算')
    expect(message).toContain('term（看合同租期）')
  })

  it('refuse a yes where words are asked, and an inherited name as an answer', () => {
    expect(readPolicyOptions({ 'lease-measured-by': true }).ok).toBe(false)
    expect(readPolicyOptions({ 'lease-measured-by': 'constructor' }).ok).toBe(false)
  })

  it('say in words what was chosen', () => {
    expect(optionInWords('stock-requires-both', false)).toBe('有一样就行')
    expect(optionInWords('lease-measured-by', 'elapsed')).toBe('看已经租住的时间')
  })
})

describe('the services on the leaflet', () => {
  it('have an id of their own and a known clause', () => {
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length)
    expect(services.filter(({ citation }) => !findCitation(citation))).toEqual([])
    expect(services.filter(({ words }) => !words.endsWith('。'))).toEqual([])
  })

  it('cover every paragraph of part four and the permit of part three', () => {
    const cited = new Set(services.map(({ citation }) => citation))
    for (const clause of [
      'CF-4.2',
      'CF-4.3',
      'CF-4.4',
      'CF-4.5',
      'CF-4.6',
      'CF-4.7',
      'CF-3.2',
      'RP-12',
      'RP-13',
    ])
      expect(cited).toContain(clause)
  })

  it('open for the settled at once or on conditions, never after years', () => {
    const settled = servicesFor('settled')
    expect(settled.filter(({ group }) => group === 'after-years')).toEqual([])
    expect(settled.map(({ id }) => id)).toContain('medical-insurance')
    expect(settled.map(({ id }) => id)).not.toContain('permit-vehicle')
  })

  it('open six kinds of support to permit holders with the years, and examinations on conditions', () => {
    const permit = servicesFor('permit')
    expect(permit.filter(({ group }) => group === 'after-years')).toHaveLength(6)
    expect(permit.find(({ id }) => id === 'entrance-examinations')?.group).toBe('with-conditions')
    expect(permit.map(({ id }) => id)).toContain('schooling')
    expect(permit.map(({ id }) => id)).not.toContain('town-housing')
  })
})
