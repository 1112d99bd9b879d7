import { describe, expect, it } from 'vitest'
import { householdRecordSchema } from '../../shared/people/household.ts'
import { convertLegacyHousehold } from '../../shared/register/legacy-household.ts'
import { cityPackageSchema } from '../../shared/sync/messages.ts'

const old = {
  kind: 'household',
  key: 'household:000000001',
  number: '000000001',
  headPersonId: '',
  address: { region: '150430', detail: '样例嘎查1号' },
  committee: '样例嘎查',
  version: 1,
}

describe('an agricultural household of an old base', () => {
  it.each([
    ['2', 'family', '农业家庭户口', '家庭户'],
    ['1', 'family', '非农业家庭户口', '家庭户'],
    ['4', 'collective', '农业集体户口', '集体户'],
    ['5', 'family', '自理口粮户口', '家庭户'],
  ])(
    'of kind %s becomes a household of residents, its old kind only in the history',
    (code, kind, before, after) => {
      const converted = householdRecordSchema.parse(
        convertLegacyHousehold({ ...old, legacyHouseholdType: code }),
      )
      expect(converted.householdKind).toBe(kind)
      expect(converted.entries).toMatchObject([{ cause: 'nature-converted', item: '户别', before, after }])
      const { entries: _history, ...shown } = converted
      expect(JSON.stringify(shown)).not.toContain('农业')
    },
  )

  it.each(['0', '6', '7', '8', '99'])(
    'of kind %s was no permanent registration and is not taken in',
    (code) => {
      const read = householdRecordSchema.safeParse(
        convertLegacyHousehold({ ...old, legacyHouseholdType: code }),
      )
      expect(read.success).toBe(false)
    },
  )

  it('is converted when a package is read, on either side of the line', () => {
    const { records } = cityPackageSchema.shape.stations.element.shape
    expect(records.parse([{ ...old, legacyHouseholdType: '2' }])).toMatchObject([{ householdKind: 'family' }])
  })

  it('leaves every other record as it is', () => {
    const person = { kind: 'person' }
    expect(convertLegacyHousehold(person)).toBe(person)
    expect(convertLegacyHousehold(null)).toBe(null)
  })
})
