import { randomInt } from 'node:crypto'

/** No 0, 1, I, L or O: a code is read from paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')

/** Six groups of four, some 118 bits by chance. */
export function newEnrolmentCode(): string {
  return Array.from({ length: 6 }, group).join('-')
}
