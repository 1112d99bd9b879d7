import { describe, expect, it } from 'vitest'
import { ownRecordContent } from '../../shared/cases/own-record.ts'
import { ownRecord } from '../../shared/documents/own-record.ts'
import { ownRecordRequestSchema } from '../../shared/trail/own-record-request.ts'
import { person, sources } from '../builders/own-record-sources.ts'
import { setPaper, textOf } from '../paper/paper-bench.ts'
import { dottedName, longestAddress } from './made-up-words.ts'
import { measurePages } from './page-measures.ts'

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
