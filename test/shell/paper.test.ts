import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { safeFileName } from '../../electron/services/files/file-name.ts'
import { saveAs, saveExport } from '../../electron/services/files/save-file.ts'
import { printToPracticeFile } from '../../electron/services/printing/practice-printer.ts'
import { lpOptions, printThroughCups } from '../../electron/services/printing/print-through-cups.ts'
import type { PrintRequest } from '../../shared/ipc/paper-channels.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-paper-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const request: PrintRequest = {
  pdf: new TextEncoder().encode('%PDF-made-up'),
  printer: 'counter-1',
  copies: 1,
  widthMillimetres: 260,
  heightMillimetres: 182.5,
  title: '户口迁移证',
  dialog: false,
  about: { kind: 'calibration' },
}

/** A command of this test in the place of the system's one: a shell script of the given words. */
function command(name: string, words: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${words}\n`)
  chmodSync(path, 0o755)
  return path
}

describe('printing through CUPS', () => {
  it('asks for the exact paper and no scaling', () => {
    const words = lpOptions(request).join(' ')
    expect(words).toContain('-o media=Custom.260x182.5mm')
    expect(words).toContain('-o fit-to-page=false -o print-scaling=none')
  })

  it('hands the printer the sheet through a pipe, so that no copy ever lies in a file', async () => {
    const print = command(
      'lp',
      `cat > ${folder}/seen; echo "$@" > ${folder}/words; echo "request id is counter-1-42 (1 file(s))"`,
    )
    const status = command('lpstat', 'echo "printer counter-1 is idle."')
    const result = await printThroughCups(request, { print, status, within: 5000 })
    expect(result).toEqual({ outcome: 'spooled', job: 'counter-1-42' })
    expect(readFileSync(join(folder, 'seen'), 'utf8')).toBe('%PDF-made-up')
    expect(readFileSync(join(folder, 'words'), 'utf8')).not.toContain('.pdf')
  })

  it('says what is wrong when the printer is off, unknown, silent, or printing is not installed', async () => {
    const idle = command('lpstat', 'echo idle')
    const cases = [
      {
        status: command('lpstat-off', 'echo "printer counter-1 disabled since"'),
        print: 'unused',
        reason: '脱机',
      },
      {
        status: idle,
        print: command('lp-unknown', 'echo "lp: The printer or class does not exist." >&2; exit 1'),
        reason: '找不到',
      },
      { status: idle, print: command('lp-hung', 'exec sleep 20'), reason: '没有答复' },
      { status: idle, print: join(folder, 'no-such-command'), reason: '没有安装' },
    ]
    for (const { status, print, reason } of cases) {
      const result = await printThroughCups(request, { status, print, within: 400 })
      expect(result).toEqual({ outcome: 'failed', reason: expect.stringContaining(reason) })
    }
  })
})

describe('the practice printer', () => {
  it('writes each sheet into a file of its own', async () => {
    await printToPracticeFile(folder, request)
    await printToPracticeFile(folder, request)
    expect(readdirSync(join(folder, 'printed')).sort()).toEqual(['户口迁移证 (2).pdf', '户口迁移证.pdf'])
  })

  it('fails like a printer without paper when told to', async () => {
    await printToPracticeFile(folder, request)
    writeFileSync(join(folder, 'printed/OUT-OF-PAPER'), '')
    expect(await printToPracticeFile(folder, request)).toMatchObject({ outcome: 'failed' })
  })
})

describe('saving files', () => {
  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['回执 2026-03-14.pdf', '回执 2026-03-14.pdf'],
    ['a<b>:c?.pdf', 'a_b__c_.pdf'],
    ['  .hidden. ', 'hidden'],
    ['CON.pdf', '文件CON.pdf'],
    ['', '文件'],
    ['\u202Efdp.exe', '_fdp.exe'],
  ])('makes of %j the name %j', (suggested, name) => {
    expect(safeFileName(suggested)).toBe(name)
  })

  it('keeps the ending of a name that is too long', () => {
    const name = safeFileName(`${'户'.repeat(400)}.pdf`)
    expect(name).toHaveLength(120)
    expect(name.endsWith('户.pdf')).toBe(true)
  })

  it('overwrites nothing in the exports folder', async () => {
    const bytes = new Uint8Array([1])
    expect(await saveExport(folder, 'a.pdf', bytes)).toEqual({ outcome: 'saved', name: 'a.pdf' })
    expect(await saveExport(folder, 'A.pdf', bytes)).toEqual({ outcome: 'saved', name: 'A (2).pdf' })
  })

  it('leaves things as they are when the clerk cancels, and says why it could not save', async () => {
    const bytes = new Uint8Array([1])
    expect(await saveAs('a.pdf', bytes, async () => undefined)).toEqual({ outcome: 'cancelled' })
    const nowhere = await saveAs('a.pdf', bytes, async () => join(folder, 'missing/a.pdf'))
    expect(nowhere).toMatchObject({ outcome: 'failed' })
    expect(readdirSync(folder)).toEqual([])
  })
})
