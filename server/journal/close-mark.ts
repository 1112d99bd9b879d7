import { open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { syncFolder } from '../disk/sync-folder.ts'
import type { JournalEnd } from './journal-file.ts'

const markSchema = z.object({ n: z.number().int().min(0), sum: z.string() })

/**
 * The mark of an orderly close: the store is whole on the disk and stands where the journal ends. It is taken away when
 * the store is opened, so a store without it is not believed.
 */
export async function takeCloseMark(path: string): Promise<JournalEnd | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  await rm(path, { force: true })
  const mark = text === undefined ? undefined : markSchema.safeParse(jsonOrNothing(text))
  return mark?.success ? mark.data : undefined
}

/** Puts every file of the store on the disk, then the mark. */
export async function leaveCloseMark(
  path: string,
  store: string,
  end: JournalEnd,
  folder: string,
): Promise<void> {
  await syncTree(store)
  const handle = await open(path, 'w')
  try {
    await handle.writeFile(JSON.stringify(end))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncFolder(folder)
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await syncTree(path)
    else if (entry.isFile()) await syncFile(path)
  }
  await syncFolder(folder)
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
