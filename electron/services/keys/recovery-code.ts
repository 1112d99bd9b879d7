import { randomInt } from 'node:crypto'

/** Crockford's letters: no I, L, O or U, so that a code is copied from paper without doubt. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 7
const lettersInGroup = 4

/** 140 random bits as seven groups of four letters: 'K7QM-…'. */
export function newRecoveryCode(): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: lettersInGroup }, () => letters.charAt(randomInt(letters.length))).join(''),
  ).join('-')
}

/** The code as it was meant: small letters, spaces, and the letters that paper confuses. */
export function plainRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}
