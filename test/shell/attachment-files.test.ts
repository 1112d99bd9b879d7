import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAttachmentFiles } from '../../electron/services/attachments/attachment-files.ts'
import { must } from '../../shared/base/must.ts'
import { suiteNames, suiteNamed } from '../../shared/seal/suites.ts'
import { digestOf, makeBomb, makePicture } from '../builders/pictures.ts'

let folder: string
let clock = Date.parse('2026-03-10T01:00:00.000Z')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-attachments-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const dataKey = new Uint8Array(32).fill(7)
const open = (key = dataKey, suite = suiteNamed('aes-256-gcm')) =>
  openAttachmentFiles(folder, suite, key, () => clock)
const kept = () => readdirSync(join(folder, 'attachments')).filter((name) => name !== 'aside')
const onlyFile = () => join(folder, 'attachments', must(kept()[0], 'one file is kept'))

describe('the files of attachments on the machine', () => {
  it.each(suiteNames)(
    'rest sealed under %s, and neither content nor name tells what they are',
    async (name) => {
      const files = open(dataKey, suiteNamed(name))
      const picture = makePicture(1)
      const outcome = await files.keep(picture)
      const digest = digestOf(picture)
      expect(outcome).toEqual({ ok: true, value: { digest, mediaType: 'image/png', bytes: picture.length } })
      const rests = readFileSync(onlyFile())
      expect(rests.includes(picture.subarray(0, 64))).toBe(false)
      expect(rests.includes('IHDR')).toBe(false)
      expect(onlyFile()).not.toContain(digest)
      expect(statSync(onlyFile()).mode & 0o777).toBe(0o600)
      expect(Buffer.from((await files.read(digest)) ?? [])).toEqual(picture)
    },
  )

  it('the same picture twice is one file, also when both are kept in the same moment', async () => {
    const files = open()
    await Promise.all([files.keep(makePicture(1)), files.keep(makePicture(1)), files.keep(makePicture(2))])
    expect(kept()).toHaveLength(2)
  })

  it('a file that was changed, swapped or sealed by another machine is not shown as the picture', async () => {
    const files = open()
    await files.keep(makePicture(1))
    const sealed = readFileSync(onlyFile())
    sealed[sealed.length - 20] = (sealed[sealed.length - 20] ?? 0) ^ 1
    writeFileSync(onlyFile(), sealed)
    expect(await files.read(digestOf(makePicture(1)))).toBeUndefined()
    expect(await open(new Uint8Array(32).fill(8)).read(digestOf(makePicture(1)))).toBeUndefined()
    // Kept again, it is whole again.
    await files.keep(makePicture(1))
    expect(await files.read(digestOf(makePicture(1)))).toBeDefined()
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'attachment-empty'],
    ['a program', Buffer.from(`MZ${'x'.repeat(300)}`), 'attachment-type'],
    ['a script', Buffer.from('<script>alert(1)</script>'), 'attachment-type'],
    [
      'a drawing that can hold scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'attachment-type',
    ],
    ['a picture of 64,000 x 64,000 points', makeBomb(64_000, 64_000), 'attachment-too-many-pixels'],
    ['a picture of 9,000 x 9,000 points', makeBomb(9_000, 9_000), 'attachment-too-many-pixels'],
    ['a PDF that was cut off', Buffer.from('%PDF-1.7\n1 0 obj'), 'attachment-cut-off'],
    [
      'a PDF of eleven megabytes',
      Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(11 * 1024 * 1024), Buffer.from('%%EOF')]),
      'attachment-too-large',
    ],
  ])('%s is refused with a sentence, and nothing is written', async (_what, bytes, code) => {
    const outcome = await open().keep(bytes)
    expect(outcome.ok ? '' : outcome.refusals[0]?.code).toBe(code)
    expect(outcome.ok ? '' : outcome.refusals[0]?.message).toMatch(/没有/)
    expect(readdirSync(folder)).toEqual([])
  })

  it('after a crash half a file is gone, a file that nobody names is set aside, and comes back when it is named', async () => {
    const files = open()
    await files.keep(makePicture(1))
    await files.keep(makePicture(2))
    const [one, two] = [digestOf(makePicture(1)), digestOf(makePicture(2))]
    writeFileSync(`${onlyFile()}.new`, 'half')
    expect(await open().settle([one])).toEqual({ here: [one], setAside: 1 })
    expect(kept()).toHaveLength(1)
    expect(await open().read(two)).toBeUndefined()
    const again = await open().settle([two, one])
    expect(again.setAside).toBe(0)
    expect(new Set(again.here)).toEqual(new Set([one, two]))
    expect(Buffer.from((await open().read(two)) ?? [])).toEqual(makePicture(2))
    expect((await open().settle([one, two, 'f'.repeat(64)])).here).toHaveLength(2)
  })

  it('what nobody named for thirty days is gone for good', async () => {
    await open().keep(makePicture(1))
    await open().settle([])
    const aside = () => readdirSync(join(folder, 'attachments/aside'))
    clock += 29 * 86_400_000
    await open().settle([])
    expect(aside()).toHaveLength(1)
    clock += 2 * 86_400_000
    await open().settle([])
    expect(aside()).toEqual([])
  })

  it('a disk that takes nothing leaves no half file behind', async () => {
    writeFileSync(join(folder, 'attachments'), 'not a folder')
    await expect(open().keep(makePicture(1))).rejects.toThrow(/EEXIST|ENOTDIR/)
    expect(readdirSync(folder)).toEqual(['attachments'])
  })
})
