import { hkdfSync, createCipheriv, createHmac } from 'node:crypto'
import { assert, property, string, uint8Array, integer } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suiteNamed, suiteNames } from '../../shared/seal/suites.ts'
import { nationalSuite } from '../../shared/seal/national-suite.ts'
import { internationalSuite } from '../../shared/seal/international-suite.ts'

const bytes = (count: number) => uint8Array({ minLength: count, maxLength: count })

describe.each(suiteNames)('%s', (name) => {
  const suite = suiteNamed(name)

  it('opens what it sealed', () => {
    assert(
      property(bytes(32), bytes(12), uint8Array({ maxLength: 300 }), string(), (key, nonce, plain, place) => {
        expect(suite.open(key, suite.seal(key, nonce, plain, place), place)).toEqual(plain)
      }),
    )
  })

  it('opens nothing at another place, with another key, or with any bit changed', () => {
    assert(
      property(
        bytes(32),
        bytes(12),
        uint8Array({ maxLength: 80 }),
        integer({ min: 0, max: 10_000 }),
        (key, nonce, plain, at) => {
          const sealed = suite.seal(key, nonce, plain, 'cases/1')
          expect(suite.open(key, sealed, 'cases/2')).toBeUndefined()
          const otherKey = Uint8Array.from(key)
          otherKey[0] = (otherKey[0] ?? 0) ^ 1
          expect(suite.open(otherKey, sealed, 'cases/1')).toBeUndefined()
          const bent = Uint8Array.from(sealed)
          const bit = at % (bent.length * 8)
          bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7))
          expect(suite.open(key, bent, 'cases/1')).toBeUndefined()
          expect(suite.open(key, sealed.subarray(0, at % sealed.length), 'cases/1')).toBeUndefined()
        },
      ),
    )
  })

  it('derives another key for each purpose', () => {
    const key = new Uint8Array(32).fill(1)
    const derived = ['records', 'index', 'machine-secrets', 'lock'].map((purpose) =>
      Buffer.from(suite.derive(key, purpose)).toString('hex'),
    )
    expect(new Set(derived).size).toBe(4)
    for (const each of derived) expect(each).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('the suites agree with other implementations', () => {
  const key = new Uint8Array(32).map((_, index) => index)
  const nonce = new Uint8Array(12).fill(3)
  const plain = Buffer.from('户口迁移证')

  it('AES-256-GCM and HKDF with OpenSSL', () => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(Buffer.from('cases/1'))
    const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    expect(Buffer.from(internationalSuite.seal(key, nonce, plain, 'cases/1')).subarray(13)).toEqual(body)
    expect(Buffer.from(internationalSuite.derive(key, 'records'))).toEqual(
      Buffer.from(hkdfSync('sha256', key, '', 'records', 32)),
    )
  })

  it('HMAC-SM3 and its HKDF with OpenSSL', () => {
    expect(nationalSuite.digest(key, '户口')).toBe(createHmac('sm3', key).update('户口').digest('hex'))
    expect(Buffer.from(nationalSuite.derive(key, 'records'))).toEqual(
      Buffer.from(hkdfSync('sm3', key, Buffer.alloc(32), 'records', 32)),
    )
  })

  it('SM4-GCM with the worked example of RFC 8998, appendix A.1', () => {
    const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))
    const sm4Key = hex('0123456789ABCDEFFEDCBA9876543210')
    const iv = hex('00001234567800000000ABCD')
    const text = hex(
      'AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDDEEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA',
    )
    // Without the example's associated data, which is no text: the ciphertext does not depend on it.
    const sealed = nationalSuite.seal(sm4Key, iv, text, '')
    expect(Buffer.from(sealed.subarray(13, 13 + text.length)).toString('hex')).toBe(
      '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d',
    )
  })
})
