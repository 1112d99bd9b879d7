import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../disk/sync-folder.ts'

/** Writes the answer beside its name, synced and read back, and gives it its name only then. Rejects otherwise. */
export async function writeAnswer(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.part`
  try {
    const file = await open(beside, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    if (!(await readFile(beside)).equals(bytes)) throw new Error('the stick gave back other bytes')
    await rename(beside, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
