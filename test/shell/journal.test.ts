import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournal } from '../../electron/services/journal/journal.ts'
import type { JournalEntry } from '../../shared/ipc/journal-channels.ts'

let dataFolder: string
const firstFile = () => join(dataFolder, 'journal/journal-000001.log')

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hukou-desk-journal-'))
})
afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true })
})

function entry(n: number, words = `entry ${n} 户口`): JournalEntry {
  return { n, body: new TextEncoder().encode(words) }
}

function wordsOf(entries: readonly JournalEntry[]): string[] {
  return entries.map((found) => new TextDecoder().decode(found.body))
}

describe('the journal on disk', () => {
  it('gives back what it acknowledged, also after it was opened anew', async () => {
    const journal = await openJournal(dataFolder)
    expect(await journal.append([entry(1), entry(2), entry(3)])).toEqual({ ok: true, value: { last: 3 } })
    await journal.close()
    const again = await openJournal(dataFolder)
    const { entries, last } = await again.read(1, 10)
    expect(wordsOf(entries)).toEqual(['entry 2 户口', 'entry 3 户口'])
    expect(last).toBe(3)
    await again.close()
  })

  it('ignores an entry that it has, refuses one that differs, and refuses a gap', async () => {
    const journal = await openJournal(dataFolder)
    await journal.append([entry(1), entry(2)])
    expect(await journal.append([entry(2), entry(3)])).toEqual({ ok: true, value: { last: 3 } })
    expect(await journal.append([entry(2, 'other words')])).toMatchObject({
      refusals: [{ code: 'journal-differs' }],
    })
    expect(await journal.append([entry(5)])).toMatchObject({ refusals: [{ code: 'journal-gap' }] })
    expect((await journal.state()).last).toBe(3)
    await journal.close()
  })

  it('keeps the order of appends that were asked for at the same time', async () => {
    const journal = await openJournal(dataFolder)
    const numbers = Array.from({ length: 40 }, (_, index) => index + 1)
    await Promise.all(numbers.map((n) => journal.append([entry(n)])))
    expect((await journal.read(0, 100)).entries.map(({ n }) => n)).toEqual(numbers)
    await journal.close()
  })

  it('begins a new file when one is full and reads across them', async () => {
    const journal = await openJournal(dataFolder, { fileFullAt: 400 })
    for (const n of [1, 2, 3, 4, 5, 6]) await journal.append([entry(n)])
    await journal.close()
    expect(readdirSync(join(dataFolder, 'journal')).length).toBeGreaterThan(1)
    const again = await openJournal(dataFolder, { fileFullAt: 400 })
    expect((await again.read(0, 10)).entries).toHaveLength(6)
    expect(await again.append([entry(7)])).toMatchObject({ ok: true })
    await again.close()
  })
})

describe('a damaged journal', () => {
  it('moves a line torn by a power failure aside, reports it, and goes on', async () => {
    const journal = await openJournal(dataFolder)
    await journal.append([entry(1)])
    await journal.close()
    appendFileSync(firstFile(), '{"n":2,"sum":"ab')
    const again = await openJournal(dataFolder)
    expect(await again.state()).toMatchObject({ last: 1, tornTail: true })
    expect(await again.append([entry(2)])).toMatchObject({ ok: true })
    await again.close()
    const torn = readdirSync(join(dataFolder, 'journal')).find((name) => name.endsWith('.torn')) ?? ''
    expect(readFileSync(join(dataFolder, 'journal', torn), 'utf8')).toBe('{"n":2,"sum":"ab')
    const third = await openJournal(dataFolder)
    expect(await third.state()).toMatchObject({ last: 2, tornTail: false })
    await third.close()
  })

  it('names the first line that was changed, deletes nothing, and appends nothing behind it', async () => {
    const journal = await openJournal(dataFolder)
    await journal.append([entry(1), entry(2), entry(3)])
    await journal.close()
    const lines = readFileSync(firstFile(), 'utf8').split('\n')
    const changed = [lines[0], lines[1]?.replace(/"body":"./, '"body":"A'), lines[2], ''].join('\n')
    writeFileSync(firstFile(), changed)
    const again = await openJournal(dataFolder)
    expect(await again.state()).toMatchObject({ last: 1, broken: { file: 'journal-000001.log', line: 2 } })
    expect(await again.append([entry(2)])).toMatchObject({ refusals: [{ code: 'journal-broken' }] })
    expect(readFileSync(firstFile(), 'utf8')).toBe(changed)
    await again.close()
  })

  it('notices a line that was taken out', async () => {
    const journal = await openJournal(dataFolder)
    await journal.append([entry(1), entry(2), entry(3)])
    await journal.close()
    const lines = readFileSync(firstFile(), 'utf8').split('\n')
    writeFileSync(firstFile(), [lines[0], lines[2], ''].join('\n'))
    const again = await openJournal(dataFolder)
    expect(await again.state()).toMatchObject({ last: 1, broken: { line: 2 } })
    await again.close()
  })

  it('can be set aside whole, and a new one begins', async () => {
    const journal = await openJournal(dataFolder)
    await journal.append([entry(1)])
    const outcome = await journal.setAside('20260314T091500')
    expect(outcome).toMatchObject({ ok: true })
    expect(readdirSync(join(dataFolder, 'journal-set-aside-20260314T091500'))).toEqual(['journal-000001.log'])
    expect(await journal.state()).toMatchObject({ last: 0 })
    expect(await journal.append([entry(1, 'rebuilt')])).toMatchObject({ ok: true })
    await journal.close()
  })
})

describe('a full disk', () => {
  it('refuses in the clerk’s words, records nothing, and works again when there is room', async () => {
    const journal = await openJournal(dataFolder)
    // /dev/full takes no byte: the system itself answers ENOSPC.
    symlinkSync('/dev/full', firstFile())
    const refusal = await journal.append([entry(1)])
    expect(refusal).toMatchObject({
      refusals: [{ code: 'disk-full', message: expect.stringContaining('磁盘已满') }],
    })
    expect((await journal.read(0, 10)).entries).toEqual([])
    rmSync(firstFile())
    expect(await journal.append([entry(1), entry(2)])).toEqual({ ok: true, value: { last: 2 } })
    await journal.close()
    const again = await openJournal(dataFolder)
    expect((await again.read(0, 10)).entries).toHaveLength(2)
    await again.close()
  })

  it('overwrites what a failed write left behind', async () => {
    const journal = await openJournal(dataFolder)
    await journal.append([entry(1)])
    appendFileSync(firstFile(), 'half a line of a write that failed')
    expect(await journal.append([entry(2)])).toMatchObject({ ok: true })
    await journal.close()
    const again = await openJournal(dataFolder)
    expect(await again.state()).toMatchObject({ last: 2 })
    await again.close()
  })
})
