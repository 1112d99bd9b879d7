import { randomBytes } from 'node:crypto'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import { keyIdOf } from '../../../shared/proof/machine-key.ts'
import { possessionMessage } from '../../../shared/proof/possession.ts'
import { proofMessage, proofText, type ProofContent } from '../../../shared/proof/proof.ts'
import type { AlgorithmName, SignatureAlgorithm } from '../../../shared/proof/signature-port.ts'
import type { Possession } from '../../../shared/sync/enrolment.ts'
import type { MachineSecrets } from '../keys/secrets.ts'

const secretNames: Readonly<Record<AlgorithmName, string>> = {
  ed25519: 'signing-key',
  sm2: 'signing-key-sm2',
}

export interface OwnKey {
  readonly keyId: string
  readonly publicKey: string
}

/** The public half of this machine's signing key; the key is made when it is first asked for and never leaves. */
export async function ownKey(secrets: MachineSecrets, algorithm: SignatureAlgorithm): Promise<OwnKey> {
  const publicKey = algorithm.publicKeyOf(await ownSecretKey(secrets, algorithm))
  return { publicKey, keyId: keyIdOf(publicKey) }
}

/** Signs what a certificate proves of itself. Refused for another station's or another desk's certificate. */
export async function signProof(
  secrets: MachineSecrets,
  algorithm: SignatureAlgorithm,
  content: ProofContent,
  here: { readonly station: string | undefined; readonly device: string },
): Promise<Outcome<{ text: string }>> {
  if (content.station !== here.station || content.device !== here.device)
    return refused({ code: 'not-ours', message: '只能签本机签发的证件，没有签。' })
  const secret = await ownSecretKey(secrets, algorithm)
  const message = proofMessage(content, keyIdOf(algorithm.publicKeyOf(secret)))
  return accepted({ text: proofText(message, algorithm.sign(secret, utf8ToBytes(message))) })
}

/** Shows the city that this machine holds the key which it wants certified, by a challenge that the city has just made. */
export async function provePossession(
  secrets: MachineSecrets,
  algorithm: SignatureAlgorithm,
  here: { readonly station: string; readonly device: string },
  challenge: string,
): Promise<{ publicKey: string; possession: Possession }> {
  const secret = await ownSecretKey(secrets, algorithm)
  const publicKey = algorithm.publicKeyOf(secret)
  const signature = algorithm.sign(secret, possessionMessage({ ...here, challenge, publicKey }))
  return { publicKey, possession: { challenge, signature } }
}

/** The secret half; it stays in the main process. */
export async function ownSecretKey(
  secrets: MachineSecrets,
  { name, publicKeyOf }: SignatureAlgorithm,
): Promise<Uint8Array> {
  const secretName = secretNames[name]
  const known = await secrets.read(secretName)
  if (known) return new Uint8Array(known)
  const made = drawSecretKey(publicKeyOf)
  await secrets.write(secretName, made)
  return new Uint8Array(made)
}

/** 32 random bytes are a key of either family, but for one chance in 2³² in SM2's: those are drawn again. */
export function drawSecretKey(publicKeyOf: SignatureAlgorithm['publicKeyOf']): Uint8Array {
  for (;;) {
    const drawn = new Uint8Array(randomBytes(32))
    try {
      publicKeyOf(drawn)
      return drawn
    } catch {
      // Beyond the order of the curve.
    }
  }
}
