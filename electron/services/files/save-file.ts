import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SaveResult } from '../../../shared/ipc/paper-channels.ts'
import { refusalOfSystemError } from '../../disk/system-error.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'
import { safeFileName } from './file-name.ts'
import { freeName } from './free-name.ts'

/** Asks the clerk where a file goes; undefined when they think better of it. */
export type AskWhere = (suggestedName: string) => Promise<string | undefined>

/** Saves where the clerk says. */
export async function saveAs(suggestedName: string, bytes: Uint8Array, ask: AskWhere): Promise<SaveResult> {
  const path = await ask(safeFileName(suggestedName))
  return path === undefined ? { outcome: 'cancelled' } : write(path, bytes)
}

/** Saves into `<dataFolder>/exports` under a name that is still free. */
export async function saveExport(
  dataFolder: string,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<SaveResult> {
  const folder = join(dataFolder, 'exports')
  await mkdir(folder, { recursive: true })
  return write(join(folder, await freeName(folder, safeFileName(suggestedName))), bytes)
}

async function write(path: string, bytes: Uint8Array): Promise<SaveResult> {
  try {
    await writeWholeFile(path, bytes)
    return { outcome: 'saved', name: basename(path) }
  } catch (error) {
    const refusal = refusalOfSystemError(error)
    return { outcome: 'failed', reason: refusal?.message ?? '文件没有存下。请换一个文件夹或文件名后重试。' }
  }
}
