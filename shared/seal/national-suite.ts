import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { sm3, sm4 } from 'sm-crypto-v2'
import { bytesOfText, joinParts, keyBytes, partsOf, type CipherSuite } from './cipher-suite.ts'

const tagBytes = 16
const sm4KeyBytes = 16

/** SM4-GCM (GB/T 32907-2016, mode of GB/T 36624-2018) with HMAC-SM3 (GB/T 32905-2016), where the national algorithms are asked for. */
export const nationalSuite: CipherSuite = {
  name: 'sm4-gcm',
  mark: 3,
  seal: (key, nonce, plain, place) => {
    const { output, tag } = sm4.encrypt(plain, key.subarray(0, sm4KeyBytes), {
      ...modeAt(nonce, place),
      outputTag: true,
    })
    return joinParts(3, nonce, concatBytes(output, tag ?? new Uint8Array()))
  },
  open: (key, sealed, place) => {
    const parts = partsOf(sealed, 3)
    if (!parts) return undefined
    const { nonce, body } = parts
    try {
      return sm4.decrypt(body.subarray(0, -tagBytes), key.subarray(0, sm4KeyBytes), {
        ...modeAt(nonce, place),
        tag: body.subarray(-tagBytes),
      })
    } catch {
      // The library throws on a tag that does not fit: another key, another place or changed bytes.
      return undefined
    }
  },
  derive,
  digest: (key, text) => bytesToHex(macOf(key, bytesOfText(text))),
}

function modeAt(nonce: Uint8Array, place: string) {
  return { mode: 'gcm', iv: nonce, associatedData: bytesOfText(place), output: 'array' } as const
}

function macOf(key: Uint8Array, message: Uint8Array): Uint8Array {
  return hexToBytes(sm3(message, { key, mode: 'hmac' }))
}

/** HKDF as in RFC 5869 for one block: the hash is as long as the key that is wanted. */
function derive(key: Uint8Array, purpose: string): Uint8Array {
  const extracted = macOf(new Uint8Array(keyBytes), key)
  return macOf(extracted, concatBytes(bytesOfText(purpose), new Uint8Array([1])))
}
