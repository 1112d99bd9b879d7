import { pathToFileURL } from 'node:url'
import { BrowserWindow, type WebContents } from 'electron'
import type { PrintRequest, PrintResult } from '../../../shared/ipc/paper-channels.ts'
import { withTemporaryPdf } from './temporary-pdf.ts'

const micronsPerMillimetre = 1000
const silentWithin = 60_000
/** The viewer draws after it has loaded; printed before that the sheet is empty. */
const drawnAfter = 1_500

/**
 * Prints by Chromium's own PDF viewer in a window that nobody sees: the way on Windows, and everywhere when the clerk
 * wants the system's dialog. The window has a session of its own, no preload, and shows only the sheet.
 */
export function printThroughChromium(request: PrintRequest): Promise<PrintResult> {
  return withTemporaryPdf(request.pdf, async (path) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { partition: 'printing', plugins: true, sandbox: true, contextIsolation: true },
    })
    try {
      await window.loadURL(pathToFileURL(path).href)
      await new Promise((resolve) => setTimeout(resolve, drawnAfter))
      return await printContents(window.webContents, request)
    } finally {
      window.destroy()
    }
  })
}

function printContents(contents: WebContents, request: PrintRequest): Promise<PrintResult> {
  return new Promise((resolve) => {
    const hung = setTimeout(
      () => resolve(failed(`打印机“${request.printer}”在 60 秒内没有答复。请检查打印机后重试。`)),
      request.dialog ? 2 ** 31 - 1 : silentWithin,
    )
    contents.print(printOptions(request), (success, failure) => {
      clearTimeout(hung)
      resolve(success ? { outcome: 'spooled', job: request.title } : failed(reasonOf(failure, request)))
    })
  })
}

function printOptions(request: PrintRequest): Electron.WebContentsPrintOptions {
  return {
    silent: !request.dialog,
    deviceName: request.printer,
    copies: request.copies,
    printBackground: true,
    margins: { marginType: 'none' },
    scaleFactor: 100,
    pageSize: {
      width: Math.round(request.widthMillimetres * micronsPerMillimetre),
      height: Math.round(request.heightMillimetres * micronsPerMillimetre),
    },
  }
}

function reasonOf(failure: string, request: PrintRequest): string {
  if (/cancel/i.test(failure)) return '打印已取消，没有出纸。'
  if (/no printers|invalid deviceName|device/i.test(failure)) {
    return `找不到打印机“${request.printer}”，没有打印。请在打印设置中另选一台。`
  }
  return `打印机“${request.printer}”没有接受这张纸，没有打印。请检查打印机和纸张尺寸后重试。`
}

function failed(reason: string): PrintResult {
  return { outcome: 'failed', reason }
}
