import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import { syncFolder } from '../../disk/sync-folder.ts'
import { refusalOfSystemError } from '../../disk/system-error.ts'

/** A file that is whole on the stick and has no name yet. */
export interface UnnamedFile {
  readonly path: string
  readonly beside: string
}

/**
 * Writes beside the name, syncs, opens anew and compares. Refused with the reason when the stick is full, taken out, or
 * gives back other bytes; nothing stays on it then.
 */
export async function writeUnnamed(path: string, bytes: Uint8Array): Promise<Outcome<UnnamedFile>> {
  const beside = `${path}.part`
  try {
    const file = await open(beside, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    if ((await readFile(beside)).equals(bytes)) return accepted({ path, beside })
    await rm(beside, { force: true })
    return refused({ code: 'read-back', message: 'U盘读回来的内容和写进去的不一样，没有导出。请换一个U盘。' })
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    return refused(refusalOfSystemError(error) ?? stickGone)
  }
}

/** Gives the file its name, and syncs the folder that now lists it. */
export async function giveItsName({ path, beside }: UnnamedFile): Promise<Outcome<true>> {
  try {
    await rename(beside, path)
    await syncFolder(dirname(path))
    return accepted(true)
  } catch (error) {
    return refused(refusalOfSystemError(error) ?? stickGone)
  }
}

export async function dropUnnamed({ beside }: UnnamedFile): Promise<void> {
  await rm(beside, { force: true })
}

const stickGone = { code: 'stick-gone', message: 'U盘写不进去，没有导出。请检查U盘是否插好，再导出一次。' }
