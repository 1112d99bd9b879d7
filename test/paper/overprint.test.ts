import { beforeAll, describe, expect, it } from 'vitest'
import { calibrate, noCalibration, type Calibration } from '../../shared/documents/calibration.ts'
import { millimetres } from '../../shared/documents/millimetres.ts'
import { migrationCertificateForm as form } from '../../shared/documents/migration-certificate-form.ts'
import { migrationCertificateOverprint } from '../../shared/documents/migration-certificate-overprint.ts'
import {
  migrationCertificateValues,
  type MigrationCertificateValues,
} from '../../shared/documents/migration-certificate-values.ts'
import { placeValues } from '../../shared/documents/overprint-form.ts'
import {
  certificate,
  holder,
  issue,
  longAddress,
  longNamed,
  serial,
  spouse,
  wording,
} from '../documents/made-up-certificate.ts'
import { inkBox, readInk } from './ink.ts'
import { fontsOf, setPaper, textOf } from './paper-bench.ts'
import { measurePage } from './pdf-positions.ts'

/** A Chinese face's em square reaches this far above the baseline. */
const SQUARE_ASCENT = 0.88

const plain = migrationCertificateValues(certificate(holder, spouse), serial, issue, wording)
const longest = migrationCertificateValues(
  {
    ...certificate(longNamed, longNamed, longNamed, longNamed),
    origin: { region: '152526', regionName: '内蒙古自治区', detail: longAddress },
    destination: { region: '152526', regionName: '', detail: longAddress.slice(0, 120) },
  },
  serial,
  { ...issue, remark: issue.remark.repeat(4) },
  wording,
)

async function print(
  name: string,
  values: MigrationCertificateValues,
  calibration: Calibration,
): Promise<string> {
  const definition = migrationCertificateOverprint(values, calibration)
  if (!definition.ok) throw new Error(JSON.stringify(definition.refusals))
  return setPaper(name, definition.value)
}

/** The distance of each placed line from where the form wants it, the worst first; millimetres. */
async function misplacements(path: string, values: MigrationCertificateValues, calibration: Calibration) {
  const placed = placeValues(calibrate(form, calibration), values)
  if (!placed.ok) throw new Error('the values have no room')
  const { runs } = await measurePage(path)
  const upright = placed.value.filter((value) => value.rotate === undefined)
  return upright
    .map((value) => {
      const wanted = { left: value.left, baseline: value.top + millimetres(SQUARE_ASCENT * value.size) }
      const distances = runs
        .filter((run) => value.lines[0]?.startsWith(run.text) === true)
        .map((run) => Math.hypot(run.left - wanted.left, run.baseline - wanted.baseline))
      return { box: value.boxId, off: Math.min(...distances) }
    })
    .sort((one, other) => other.off - one.off)
}

let plainPath = ''
let longestPath = ''
beforeAll(async () => {
  plainPath = await print('overprint', plain, noCalibration)
  longestPath = await print('overprint-longest', longest, noCalibration)
}, 30_000)

describe('where an overprint’s values stand', () => {
  it('is one page of the sheet’s own size', async () => {
    const page = await measurePage(plainPath)
    expect(page.width).toBeCloseTo(form.sheet.width, 1)
    expect(page.height).toBeCloseTo(form.sheet.height, 1)
  })

  it('sets every value within a tenth of a millimetre of its coordinate', async () => {
    const [worst] = await misplacements(plainPath, plain, noCalibration)
    expect(worst?.off, worst?.box).toBeLessThan(0.1)
    const [worstOfLongest] = await misplacements(longestPath, longest, noCalibration)
    expect(worstOfLongest?.off, worstOfLongest?.box).toBeLessThan(0.1)
  })

  it.each([
    ['白音查干', 128.3, 46.0],
    ['乌云其木格', 162.7, 46.0],
    ['白音查干', 23.0, 52.7],
    ['150499199003051234', 125.7, 127.5],
    ['150499199111201246', 56.4, 65.9],
    ['1991', 160.1, 73.3],
    ['家庭户', 162.7, 27.0],
    ['以下空白', 197.1, 38.1],
    ['31', 247.4, 177.3],
    ['苏日娜', 225.4, 190.5],
    ['样例派出所', 49.5, 159.5],
  ])('sets %s with its top-left corner at %f, %f', async (text, left, top) => {
    const { runs } = await measurePage(plainPath)
    const squares = runs
      .filter((run) => run.text === text)
      .map((run) => [run.left, run.baseline - millimetres(SQUARE_ASCENT * run.size)])
    const near = squares.filter(([x = 0, y = 0]) => Math.hypot(x - left, y - top) < 0.1)
    expect(near).toHaveLength(1)
  })

  it('follows the printer’s calibration to the same exactness', async () => {
    const calibration = {
      offsetX: 1.2,
      offsetY: -3.4,
      scaleX: 0.995,
      scaleY: 1.004,
      nudges: { 'main.remark': { x: 2, y: 0 } },
    }
    const path = await print('overprint-calibrated', plain, calibration)
    const [worst] = await misplacements(path, plain, calibration)
    expect(worst?.off, worst?.box).toBeLessThan(0.1)
  })

  it('lets the ink of each value begin within a millimetre of its box’s corner', () => {
    const ink = readInk(plainPath)
    for (const box of form.boxes) {
      if (box.rotate !== undefined || plain[box.value] === '') continue
      const found = inkBox(ink, { left: box.left - 0.4, top: box.top - 0.4, width: box.width, height: 3.6 })
      expect(found, box.id).toBeDefined()
      expect(Math.abs((found?.left ?? 99) - box.left), `${box.id} left`).toBeLessThan(1)
      expect(Math.abs((found?.top ?? 99) - box.top), `${box.id} top`).toBeLessThan(1)
    }
  })

  it('turns the number across the tear line, the middle of it on the line', () => {
    const found = inkBox(readInk(plainPath), { left: 100, top: 68, width: 20, height: 32 })
    expect(found).toBeDefined()
    const middle = ((found?.left ?? 0) + (found?.right ?? 0)) / 2
    expect(Math.abs(middle - 109.85)).toBeLessThan(1)
    expect((found?.bottom ?? 0) - (found?.top ?? 0)).toBeGreaterThan(14)
  })
})

describe('what an overprint prints', () => {
  it('puts no ink anywhere but in its boxes: no line, no label', () => {
    const ink = readInk(longestPath)
    for (const box of form.boxes) {
      const seam = box.rotate === undefined ? 0 : 12
      ink.erase({
        left: box.left - 0.3,
        top: box.top - seam - 0.3,
        width: box.width + 0.6,
        height: box.height + 2 * seam + 0.6,
      })
    }
    expect(inkBox(ink, { left: 0, top: 0, ...form.sheet })).toBeUndefined()
  })

  it('prints all of four 25-character names, two addresses of 120 characters and a long remark', () => {
    const printed = textOf(longestPath)
    for (const box of form.boxes) expect(printed, box.id).toContain(longest[box.value].replaceAll(/\s/g, ''))
    expect(printed.split(longNamed.name)).toHaveLength(1 + 8)
    expect(longNamed.name).toHaveLength(25)
    expect(longAddress.length).toBeGreaterThanOrEqual(120)
  })

  it('closes the unused columns once on paper', () => {
    expect(textOf(plainPath).split('以下空白')).toHaveLength(2)
  })

  it('embeds every font it uses', () => {
    const fonts = fontsOf(plainPath)
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((font) => !font.embedded)).toEqual([])
  })
})
