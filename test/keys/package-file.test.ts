import { assert, asyncProperty, integer } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { practiceCost } from '../../shared/seal/passphrase-key.ts'
import { openPackage, sealPackage } from '../../shared/sync/package-file.ts'

const content = new TextEncoder().encode('{"station":"样例","people":["张三"]}')
const chance = { salt: new Uint8Array(16).fill(2), nonce: new Uint8Array(12).fill(4) }

describe('a starting package on a stick', () => {
  it('opens with its code and shows nothing without', async () => {
    const file = await sealPackage(content, 'K7QM-开启', practiceCost, chance)
    expect(await openPackage(file, 'K7QM-开启')).toEqual({ ok: true, content })
    expect(await openPackage(file, 'K7QM')).toEqual({ ok: false, why: 'wrong-code' })
    expect(Buffer.from(file).includes('张三')).toBe(false)
    expect(Buffer.from(file).includes('station')).toBe(false)
  })

  it('is refused with any byte changed, and anything else is no package', async () => {
    const file = await sealPackage(content, 'code', practiceCost, chance)
    await assert(
      asyncProperty(integer({ min: 0, max: file.length - 1 }), async (at) => {
        const bent = Uint8Array.from(file)
        bent[at] = (bent[at] ?? 0) ^ 1
        const opened = await openPackage(bent, 'code')
        expect(opened.ok).toBe(false)
      }),
      { numRuns: 60 },
    )
    for (const other of ['', '\n', 'PK\u0003\u0004zip', '{"format":"hukou-desk-package-1"}\n']) {
      expect(await openPackage(new TextEncoder().encode(other), 'code')).toEqual({
        ok: false,
        why: 'not-a-package',
      })
    }
  })
})
