import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** build/electron-runtime.mjs puts this file beside the stand-in that it makes. */
const mark = 'VERIFICATION-ONLY'

/** Whether this is the pinned Electron or the stand-in on which the program is tested where Electron cannot be had. */
export function runtimeKind(executable: string): 'product' | 'verification' {
  return existsSync(join(dirname(executable), mark)) ? 'verification' : 'product'
}
