import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { stationCodeSchema } from '../people/station.ts'
import { algorithmNames, algorithmOfKey, type SignatureAlgorithm } from './signature-port.ts'

const hexadecimal = z.string().regex(/^([0-9a-f]{2})+$/)

/** Ed25519 (64 hexadecimal digits) or SM2 (04 and 128). */
export const publicKeySchema = z
  .string()
  .max(130)
  .refine((key) => algorithmOfKey(key) !== undefined, '公钥不是认得的格式，请核对本机程序版本。')

/** A machine's public key with the city's word for it: whose it is, and until when. */
export const machineKeySchema = z.object({
  keyId: z.string().regex(/^[0-9a-f]{12}$/),
  algorithm: z.enum(algorithmNames),
  station: stationCodeSchema,
  device: z.string().min(1).max(40),
  publicKey: hexadecimal,
  /** Instants, ISO 8601 UTC. */
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  /** The city's signature over all of the above. */
  certified: hexadecimal,
  /** What the machine signed from this instant on counts for nothing. */
  revokedAt: z.iso.datetime().optional(),
})
export type MachineKey = z.infer<typeof machineKeySchema>

/** Short name of a key: the first twelve hexadecimal digits of its SHA-256. */
export function keyIdOf(publicKey: string): string {
  return bytesToHex(sha256(hexToBytes(publicKey))).slice(0, 12)
}

type Uncertified = Omit<MachineKey, 'certified' | 'revokedAt'>

/** The city certifies a machine's key with its own, which may be of the other family of algorithms. */
export function certifyKey(
  key: Uncertified,
  citySecret: Uint8Array,
  cityAlgorithm: SignatureAlgorithm,
): MachineKey {
  return { ...key, certified: cityAlgorithm.sign(citySecret, certifiedMessage(key)) }
}

/** Whether the city's word for a key is the city's, the key's name its own and its algorithm the one it says. */
export function isCertified(key: MachineKey, cityKey: string): boolean {
  return (
    key.keyId === keyIdOf(key.publicKey) &&
    algorithmOfKey(key.publicKey)?.name === key.algorithm &&
    algorithmOfKey(cityKey)?.verify(cityKey, certifiedMessage(key), key.certified) === true
  )
}

function certifiedMessage({ keyId, algorithm, station, device, publicKey, from, until }: Uncertified) {
  const parts = ['hukou-desk-machine-key', keyId, algorithm, station, device, publicKey, from, until]
  return utf8ToBytes(JSON.stringify(parts))
}
