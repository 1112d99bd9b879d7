import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { textInOrder } from '../base/text-in-order.ts'
import { roleSchema } from '../people/role.ts'
import { stationCodeSchema } from '../people/station.ts'
import { keyIdOf } from './machine-key.ts'
import { algorithmNames, algorithmOfKey, type SignatureAlgorithm } from './signature-port.ts'

const keyIdSchema = z.string().regex(/^[0-9a-f]{12}$/)
const signatureSchema = z.string().regex(/^[0-9a-f]{128}$/)

/** The public part of a person's own signing key on one machine, and whose it is. */
export const authorKeySchema = z.object({
  keyId: keyIdSchema,
  algorithm: z.enum(algorithmNames),
  station: stationCodeSchema,
  device: z.string().min(1).max(40),
  userId: z.string().min(1).max(64),
  policeNumber: z.string().max(20),
  role: roleSchema,
  publicKey: z
    .string()
    .max(130)
    .refine((key) => algorithmOfKey(key) !== undefined, '公钥不是认得的格式，请核对本机程序版本。'),
  /** When it was made, by the machine's clock; ISO 8601 UTC. */
  from: z.iso.datetime(),
  /** The key's own signature over all of the above: whoever reports it has its private part. */
  possession: signatureSchema,
})
export type AuthorKey = z.infer<typeof authorKeySchema>

/** A person's key with the word of the machine that it was made on. */
export const vouchedKeySchema = authorKeySchema.extend({ vouched: signatureSchema })
export type VouchedKey = z.infer<typeof vouchedKeySchema>

/** Its author's signature of one action. It lies beside the action and is no part of its digest. */
export const actionSignatureSchema = z.object({
  /** The action's. */
  id: z.uuid(),
  keyId: keyIdSchema,
  signature: signatureSchema,
})
export type ActionSignature = z.infer<typeof actionSignatureSchema>

type Bearer = Omit<AuthorKey, 'keyId' | 'algorithm' | 'publicKey' | 'possession'>

/** Makes the public part of a key that its owner proves to have. */
export function authorKeyOf(secret: Uint8Array, algorithm: SignatureAlgorithm, bearer: Bearer): AuthorKey {
  const publicKey = algorithm.publicKeyOf(secret)
  const { station, device, userId, policeNumber, role, from } = bearer
  const bare = { keyId: keyIdOf(publicKey), algorithm: algorithm.name, publicKey, from }
  const key = { ...bare, station, device, userId, policeNumber, role }
  return { ...key, possession: algorithm.sign(secret, keyMessage('possession', key)) }
}

/** The machine's word for a key that was made on it. */
export function vouchFor(
  key: AuthorKey,
  machineSecret: Uint8Array,
  algorithm: SignatureAlgorithm,
): VouchedKey {
  return { ...key, vouched: algorithm.sign(machineSecret, keyMessage('vouched', key)) }
}

/** Whether its owner has the key and the machine with that public key speaks for it. */
export function isVouched(key: VouchedKey, machineKey: string): boolean {
  const own = algorithmOfKey(key.publicKey)
  const isNamed = key.keyId === keyIdOf(key.publicKey) && own?.name === key.algorithm
  return (
    isNamed &&
    own.verify(key.publicKey, keyMessage('possession', key), key.possession) &&
    algorithmOfKey(machineKey)?.verify(machineKey, keyMessage('vouched', key), key.vouched) === true
  )
}

function keyMessage(purpose: 'possession' | 'vouched', key: Omit<AuthorKey, 'possession'>): Uint8Array {
  const { keyId, algorithm, station, device, userId, policeNumber, role, publicKey, from } = key
  const parts = [keyId, algorithm, station, device, userId, policeNumber, role, publicKey, from]
  return utf8ToBytes(JSON.stringify([`hukou-desk-author-key-${purpose}`, ...parts]))
}

/** SHA-256 over an action's JSON with its keys in order, 64 hexadecimal digits: what its author signs. */
export function signedDigestOf(action: object): string {
  return bytesToHex(sha256(utf8ToBytes(textInOrder(action))))
}

/** The bytes that stand under an author's signature: a purpose of their own, so that no other signature passes for one. */
export function authorMessage(digest: string): Uint8Array {
  return utf8ToBytes(JSON.stringify(['hukou-desk-action', digest]))
}
