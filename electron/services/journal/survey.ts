import { join } from 'node:path'
import { chainStart, readJournalLine } from '../../../shared/journal/journal-line.ts'
import { readLines } from './read-lines.ts'

/** Where an entry lies: file name, first byte, bytes without the line feed. */
export interface EntryPlace {
  readonly file: string
  readonly offset: number
  readonly length: number
}

/** What is on disk, up to the first line that does not follow from the one before it. */
export interface Survey {
  /** places[n - 1] is where entry n lies. */
  readonly places: EntryPlace[]
  /** Sum of the last good entry. */
  sum: string
  /** The unfinished last line of the last file, as a write cut off by a power failure leaves it. */
  torn?: { readonly file: string; readonly offset: number }
  broken?: { readonly file: string; readonly line: number }
}

/** Reads every line of the journal and checks the chain. Changes nothing on disk. */
export async function surveyJournal(folder: string, names: readonly string[]): Promise<Survey> {
  const survey: Survey = { places: [], sum: chainStart }
  for (const name of names) {
    await surveyFile(survey, folder, name, name === names.at(-1))
    if (survey.broken || survey.torn) break
  }
  return survey
}

async function surveyFile(survey: Survey, folder: string, file: string, isLast: boolean): Promise<void> {
  let lineNumber = 0
  for await (const raw of readLines(join(folder, file))) {
    lineNumber += 1
    const read = readJournalLine(raw.text, survey.sum, survey.places.length + 1)
    if (read.ok && raw.ended) {
      survey.places.push({ file, offset: raw.offset, length: raw.length })
      survey.sum = read.line.sum
      continue
    }
    if (!raw.ended && isLast) survey.torn = { file, offset: raw.offset }
    else survey.broken = { file, line: lineNumber }
    return
  }
}
