import type { SuiteName } from '../seal/cipher-suite.ts'
import { ed25519Signature } from './ed25519-signature.ts'
import type { AlgorithmName, SignatureAlgorithm } from './signature-algorithm.ts'
import { sm2Signature } from './sm2-signature.ts'

export { algorithmNames, type AlgorithmName, type SignatureAlgorithm } from './signature-algorithm.ts'

const algorithms: Readonly<Record<AlgorithmName, SignatureAlgorithm>> = {
  ed25519: ed25519Signature,
  sm2: sm2Signature,
}

export function algorithmNamed(name: AlgorithmName): SignatureAlgorithm {
  return algorithms[name]
}

/** The algorithm that a public key belongs to, by its form; undefined for what is no key. */
export function algorithmOfKey(publicKey: string): SignatureAlgorithm | undefined {
  return Object.values(algorithms).find(({ publicKeyForm }) => publicKeyForm.test(publicKey))
}

/** What a machine signs with goes by what it seals with: one family of algorithms on one machine. */
export function algorithmOfSuite(suite: SuiteName): SignatureAlgorithm {
  return algorithms[suite === 'sm4-gcm' ? 'sm2' : 'ed25519']
}
