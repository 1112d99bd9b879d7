import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFilingJournal, readGroup } from '../../server/journal/filing-journal.ts'
import { openJournal, type JournalFile } from '../../server/journal/journal-file.ts'
import type { Filing } from '../../server/receive/filing.ts'
import { instantOfTests, makeStation, reissueActions } from '../builders/reissues.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'city-journal-'))
  path = join(folder, 'journal.log')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function readAll(): Promise<{ bodies: string[]; torn: number[]; file: JournalFile }> {
  const bodies: string[] = []
  const torn: number[] = []
  const visit = async (body: Uint8Array) => void bodies.push(Buffer.from(body).toString())
  const file = await openJournal(path, visit, (bytes) => torn.push(bytes))
  return { bodies, torn, file }
}

async function write(...bodies: string[]): Promise<void> {
  const { file } = await readAll()
  for (const body of bodies) await file.write(Buffer.from(body))
  await file.close()
}

describe('the journal file', () => {
  it('gives back what was written, and goes on where it ended', async () => {
    await write('one', 'two')
    await write('三')
    const { bodies, torn, file } = await readAll()
    expect({ bodies, torn, n: file.end().n }).toEqual({ bodies: ['one', 'two', '三'], torn: [], n: 3 })
    await file.close()
  })

  it('drops a torn last line wherever it was cut, says how much, and goes on', async () => {
    await write('one', 'two')
    const whole = await readFile(path)
    const secondAt = whole.indexOf('\n') + 1
    for (const cut of [secondAt + 1, secondAt + 40, whole.length - 2]) {
      await writeFile(path, whole)
      await truncate(path, cut)
      const { bodies, torn, file } = await readAll()
      expect({ bodies, torn }).toEqual({ bodies: ['one'], torn: [cut - secondAt] })
      await file.write(Buffer.from('again'))
      await file.close()
      const after = await readAll()
      expect(after.bodies).toEqual(['one', 'again'])
      await after.file.close()
    }
  })

  it('keeps a last line that only lacks its line feed, and writes the next one on a line of its own', async () => {
    await write('one', 'two')
    await truncate(path, (await readFile(path)).length - 1)
    await write('three')
    const { bodies, file } = await readAll()
    expect(bodies).toEqual(['one', 'two', 'three'])
    await file.close()
  })

  it('drops a last line of zeros, as a file system leaves it after a power cut', async () => {
    await write('one')
    await appendFile(path, Buffer.alloc(512))
    const { bodies, torn, file } = await readAll()
    expect({ bodies, torn }).toEqual({ bodies: ['one'], torn: [512] })
    await file.close()
  })

  it('stops at damage further up instead of leaving out what is behind it', async () => {
    await write('one', 'two', 'three')
    const text = await readFile(path, 'utf8')
    await writeFile(
      path,
      text.replace(Buffer.from('two').toString('base64'), Buffer.from('owt').toString('base64')),
    )
    await expect(readAll()).rejects.toThrow('journal damaged in line 2')
  })
})

describe('the journal of filings', () => {
  const station = makeStation(77)
  const filings: Filing[] = Array.from({ length: 20 }, (_, n) => ({
    station: station.code,
    at: instantOfTests,
    filed: reissueActions({ station, n }).map((action, at) => ({
      order: n * 5 + at + 1,
      receipt: `R${n}-${at}`,
      action,
    })),
    refused: [],
  }))

  it('has everything on the disk when it says so, in fewer syncs than filings', async () => {
    const { file } = await readAll()
    const journal = openFilingJournal(file)
    await Promise.all(
      filings.map((filing) => {
        journal.append(filing)
        return journal.settled()
      }),
    )
    expect(file.end().n).toBeLessThan(filings.length)
    await file.close()
    const read: Filing[] = []
    const again = await openJournal(
      path,
      async (body) => void read.push(...(await readGroup(body))),
      () => undefined,
    )
    await again.close()
    expect(read).toEqual(filings)
  })

  it('acknowledges nothing any more once the disk refused a write', async () => {
    let writes = 0
    const full: JournalFile = {
      end: () => ({ n: 0, sum: '' }),
      write: () => {
        writes += 1
        return Promise.reject(new Error('ENOSPC'))
      },
      close: () => Promise.resolve(),
    }
    const journal = openFilingJournal(full)
    for (const filing of filings.slice(0, 3)) {
      journal.append(filing)
      await expect(journal.settled()).rejects.toThrow('ENOSPC')
    }
    expect(writes).toBe(1)
  })
})
