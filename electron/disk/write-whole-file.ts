import { open, rename, rm } from 'node:fs/promises'

/**
 * Replaces a file so that after a power failure either the old or the new one is there, whole: written beside it,
 * synced, then renamed. Readable by the station's account alone. Rejects with the system's own error.
 */
export async function writeWholeFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const beside = `${path}.new`
  try {
    const file = await open(beside, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.datasync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
