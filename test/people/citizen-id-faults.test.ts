import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isPlainDate } from '../../shared/base/plain-date.ts'
import { reviewCitizenId, type ReviewedFacts } from '../../shared/people/citizen-id-faults.ts'
import { checkCharacter, checkCitizenId, contradictions } from '../../shared/people/citizen-id.ts'
import { composeCitizenId } from '../../shared/people/compose-citizen-id.ts'

const today = '2026-03-01'

function madeUp(written: string, sequence = '002'): string {
  const body = `150499${written}${sequence}`
  return `${body}${checkCharacter(body)}`
}

function review(typed: string, facts: Partial<ReviewedFacts> = {}) {
  const { refusals, warnings } = reviewCitizenId(typed, { today, allowUnissuedSequence: true, ...facts })
  return {
    codes: refusals.map(({ code }) => code),
    words: refusals.map(({ message }) => message).join(''),
    warnings: warnings.join(''),
  }
}

describe('a number held against the form', () => {
  it('agrees with the birth date and sex that it holds, and with what is not known yet', () => {
    const typed = madeUp('19900305')
    expect(review(typed, { birthDate: '1990-03-05', sex: '2' }).codes).toEqual([])
    expect(review(typed).codes).toEqual([])
    expect(review(typed, { sex: '9' }).codes).toEqual([])
  })

  it('names both birth dates when they differ', () => {
    const { codes, words } = review(madeUp('19900305'), { birthDate: '1990-03-06' })
    expect(codes).toEqual(['citizen-id-birth-date'])
    expect(words).toContain('1990年3月5日')
    expect(words).toContain('1990年3月6日')
    expect(words).not.toContain('对调')
  })

  it('says so when day and month are swapped', () => {
    const { codes, words } = review(madeUp('19900305'), { birthDate: '1990-05-03' })
    expect(codes).toEqual(['citizen-id-birth-date'])
    expect(words).toContain('月和日正好对调')
  })

  it('names both sexes when they differ, and all that differs at once', () => {
    const facts = { birthDate: '1991-03-05', sex: '1' }
    expect(review(madeUp('19900305'), { sex: '1' }).words).toContain('女性，登记的是男性')
    expect(review(madeUp('19900305'), facts).codes).toEqual(['citizen-id-birth-date', 'citizen-id-sex'])
  })

  it('cites the standard in every contradiction', () => {
    const found = contradictions({ citizenId: madeUp('19900305'), birthDate: '1991-03-05', sex: '1' })
    expect(found.map(({ citation }) => citation)).toEqual(['GB-11643', 'GB-11643'])
  })

  it.each([
    ['20230229', '不是闰年'],
    ['19901305', '月和日可能写反了'],
    ['19900431', '日历上没有这一天'],
  ])('with the birth date %s is none: %s', (written, because) => {
    const { codes, words } = review(madeUp(written))
    expect(codes).toEqual(['citizen-id-date'])
    expect(words).toContain(because)
  })

  it('may hold 29 February of a leap year', () => {
    expect(review(madeUp('20240229'), { birthDate: '2024-02-29' }).codes).toEqual([])
  })

  it('warns of an area that is not in today’s list and leaves the number alone', () => {
    const typed = madeUp('19900305')
    const reviewed = reviewCitizenId(typed, { today })
    expect(reviewed.citizenId?.id).toBe(typed)
    expect(reviewed.refusals).toEqual([])
    expect(reviewed.warnings.join('')).toContain('不影响办理')
  })

  it('warns above 120 years of age and not at 120', () => {
    expect(review(madeUp('19050301')).warnings).toContain('121 岁')
    expect(review(madeUp('19050302')).warnings).not.toContain('岁')
  })

  it('warns once of a centenarian’s sequence, typed with fifteen digits or eighteen', () => {
    expect(review(madeUp('19200305', '996')).warnings).toContain('百岁老人')
    expect(review(madeUp('19200305', '995')).warnings).not.toContain('百岁')
    expect(review('150499200305998').warnings.match(/百岁/g)).toHaveLength(1)
  })

  it('has nothing more to say of a text that is no number', () => {
    const reviewed = reviewCitizenId('1504', { today, birthDate: '1990-03-05' })
    expect(reviewed.citizenId).toBeUndefined()
    expect(reviewed.refusals.map(({ code }) => code)).toEqual(['citizen-id-length'])
  })
})

describe('a number put together', () => {
  const parts = { countyCode: '150499', birthDate: '2026-02-20', sequence: '000', sex: '2' }

  it('reads back as what it was made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), fc.nat(999), (days, number) => {
        const birthDate = addDays('1920-01-01', days)
        const sex = number % 2 === 1 ? '1' : '2'
        const sequence = String(number).padStart(3, '0')
        const composed = composeCitizenId({ countyCode: '150499', birthDate, sequence, sex })
        expect(composed.ok).toBe(true)
        const typed = composed.ok ? composed.value : ''
        const checked = checkCitizenId(typed, { today, allowUnissuedSequence: true })
        expect(isPlainDate(birthDate)).toBe(true)
        expect(checked.ok && checked.value).toMatchObject({ region: '150499', birthDate, sex })
      }),
    )
  })

  it('may carry the sequence 000 of made-up people', () => {
    expect(composeCitizenId(parts).ok).toBe(true)
  })

  it.each([
    [{ countyCode: '1504' }, 'county-code', '6 位'],
    [{ birthDate: '2026-02-30' }, 'birth-date', '出生日期'],
    [{ sequence: '12' }, 'sequence-shape', '顺序码登记表'],
    [{ sequence: '001' }, 'sequence-sex', '女性的顺序码是双数'],
    [{ sex: '1' }, 'sequence-sex', '男性的顺序码是单数'],
    [{ sex: '9' }, 'sequence-sex', '先填性别'],
  ])('is refused with %j as %s', (wrong, code, because) => {
    const composed = composeCitizenId({ ...parts, ...wrong })
    expect(composed.ok).toBe(false)
    const refusal = composed.ok ? undefined : composed.refusals[0]
    expect(refusal).toMatchObject({ code, citation: 'GB-11643' })
    expect(refusal?.message).toContain(because)
  })
})
