import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockHeight, fitText, smallestPrint, type TextRoom } from '../../shared/documents/fit-text.ts'
import { points } from '../../shared/documents/millimetres.ts'
import { textWidth } from '../../shared/documents/text-width.ts'

const written = fc
  .array(
    fc.constantFrom(
      ...Array.from('赤峰市红山区户口迁移证阿拉坦其其格𬭩䶮0123456789ABWXmw·，。（）〔〕“”：-、 '),
    ),
    { minLength: 1, maxLength: 160 },
  )
  .map((characters) => characters.join(''))

const room: fc.Arbitrary<TextRoom> = fc.record({
  width: fc.integer({ min: 6, max: 140 }),
  height: fc.integer({ min: 2, max: 20 }),
  size: fc.constantFrom(9, 10, 11),
  lines: fc.integer({ min: 1, max: 6 }),
})

describe('fitting a text into its room', () => {
  it('never loses, adds or reorders a character', () => {
    fc.assert(
      fc.property(written, room, (text, place) => {
        const fitted = fitText(text, place, 'field', '姓名')
        if (fitted.ok) expect(fitted.value.lines.join('')).toBe(text)
      }),
    )
  })

  it('never reaches over an edge of its room, nor below the smallest print', () => {
    fc.assert(
      fc.property(written, room, (text, place) => {
        const fitted = fitText(text, place, 'field', '姓名')
        if (!fitted.ok) return
        const { size, lines, pitch } = fitted.value
        expect(size).toBeGreaterThanOrEqual(smallestPrint)
        expect(lines.length).toBeLessThanOrEqual(place.lines)
        expect(blockHeight(lines.length, size, pitch)).toBeLessThanOrEqual(points(place.height) + 1e-9)
        for (const line of lines) expect(textWidth(line) * size).toBeLessThanOrEqual(points(place.width))
      }),
    )
  })

  it('keeps a short text at its full size on one line', () => {
    const fitted = fitText('白音查干', { width: 30, height: 5.3, size: 10, lines: 2 }, 'name1', '姓名')
    expect(fitted).toMatchObject({ ok: true, value: { size: 10, lines: ['白音查干'] } })
  })

  it('shrinks a little rather than leave one character on a second line', () => {
    const fitted = fitText('内蒙古自治区赤峰市', { width: 30.4, height: 10, size: 10, lines: 5 }, 'x', '籍贯')
    expect(fitted).toMatchObject({ ok: true, value: { lines: ['内蒙古自治区赤峰市'] } })
  })

  it('keeps a certificate number whole', () => {
    const fitted = fitText(
      '原证：蒙迁字第00098765号',
      { width: 26, height: 10, size: 10, lines: 4 },
      'x',
      '备注',
    )
    expect(fitted.ok && fitted.value.lines.some((line) => line.includes('00098765'))).toBe(true)
  })

  it('refuses by name what has no room even in the smallest print', () => {
    const fitted = fitText('长'.repeat(80), { width: 20, height: 5, size: 10, lines: 2 }, 'name1', '姓名')
    expect(fitted).toMatchObject({ ok: false, refusals: [{ code: 'text-does-not-fit', field: 'name1' }] })
    expect(!fitted.ok && fitted.refusals[0]?.message).toContain('“姓名”有 80 个字')
  })
})
