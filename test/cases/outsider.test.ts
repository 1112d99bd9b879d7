import { describe, expect, it } from 'vitest'
import { readOutsider } from '../../shared/cases/outsider.ts'

describe('somebody of another station', () => {
  it('is named by a name and a number, which say sex and birth date', () => {
    expect(readOutsider('样外地 15049919800101001x', '2026-03-04')).toEqual({
      name: '样外地',
      citizenId: '15049919800101001X',
      sex: '1',
      birthDate: '1980-01-01',
    })
  })

  it('may be named by a name alone', () => {
    expect(readOutsider(' 样外地 ', '2026-03-04')).toEqual({ name: '样外地' })
  })

  it.each(['', '150499198001010010', '样外地 150499198001010010', '样 外 地 方', 'abc'])(
    'is not made of what does not read so: %s',
    (typed) => {
      expect(readOutsider(typed, '2026-03-04')).toBeUndefined()
    },
  )
})
