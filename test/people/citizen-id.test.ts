import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/base/plain-date.ts'
import {
  checkCharacter,
  checkCitizenId,
  contradictions,
  groupCitizenId,
  maskCitizenId,
  normaliseCitizenId,
} from '../../shared/people/citizen-id.ts'

const today = '2026-03-01'

interface Vector {
  readonly id: string
  readonly note: string
  readonly expected: string
}

const vectors: readonly Vector[] = parse(readFileSync(new URL('gb11643_test_vectors.csv', import.meta.url)), {
  columns: true,
  bom: true,
})

/** Made-up people: the area is assigned to no county. */
const madeUpIds = fc
  .tuple(fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: 1, max: 999 }))
  .map(([day, sequence]) => {
    const birth = addDays('1920-01-01', day).replaceAll('-', '')
    const body = `150499${birth}${String(sequence).padStart(3, '0')}`
    return `${body}${checkCharacter(body)}`
  })

function codeOf(typed: string): string {
  const checked = checkCitizenId(typed, { today })
  return checked.ok ? 'ok' : (checked.refusals[0]?.code ?? '')
}

/** What the list of test numbers expects, in the words of this program. */
function expectedCode({ expected }: Vector): string {
  if (expected.includes('invalid date')) return 'citizen-id-date'
  if (expected.includes('birth after today')) return 'citizen-id-future'
  if (expected.includes('invalid checksum')) return 'citizen-id-check-character'
  return 'ok'
}

describe('the test numbers of GB 11643', () => {
  it('are all there', () => expect(vectors).toHaveLength(13))

  it.each(vectors)('$id ($note): $expected', (vector) => {
    const checked = checkCitizenId(vector.id, { today, allowUnissuedSequence: true })
    expect(checked.ok ? 'ok' : checked.refusals[0]?.code).toBe(expectedCode(vector))
    if (vector.expected.includes('must be flagged')) expect(codeOf(vector.id)).toBe('citizen-id-sequence')
    if (vector.expected.includes('warn only') && checked.ok) expect(checked.value.notes).toHaveLength(1)
    const converted = /-> (\d{17}[\dX])/.exec(vector.expected)?.[1]
    if (converted !== undefined) expect(normaliseCitizenId(vector.id)).toBe(converted)
  })
})

describe('a citizen number', () => {
  it('tells birth date, sex and the county of first registration', () => {
    const checked = checkCitizenId('11010519491231002X', { today })
    expect(checked).toEqual({
      ok: true,
      value: { id: '11010519491231002X', region: '110105', birthDate: '1949-12-31', sex: '2', notes: [] },
    })
  })

  it('is read in full width, with spaces and with a small x', () => {
    expect(normaliseCitizenId('１１０１０５ １９４９１２３１ ００２ｘ')).toBe('11010519491231002X')
  })

  it('is caught by its check character when any one character is wrong', () => {
    fc.assert(
      fc.property(
        madeUpIds,
        fc.integer({ min: 0, max: 17 }),
        fc.integer({ min: 1, max: 9 }),
        (id, place, shift) => {
          const old = id.charAt(place)
          const wrong = old === 'X' ? String(shift) : String((Number(old) + shift) % 10)
          const mistyped = `${id.slice(0, place)}${wrong}${id.slice(place + 1)}`
          expect(codeOf(id)).toBe('ok')
          expect(codeOf(mistyped)).not.toBe('ok')
        },
      ),
    )
  })

  it('is caught when two neighbours are swapped', () => {
    fc.assert(
      fc.property(madeUpIds, fc.integer({ min: 0, max: 16 }), (id, place) => {
        const [one, other] = [id.charAt(place), id.charAt(place + 1)]
        fc.pre(one !== other)
        expect(codeOf(`${id.slice(0, place)}${other}${one}${id.slice(place + 2)}`)).not.toBe('ok')
      }),
    )
  })

  it('of fifteen digits becomes the eighteen of the same person, with a note', () => {
    fc.assert(
      fc.property(madeUpIds, (id) => {
        fc.pre(id.slice(6, 8) === '19')
        const legacy = `${id.slice(0, 6)}${id.slice(8, 17)}`
        const checked = checkCitizenId(legacy, { today })
        expect(checked.ok && checked.value.id).toBe(id)
        expect(checked.ok && checked.value.notes[0]).toContain('15 位')
      }),
    )
  })

  it('passes with a note when no county of today has its area', () => {
    const body = '15049919900305001'
    const known = checkCitizenId(`${body}${checkCharacter(body)}`, { today })
    expect(known.ok && known.value.notes.join('')).toContain('150499')
  })

  it.each([
    ['', 'citizen-id-empty'],
    ['150499', 'citizen-id-length'],
    ['1504991990030500123', 'citizen-id-length'],
    ['150499198506151', 'citizen-id-length'],
    ['15O499199003050012', 'citizen-id-characters'],
    ['15049919900305X012', 'citizen-id-characters'],
    ['150499199013050012', 'citizen-id-date'],
  ])('“%s” is refused as %s', (typed, code) => expect(codeOf(typed)).toBe(code))

  it('is shown 6-8-4 and masked to its first six and last four', () => {
    expect(groupCitizenId('11010519491231002X')).toBe('110105 19491231 002X')
    expect(normaliseCitizenId(groupCitizenId('11010519491231002X'))).toBe('11010519491231002X')
    expect(maskCitizenId('11010519491231002X')).toBe('110105****002X')
    expect(maskCitizenId('1504')).toBe('****')
  })

  it('contradicts a birth date or a sex that it does not hold, and nothing else', () => {
    const facts = { citizenId: '11010519491231002X', birthDate: '1949-12-31', sex: '2' }
    expect(contradictions(facts)).toEqual([])
    expect(contradictions({ ...facts, sex: '9' })).toEqual([])
    expect(contradictions({ ...facts, birthDate: '1949-12-30', sex: '1' })).toHaveLength(2)
  })

  it('has no check character for anything but seventeen digits', () => {
    expect(() => checkCharacter('1101051949123100')).toThrow(RangeError)
  })
})
