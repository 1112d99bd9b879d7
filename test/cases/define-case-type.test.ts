import { describe, expect, it } from 'vitest'
import { defineCaseType } from '../../shared/cases/define-case-type.ts'
import { cancellation } from '../../shared/cases/case-types.ts'

const definition = (over: object) => () => defineCaseType({ ...cancellation, ...over } as never)
const [first, ...others] = cancellation.form

describe('a case type that cannot work does not start', () => {
  it('and one that can does', () => {
    expect(definition({})).not.toThrow()
  })

  it('when a page names a field that is not there', () => {
    const form = [{ ...first, fields: [...(first?.fields ?? []), 'colour'] }, ...others]
    expect(definition({ form })).toThrow('case type cancellation: the form names no field colour')
  })

  it('when a field stands on no page', () => {
    const fields = { ...cancellation.fields, colour: { kind: 'text', label: '颜色' } }
    expect(definition({ fields })).toThrow('case type cancellation: no page shows colour')
  })

  it('when a step leads to where nothing leads on, except for what stands beside the workflow', () => {
    const lost = { ...cancellation.steps['approve'], to: ['printing'] }
    expect(definition({ steps: { ...cancellation.steps, lost } })).toThrow(
      'case type cancellation: status printing has no way out',
    )
  })
})
