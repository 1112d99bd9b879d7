import { join } from 'node:path'
import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test'
import { electronRuntime, type ElectronRuntime } from '../../build/electron-runtime.mjs'
import { someDisplay } from '../../build/virtual-display.mjs'

export interface DeskOptions {
  readonly dataFolder: string
  /** Starting package of the station; without it the desk has no users. */
  readonly package?: string
  /** Origin of a city server; without it there is no line. */
  readonly city?: string
  /** A working desk, not a practice one: it starts with nobody and is set up by hand. */
  readonly working?: true
  /** More switches of Chromium's. */
  readonly switches?: readonly string[]
  /** Executable of a packaged program; without it the built program of this tree runs on the runtime. */
  readonly packagedProgram?: string
}

export interface LaunchedDesk {
  readonly app: ElectronApplication
  readonly page: Page
  /** Ends the program as a power failure would, and resolves when its process is gone. */
  kill9(): Promise<void>
  /** Closes the window as a clerk would. */
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')
/** Found once: the search says on the console what it found. */
let runtime: Promise<ElectronRuntime> | undefined
let display: Promise<string | undefined> | undefined
const windows = new Set<Page>()

/** The windows of every desk that runs now. */
export const openWindows = (): readonly Page[] => [...windows]

/** Opens the real desktop program as a sample station and resolves when its page has loaded. */
export async function launchDesk(options: DeskOptions): Promise<LaunchedDesk> {
  const app = await launched(await programOf(options))
  const page = await app.firstWindow()
  windows.add(page)
  page.once('close', () => windows.delete(page))
  await page.waitForLoadState('load')
  return {
    app,
    page,
    kill9: () => endProcess(app),
    close: () => app.close(),
  }
}

/**
 * The started program. Playwright has been seen to wait for good for one that stands there with its page loading (as in
 * `inMainProcess`, what it waits on can be collected); it ends that one itself, and the program is started once more.
 */
async function launched(program: Program): Promise<ElectronApplication> {
  const launch = () => _electron.launch({ ...program, timeout: 60_000 })
  try {
    return await launch()
  } catch (fault) {
    if (!(fault instanceof errors.TimeoutError)) throw fault
    console.log('Playwright did not get hold of the program within a minute; it is started once more.')
    return launch()
  }
}

/** How a desk is started; also for tests that start a second one. */
interface Program {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

export async function programOf(options: DeskOptions): Promise<Program> {
  const args = [
    ...sandboxSwitches(),
    ...(options.switches ?? []),
    ...(options.packagedProgram === undefined ? [root] : []),
    ...(options.working ? [] : ['--sample-station']),
    `--data-folder=${options.dataFolder}`,
    ...(options.package === undefined ? [] : [`--package=${options.package}`]),
    ...(options.city === undefined ? [] : [`--city=${options.city}`]),
  ]
  return {
    executablePath: options.packagedProgram ?? (await foundRuntime()),
    args,
    env: await surroundings(),
  }
}

async function foundRuntime(): Promise<string> {
  runtime ??= electronRuntime()
  return (await runtime).executable
}

/** This process's environment with a display to show windows on, a virtual one where there is none. */
async function surroundings(): Promise<Record<string, string>> {
  display ??= someDisplay()
  const shown = await display
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    ...(shown !== undefined && { DISPLAY: shown }),
  }
}

/** Chromium refuses its sandbox to root, which is who runs tests in a container. */
function sandboxSwitches(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

async function endProcess(app: ElectronApplication): Promise<void> {
  const main = app.process()
  const gone = new Promise<void>((resolve) => main.once('exit', () => resolve()))
  main.kill('SIGKILL')
  await gone
}
