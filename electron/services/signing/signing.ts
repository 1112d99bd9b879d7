import { randomBytes } from 'node:crypto'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import { keyIdOf } from '../../../shared/proof/machine-key.ts'
import { proofMessage, proofText, type ProofContent } from '../../../shared/proof/proof.ts'
import { algorithmNamed } from '../../../shared/proof/signature-port.ts'
import type { MachineSecrets } from '../keys/secrets.ts'

const secretName = 'signing-key'
const algorithm = algorithmNamed('ed25519')

export interface OwnKey {
  readonly keyId: string
  readonly publicKey: string
}

/** The public half of this machine's signing key; the key is made when it is first asked for and never leaves. */
export async function ownKey(secrets: MachineSecrets): Promise<OwnKey> {
  const publicKey = algorithm.publicKeyOf(await ownSecretKey(secrets))
  return { publicKey, keyId: keyIdOf(publicKey) }
}

/** Signs what a certificate proves of itself. Refused for another station's or another desk's certificate. */
export async function signProof(
  secrets: MachineSecrets,
  content: ProofContent,
  here: { readonly station: string | undefined; readonly device: string },
): Promise<Outcome<{ text: string }>> {
  if (content.station !== here.station || content.device !== here.device)
    return refused({ code: 'not-ours', message: '只能签本机签发的证件，没有签。' })
  const secret = await ownSecretKey(secrets)
  const message = proofMessage(content, keyIdOf(algorithm.publicKeyOf(secret)))
  return accepted({ text: proofText(message, algorithm.sign(secret, utf8ToBytes(message))) })
}

/** The secret half, 32 bytes, for what this machine signs and opens; it stays in the main process. */
export async function ownSecretKey(secrets: MachineSecrets): Promise<Uint8Array> {
  const known = await secrets.read(secretName)
  if (known) return new Uint8Array(known)
  const made = randomBytes(32)
  await secrets.write(secretName, made)
  return new Uint8Array(made)
}
