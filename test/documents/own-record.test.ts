import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { ownRecordContent, tellsOf } from '../../shared/cases/own-record.ts'
import { ownRecord } from '../../shared/documents/own-record.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { ownRecordRequestSchema } from '../../shared/trail/own-record-request.ts'
import { makePerson } from '../statistics/made-register.ts'
import { setPaper, textOf } from '../paper/paper-bench.ts'
import { dottedName, longestAddress } from './made-up-words.ts'
import { measurePages } from './page-measures.ts'

const person: ResidentRecord = makePerson(7, {
  name: '白音查干',
  citizenId: '150499199003051234',
  kin: [
    { relation: 'mother', name: dottedName, documentNumber: '150499196701014321' },
    { relation: 'guardian', name: '苏日娜', documentNumber: '' },
  ],
  entries: [
    {
      on: '2025-05-06',
      cause: 'corrected',
      item: '出生日期',
      before: '1990年3月6日',
      after: '1990年3月5日',
      reason: '录入错误',
      caseId: 'c1',
      caseNumber: 'YL-2-20250506-0003',
      by: '那顺样',
    },
  ],
})

const caseFile: CaseFile = {
  id: 'c1',
  caseType: 'item-correction',
  number: 'YL-2-20250506-0003',
  station: '150499000001',
  status: 'closed',
  version: 3,
  form: { person: { citizenId: person.citizenId } },
  steps: [],
  questions: [],
  sheets: [],
  openedAt: '2025-05-05T17:30:00.000Z',
  changedAt: '2025-05-06T02:00:00.000Z',
}

const sources = {
  person,
  request: { asker: 'self', identity: 'id-card', purpose: 'copy', entitlementSeen: false } as const,
  station: {
    code: '150499000001',
    name: '赤峰市公安局样例分局样例派出所',
    shortName: '样例派出所',
    countyCode: '150499',
    address: '样例街道虚构路1号',
    phone: '0476-0000000',
  },
  device: 'D3F0A',
  day: '2026-03-01',
  cases: [caseFile],
  sheets: [],
  looks: [
    { at: '2026-02-01T01:00:00.000Z', role: 'officer', reason: 'enquiry' },
    { at: '2026-02-01T02:00:00.000Z', role: 'officer', reason: 'enquiry' },
    { at: '2026-01-31T16:30:00.000Z', role: undefined, reason: 'case' },
  ] as const,
  looksSince: '2026-01-02',
} as const

describe('a person’s own record on paper', { timeout: 30_000 }, () => {
  it('prints items, kin, changes, cases and who looked why, inside the edges', async () => {
    const path = await setPaper('own-record', ownRecord(ownRecordContent(sources)))
    const printed = textOf(path)
    for (const words of [
      '本人信息记录',
      '白音查干',
      dottedName,
      '1990年3月6日',
      '1990年3月5日',
      'YL-2-20250506-0003',
      '2025年5月6日',
      '群众咨询本人情况',
      '2026年1月2日起保存',
    ])
      expect(printed).toContain(words)
    for (const page of await measurePages(path))
      for (const run of page.runs) expect(run.right, run.text).toBeLessThan(page.width - 10)
  })

  it('names offices and days of those who looked, and nobody’s name', () => {
    const content = ownRecordContent(sources)
    // Half past four in the afternoon at Greenwich is the next day at the counter.
    expect(content.looks).toEqual([
      { on: '2026-02-01', role: '户籍民警', reason: '群众咨询本人情况', times: 2 },
      { on: '2026-02-01', role: '已离岗人员', reason: '办理案件', times: 1 },
    ])
    expect(content.cases[0]?.openedOn).toBe('2025-05-06')
    expect(JSON.stringify(content)).not.toContain('那顺样')
  })

  it('says of each part that holds nothing that it holds nothing', async () => {
    const bare = { ...person, kin: [], entries: [] }
    const content = ownRecordContent({
      ...sources,
      person: bare,
      cases: [],
      looks: [],
      looksSince: undefined,
    })
    const printed = textOf(await setPaper('own-record-bare', ownRecord(content)))
    expect(printed.match(/没有(?!查看记录)/g)).toHaveLength(5)
    expect(printed).toContain('本机还没有查看记录')
  })

  it('holds the longest words the register allows, on as many pages as they need', async () => {
    const address = { ...person.address, detail: longestAddress }
    const entries = Array.from({ length: 12 }, (_, n) => ({
      ...(person.entries?.[0] ?? { cause: 'corrected' as const }),
      on: '2025-05-06',
      item: '住址',
      before: longestAddress,
      after: longestAddress,
      reason: '',
      caseId: `c${n}`,
      caseNumber: `YL-2-20250506-${n}`,
      by: '',
    }))
    const content = ownRecordContent({ ...sources, person: { ...person, address, entries } })
    const pages = await measurePages(await setPaper('own-record-longest', ownRecord(content)))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages)
      for (const run of page.runs) {
        expect(run.right, run.text).toBeLessThan(page.width - 10)
        expect(run.baseline, run.text).toBeLessThan(page.height - 4)
      }
  })

  it('finds what tells of a person by the record or by the citizen number, and nothing by an empty number', () => {
    expect(tellsOf(person, { any: [{ child: person.key }] })).toBe(true)
    expect(tellsOf(person, { any: person.citizenId })).toBe(true)
    expect(tellsOf({ ...person, citizenId: '' }, { other: '' })).toBe(false)
    expect(tellsOf(person, undefined)).toBe(false)
  })

  it('is asked for by the person, or by somebody whose right to it was seen', () => {
    const request = { asker: 'agent', identity: 'id-card', purpose: 'copy' }
    expect(ownRecordRequestSchema.safeParse({ ...request, entitlementSeen: false }).success).toBe(false)
    expect(ownRecordRequestSchema.safeParse({ ...request, entitlementSeen: true }).success).toBe(true)
    expect(
      ownRecordRequestSchema.safeParse({ ...request, asker: 'self', entitlementSeen: false }).success,
    ).toBe(true)
    expect(
      ownRecordRequestSchema.safeParse({ ...request, name: '某人', entitlementSeen: true }).success,
    ).toBe(false)
  })
})
