import { beforeAll, describe, expect, it } from 'vitest'
import { noCalibration } from '../../shared/documents/calibration.ts'
import { millimetres } from '../../shared/documents/millimetres.ts'
import { moveInPermitComplete } from '../../shared/documents/move-in-permit-complete.ts'
import { leafLeft, leaves, moveInPermitForm as form } from '../../shared/documents/move-in-permit-form.ts'
import { moveInPermitOverprint } from '../../shared/documents/move-in-permit-overprint.ts'
import { moveInPermitValues, type MoveInPermitValues } from '../../shared/documents/move-in-permit-values.ts'
import {
  moveInPermitContentSchema,
  moveInPermitKey,
  moveInPermitRecordSchema,
} from '../../shared/register/move-in-permit.ts'
import { inkBox, readInk } from '../paper/ink.ts'
import { setPaper, textOf } from '../paper/paper-bench.ts'
import {
  longestPermit,
  longestPermitIssue,
  mover,
  permit,
  permitIssue,
  permitSerial,
  permitWording,
} from './made-up-permit.ts'
import { longestAddress, longestName, longestRemark } from './made-up-words.ts'
import { abolishedWords, measurePages } from './page-measures.ts'

const SQUARE_ASCENT = 0.88
const plain = moveInPermitValues(permit, permitSerial, permitIssue, permitWording)
const longest = moveInPermitValues(longestPermit, permitSerial, longestPermitIssue, permitWording)
const known: readonly (readonly [text: string, left: number, top: number])[] = [
  ['白音查干', 38.6, 45.0],
  ['150499199003051234', 87.6, 45.0],
  ['内蒙古自治区赤峰市样例区', 38.1, 55.6],
  ['赤峰市公安局样例分局样例派出所', 38.6, 66.1],
  ['妻', 21.4, 87.3],
  ['乌云其木格', 39.4, 87.3],
  ['女', 64.6, 87.3],
  ['19911120', 72.5, 87.3],
  ['150499199111201246', 91.0, 87.3],
  ['子', 21.4, 93.9],
  ['20150602', 72.5, 93.9],
  ['以下空白', 39.4, 100.5],
]

async function overprint(name: string, values: MoveInPermitValues): Promise<string> {
  const definition = moveInPermitOverprint(values, noCalibration)
  if (!definition.ok) throw new Error(JSON.stringify(definition.refusals))
  return setPaper(name, definition.value)
}

async function complete(name: string, values: MoveInPermitValues): Promise<string> {
  const definition = moveInPermitComplete(values)
  if (!definition.ok) throw new Error(JSON.stringify(definition.refusals))
  return setPaper(name, definition.value)
}

describe('the record of a move-in permit', () => {
  it('is keyed by prefix, year and digits', () => {
    expect(moveInPermitKey(permitSerial)).toBe('move-in-permit:蒙2025-00123456')
  })

  it('takes one to four movers and an address of 120 characters', () => {
    expect(moveInPermitContentSchema.safeParse(longestPermit).success).toBe(true)
    const five = { ...permit, movers: [mover, mover, mover, mover, mover] }
    expect(moveInPermitContentSchema.safeParse(five).success).toBe(false)
    expect(moveInPermitContentSchema.safeParse({ ...permit, movers: [] }).success).toBe(false)
  })

  it('may be a blank sheet without content', () => {
    const blank = {
      kind: 'move-in-permit',
      key: moveInPermitKey(permitSerial),
      station: '150499001',
      serial: permitSerial,
      state: 'blank',
      source: 'register',
      reissues: 0,
      version: 0,
    }
    expect(moveInPermitRecordSchema.parse(blank)).toEqual(blank)
  })
})

describe('the overprint of a move-in permit', () => {
  let path = ''
  let longestPath = ''
  beforeAll(async () => {
    path = await overprint('move-in-permit-overprint', plain)
    longestPath = await overprint('move-in-permit-overprint-longest', longest)
  }, 60_000)

  it('is one page of 405 × 185 mm', async () => {
    const pages = await measurePages(path)
    expect(pages).toHaveLength(1)
    expect(pages[0]?.width).toBeCloseTo(405, 1)
    expect(pages[0]?.height).toBeCloseTo(185, 1)
  })

  it.each(known)('sets %s within a millimetre of its place on all three leaves', async (text, left, top) => {
    const runs = (await measurePages(path)).flatMap((page) => page.runs)
    for (const leaf of leaves) {
      const near = runs.filter(
        (run) =>
          run.text.startsWith(text) &&
          Math.abs(run.left - left - leafLeft(leaf)) < 1 &&
          Math.abs(run.baseline - millimetres(SQUARE_ASCENT * run.size) - top) < 1,
      )
      expect(near, `leaf ${leaf}`).toHaveLength(1)
    }
  })

  it('bears the same number on all three leaves', () => {
    expect(textOf(path).split('蒙准字第00123456号')).toHaveLength(4)
  })

  it('prints all of 25-character names, 120-character addresses and a remark of 200', () => {
    const printed = textOf(longestPath)
    for (const box of form.boxes) expect(printed, box.id).toContain(longest[box.value].replaceAll(/\s/g, ''))
    expect(longestName).toHaveLength(25)
    expect(longestAddress).toHaveLength(120)
    expect(longestRemark).toHaveLength(200)
  })

  it('puts no ink outside its boxes', () => {
    const ink = readInk(longestPath)
    for (const box of form.boxes)
      ink.erase({
        left: box.left - 0.3,
        top: box.top - 0.3,
        width: box.width + 0.6,
        height: box.height + 0.6,
      })
    expect(inkBox(ink, { left: 0, top: 0, ...form.sheet })).toBeUndefined()
  })

  it('lets no two boxes lie over one another, and none leave its leaf', () => {
    for (const one of form.boxes) {
      const leaf = leaves.find((each) => one.id.startsWith(`leaf${each}.`)) ?? 1
      expect(one.left).toBeGreaterThan(leafLeft(leaf))
      expect(one.left + one.width).toBeLessThan(leafLeft(leaf) + 135)
      for (const other of form.boxes) {
        if (one === other) continue
        const apart =
          one.left + one.width <= other.left ||
          other.left + other.width <= one.left ||
          one.top + one.height <= other.top ||
          other.top + other.height <= one.top
        expect(apart, `${one.id} and ${other.id}`).toBe(true)
      }
    }
  })
})

describe('the archive copy of a move-in permit', () => {
  it.each([
    ['move-in-permit-complete', plain],
    ['move-in-permit-complete-longest', longest],
  ])(
    '%s bears the three headings, every value and the watermark, and nothing beyond the sheet',
    async (name, values) => {
      const path = await complete(name, values)
      const printed = textOf(path)
      for (const words of [
        '第一联存根',
        '第二联交迁出地',
        '第三联交迁入地',
        '存档样张不得作为证件使用',
        '（章）',
      ])
        expect(printed).toContain(words)
      for (const box of form.boxes) expect(printed, box.id).toContain(values[box.value].replaceAll(/\s/g, ''))
      expect(printed).not.toMatch(abolishedWords)
      const pages = await measurePages(path)
      expect(pages).toHaveLength(1)
      for (const run of pages[0]?.runs ?? []) {
        expect(run.left, run.text).toBeGreaterThan(0)
        expect(run.right, run.text).toBeLessThan(405)
        expect(run.baseline, run.text).toBeLessThan(185)
      }
    },
    30_000,
  )
})
