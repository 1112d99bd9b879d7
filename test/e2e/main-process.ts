import type { ElectronApplication } from '@playwright/test'

type Electron = typeof import('electron')

/** How often the main process is asked again after its answer was lost. */
const attempts = 5

/**
 * Runs a function in the program's main process. V8 may collect the promise that Playwright waits on before it is
 * answered ("was garbage collected"); the function is then run again, so running it twice must come to the same.
 */
export async function inMainProcess<Given, Result>(
  app: ElectronApplication,
  work: (electron: Electron, given: Given) => Result | Promise<Result>,
  given: Given,
): Promise<Result> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await app.evaluate(work as Parameters<typeof app.evaluate<Result, Given>>[0], given)
    } catch (fault) {
      if (left === 1 || !String(fault).includes('garbage collected')) throw fault
    }
  }
}

/** What the clerk chooses in the system's own dialogs, which stand outside the page. */
export interface ChosenPaths {
  readonly toWrite?: string
  readonly toRead?: string
}

/** From now on the dialogs of the system answer with these paths. */
export function dialogsAnswerWith(app: ElectronApplication, chosen: ChosenPaths): Promise<void> {
  return inMainProcess(
    app,
    ({ dialog }, { toWrite, toRead }) => {
      if (toWrite !== undefined)
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: toWrite })
      if (toRead !== undefined)
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [toRead] })
    },
    chosen,
  )
}
