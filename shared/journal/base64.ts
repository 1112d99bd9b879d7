import { must } from '../base/must.ts'

/** Base64 as in RFC 4648 section 4, with padding: neither Node's Buffer nor the window's btoa exists in shared. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const SHAPE = /^[A-Za-z0-9+/]*={0,2}$/
const valueOf = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]))

export function toBase64(bytes: Uint8Array): string {
  const groups: string[] = []
  for (let at = 0; at < bytes.length; at += 3) groups.push(groupOf(bytes.subarray(at, at + 3)))
  return groups.join('')
}

/** Undefined when the text is not base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !SHAPE.test(text)) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    const word =
      (sextet(text, at) << 18) |
      (sextet(text, at + 1) << 12) |
      (sextet(text, at + 2) << 6) |
      sextet(text, at + 3)
    bytes[to] = word >> 16
    if (to + 1 < bytes.length) bytes[to + 1] = (word >> 8) & 255
    if (to + 2 < bytes.length) bytes[to + 2] = word & 255
  }
  return bytes
}

function groupOf(bytes: Uint8Array): string {
  const [first = 0, second = 0, third = 0] = bytes
  const word = (first << 16) | (second << 8) | third
  const letters = letter(word >> 18) + letter(word >> 12) + letter(word >> 6) + letter(word)
  return letters.slice(0, bytes.length + 1).padEnd(4, '=')
}

function letter(bits: number): string {
  return must(ALPHABET[bits & 63], 'six bits always have a letter')
}

function sextet(text: string, at: number): number {
  return valueOf.get(text[at] ?? '=') ?? 0
}
