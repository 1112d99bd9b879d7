import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const NAME = /^journal-\d{6}\.log$/

/** Names of the journal's files, oldest first. */
export async function listJournalFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names.filter((name) => NAME.test(name)).sort()
}

export function journalFileName(number: number): string {
  return `journal-${String(number).padStart(6, '0')}.log`
}

/** Number of the file that follows `names`. */
export function nextFileNumber(names: readonly string[]): number {
  const last = names.at(-1)
  return last === undefined ? 1 : Number(last.slice('journal-'.length, -'.log'.length)) + 1
}

export async function sizeOf(folder: string, name: string): Promise<number> {
  return (await stat(join(folder, name))).size
}
