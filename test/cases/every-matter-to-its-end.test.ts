import { describe, expect, it } from 'vitest'
import { caseTypes } from '../../shared/cases/registry.ts'
import { toTheEnd } from '../builders/whole-walk.ts'

describe.each(caseTypes.map((caseType) => [caseType.name, caseType] as const))('%s', (_name, caseType) => {
  const ready = caseType.examples.filter(({ conclusion, options }) => conclusion === 'ready' && !options)

  it('comes to its end from every ready example, and makes every paper on the way', () => {
    for (const example of ready) {
      const { walk, refusals } = toTheEnd(caseType, example)
      expect([example.name, refusals, walk.messages]).toEqual([example.name, [], []])
      expect([example.name, walk.caseFile?.status]).toEqual([
        example.name,
        expect.stringMatching(/^(closed|issued)$/),
      ])
      const { caseFile } = walk
      const papers = caseType.papers.filter((paper) => caseFile && paper.available(caseFile))
      const made = papers.map((paper) => [paper.id, walk.make(paper)] as const)
      expect(made.filter(([, paper]) => !paper.ok)).toEqual([])
      const printed = made.map(([, paper]) => JSON.stringify(paper))
      expect(printed.filter((text) => /农业|undefined|NaN|\[object/.test(text))).toEqual([])
    }
  })

  it('leaves no record that the register would not take, and counts each history line once', () => {
    for (const example of ready) {
      const { walk } = toTheEnd(caseType, example)
      for (const record of walk.records.values()) {
        if (record.kind === 'person' && record.status === 'registered') {
          expect(record.name).not.toBe('')
          expect(record.relationToHead).toMatch(/^\d{2}$/)
        }
        const entries = 'entries' in record ? (record.entries ?? []) : []
        for (const entry of entries) expect(entry.by.length).toBeGreaterThan(0)
      }
    }
  })
})
