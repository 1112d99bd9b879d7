import { readFile } from 'node:fs/promises'
import { logError } from '../diagnostics/error-log.ts'
import { runCommand } from '../services/run-command.ts'

/** Milliseconds after which the command counts as hung. */
const within = 5000

/**
 * Keeps the system from writing this program's memory, which holds people while somebody is signed in, into a file when
 * it crashes. Asked before the window opens: what Chromium starts later inherits the limit. Electron's own crash
 * reporter is never started, so on Windows nothing is written unless that machine's administrator turned dumps on.
 */
export async function forbidCoreDumps(): Promise<void> {
  if (process.platform !== 'linux') return
  const processes = await withDescendants(process.pid)
  const ends = await Promise.all(
    processes.map((pid) => runCommand('prlimit', ['--core=0:0', '--pid', String(pid)], within)),
  )
  const refused = ends.find(({ end }) => end !== 'done')
  if (refused) logError('core-dumps', new Error(`prlimit: ${refused.end}`))
}

/** A process and everything that it started, by the system's own list. */
async function withDescendants(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const children = text
    .split(' ')
    .map(Number)
    .filter((child) => child > 0)
  const below = await Promise.all(children.map(withDescendants))
  return [pid, ...below.flat()]
}
