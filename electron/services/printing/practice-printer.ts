import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Printer, PrintRequest, PrintResult } from '../../../shared/ipc/paper-channels.ts'
import { refusalOfSystemError } from '../../disk/system-error.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'
import { safeFileName } from '../files/file-name.ts'
import { freeName } from '../files/free-name.ts'

/** The printer of a sample station: writes each sheet as a PDF file, and its name says so wherever it is shown. */
export const practicePrinter: Printer = {
  name: 'practice-file-printer',
  label: '存为文件的练习打印机',
  isDefault: true,
  kind: 'file',
}

/** Puts the sheet into `<dataFolder>/printed`. Fails like a printer without paper while OUT-OF-PAPER lies there. */
export async function printToPracticeFile(dataFolder: string, request: PrintRequest): Promise<PrintResult> {
  const folder = join(dataFolder, 'printed')
  try {
    await mkdir(folder, { recursive: true })
    if (await isThere(join(folder, 'OUT-OF-PAPER'))) {
      return { outcome: 'failed', reason: '练习打印机缺纸，没有打印。请装纸后重试。' }
    }
    const name = await freeName(folder, safeFileName(`${request.title}.pdf`))
    await writeWholeFile(join(folder, name), request.pdf)
    return { outcome: 'spooled', job: name }
  } catch (error) {
    const refusal = refusalOfSystemError(error)
    if (refusal) return { outcome: 'failed', reason: refusal.message }
    throw error
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
