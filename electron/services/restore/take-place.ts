import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../disk/sync-folder.ts'
import { brokenJournalFolder, parts } from './files-to-copy.ts'

/** Where the copy of an old machine lies until it is whole. */
export function stagingOf(dataFolder: string): string {
  return join(dataFolder, 'restoring')
}

/** The mark in the copy: it is whole, synced and read back. */
export const isWhole = 'whole'

/** What this machine had of its own, which is next to nothing, is kept here and not deleted. */
const beforeFolder = 'before-restoring'

/**
 * Puts a whole copy in the place of this machine's own files, part by part, the keyring last: it is what tells that a
 * machine is set up. Called when the copy is whole and again at every start, so that a cut is made good by the next
 * one; a copy that is not whole is left where it is. Resolves with whether there was one.
 */
export async function takePlace(
  dataFolder: string,
  afterEach: () => void = () => undefined,
): Promise<boolean> {
  const staging = stagingOf(dataFolder)
  if (!(await isThere(join(staging, isWhole)))) return false
  const before = join(dataFolder, beforeFolder)
  await mkdir(before, { recursive: true, mode: 0o700 })
  for (const part of [brokenJournalFolder, ...parts]) {
    const [copy, place] = [join(staging, part), join(dataFolder, part)]
    // A part that is not in the copy any more has its place already.
    if (!(await isThere(copy))) continue
    if (await isThere(place)) {
      await rm(join(before, part), { recursive: true, force: true })
      await rename(place, join(before, part))
      afterEach()
    }
    await rename(copy, place)
    await syncFolder(dataFolder)
    afterEach()
  }
  await rm(staging, { recursive: true, force: true })
  afterEach()
  return true
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
