import type { ElectronApplication } from '@playwright/test'
import { inMainProcess } from './main-process.ts'

/** A moment in the main process: one call that the program makes on a file, the n-th on such a path, before it or after it. */
export interface Moment {
  /** A function of node:fs/promises, or of a handle that it opened. */
  readonly call: 'open' | 'readFile' | 'rename' | 'sync' | 'datasync'
  /** What the path ends with; for `rename` the one that the file had. */
  readonly path: string
  readonly when: 'before' | 'after'
  readonly turn?: number
}

/**
 * Does the work that leads to that moment, at which the power fails: the real program, with its own files and its own
 * code, ends there by SIGKILL and runs nothing further. Resolves when the process is gone.
 */
export async function killAt(
  app: ElectronApplication,
  moment: Moment,
  work: () => Promise<unknown>,
): Promise<void> {
  const main = app.process()
  const gone = new Promise<void>((resolve) => main.once('exit', () => resolve()))
  await inMainProcess(app, arm, { turn: 1, ...moment })
  try {
    await work()
  } catch (fault) {
    // The program may end before it could tell that the button which led there was taken.
    if (!String(fault).includes('has been closed')) throw fault
  }
  await gone
}

/** Runs in the program's main process. */
async function arm(_electron: unknown, { call, path, when, turn }: Required<Moment>): Promise<void> {
  const files = process.getBuiltinModule('node:fs/promises')
  const { readlinkSync } = process.getBuiltinModule('node:fs')
  const { syncBuiltinESMExports } = process.getBuiltinModule('node:module')
  const state = { left: turn }
  const isReached = (target: string) => {
    if (!target.endsWith(path)) return false
    state.left -= 1
    return state.left === 0
  }
  const around = async <Result>(target: string, work: () => Promise<Result>): Promise<Result> => {
    const isIt = isReached(target)
    if (isIt && when === 'before') process.kill(process.pid, 'SIGKILL')
    const result = await work()
    if (isIt) process.kill(process.pid, 'SIGKILL')
    return result
  }
  if (call === 'sync' || call === 'datasync') {
    const some = await files.open(process.execPath, 'r')
    const handles = Object.getPrototypeOf(some) as Record<typeof call, () => Promise<void>>
    await some.close()
    const real = handles[call]
    handles[call] = function (this: { readonly fd: number }) {
      return around(readlinkSync(`/proc/self/fd/${this.fd}`), () => real.call(this))
    }
    return
  }
  const real = files[call] as (...given: unknown[]) => Promise<unknown>
  const replaced = files as unknown as Record<typeof call, typeof real>
  replaced[call] = (...given) => around(String(given[0]), () => real(...given))
  syncBuiltinESMExports()
}
