import { array, assert, constantFrom, nat, pre, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCreditCode, creditCodeCheck } from '../../shared/people/credit-code.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('')
const first17 = array(constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((all) => all.join(''))

describe('a unified social credit code', () => {
  it('is read as typed, with small letters and spaces', () => {
    const code = '91150430MA0X00001'
    const whole = code + creditCodeCheck(code)
    const typed = `${whole.slice(0, 8).toLowerCase()} ${whole.slice(8).toLowerCase()}`
    expect(checkCreditCode(typed)).toEqual({ ok: true, value: whole })
  })

  it('is refused when one character was mistyped', () => {
    assert(
      property(first17, nat(16), constantFrom(...alphabet), (start, place, other) => {
        const whole = start + creditCodeCheck(start)
        pre(whole.charAt(place) !== other)
        const mistyped = whole.slice(0, place) + other + whole.slice(place + 1)
        expect(checkCreditCode(mistyped).ok).toBe(false)
      }),
    )
  })

  it('is refused when two neighbours were exchanged', () => {
    assert(
      property(first17, nat(15), (start, place) => {
        const whole = start + creditCodeCheck(start)
        const [one, two] = [whole.charAt(place), whole.charAt(place + 1)] as const
        pre(one !== two)
        expect(checkCreditCode(whole.slice(0, place) + two + one + whole.slice(place + 2)).ok).toBe(false)
      }),
    )
  })

  it.each(['', '9115043', '91150430MA0X0000I1'])('of another shape is refused: %s', (typed) => {
    const checked = checkCreditCode(typed)
    expect(checked.ok ? [] : checked.refusals.map(({ code }) => code)).toEqual(['credit-code-shape'])
  })
})
