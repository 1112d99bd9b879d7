import { accepted, refused, type Outcome } from '../base/outcome.ts'

/** Digits and capitals without I, O, S, V and Z, in the order of their values. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const places = 17

/**
 * The check character of the first seventeen of a unified social credit code: weights are the powers of three modulo
 * 31 (GB 32100). Throws when a character is not of the alphabet.
 */
export function creditCodeCheck(first17: string): string {
  let weight = 1
  let sum = 0
  for (const character of first17) {
    const value = alphabet.indexOf(character)
    if (value < 0) throw new RangeError(`not in the alphabet: ${character}`)
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** Reads a code as typed, small letters and spaces allowed. Refuses with 'credit-code-shape' or 'credit-code-check'. */
export function checkCreditCode(typed: string): Outcome<string> {
  const code = typed.replaceAll(/[\s-]/gu, '').toUpperCase()
  const isShaped = /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)
  if (!isShaped) {
    return refused({
      code: 'credit-code-shape',
      message: '统一社会信用代码是 18 位数字和字母，没有 I、O、S、V、Z。请照证照核对。',
    })
  }
  if (creditCodeCheck(code.slice(0, places)) === code.charAt(places)) return accepted(code)
  return refused({
    code: 'credit-code-check',
    message: '统一社会信用代码的校验位对不上，有一位输错了。请照证照逐位核对。',
  })
}
