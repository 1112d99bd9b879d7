import { ed25519 } from '@noble/curves/ed25519.js'
import { hexToBytes, bytesToHex } from '@noble/hashes/utils.js'

/** A way to sign, by the name that stands in each key. Keys and signatures are hexadecimal. */
export interface SignatureAlgorithm {
  readonly name: AlgorithmName
  /** The public half of a secret key of 32 bytes. */
  readonly publicKeyOf: (secret: Uint8Array) => string
  readonly sign: (secret: Uint8Array, message: Uint8Array) => string
  /** False for anything that does not fit, also for what is no key or no signature at all. */
  readonly verify: (publicKey: string, message: Uint8Array, signature: string) => boolean
}

export const algorithmNames = ['ed25519'] as const
export type AlgorithmName = (typeof algorithmNames)[number]

const hexadecimal = /^([0-9a-f]{2})+$/

/** RFC 8032, strict: a signature that another library might read differently is none. */
const ed25519Algorithm: SignatureAlgorithm = {
  name: 'ed25519',
  publicKeyOf: (secret) => bytesToHex(ed25519.getPublicKey(secret)),
  sign: (secret, message) => bytesToHex(ed25519.sign(message, secret)),
  verify: (publicKey, message, signature) => {
    if (!hexadecimal.test(publicKey) || !hexadecimal.test(signature)) return false
    try {
      return ed25519.verify(hexToBytes(signature), message, hexToBytes(publicKey), { zip215: false })
    } catch {
      // The library throws on points that are not on the curve.
      return false
    }
  },
}

/** SM2 finds its place here, when a deployment brings a library that was looked at. */
const algorithms: Readonly<Record<AlgorithmName, SignatureAlgorithm>> = { ed25519: ed25519Algorithm }

export function algorithmNamed(name: AlgorithmName): SignatureAlgorithm {
  return algorithms[name]
}
