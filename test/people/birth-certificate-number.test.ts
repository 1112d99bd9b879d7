import { describe, expect, it } from 'vitest'
import {
  checkBirthCertificateNumber,
  normaliseBirthCertificateNumber,
} from '../../shared/people/birth-certificate-number.ts'

function refusalOf(typed: string, issuedOn?: string) {
  const checked = checkBirthCertificateNumber(typed, issuedOn)
  return checked.ok ? undefined : checked.refusals[0]
}

describe('a birth certificate’s number', () => {
  it.each([
    'Z150000001',
    'z150000001',
    ' Ｚ１５００００００１ ',
    'No.Z150000001',
    '№Z150000001',
    '编号：Z150000001',
  ])('of one letter and nine digits is taken from “%s”, whatever its date', (typed) => {
    for (const issuedOn of [undefined, '1996-01-01', '2023-03-31', '2023-04-01', '2026-02-20']) {
      expect(checkBirthCertificateNumber(typed, issuedOn)).toEqual({
        ok: true,
        value: { number: 'Z150000001' },
      })
    }
  })

  it.each(['AB1234567', 'ABC12345678', 'A12345678'])(
    'of an older edition, %s, passes with a hint',
    (typed) => {
      for (const issuedOn of [undefined, '1999-05-01', '2023-03-31']) {
        const checked = checkBirthCertificateNumber(typed, issuedOn)
        expect(checked.ok && checked.value.hint).toContain('旧版')
      }
    },
  )

  it('of an older shape is refused from the first day of the seventh edition on', () => {
    expect(refusalOf('AB1234567', '2023-04-01')?.message).toContain('第七版')
  })

  it.each([
    '赤司鉴中心[2026]物鉴字第123号',
    '赤法物鉴（2026）12号',
    'DNA20260012',
    '2026-0123',
    '第20260012号',
    '检2026001',
  ])('is never the number of a report: “%s” is sent to its own field', (typed) => {
    expect(refusalOf(typed)).toMatchObject({
      code: 'birth-certificate-report',
      citation: 'WR-20',
      field: 'birthCertificateNumber',
    })
    expect(refusalOf(typed)?.message).toContain('“亲子鉴定”的编号栏')
  })

  it.each(['/', '无', '没有', '——'])('is not replaced by “%s”', (typed) => {
    expect(refusalOf(typed)?.code).toBe('birth-certificate-none')
    expect(refusalOf(typed)?.message).toContain('没有出生医学证明')
  })

  it.each([
    ['', 'birth-certificate-empty', '还没有填'],
    ['150499202602200009', 'birth-certificate-citizen-id', '身份号码'],
    ['A15O000001', 'birth-certificate-letter-for-digit', '第 4 位是字母“O”'],
    ['A15000000I', 'birth-certificate-letter-for-digit', '第 10 位'],
    ['150000001', 'birth-certificate-shape', '1 个字母加 9 位数字'],
    ['A12345', 'birth-certificate-shape', '国外出生'],
    ['A1234567890123', 'birth-certificate-shape', '照证件'],
    ['13900000000', 'birth-certificate-shape', '亲子鉴定'],
  ])('“%s” is refused as %s', (typed, code, because) => {
    expect(refusalOf(typed)?.code).toBe(code)
    expect(refusalOf(typed)?.message).toContain(because)
  })

  it('has one form for one sheet, so that a second use is found', () => {
    expect(normaliseBirthCertificateNumber('z 150 000 001')).toBe(
      normaliseBirthCertificateNumber('No：Ｚ１５００００００１'),
    )
  })
})
