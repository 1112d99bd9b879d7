import { assert, constantFrom, nat, property, uint8Array } from 'fast-check'
import { sm3 } from 'sm-crypto-v2'
import { describe, expect, it } from 'vitest'
import { judgeProof } from '../../shared/proof/judge-proof.ts'
import { isCertified } from '../../shared/proof/machine-key.ts'
import { readProof } from '../../shared/proof/proof.ts'
import {
  algorithmNamed,
  algorithmNames,
  algorithmOfKey,
  algorithmOfSuite,
} from '../../shared/proof/signature-port.ts'
import { certifiedKey, citySecret, content, machineSecret, signedBy } from './made-proofs.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const sm2 = algorithmNamed('sm2')
const ed25519 = algorithmNamed('ed25519')

describe('the national algorithms against their standards', () => {
  /** GM/T 0003.5-2012, annex A: the recommended curve, the usual identity, the message “message digest”. */
  const secret = Uint8Array.from(
    Buffer.from('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8', 'hex'),
  )
  const publicKey =
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
  const signature =
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
    'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'

  it('SM2 has the standard’s public key, takes the standard’s signature and nothing beside it', () => {
    expect(sm2.publicKeyOf(secret)).toBe(publicKey)
    expect(sm2.verify(publicKey, bytes('message digest'), signature)).toBe(true)
    expect(sm2.verify(publicKey, bytes('message digesT'), signature)).toBe(false)
    expect(sm2.verify(publicKey, bytes('message digest'), sm2.sign(secret, bytes('message digest')))).toBe(
      true,
    )
  })

  it('SM3 has the standard’s two digests (GM/T 0004-2012, annex A)', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  })
})

describe.each(algorithmNames)('signatures by %s', (name) => {
  const algorithm = algorithmNamed(name)
  const publicKey = algorithm.publicKeyOf(machineSecret)

  it('hold for what was signed, and for nothing else', () => {
    assert(
      property(uint8Array({ maxLength: 80 }), nat(), nat(7), (message, place, bit) => {
        const signature = algorithm.sign(machineSecret, message)
        expect(algorithm.verify(publicKey, message, signature)).toBe(true)
        const bent = Buffer.from(signature, 'hex')
        const at = place % bent.length
        bent.writeUInt8(bent.readUInt8(at) ^ (1 << bit), at)
        expect(algorithm.verify(publicKey, message, bent.toString('hex'))).toBe(false)
        expect(algorithm.verify(publicKey, Uint8Array.of(...message, 0), signature)).toBe(false)
      }),
      { numRuns: 12 },
    )
  })

  it.each([
    ['nothing', '', ''],
    ['zeros', '00'.repeat(32), '00'.repeat(64)],
    ['a point that is not on the curve', `04${'11'.repeat(64)}`, '11'.repeat(64)],
    ['numbers beyond the order', publicKey, 'ff'.repeat(64)],
    ['half a signature', publicKey, '11'.repeat(32)],
    ['no hexadecimal', publicKey, 'zz'.repeat(64)],
  ])('are refused without a fault for %s', (_what, key, signature) => {
    expect(algorithm.verify(key, bytes('x'), signature)).toBe(false)
  })

  it('go by the form of the key', () => {
    expect(algorithmOfKey(publicKey)).toBe(algorithm)
    expect(algorithmOfKey(`${publicKey}00`)).toBeUndefined()
  })
})

describe('stations of both families', () => {
  const pairs = algorithmNames.flatMap((machine) => algorithmNames.map((city) => [machine, city] as const))

  it.each(pairs)(
    'a certificate signed with %s and certified by a city with %s is valid at any station',
    (machine, city) => {
      const families = { machine: algorithmNamed(machine), city: algorithmNamed(city) }
      const cityKey = families.city.publicKeyOf(citySecret)
      const key = certifiedKey(machineSecret, {}, families)
      expect(isCertified(key, cityKey)).toBe(true)
      const text = signedBy(machineSecret, content, families.machine)
      expect(text.length).toBeLessThan(330)
      const verdict = (of: string, keys = [key]) =>
        judgeProof({
          text: of,
          known: { cityKey, keys, voided: {} },
          today: '2026-03-20',
          sheetOf: () => undefined,
          paper: {},
        }).verdict
      expect(verdict(text)).toBe('valid')
      assert(
        property(nat(text.length - 1), constantFrom('A', 'b', '7', '_'), (at, letter) => {
          const bent = text.slice(0, at) + letter + text.slice(at + 1)
          if (bent !== text) expect(verdict(bent)).not.toBe('valid')
        }),
        { numRuns: 12 },
      )
    },
  )

  it('a key that says it is of the other family, or was certified by another city, counts for nothing', () => {
    const key = certifiedKey(machineSecret, {}, { machine: sm2, city: ed25519 })
    const cityKey = ed25519.publicKeyOf(citySecret)
    expect(isCertified({ ...key, algorithm: 'ed25519' }, cityKey)).toBe(false)
    expect(isCertified(key, ed25519.publicKeyOf(machineSecret))).toBe(false)
    expect(isCertified(key, sm2.publicKeyOf(citySecret))).toBe(false)
  })

  it('a machine signs with the family that it seals with', () => {
    expect(algorithmOfSuite('sm4-gcm').name).toBe('sm2')
    expect(algorithmOfSuite('aes-256-gcm').name).toBe('ed25519')
    expect(readProof(signedBy(machineSecret, content, sm2)).ok).toBe(true)
  })
})
