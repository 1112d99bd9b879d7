import { fromByteArray, toByteArray } from 'base64-js'

/** Base64 as in RFC 4648 section 4, with padding: neither Node's Buffer nor the window's btoa exists in shared. */
export function toBase64(bytes: Uint8Array): string {
  return fromByteArray(bytes)
}

const shape = /^[A-Za-z0-9+/]*={0,2}$/

/** Undefined when the text is not base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  return text.length % 4 === 0 && shape.test(text) ? toByteArray(text) : undefined
}
