import { bytesToHex } from '@noble/hashes/utils.js'
import { sm2 } from 'sm-crypto-v2'
import type { SignatureAlgorithm } from './signature-algorithm.ts'

/** The point uncompressed: 04, x, y (GM/T 0009-2012). */
const publicKeyForm = /^04[0-9a-f]{128}$/
/** r, then s; neither may be nothing. */
const signatureForm = /^(?!0{64})[0-9a-f]{64}(?!0{64})[0-9a-f]{64}$/

/**
 * SM2 with SM3 (GB/T 32918.2-2016, before it GM/T 0003.2-2012) on the recommended curve, under the usual identity
 * 1234567812345678 (GM/T 0009-2012). Each signature takes a fresh random number: two of one message differ.
 */
export const sm2Signature: SignatureAlgorithm = {
  name: 'sm2',
  publicKeyForm,
  publicKeyOf: (secret) => sm2.getPublicKeyFromPrivateKey(bytesToHex(secret)),
  sign: (secret, message) => sm2.doSignature(message, bytesToHex(secret), { hash: true }),
  verify: (publicKey, message, signature) => {
    if (!publicKeyForm.test(publicKey) || !signatureForm.test(signature)) return false
    try {
      return sm2.doVerifySignature(message, signature, publicKey, { hash: true })
    } catch {
      // The library throws on points that are not on the curve, and on numbers beyond its order.
      return false
    }
  },
}
