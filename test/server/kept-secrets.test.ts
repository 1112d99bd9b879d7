import { existsSync } from 'node:fs'
import { mkdtemp, open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AttachmentFiles } from '../../server/attachments/attachment-files.ts'
import { authorityInFile } from '../../server/certificates/kept-authority.ts'
import { keyInFile } from '../../server/machines/city-key.ts'
import { instantOfTests } from '../builders/reissues.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-secrets-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

/** What every open file of this process does. */
async function handles(): Promise<FileHandle> {
  const any = await open(join(folder, 'any'), 'w')
  await any.close()
  return Object.getPrototypeOf(any) as FileHandle
}

it('many who ask for the city’s key first get one and the same, and nothing else is left in the folder', async () => {
  const path = join(folder, 'city.key')
  const keys = await Promise.all(Array.from({ length: 40 }, () => keyInFile(path)))
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
  expect(await readdir(folder)).toEqual(['city.key'])
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('nor is the authority ever read in part', async () => {
  const path = join(folder, 'authority.json')
  const asked = Array.from({ length: 5 }, () => authorityInFile(path, instantOfTests))
  expect(new Set((await Promise.all(asked)).map(({ certificate }) => certificate)).size).toBe(1)
})

it.each([
  ['city.key', (path: string) => keyInFile(path)],
  ['authority.json', (path: string) => authorityInFile(path, instantOfTests)],
] as const)(
  '%s has its name only when its content is on the disk, and the name is on the disk too',
  async (name, ask) => {
    const prototype = await handles()
    const path = join(folder, name)
    const sync = prototype.sync
    const atEachSync: { readonly folder: boolean; readonly named: boolean }[] = []
    vi.spyOn(prototype, 'sync').mockImplementation(async function watched(this: FileHandle) {
      atEachSync.push({ folder: (await this.stat()).isDirectory(), named: existsSync(path) })
      await sync.call(this)
    })
    await ask(path)
    expect(atEachSync).toEqual([
      { folder: false, named: false },
      { folder: true, named: true },
    ])
    expect((await readFile(path)).length).toBeGreaterThan(31)
  },
)

it('a disk that does not take a chunk of a scan leaves no file open', async () => {
  const key = { station: '150430107850', digest: 'a'.repeat(64) }
  const files = new AttachmentFiles(folder)
  await files.begin(key, 10)
  const prototype = await handles()
  const disk = Object.assign(new Error('made'), { code: 'EIO' })
  const opened: FileHandle[] = []
  vi.spyOn(prototype, 'datasync').mockImplementation(async function fails(this: FileHandle) {
    opened.push(this)
    throw disk
  })
  async function* content() {
    yield new Uint8Array(5)
  }
  await expect(files.append(key, content(), 0)).rejects.toBe(disk)
  // A file that was closed has no number any more.
  expect(opened.map(({ fd }) => fd)).toEqual([-1])
})
