import {
  assert,
  constantFrom,
  date,
  integer,
  nat,
  property,
  record,
  string,
  stringMatching,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeProof, type KnownProofs, type PaperInHand } from '../../shared/proof/judge-proof.ts'
import { readProof, type ProofContent } from '../../shared/proof/proof.ts'
import { certifiedKey, cityKey, content, machineSecret, signedBy } from './made-proofs.ts'

const day = date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map(
  (each) => each.toISOString().slice(0, 10),
)
const anyContent = record<ProofContent>({
  sheet: string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => text.length <= 80),
  digest: stringMatching(/^[0-9a-f]{64}$/),
  persons: integer({ min: 1, max: 99 }),
  issuedOn: day,
  validUntil: day,
  station: stringMatching(/^\d{12}$/),
  device: stringMatching(/^D[0-9A-F]{4}$/),
})
const known: KnownProofs = { cityKey, keys: [certifiedKey(machineSecret)], voided: {} }

function verdictOf(
  text: string,
  more: Partial<KnownProofs> = {},
  paper: PaperInHand = {},
  today = '2026-03-20',
) {
  return judgeProof({ text, known: { ...known, ...more }, today, sheetOf: () => undefined, paper }).verdict
}

describe('a certificate’s proof', () => {
  it('is read back as it was signed, whatever it says', () => {
    assert(
      property(anyContent, (each) => {
        const read = readProof(signedBy(machineSecret, each))
        expect(read).toMatchObject({ ok: true, proof: each })
      }),
      { numRuns: 60 },
    )
  })

  it('fits a QR code and names nobody', () => {
    const text = signedBy(machineSecret, content)
    expect(text.length).toBeLessThan(330)
    expect(text).toMatch(/^[A-Za-z0-9._-]+$/)
  })

  it('with any character changed is no proof any more', () => {
    const text = signedBy(machineSecret, content)
    assert(
      property(nat(text.length - 1), constantFrom('A', 'b', '7', '_', '.', '-'), (at, letter) => {
        const bent = text.slice(0, at) + letter + text.slice(at + 1)
        if (bent === text) return
        expect(['forged', 'not-ours']).toContain(verdictOf(bent))
      }),
      { numRuns: 400 },
    )
  })

  it('with the spare bits of its last letter changed is none either', () => {
    const text = signedBy(machineSecret, content)
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const others = Array.from(letters).filter((letter) => letter !== text.at(-1))
    for (const letter of others) expect(verdictOf(text.slice(0, -1) + letter)).toBe('forged')
  })

  it('never throws, whatever a reader brings', () => {
    assert(
      property(string({ maxLength: 1200 }), constantFrom('', 'HZ1.', 'HZ1.e30.', 'HZ1..'), (text, front) => {
        expect(['forged', 'not-ours']).toContain(verdictOf(front + text))
      }),
    )
    expect(verdictOf(`HZ1.${'A'.repeat(100_000)}`)).toBe('not-ours')
  })
})

describe('the verdict on a certificate', () => {
  const text = signedBy(machineSecret, content)

  it('is valid when signature, dates and lists agree', () => {
    expect(verdictOf(text)).toBe('valid')
    expect(verdictOf(`  ${text}\n`)).toBe('valid')
  })

  it('is expired the day after its last day', () => {
    expect(verdictOf(text, {}, {}, '2026-04-13')).toBe('valid')
    expect(verdictOf(text, {}, {}, '2026-04-14')).toBe('expired')
  })

  it('is void or replaced by the city’s list', () => {
    expect(verdictOf(text, { voided: { [content.sheet]: {} } })).toBe('void')
    expect(verdictOf(text, { voided: { [content.sheet]: { replacedBy: 'certificate:x' } } })).toBe('replaced')
  })

  it('is not ours when no machine of the city signed it, and forged when somebody pretends', () => {
    const stranger = new Uint8Array(32).fill(33)
    expect(verdictOf(signedBy(stranger, content))).toBe('not-ours')
    // A key that the city did not certify, slipped into the list.
    const slipped = { ...certifiedKey(machineSecret), certified: '00'.repeat(64) }
    expect(verdictOf(text, { keys: [slipped] })).toBe('not-ours')
    expect(verdictOf(text, { cityKey: undefined })).toBe('not-ours')
    // Another station's machine that signs in this station's name.
    const elsewhere = certifiedKey(machineSecret, { station: '150404100000' })
    expect(['forged', 'not-ours']).toContain(verdictOf(text, { keys: [elsewhere] }))
    expect(verdictOf(signedBy(machineSecret, { ...content, device: 'DFFFF' }))).toBe('forged')
  })

  it('is refused for what a revoked machine signed from that day on, and not for what it signed before', () => {
    const revoked = [certifiedKey(machineSecret, { revokedAt: '2026-03-14T08:00:00.000Z' })]
    expect(verdictOf(text, { keys: revoked })).toBe('revoked-key')
    const before = signedBy(machineSecret, { ...content, issuedOn: '2026-03-13' })
    expect(verdictOf(before, { keys: revoked })).toBe('valid')
  })

  it('finds a code that was copied onto another certificate', () => {
    expect(verdictOf(text, {}, { digits: '00521788', persons: 4, issuedOn: '2026-03-14' })).toBe('valid')
    expect(verdictOf(text, {}, { digits: '00521789' })).toBe('forged')
    expect(verdictOf(text, {}, { persons: 3 })).toBe('forged')
    expect(verdictOf(text, {}, { issuedOn: '2026-03-15' })).toBe('forged')
  })

  it('trusts this machine’s own key before the city has certified it', () => {
    const { keyId, publicKey } = certifiedKey(machineSecret)
    expect(verdictOf(text, { cityKey: undefined, keys: [], own: { keyId, publicKey } })).toBe('valid')
  })
})
