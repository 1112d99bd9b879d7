import { describe, expect, it } from 'vitest'
import { noCalibration } from '../../shared/documents/calibration.ts'
import { migrationCertificateOverprint } from '../../shared/documents/migration-certificate-overprint.ts'
import { migrationCertificateValues } from '../../shared/documents/migration-certificate-values.ts'
import type { DocumentDefinition } from '../../shared/documents/definition.ts'
import { sheetPage } from '../../shared/documents/page.ts'
import { archiveWatermark } from '../../shared/documents/watermark.ts'
import { certificate, holder, issue, serial, wording } from '../documents/made-up-certificate.ts'
import { engine } from './paper-bench.ts'

const blankPage = sheetPage({ width: 100, height: 60 }, '试')

async function refusalOf(definition: DocumentDefinition): Promise<string> {
  const outcome = await engine.render(definition)
  return outcome.ok ? '' : outcome.refusals.map((refusal) => refusal.message).join('')
}

describe('a character that no font has', () => {
  it('is refused by name and code point, because it would print as an empty box', async () => {
    const named = certificate({ ...holder, name: '𠮷日嘎拉' })
    const overprint = migrationCertificateOverprint(
      migrationCertificateValues(named, serial, issue, wording),
      noCalibration,
    )
    if (!overprint.ok) throw new Error('the name has room')
    expect(await refusalOf(overprint.value)).toContain('“𠮷”（U+20BB7）')
  })

  it('is found in turned text, in a watermark and in a footer too', async () => {
    const svg = '<svg width="50" height="50"><text font-family="serif" font-size="10">𪚥</text></svg>'
    expect(await refusalOf({ ...blankPage, content: [{ svg, width: 50, height: 50 }] })).toContain('U+2A6A5')
    const watermark = { ...archiveWatermark(20, 0), text: '𨰻' }
    expect(await refusalOf({ ...blankPage, watermark, content: [{ text: '一' }] })).toContain('U+28C3B')
    expect(await refusalOf({ ...blankPage, footer: { text: '𠮷' }, content: [{ text: '一' }] })).toContain(
      'U+20BB7',
    )
  })

  it('does not hinder the next document', async () => {
    await refusalOf({ ...blankPage, content: [{ text: '𠮷' }] })
    expect(await refusalOf({ ...blankPage, content: [{ text: '吉' }] })).toBe('')
  })

  it('is told while the clerk types, each character once', () => {
    expect(engine.missingCharacters('𠮷日𠮷𪚥 ·䶮𬭩', 'serif')).toEqual(['𠮷', '𪚥'])
    expect(engine.missingCharacters('白音查干·乌力吉', 'sans')).toEqual([])
  })
})

describe('the engine', () => {
  it('sets documents asked for at the same time one after the other, each with its own answer', async () => {
    const good = { ...blankPage, content: [{ text: '好' }] }
    const bad = { ...blankPage, content: [{ text: '𠮷' }] }
    const outcomes = await Promise.all([engine.render(good), engine.render(bad), engine.render(good)])
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true])
  })

  it('leaves the definition it was given as it was', async () => {
    const definition: DocumentDefinition = { ...blankPage, content: [{ text: '原样' }] }
    const before = structuredClone(definition)
    await engine.render(definition)
    expect(definition).toEqual(before)
  })
})
