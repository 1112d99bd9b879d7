import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDue, type RemovableKind } from '../../../shared/retention/retention-schedule.ts'
import { isSystemError } from '../../disk/system-error.ts'

/** Kinds that are whole files in a folder of their own inside the data folder. */
const folders = { logs: 'logs', exports: 'exports', printed: 'printed' } as const
export type FileKind = keyof typeof folders & RemovableKind

interface KeptFile {
  readonly path: string
  /** Milliseconds since 1970. */
  readonly changedAt: number
}

/** The files of a kind, oldest first; folders inside are nobody's here and stay. */
export async function filesOf(dataFolder: string, kind: FileKind): Promise<readonly KeptFile[]> {
  const folder = join(dataFolder, folders[kind])
  const names = await namesIn(folder)
  const files: KeptFile[] = []
  for (const name of names) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    files.push({ path, changedAt: mtimeMs })
  }
  return files.toSorted((one, other) => one.changedAt - other.changedAt)
}

/** Removes the files of a kind whose term is over; resolves with how many there were and are. */
export async function removeDueFiles(
  dataFolder: string,
  kind: FileKind,
  now: number,
): Promise<{ before: number; after: number }> {
  const files = await filesOf(dataFolder, kind)
  for (const { path, changedAt } of files) if (isDue(kind, changedAt, now)) await rm(path)
  return { before: files.length, after: (await filesOf(dataFolder, kind)).length }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    // A link could lead anywhere: it is no file of this folder.
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return []
    throw error
  }
}
