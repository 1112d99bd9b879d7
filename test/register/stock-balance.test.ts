import { describe, expect, it } from 'vitest'
import { certificateKey, type CertificateRecord, type SheetState } from '../../shared/register/certificate.ts'
import { balanceStock, rangesOf } from '../../shared/register/stock-balance.ts'

const range = { prefix: '蒙', printYear: 2026, first: '00123401', last: '00123500' }

function sheet(number: number, state: SheetState, printYear = 2026): CertificateRecord {
  const serial = { printYear, prefix: '蒙', digits: String(number).padStart(8, '0') }
  return {
    kind: 'certificate',
    key: certificateKey(serial),
    station: '150430100000',
    serial,
    state,
    source: 'register',
    reissues: 0,
    version: 1,
  }
}

function stateOf(at: number): SheetState {
  if (at < 50) return 'issued'
  if (at < 58) return 'landed'
  if (at < 61) return 'void'
  return at < 64 ? 'spoiled' : 'blank'
}

/** A hundred sheets: sixty-one used, three spoiled, thirty-six left. */
const month = Array.from({ length: 100 }, (_, at) => sheet(123_401 + at, stateOf(at)))

describe('the month’s count of blank sheets', () => {
  it('comes out when used, spoiled and left make what was received', () => {
    expect(balanceStock(range, month, 36)).toEqual({
      received: 100,
      used: 61,
      spoiled: 3,
      printing: 0,
      blank: 36,
      missing: [],
      boxDifference: 0,
      balanced: true,
    })
  })

  it('names the number of which nothing is known', () => {
    const balance = balanceStock(range, month.toSpliced(10, 1), 36)
    expect(balance).toMatchObject({ balanced: false, missing: ['00123411'], used: 60 })
  })

  it('raises the alarm when the box holds one less or one more than the register says', () => {
    expect(balanceStock(range, month, 35)).toMatchObject({ balanced: false, boxDifference: -1 })
    expect(balanceStock(range, month, 37)).toMatchObject({ balanced: false, boxDifference: 1 })
  })

  it('accounts for a sheet in the printer', () => {
    const printing = [...month.slice(0, 99), sheet(123_500, 'printing')]
    expect(balanceStock(range, printing, 35)).toMatchObject({ printing: 1, blank: 35, balanced: true })
  })

  it('takes no sheet of another printing for one of this', () => {
    const other = month.map((_, at) => sheet(123_401 + at, 'blank', 2025))
    expect(balanceStock(range, other).missing).toHaveLength(100)
  })

  it('finds nothing in a range that ends before it begins', () => {
    expect(balanceStock({ ...range, last: '00123400' }, month)).toMatchObject({ received: 0, balanced: true })
  })
})

describe('the runs of numbers of a stock', () => {
  it('are one where no number lacks, whatever the order', () => {
    expect(rangesOf(month.toReversed())).toEqual([range])
  })

  it('break where a number lacks and between printings', () => {
    const sheets = [...month.toSpliced(10, 1), sheet(123_501, 'blank', 2027)]
    expect(rangesOf(sheets).map(({ first, last }) => [first, last])).toEqual([
      ['00123401', '00123410'],
      ['00123412', '00123500'],
      ['00123501', '00123501'],
    ])
  })
})
