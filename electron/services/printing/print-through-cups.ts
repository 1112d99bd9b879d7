import type { PrintRequest, PrintResult } from '../../../shared/ipc/paper-channels.ts'
import { runCommand, type CommandEnd } from '../run-command.ts'

/** The system's two commands; tests put their own in place. */
export interface CupsCommands {
  readonly print: string
  readonly status: string
  /** Milliseconds after which a command counts as hung. */
  readonly within: number
}

export const cupsCommands: CupsCommands = { print: 'lp', status: 'lpstat', within: 60_000 }

/** Sends the sheet to a CUPS printer at its true size: no scaling, no fitting, exactly the paper that was asked for. */
export async function printThroughCups(
  request: PrintRequest,
  commands: CupsCommands = cupsCommands,
): Promise<PrintResult> {
  const status = await runCommand(commands.status, ['-p', request.printer], commands.within)
  if (status.end === 'done' && /\bdisabled\b/.test(status.output)) {
    return failed(`打印机“${request.printer}”已停用或脱机，没有打印。请检查电源、连线和纸张，启用后重试。`)
  }
  // Through the pipe: the sheet never lies in a file that a crash could leave behind.
  const end = await runCommand(commands.print, lpOptions(request), commands.within, request.pdf)
  return resultOf(request, end)
}

/** The words of the command line, in one place so that a test can read them. */
export function lpOptions(request: PrintRequest): string[] {
  const media = `media=Custom.${request.widthMillimetres}x${request.heightMillimetres}mm`
  const sizing = ['-o', media, '-o', 'fit-to-page=false', '-o', 'print-scaling=none']
  return ['-d', request.printer, '-n', String(request.copies), '-t', request.title, ...sizing]
}

function resultOf(request: PrintRequest, end: CommandEnd): PrintResult {
  if (end.end === 'done') {
    return { outcome: 'spooled', job: /request id is (\S+)/.exec(end.output)?.[1] ?? request.title }
  }
  return failed(reasonOf(end, `打印机“${request.printer}”`))
}

function reasonOf(end: Exclude<CommandEnd, { end: 'done' }>, printer: string): string {
  if (end.end === 'missing') {
    return '这台电脑没有安装打印服务，没有打印。请联系管理员安装 CUPS 后重试，或先存为 PDF。'
  }
  if (end.end === 'hung') {
    return `${printer}在 60 秒内没有答复，没有打印。请检查打印机是否开机、连线是否正常后重试。`
  }
  return /does not exist|unknown destination|not found/i.test(end.complaint)
    ? `找不到${printer}，没有打印。请在打印设置中另选一台。`
    : `${printer}没有接受这张纸，没有打印。请检查打印机和纸张尺寸后重试。`
}

function failed(reason: string): PrintResult {
  return { outcome: 'failed', reason }
}
