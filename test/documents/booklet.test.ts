import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../shared/base/outcome.ts'
import { bookletAddressChanges } from '../../shared/documents/booklet-address-changes.ts'
import { bookletEntryChanges } from '../../shared/documents/booklet-entry-changes.ts'
import { bookletHeadPage } from '../../shared/documents/booklet-head-page.ts'
import type { BookletPaper } from '../../shared/documents/booklet-page.ts'
import { noCalibration } from '../../shared/documents/calibration.ts'
import { collectiveBookletCover } from '../../shared/documents/collective-booklet-cover.ts'
import { collectiveMemberCard } from '../../shared/documents/collective-member-card.ts'
import type { DocumentDefinition } from '../../shared/documents/definition.ts'
import { millimetres } from '../../shared/documents/millimetres.ts'
import { registerForm } from '../../shared/documents/register-form.ts'
import { residentCard } from '../../shared/documents/resident-card.ts'
import { setPaper, textOf } from '../paper/paper-bench.ts'
import {
  card,
  cover,
  headPage,
  longestCard,
  longestCover,
  longestHeadPage,
  longestMember,
  longestRegisterChange,
  longestRegisterFront,
  member,
  registerChange,
  registerFront,
} from './made-up-booklet.ts'
import { longestAddress, longestName, longestRemark } from './made-up-words.ts'
import { abolishedWords, measurePages } from './page-measures.ts'

const archive: BookletPaper = { kind: 'archive-copy' }
const stock: BookletPaper = { kind: 'printed-stock', calibration: noCalibration }
const move = { address: headPage.address, on: '2025年7月1日', clerk: '苏日娜' }
const longestMove = { address: longestAddress, on: '2025年12月31日', clerk: longestName }
const change = { item: '文化程度', content: '大学本科', on: '2025年7月1日', clerk: '苏日娜' }
const longestChange = {
  item: '何时由何地迁来本市（县）',
  content: longestAddress,
  on: '2025年12月31日',
  clerk: longestName,
}

type Draw = (paper: BookletPaper) => Outcome<DocumentDefinition>
const bookletPapers: readonly (readonly [
  name: string,
  draw: Draw,
  pages: number,
  words: readonly string[],
])[] = [
  ['booklet-head-page', (paper) => bookletHeadPage(headPage, paper), 1, Object.values(headPage)],
  [
    'booklet-head-longest',
    (paper) => bookletHeadPage(longestHeadPage, paper),
    1,
    Object.values(longestHeadPage),
  ],
  ['resident-card', (paper) => residentCard(card, paper), 1, Object.values(card)],
  ['resident-card-longest', (paper) => residentCard(longestCard, paper), 1, Object.values(longestCard)],
  ['member-card', (paper) => collectiveMemberCard(member, paper), 1, Object.values(member)],
  [
    'member-card-longest',
    (paper) => collectiveMemberCard(longestMember, paper),
    1,
    Object.values(longestMember),
  ],
  ['collective-cover', (paper) => collectiveBookletCover(cover, paper), 1, Object.values(cover)],
  [
    'collective-cover-longest',
    (paper) => collectiveBookletCover(longestCover, paper),
    1,
    Object.values(longestCover),
  ],
  [
    'address-changes',
    (paper) => bookletAddressChanges([move, longestMove, move], paper),
    1,
    Object.values(longestMove),
  ],
  [
    'address-changes-longest',
    (paper) =>
      bookletAddressChanges(
        Array.from({ length: 9 }, () => longestMove),
        paper,
      ),
    3,
    Object.values(longestMove),
  ],
  [
    'entry-changes',
    (paper) => bookletEntryChanges([change, longestChange, change], paper),
    1,
    Object.values(longestChange),
  ],
  [
    'entry-changes-longest',
    (paper) =>
      bookletEntryChanges(
        Array.from({ length: 5 }, () => longestChange),
        paper,
      ),
    2,
    Object.values(longestChange),
  ],
]

async function set(name: string, outcome: Outcome<DocumentDefinition>): Promise<string> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return setPaper(name, outcome.value)
}

