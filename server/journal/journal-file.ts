import { createReadStream } from 'node:fs'
import { open, truncate, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { chainStart, readJournalLine, writeJournalLine } from '../../shared/journal/journal-line.ts'
import { syncFolder } from '../disk/sync-folder.ts'

/** The last line of a journal: its number (0 when there is none) and the sum that the next one builds on. */
export interface JournalEnd {
  readonly n: number
  readonly sum: string
}

/** An append-only file of chained lines; the codec is shared with the desk's journal. */
export interface JournalFile {
  end(): JournalEnd
  /** Writes one line and waits until it is on the disk. One call at a time. */
  write(body: Uint8Array): Promise<void>
  close(): Promise<void>
}

interface Scan {
  readonly end: JournalEnd
  /** Length in bytes up to the end of the last whole line, its line feed included. */
  readonly length: number
  readonly tornBytes: number
  /** The last line is whole but for its line feed. */
  readonly lacksLineFeed: boolean
}

/**
 * Opens a journal, handing every line's body to `visit` in order. A torn last line (the power went while it was being
 * written, so it was never acknowledged) is cut off and its length reported. Damage further up throws.
 */
export async function openJournal(
  path: string,
  visit: (body: Uint8Array, end: JournalEnd) => Promise<void>,
  reportTorn: (bytes: number) => void,
): Promise<JournalFile> {
  const handle = await open(path, 'a')
  try {
    await syncFolder(dirname(path))
    return await readyToWrite(handle, path, await scanJournal(path, visit), reportTorn)
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function readyToWrite(
  handle: FileHandle,
  path: string,
  scan: Scan,
  reportTorn: (bytes: number) => void,
): Promise<JournalFile> {
  if (scan.tornBytes > 0) {
    await truncate(path, scan.length)
    await handle.datasync()
    reportTorn(scan.tornBytes)
  }
  if (scan.lacksLineFeed) await handle.appendFile('\n')
  return writerOf(handle, scan.end)
}

async function scanJournal(
  path: string,
  visit: (body: Uint8Array, end: JournalEnd) => Promise<void>,
): Promise<Scan> {
  let end: JournalEnd = { n: 0, sum: chainStart }
  let length = 0
  let torn: string | undefined
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (torn !== undefined) throw new Error(`journal damaged in line ${end.n + 1}, with more lines behind it`)
    const read = readJournalLine(text, end.sum, end.n + 1)
    if (!read.ok) {
      torn = text
      continue
    }
    end = { n: read.line.n, sum: read.line.sum }
    length += Buffer.byteLength(text) + 1
    await visit(read.line.body, end)
  }
  const size = await sizeOf(path)
  return { end, length, tornBytes: Math.max(0, size - length), lacksLineFeed: size < length }
}

function writerOf(handle: FileHandle, from: JournalEnd): JournalFile {
  let end = from
  return {
    end: () => end,
    write: async (body) => {
      const { text, sum } = writeJournalLine(end.sum, end.n + 1, body)
      await handle.appendFile(`${text}\n`)
      await handle.datasync()
      end = { n: end.n + 1, sum }
    },
    close: () => handle.close(),
  }
}

async function sizeOf(path: string): Promise<number> {
  const handle = await open(path, 'r')
  try {
    return (await handle.stat()).size
  } finally {
    await handle.close()
  }
}
