import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { SignatureAlgorithm } from './signature-algorithm.ts'

const publicKeyForm = /^[0-9a-f]{64}$/
const signatureForm = /^[0-9a-f]{128}$/

/** Ed25519 (RFC 8032), strict: a signature that another library might read differently is none. */
export const ed25519Signature: SignatureAlgorithm = {
  name: 'ed25519',
  publicKeyForm,
  publicKeyOf: (secret) => bytesToHex(ed25519.getPublicKey(secret)),
  sign: (secret, message) => bytesToHex(ed25519.sign(message, secret)),
  verify: (publicKey, message, signature) => {
    if (!publicKeyForm.test(publicKey) || !signatureForm.test(signature)) return false
    try {
      return ed25519.verify(hexToBytes(signature), message, hexToBytes(publicKey), { zip215: false })
    } catch {
      // The library throws on points that are not on the curve.
      return false
    }
  },
}