describe('every page of the booklet', () => {
  it.each(bookletPapers)(
    '%s bears every item, on 143 × 105 mm, drawn and overprinted',
    async (name, draw, count, words) => {
      for (const [paper, suffix] of [
        [archive, ''],
        [stock, '-stock'],
      ] as const) {
        const path = await set(`${name}${suffix}`, draw(paper))
        const pages = await measurePages(path)
        expect(pages).toHaveLength(count)
        for (const page of pages) {
          expect(page.width).toBeCloseTo(143, 1)
          expect(page.height).toBeCloseTo(105, 1)
          for (const run of page.runs) {
            expect(run.left, run.text).toBeGreaterThan(2)
            expect(run.right, run.text).toBeLessThan(141)
            expect(run.baseline, run.text).toBeLessThan(102.5)
          }
        }
        const printed = textOf(path)
        for (const word of words) expect(printed).toContain(word.replaceAll(/\s/g, ''))
        expect(printed).not.toMatch(abolishedWords)
        expect(printed.includes('存档样张不得作为证件使用')).toBe(paper === archive)
      }
    },
    30_000,
  )

  it('has every one of the 22 items of the card as a printed label', async () => {
    const printed = textOf(await set('resident-card-labels', residentCard(card, archive)))
    for (const label of [
      '姓名',
      '户主或与户主关系',
      '曾用名',
      '性别',
      '出生地',
      '民族',
      '籍贯',
      '出生日期',
      '本市（县）其他住址',
      '宗教信仰',
      '公民身份证件编号',
      '身高',
      '血型',
      '文化程度',
      '婚姻状况',
      '兵役状况',
      '服务处所',
      '职业',
      '何时由何地迁来本市（县）',
      '何时由何地迁来本址',
      '登记日期',
      '承办人签章',
    ])
      expect(printed).toContain(label)
  })

  it('sets address changes within a millimetre of the template’s rows', async () => {
    const path = await set(
      'address-rows',
      bookletAddressChanges(
        Array.from({ length: 9 }, () => move),
        stock,
      ),
    )
    const runs = (await measurePages(path))[0]?.runs ?? []
    for (const [row, top] of [15.3, 23.0, 30.7, 38.4, 46.0, 53.7, 61.4, 69.1, 76.7].entries())
      for (const left of [13.2, 86.0, 111.1])
        expect(
          runs.some(
            (run) =>
              Math.abs(run.left - left) < 1 &&
              Math.abs(run.baseline - millimetres(0.88 * run.size) - top) < 1,
          ),
          `row ${row + 1} at ${left}`,
        ).toBe(true)
  })

  it('refuses by name what has no room rather than cut it', () => {
    const outcome = residentCard({ ...card, name: longestName.repeat(20) }, archive)
    expect(outcome).toMatchObject({ ok: false, refusals: [{ field: 'name' }] })
  })
})

describe('the register form', () => {
  it('stands on front and back of one A4 sheet with every item and change', async () => {
    const path = await set(
      'register-form',
      registerForm({ front: registerFront, changes: [registerChange], notes: '2026年3月1日补录父母姓名。' }),
    )
    const pages = await measurePages(path)
    expect(pages).toHaveLength(2)
    expect(pages[0]?.height).toBeCloseTo(297, 0)
    const printed = textOf(path)
    for (const word of [...Object.values(registerFront), ...Object.values(registerChange)])
      if (word !== registerFront.citizenId) expect(printed).toContain(word.replaceAll(/\s/g, ''))
    expect(printed).toContain(registerFront.citizenId)
    expect(printed).toContain('登记事项变更和更正记载')
    expect(printed).not.toMatch(abolishedWords)
  })

  it('takes the longest of everything, and further sheets for more changes than one back holds', async () => {
    const longest = {
      front: longestRegisterFront,
      changes: Array(16).fill(longestRegisterChange),
      notes: longestRemark,
    }
    const path = await set('register-form-longest', registerForm(longest))
    const pages = await measurePages(path)
    expect(pages).toHaveLength(3)
    for (const page of pages)
      for (const run of page.runs) {
        expect(run.left, run.text).toBeGreaterThan(10)
        expect(run.right, run.text).toBeLessThan(200)
        expect(run.baseline, run.text).toBeLessThan(290)
      }
    const printed = textOf(path)
    for (const word of [
      ...Object.values(longestRegisterFront),
      longestRemark,
      ...Object.values(longestRegisterChange),
    ])
      expect(printed).toContain(word.replaceAll(/\s/g, ''))
    const squares = pages[0]?.runs.filter((run) => /^[\dX]$/.test(run.text)).map((run) => run.text)
    expect(squares?.join('')).toContain(longestRegisterFront.citizenId)
  })
})
