/** A way to sign, by the name that stands in each key. Keys and signatures are hexadecimal. */
export interface SignatureAlgorithm {
  readonly name: AlgorithmName
  /** What a public key looks like as text; no two algorithms share one. */
  readonly publicKeyForm: RegExp
  /** The public half of a secret key of 32 bytes. */
  readonly publicKeyOf: (secret: Uint8Array) => string
  /** 64 bytes. */
  readonly sign: (secret: Uint8Array, message: Uint8Array) => string
  /** False for anything that does not fit, also for what is no key or no signature at all. */
  readonly verify: (publicKey: string, message: Uint8Array, signature: string) => boolean
}

export const algorithmNames = ['ed25519', 'sm2'] as const
export type AlgorithmName = (typeof algorithmNames)[number]
