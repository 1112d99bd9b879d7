import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import type { JournalEntry, JournalState } from '../../../shared/ipc/journal-channels.ts'
import { writeJournalLine } from '../../../shared/journal/journal-line.ts'
import { refusalOfSystemError } from '../../disk/system-error.ts'
import { inTurn } from '../../disk/in-turn.ts'
import { brokenJournal, differs, gap } from './journal-refusals.ts'
import { listJournalFiles, sizeOf } from './journal-files.ts'
import { appendToTail, openTail, type JournalTail } from './journal-tail.ts'
import { moveTornTail } from './move-torn-tail.ts'
import { isSame, readEntries } from './read-entries.ts'
import { surveyJournal, type EntryPlace, type Survey } from './survey.ts'

const fileFullAt = 64 * 1024 * 1024

/** The append-only record of everything this desk recorded, outside the window's database. */
export interface Journal {
  append(entries: readonly JournalEntry[]): Promise<Outcome<{ last: number }>>
  read(after: number, limit: number): Promise<{ entries: JournalEntry[]; last: number }>
  state(): Promise<JournalState>
  setAside(stamp: string): Promise<Outcome<{ movedTo: string }>>
  /** Reads the folder anew, after other files were put in the place of its own. */
  reopen(): Promise<void>
  close(): Promise<void>
}

interface OpenJournal {
  readonly survey: Survey
  readonly tornTail: boolean
  tail: JournalTail | undefined
}

/** Opens `<dataFolder>/journal`, checks its chain, and moves a torn last line aside. Rejects when the disk does. */
export async function openJournal(dataFolder: string, settings = { fileFullAt }): Promise<Journal> {
  const folder = join(dataFolder, 'journal')
  let journal = await openFolder(folder)
  const next = inTurn()
  return {
    append: (entries) => next(() => append(folder, journal, entries, settings.fileFullAt)),
    read: (after, limit) => next(() => readEntries(folder, journal.survey.places, after, limit)),
    state: () => next(() => stateOf(folder, journal)),
    setAside: (stamp) =>
      next(async () => {
        await journal.tail?.handle.close()
        const movedTo = join(dataFolder, `journal-set-aside-${stamp}`)
        await rename(folder, movedTo)
        journal = await openFolder(folder)
        return accepted({ movedTo })
      }),
    reopen: () =>
      next(async () => {
        await journal.tail?.handle.close()
        journal = await openFolder(folder)
      }),
    close: () => next(async () => journal.tail?.handle.close()),
  }
}

async function openFolder(folder: string): Promise<OpenJournal> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const survey = await surveyJournal(folder, await listJournalFiles(folder))
  if (survey.torn) await moveTornTail(folder, survey.torn.file, survey.torn.offset)
  return { survey, tornTail: survey.torn !== undefined, tail: undefined }
}

async function append(
  folder: string,
  journal: OpenJournal,
  entries: readonly JournalEntry[],
  fullAt: number,
): Promise<Outcome<{ last: number }>> {
  const { places, broken } = journal.survey
  if (broken) return refused(brokenJournal(broken.line))
  const known = entries.filter((entry) => entry.n <= places.length)
  for (const entry of known) if (!(await isSame(folder, places, entry))) return refused(differs(entry.n))
  const fresh = entries.filter((entry) => entry.n > places.length)
  if (fresh.some((entry, index) => entry.n !== places.length + 1 + index)) return refused(gap(places.length))
  try {
    if (fresh.length > 0) await appendFresh(folder, journal, fresh, fullAt)
  } catch (error) {
    const refusal = refusalOfSystemError(error)
    if (refusal) return refused(refusal)
    throw error
  }
  return accepted({ last: places.length })
}

async function appendFresh(
  folder: string,
  journal: OpenJournal,
  fresh: readonly JournalEntry[],
  fullAt: number,
): Promise<void> {
  const tail = await roomyTail(folder, journal, fullAt)
  const lines: Buffer[] = []
  const places: EntryPlace[] = []
  let { sum } = journal.survey
  let offset = tail.size
  for (const entry of fresh) {
    const written = writeJournalLine(sum, entry.n, entry.body)
    const line = Buffer.from(`${written.text}\n`)
    lines.push(line)
    places.push({ file: tail.file, offset, length: line.length - 1 })
    offset += line.length
    sum = written.sum
  }
  await appendOrForget(journal, tail, Buffer.concat(lines))
  journal.survey.places.push(...places)
  journal.survey.sum = sum
}

/** After a failed write the file is opened anew next time: cleaned disk or mended folder, it starts clean. */
async function appendOrForget(journal: OpenJournal, tail: JournalTail, bytes: Uint8Array): Promise<void> {
  try {
    await appendToTail(tail, bytes)
  } catch (error) {
    journal.tail = undefined
    await tail.handle.close().catch(() => undefined)
    throw error
  }
}

async function roomyTail(folder: string, journal: OpenJournal, fullAt: number): Promise<JournalTail> {
  if (journal.tail && journal.tail.size < fullAt) return journal.tail
  await journal.tail?.handle.close()
  journal.tail = undefined
  journal.tail = await openTail(folder, journal.survey.places.at(-1), fullAt)
  return journal.tail
}

async function stateOf(folder: string, journal: OpenJournal): Promise<JournalState> {
  const sizes = await Promise.all((await listJournalFiles(folder)).map((name) => sizeOf(folder, name)))
  const { places, broken } = journal.survey
  return {
    last: places.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    tornTail: journal.tornTail,
    path: folder,
    ...(broken && { broken }),
  }
}
