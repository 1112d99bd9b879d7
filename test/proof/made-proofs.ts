import { certifyKey, keyIdOf, type MachineKey } from '../../shared/proof/machine-key.ts'
import { proofMessage, proofText, type ProofContent } from '../../shared/proof/proof.ts'
import { algorithmNamed, type SignatureAlgorithm } from '../../shared/proof/signature-port.ts'

export const algorithm = algorithmNamed('ed25519')
export const citySecret = new Uint8Array(32).fill(11)
export const cityKey = algorithm.publicKeyOf(citySecret)
export const machineSecret = new Uint8Array(32).fill(22)

export const content: ProofContent = {
  sheet: 'certificate:2026蒙00521788',
  digest: 'ab'.repeat(32),
  persons: 4,
  issuedOn: '2026-03-14',
  validUntil: '2026-04-13',
  station: '150430100000',
  device: 'D3F0A',
}

export function signedBy(secret: Uint8Array, of: ProofContent, by: SignatureAlgorithm = algorithm): string {
  const message = proofMessage(of, keyIdOf(by.publicKeyOf(secret)))
  return proofText(message, by.sign(secret, new TextEncoder().encode(message)))
}

/** A machine's key as the city certified it. */
export function certifiedKey(
  secret: Uint8Array,
  more: Partial<MachineKey> = {},
  { machine = algorithm, city = algorithm } = {},
): MachineKey {
  const publicKey = machine.publicKeyOf(secret)
  return {
    ...certifyKey(
      {
        keyId: keyIdOf(publicKey),
        algorithm: machine.name,
        station: content.station,
        device: content.device,
        publicKey,
        from: '2026-01-01T00:00:00.000Z',
        until: '2029-01-01T00:00:00.000Z',
      },
      citySecret,
      city,
    ),
    ...more,
  }
}
