import { assert, integer, property, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../shared/journal/base64.ts'
import { chainStart, readJournalLine, writeJournalLine } from '../../shared/journal/journal-line.ts'

const bytes = uint8Array({ maxLength: 300 })

describe('base64', () => {
  it('is the same as everybody else’s, both ways', () => {
    assert(
      property(bytes, (some) => {
        expect(toBase64(some)).toBe(Buffer.from(some).toString('base64'))
        expect(fromBase64(toBase64(some))).toEqual(some)
      }),
    )
  })

  it('reads nothing out of text that is not base64', () => {
    for (const text of ['abc', 'ab=c', '====', 'a b=', '户口户口', 'abc-', 'A===']) {
      expect(fromBase64(text)?.length ?? 0, text).toBe(0)
    }
  })
})

describe('a journal line', () => {
  it('reads back what was written', () => {
    assert(
      property(bytes, integer({ min: 1, max: 2 ** 40 }), (body, n) => {
        const { text, sum } = writeJournalLine(chainStart, n, body)
        expect(text).not.toContain('\n')
        expect(readJournalLine(text, chainStart, n)).toEqual({ ok: true, line: { n, sum, body } })
      }),
    )
  })

  it('tells a line out of turn, a line behind another one, and a changed body', () => {
    const first = writeJournalLine(chainStart, 1, new Uint8Array([1]))
    const second = writeJournalLine(first.sum, 2, new Uint8Array([2]))
    expect(readJournalLine(second.text, first.sum, 3)).toEqual({ ok: false, fault: 'number' })
    expect(readJournalLine(second.text, chainStart, 2)).toEqual({ ok: false, fault: 'sum' })
    expect(readJournalLine(second.text.replace('Ag==', 'Aw=='), first.sum, 2)).toEqual({
      ok: false,
      fault: 'sum',
    })
    expect(readJournalLine('{"n":2', first.sum, 2)).toEqual({ ok: false, fault: 'shape' })
  })
})
