import { z } from 'zod'
import { bytesOfText } from '../seal/cipher-suite.ts'
import { internationalSuite } from '../seal/international-suite.ts'
import { costSchema, keyFromPassphrase, type Cost } from '../seal/passphrase-key.ts'
import { fromBase64, toBase64 } from '../journal/base64.ts'

/**
 * A starting package as a file: a line of JSON that says how to open it, then the sealed bytes (gzipped JSON). Whoever
 * finds the stick learns that it is a package and nothing else; the opening code comes to the station on paper.
 */
const headSchema = z.object({
  format: z.literal('hukou-desk-package-1'),
  salt: z.string(),
  cost: costSchema,
})

const place = 'starting-package'
const lineFeed = 10

export interface PackageChance {
  readonly salt: Uint8Array
  readonly nonce: Uint8Array
}

/** Seals the gzipped content under the opening code. */
export async function sealPackage(
  content: Uint8Array,
  openingCode: string,
  cost: Cost,
  { salt, nonce }: PackageChance,
): Promise<Uint8Array> {
  const head = JSON.stringify({ format: 'hukou-desk-package-1', salt: toBase64(salt), cost })
  const key = await keyFromPassphrase(openingCode, salt, cost)
  const sealed = internationalSuite.seal(key, nonce, content, place)
  const line = bytesOfText(`${head}\n`)
  const file = new Uint8Array(line.length + sealed.length)
  file.set(line)
  file.set(sealed, line.length)
  return file
}

export type OpenedPackage =
  | { readonly ok: true; readonly content: Uint8Array }
  | { readonly ok: false; readonly why: 'not-a-package' | 'wrong-code' }

/** Opens a package file; a wrong code and a changed file look the same. */
export async function openPackage(file: Uint8Array, openingCode: string): Promise<OpenedPackage> {
  const end = file.subarray(0, 1000).indexOf(lineFeed)
  const head = end < 0 ? undefined : readHead(String.fromCharCode(...file.subarray(0, end)))
  if (!head) return { ok: false, why: 'not-a-package' }
  const key = await keyFromPassphrase(openingCode, head.salt, head.cost)
  const content = internationalSuite.open(key, file.subarray(end + 1), place)
  return content ? { ok: true, content } : { ok: false, why: 'wrong-code' }
}

function readHead(line: string): { salt: Uint8Array; cost: Cost } | undefined {
  try {
    const head = headSchema.parse(JSON.parse(line))
    const salt = fromBase64(head.salt)
    return salt && salt.length >= 8 ? { salt, cost: head.cost } : undefined
  } catch {
    return undefined
  }
}
