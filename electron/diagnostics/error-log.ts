import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { traceOf } from './trace-of.ts'

/** Errors that repeat must not fill the disk. */
const mostLines = 500
let written = 0

/**
 * One line per unexpected error in `<dataFolder>/logs/YYYY-MM.log`. Written at once and without waiting, because the
 * program may be on its way down.
 */
export function logError(where: string, error: unknown): void {
  if (written >= mostLines) return
  written += 1
  const at = new Date().toISOString()
  const line = JSON.stringify({ at, version: app.getVersion(), where, ...traceOf(error) })
  try {
    const folder = join(app.getPath('userData'), 'logs')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    appendFileSync(join(folder, `${at.slice(0, 7)}.log`), `${line}\n`, { mode: 0o600 })
  } catch {
    process.stderr.write(`${line}\n`)
  }
}
