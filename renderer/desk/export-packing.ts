import { zipSync, type Zippable } from 'fflate/browser'

/**
 * What the spreadsheet library takes from fflate, without fflate's workers: those come from a blob, which the page's
 * policy does not let in. vite.config.ts puts this in fflate's place for that library alone.
 */
export { strToU8, zipSync } from 'fflate/browser'

export function zip(files: Zippable, done: (fault: null, packed: Uint8Array) => void): void {
  done(null, zipSync(files))
}
