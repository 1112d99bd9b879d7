import { describe, expect, it } from 'vitest'
import { fontsOf, setPaper, textOf } from '../paper/paper-bench.ts'
import { papers } from './made-up-papers.ts'
import { permitPapers } from './made-up-permit-papers.ts'
import { abolishedWords, measurePages } from './page-measures.ts'

const all = Object.entries({ ...papers, ...permitPapers })

describe('every paper that flows over A4', () => {
  it.each(all)(
    '%s prints all it was given, on as many pages as it needs, inside the edges',
    async (name, paper) => {
      const path = await setPaper(name, paper.definition)
      const pages = await measurePages(path)
      expect(pages).toHaveLength(paper.pages)
      for (const page of pages)
        for (const run of page.runs) {
          expect(run.left, run.text).toBeGreaterThan(10)
          expect(run.right, run.text).toBeLessThan(page.width - 10)
          expect(run.baseline, run.text).toBeLessThan(page.height - 4)
        }
      const printed = textOf(path)
      for (const words of paper.words) expect(printed).toContain(words.replaceAll(/\s/g, ''))
      expect(printed).not.toMatch(abolishedWords)
      expect(fontsOf(path).filter((font) => !font.embedded)).toEqual([])
    },
  )

  it.each(all)('%s is plain data that can be sent to a worker and filed', (_name, { definition }) => {
    expect(structuredClone(definition)).toEqual(definition)
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
  })
})

describe('the interview record', () => {
  it('has the place of the signature, of the fingerprint and its number on each page', async () => {
    const paper = papers['interview-record-longest']
    if (!paper) throw new Error('no such paper')
    const path = await setPaper('interview-foot', paper.definition)
    const pages = await measurePages(path)
    for (const [index, page] of pages.entries()) {
      const printed = page.runs
        .map((run) => run.text)
        .join('')
        .replaceAll(/\s/g, '')
      expect(printed).toContain('被走访人签名')
      expect(printed).toContain('捺指印')
      expect(printed).toContain(`第${index + 1}页，共${pages.length}页`)
    }
  })
})
