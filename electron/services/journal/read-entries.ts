import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { must } from '../../../shared/base/must.ts'
import type { JournalEntry } from '../../../shared/ipc/journal-channels.ts'
import { parseJournalLine } from '../../../shared/journal/journal-line.ts'
import type { EntryPlace } from './survey.ts'

const mostBytesPerRead = 16 * 1024 * 1024

/** Entries after number `after`, at most `limit`, and fewer when they would fill more than 16 MiB. */
export async function readEntries(
  folder: string,
  places: readonly EntryPlace[],
  after: number,
  limit: number,
): Promise<{ entries: JournalEntry[]; last: number }> {
  const entries: JournalEntry[] = []
  let bytes = 0
  for (let n = after + 1; n <= places.length && entries.length < limit && bytes < mostBytesPerRead; n += 1) {
    const entry = await readEntry(folder, must(places[n - 1], 'every entry has its place'))
    entries.push(entry)
    bytes += entry.body.length
  }
  return { entries, last: places.length }
}

async function readEntry(folder: string, place: EntryPlace): Promise<JournalEntry> {
  const file = await open(join(folder, place.file), 'r')
  try {
    const bytes = Buffer.alloc(place.length)
    await file.read(bytes, 0, bytes.length, place.offset)
    const { n, body } = must(
      parseJournalLine(bytes.toString('utf8')),
      'the line was whole when it was surveyed',
    )
    return { n, body }
  } finally {
    await file.close()
  }
}

/** Whether the entry of that number on disk has the same bytes. */
export async function isSame(
  folder: string,
  places: readonly EntryPlace[],
  entry: JournalEntry,
): Promise<boolean> {
  const onDisk = await readEntry(folder, must(places[entry.n - 1], 'every entry has its place'))
  return Buffer.compare(onDisk.body, entry.body) === 0
}
