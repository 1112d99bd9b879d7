import { describe, expect, it } from 'vitest'
import { caseTypes } from '../../shared/cases/registry.ts'
import { toTheEnd } from '../builders/whole-walk.ts'
import { fontsOf, setPaper, textOf } from './paper-bench.ts'
import { measurePages } from './pdf-positions.ts'

describe.each(caseTypes.map((caseType) => [caseType.name, caseType] as const))(
  'the papers of %s',
  (_name, caseType) => {
    it('are set in embedded fonts, with nothing outside the sheet', async () => {
      const example = caseType.examples.find(({ conclusion }) => conclusion === 'ready')
      if (!example) throw new Error('no ready example')
      const { walk } = toTheEnd(caseType, example)
      const { caseFile } = walk
      const offered = caseType.papers.filter((paper) => caseFile && paper.available(caseFile))
      expect(offered.length).toBeGreaterThan(0)
      for (const paper of offered) {
        const made = walk.make(paper)
        if (!made.ok) throw new Error(`${paper.id}: ${made.refusals.map(({ message }) => message).join('')}`)
        const path = await setPaper(`${caseType.id}-${paper.id}`, made.value)
        expect(fontsOf(path).filter((font) => !font.embedded)).toEqual([])
        expect(textOf(path).trim()).not.toBe('')
        for (const page of await measurePages(path)) {
          const outside = page.runs.filter(({ left, right }) => left < 0 || right > page.width)
          expect([paper.id, outside.map(({ text }) => text)]).toEqual([paper.id, []])
        }
      }
    })
  },
)
