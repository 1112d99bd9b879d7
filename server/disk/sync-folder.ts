import { open } from 'node:fs/promises'

/** A new file's name is on the disk only when its folder is. Windows cannot sync a folder and does not need to. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
