import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../disk/sync-folder.ts'
import { journalFileName, listJournalFiles, nextFileNumber } from './journal-files.ts'
import type { EntryPlace } from './survey.ts'

/** The end of the journal: the one file that is written to. */
export interface JournalTail {
  readonly file: string
  readonly handle: FileHandle
  /** Bytes of whole lines; whatever lies behind them was never acknowledged. */
  size: number
}

/** Opens the last file behind the last entry, or a new one when there is none or the last one is full. */
export async function openTail(
  folder: string,
  lastEntry: EntryPlace | undefined,
  fullAt: number,
): Promise<JournalTail> {
  const names = await listJournalFiles(folder)
  const last = names.at(-1)
  const end = lastEntry && lastEntry.file === last ? lastEntry.offset + lastEntry.length + 1 : 0
  if (last !== undefined && end < fullAt) return tailOf(folder, last, end)
  const tail = await tailOf(folder, journalFileName(nextFileNumber(names)), 0)
  await syncFolder(folder)
  return tail
}

/** Writes at the end and syncs. When that fails the file is cut back, so that the next try starts clean. */
export async function appendToTail(tail: JournalTail, bytes: Uint8Array): Promise<void> {
  try {
    await writeFully(tail, bytes)
    await tail.handle.datasync()
  } catch (error) {
    await tail.handle.truncate(tail.size).catch(() => undefined)
    throw error
  }
  tail.size += bytes.length
}

async function writeFully(tail: JournalTail, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await tail.handle.write(bytes, done, bytes.length - done, tail.size + done)
    done += bytesWritten
  }
}

async function tailOf(folder: string, file: string, size: number): Promise<JournalTail> {
  // Not in append mode: writing at a known place is what makes a half-written line overwritable.
  const path = join(folder, file)
  const handle = await open(path, 'r+').catch(() => open(path, 'wx+', 0o600))
  return { file, handle, size }
}
