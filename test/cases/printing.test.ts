import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/base/plain-date.ts'
import { must } from '../../shared/base/must.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { toTheDecision } from '../builders/whole-walk.ts'

const reissue = must(findCaseType('migration-certificate-reissue'), 'the reissue')
const example = must(reissue.examples[0], 'an example')
const serial = { printYear: 2026, prefix: '蒙', digits: '00000901' }
const good = {
  serial,
  issuedOn: example.day,
  validUntil: addDays(example.day, 30),
  issuerName: exampleStation.name,
}

function printed(over: Readonly<Record<string, unknown>>) {
  const { walk } = toTheDecision(reissue, example)
  const codes = walk.take('print', { ...good, ...over })
  return { codes, walk }
}

describe('a sheet is printed', () => {
  it('on the day, valid for the whole time that the law allows, and for the day alone', () => {
    expect(printed({}).codes).toEqual([])
    expect(printed({ validUntil: example.day }).codes).toEqual([])
  })

  it.each([
    ['the day before', { issuedOn: addDays(example.day, -1) }, 'not-today'],
    [
      'the day after',
      { issuedOn: addDays(example.day, 1), validUntil: addDays(example.day, 9) },
      'not-today',
    ],
    ['valid until before it is issued', { validUntil: addDays(example.day, -1) }, 'validity-before-issue'],
    ['valid for a day too long', { validUntil: addDays(example.day, 31) }, 'validity-too-long'],
    ['without an issuer', { issuerName: '' }, 'bad-fact'],
    ['with a code that is none', { proof: 'HKZ1-不是' }, 'proof-of-another'],
    [
      'on a number that the station has not',
      { serial: { ...serial, digits: '00000902' } },
      'serial-not-ours',
    ],
  ])('never: %s', (_name, over, code) => {
    const { codes, walk } = printed(over)
    expect(codes).toEqual([code])
    expect(walk.messages.join('')).toMatch(/[。]$/)
    expect(walk.caseFile?.status).toBe('approved')
  })

  it('is held by its case while it is in the printer, and its question is open', () => {
    const { walk } = printed({})
    const sheet = walk.records.get(must(walk.caseFile?.sheets[0]?.key, 'a sheet'))
    expect(sheet).toMatchObject({ state: 'printing', heldBy: walk.caseFile?.id })
    expect(walk.caseFile?.sheets).toEqual([{ key: sheet?.key, outcome: 'printing', device: 'D1' }])
  })

  it.each([
    ['jammed', 'spoiled', 'spoiled', 'approved'],
    ['not-out', 'blank', 'not-used', 'approved'],
    ['good', 'issued', 'issued', 'issued'],
  ])('and then %s: the sheet is %s', (answer, state, outcome, status) => {
    const { walk } = printed({})
    expect(walk.take('confirmSheet', { answer })).toEqual([])
    const [sheet] = walk.caseFile?.sheets ?? []
    expect(sheet?.outcome).toBe(outcome)
    expect(walk.records.get(must(sheet?.key, 'a key'))).toMatchObject({ state })
    expect(walk.caseFile?.status).toBe(status)
  })

  it('and another number came out: that one must be named, and be another blank sheet of the station', () => {
    const { walk } = printed({})
    const answer = 'number-mismatch'
    expect(walk.take('confirmSheet', { answer })).toEqual(['actual-serial-missing'])
    expect(walk.messages).toEqual(['请输入实际印出的那张纸上的编号。'])
    expect(walk.take('confirmSheet', { answer, actualSerial: serial })).toEqual(['actual-serial-wrong'])
    const missing = { ...serial, digits: '00000907' }
    expect(walk.take('confirmSheet', { answer, actualSerial: missing })).toEqual(['actual-serial-wrong'])
    expect(walk.messages.join('')).toContain('00000907')
  })
})
