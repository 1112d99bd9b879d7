import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCreditCode, creditCodeCheck } from '../../shared/people/credit-code.ts'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const first17 = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((all) => all.join(''))

describe('a unified social credit code', () => {
  it('is read as typed, with small letters and spaces', () => {
    const code = `91150430MA0X0000${'1'}`
    const whole = code + creditCodeCheck(code)
    const typed = `${whole.slice(0, 8).toLowerCase()} ${whole.slice(8).toLowerCase()}`
    expect(checkCreditCode(typed)).toEqual({ ok: true, value: whole })
  })

  it('is refused when one character was mistyped', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.constantFrom(...alphabet), (start, place, other) => {
        const whole = start + creditCodeCheck(start)
        fc.pre(whole.charAt(place) !== other)
        const mistyped = whole.slice(0, place) + other + whole.slice(place + 1)
        expect(checkCreditCode(mistyped).ok).toBe(false)
      }),
    )
  })

  it('is refused when two neighbours were exchanged', () => {
    fc.assert(
      fc.property(first17, fc.nat(15), (start, place) => {
        const whole = start + creditCodeCheck(start)
        const [one = '', two = ''] = [whole.charAt(place), whole.charAt(place + 1)]
        fc.pre(one !== two)
        expect(checkCreditCode(whole.slice(0, place) + two + one + whole.slice(place + 2)).ok).toBe(false)
      }),
    )
  })

  it.each(['', '9115043', '91150430MA0X0000I1'])('of another shape is refused: %s', (typed) => {
    const checked = checkCreditCode(typed)
    expect(checked.ok ? [] : checked.refusals.map(({ code }) => code)).toEqual(['credit-code-shape'])
  })
})
