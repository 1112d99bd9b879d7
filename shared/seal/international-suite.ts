import { gcm } from '@noble/ciphers/aes.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { bytesOfText, joinParts, keyBytes, partsOf, type CipherSuite } from './cipher-suite.ts'

/** AES-256-GCM (NIST SP 800-38D), HKDF and HMAC with SHA-256 (RFC 5869, RFC 2104). */
export const internationalSuite: CipherSuite = {
  name: 'aes-256-gcm',
  mark: 2,
  seal: (key, nonce, plain, place) => joinParts(2, nonce, gcm(key, nonce, bytesOfText(place)).encrypt(plain)),
  open: (key, sealed, place) => {
    const parts = partsOf(sealed, 2)
    if (!parts) return undefined
    try {
      return gcm(key, parts.nonce, bytesOfText(place)).decrypt(parts.body)
    } catch {
      // The library throws on a tag that does not fit: another key, another place or changed bytes.
      return undefined
    }
  },
  derive: (key, purpose) => hkdf(sha256, key, undefined, bytesOfText(purpose), keyBytes),
  digest: (key, text) => bytesToHex(hmac(sha256, key, bytesOfText(text))),
}
