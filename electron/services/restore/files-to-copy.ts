import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError } from '../../disk/system-error.ts'
import type { Survey } from '../journal/survey.ts'

/** What of a data folder makes a machine: not its exports, printed sheets and logs. In the order in which it takes its place. */
export const parts = [
  'secrets',
  'attachments',
  'trail',
  'checkpoints',
  'journal',
  'profile.json',
  'keyring.json',
] as const
export type Part = (typeof parts)[number]

/** Folder for the whole journal as it was found when it is broken: kept for whoever looks into it. */
export const brokenJournalFolder = 'journal-before-restoring'

export interface FileToCopy {
  readonly part: Part | typeof brokenJournalFolder
  /** Path inside the data folder. */
  readonly name: string
  /** Path inside the new data folder. */
  readonly to: string
  /** How much of it is copied: all, but for a journal file behind whose last whole line the chain is broken. */
  readonly bytes: number
}

/** Every file of the parts. Behind a broken place the journal is copied beside, not as the journal. */
export async function filesToCopy(folder: string, survey: Survey): Promise<FileToCopy[]> {
  const files: FileToCopy[] = []
  for (const part of parts) {
    for (const name of await namesUnder(folder, part)) {
      if (isNotTakenOver(name)) continue
      const { size } = await stat(join(folder, name))
      files.push(...placesOf(part, name, size, survey))
    }
  }
  return files
}

function placesOf(part: Part, name: string, size: number, survey: Survey): FileToCopy[] {
  const whole: FileToCopy = { part, name, to: name, bytes: size }
  if (part !== 'journal' || !survey.broken) return [whole]
  const base = name.slice('journal/'.length)
  const aside: FileToCopy = {
    part: brokenJournalFolder,
    name,
    to: `${brokenJournalFolder}/${base}`,
    bytes: size,
  }
  if (base < survey.broken.file) return [whole, aside]
  if (base > survey.broken.file) return [aside]
  return [{ ...whole, bytes: endOfWholeLines(base, survey) }, aside]
}

function endOfWholeLines(file: string, { places }: Survey): number {
  const last = places.findLast((place) => place.file === file)
  return last ? last.offset + last.length + 1 : 0
}

/**
 * The key for the line and the key that signs certificates are made anew: two machines never show the same ones, and the
 * city can revoke the old machine's without touching this one.
 */
function isNotTakenOver(name: string): boolean {
  return /^secrets\/(line-certificate|signing-key(-sm2)?)\.sealed$/.test(name) || name.endsWith('.new')
}

/** Files of a part, itself or in it at any depth, with slashes. A link could lead anywhere and is none of its files. */
async function namesUnder(folder: string, part: string): Promise<string[]> {
  try {
    const entries = await readdir(join(folder, part), { withFileTypes: true })
    const names = await Promise.all(
      entries.map((entry) => {
        const name = `${part}/${entry.name}`
        if (entry.isDirectory()) return namesUnder(folder, name)
        return Promise.resolve(entry.isFile() ? [name] : [])
      }),
    )
    return names.flat().toSorted()
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOTDIR') return [part]
    if (isSystemError(error) && error.code === 'ENOENT') return []
    throw error
  }
}
