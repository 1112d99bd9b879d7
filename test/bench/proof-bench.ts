import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { readProof } from '../../shared/proof/proof.ts'
import { algorithm, content, machineSecret, signedBy } from '../proof/made-proofs.ts'

const rounds = 400

/** Milliseconds for one piece of work, the best of five rounds. */
function best(work: () => void): number {
  const takes = Array.from({ length: 5 }, () => {
    const started = performance.now()
    for (let n = 0; n < rounds; n += 1) work()
    return (performance.now() - started) / rounds
  })
  return Math.min(...takes)
}

/** PKCS #8 of an Ed25519 secret: a fixed head and the 32 bytes (RFC 8410). */
const head = Buffer.from('302e020100300506032b657004220420', 'hex')
const privateKey = createPrivateKey({
  key: Buffer.concat([head, machineSecret]),
  format: 'der',
  type: 'pkcs8',
})
const publicKey = createPublicKey(privateKey)
const message = Buffer.from('HZ1.' + 'x'.repeat(240))
const signature = sign(null, message, privateKey)
const text = signedBy(machineSecret, content)
const read = readProof(text)
if (!read.ok) throw new Error('the made-up proof does not read')
const own = algorithm.publicKeyOf(machineSecret)

const figures = [
  [
    'sign a certificate',
    best(() => signedBy(machineSecret, content)),
    best(() => sign(null, message, privateKey)),
  ],
  [
    'read and verify one',
    best(() => {
      const again = readProof(text)
      if (!again.ok) throw new Error('unreadable')
      algorithm.verify(own, new TextEncoder().encode(again.message), again.proof.signature)
    }),
    best(() => verify(null, message, publicKey, signature)),
  ],
] as const
for (const [what, ours, openssl] of figures)
  process.stdout.write(
    `${what.padEnd(22)} ${ours.toFixed(2)} ms   OpenSSL, signature alone ${openssl.toFixed(3)} ms   ratio ${(ours / openssl).toFixed(1)}\n`,
  )
