import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../disk/sync-folder.ts'

/**
 * Keeps a copy of every package that an embedded city was ever given, named by its digest: together with the journal it
 * is all that the store can be built from again.
 */
export async function keepPackage(folder: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true })
  const name = `${createHash('sha256').update(bytes).digest('hex')}.json.gz`
  if ((await readdir(folder)).includes(name)) return
  const unfinished = join(folder, `${name}.part`)
  const handle = await open(unfinished, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, join(folder, name))
  await syncFolder(folder)
}

export async function readKeptPackages(folder: string): Promise<Uint8Array[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json.gz')).sort()
  return Promise.all(names.map((name) => readFile(join(folder, name))))
}
