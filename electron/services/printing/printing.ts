import type { WebContents } from 'electron'
import type { Printer, PrintRequest, PrintResult } from '../../../shared/ipc/paper-channels.ts'
import type { Profile } from '../profile/profile.ts'
import { practicePrinter, printToPracticeFile } from './practice-printer.ts'
import { printThroughChromium } from './print-through-chromium.ts'
import { printThroughCups } from './print-through-cups.ts'

/** The system's printers, and in a sample station the practice printer before them. */
export async function listPrinters(contents: WebContents, profile: Profile): Promise<Printer[]> {
  const system = await contents.getPrintersAsync()
  const known = system.map((printer) => systemPrinter(printer, profile.sample))
  return profile.sample ? [practicePrinter, ...known] : known
}

/** Prints one sheet by the way that this printer and system need. */
export function print(request: PrintRequest, profile: Profile): Promise<PrintResult> {
  if (request.printer === practicePrinter.name) return practise(request, profile)
  if (request.dialog || process.platform !== 'linux') return printThroughChromium(request)
  return printThroughCups(request)
}

async function practise(request: PrintRequest, profile: Profile): Promise<PrintResult> {
  if (profile.sample) return printToPracticeFile(profile.dataFolder, request)
  return { outcome: 'failed', reason: '练习打印机只在练习站使用，没有打印。请在打印设置中另选一台。' }
}

/** Whether a printer is the default one is told by CUPS and Windows in different places. */
function systemPrinter(printer: Electron.PrinterInfo, sample: boolean): Printer {
  const told: Record<string, unknown> = { ...printer, ...printer.options }
  const isDefault = told['isDefault'] === true || told['printer-is-default'] === 'true'
  return {
    name: printer.name,
    label: printer.displayName === '' ? printer.name : printer.displayName,
    isDefault: isDefault && !sample,
    kind: 'system',
  }
}
