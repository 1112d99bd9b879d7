import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { authorMessage } from '../../shared/proof/author-key.ts'
import { algorithmOfKey } from '../../shared/proof/signature-port.ts'

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** A station's few keys are asked for with every message. */
const keys = new Map<string, KeyObject>()
const mostKeysHeld = 10_000

/**
 * Whether that key signed that action's digest. Ed25519 goes by the system's library, which is many times quicker than the
 * one that desks use in the page; SM2 has no such way.
 */
export function isSignedBy(publicKey: string, digest: string, signature: string): boolean {
  const algorithm = algorithmOfKey(publicKey)
  if (algorithm?.name !== 'ed25519')
    return algorithm?.verify(publicKey, authorMessage(digest), signature) === true
  try {
    return verify(null, authorMessage(digest), keyObject(publicKey), Buffer.from(signature, 'hex'))
  } catch {
    // A key that is no point of the curve.
    return false
  }
}

function keyObject(publicKey: string): KeyObject {
  const known = keys.get(publicKey)
  if (known) return known
  const der = Buffer.concat([derPrefix, Buffer.from(publicKey, 'hex')])
  const made = createPublicKey({ key: der, format: 'der', type: 'spki' })
  if (keys.size >= mostKeysHeld) keys.clear()
  keys.set(publicKey, made)
  return made
}
