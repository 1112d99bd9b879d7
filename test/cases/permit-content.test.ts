import { describe, expect, it } from 'vitest'
import { examplePermitContent, examplePermitFacts } from '../../shared/cases/example-permit.ts'
import { permitContentOf } from '../../shared/cases/permit-content.ts'

const parts = [
  'permitApplicant',
  'moversFrom',
  'moversOffice',
  'destination',
  'destinationOffice',
  'moveReason',
  'movers',
]
const columns = ['relation', 'name', 'sex', 'birthDate', 'citizenId']

describe('the content of a move-in permit', () => {
  it('is frozen as the form has it', () => {
    expect(permitContentOf(examplePermitFacts)).toEqual(examplePermitContent)
  })

  it.each(parts)('is not frozen without its %s', (part) => {
    expect(permitContentOf({ ...examplePermitFacts, [part]: undefined })).toBeUndefined()
  })

  it.each(columns)('is not frozen while the line of a mover has no %s', (column) => {
    const [first, ...others] = examplePermitFacts.movers ?? []
    const movers = [{ ...first, [column]: undefined }, ...others]
    expect(permitContentOf({ ...examplePermitFacts, movers })).toBeUndefined()
  })

  it('is not frozen without a mover', () => {
    expect(permitContentOf({ ...examplePermitFacts, movers: [] })).toBeUndefined()
  })
})
