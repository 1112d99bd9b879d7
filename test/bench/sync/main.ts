import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright'
import { build, preview } from 'vite'
import { mostActionsAtOnce } from '../../../shared/sync/messages.ts'
import { bundleServer } from '../../server/city-process.ts'
import { startPostgres } from '../../server/postgres-cluster.ts'
import { startProxy, type Counts } from './counting-proxy.ts'
import { makeWork, type Round } from './made-actions.ts'
import { startServers, type RunningServer } from './servers.ts'
import { tell, type Measured } from './tell.ts'

const { values } = parseArgs({
  options: {
    actions: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
})
const actions = Number(values.actions)
const seeds = Array.from({ length: Number(values.rounds) }, (_, n) => n + 1)
/** Where `npm run` starts it: the folder of package.json. */
const here = join(process.cwd(), 'test/bench/sync')

installPeers()
const page = await buildPage()
const cluster = await startPostgres()
const servers = await startServers(await bundleServer(), cluster, seeds, actions)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    // A desk's machine asks no city whether it may ask: no side is measured with the browser's questions beforehand.
    '--disable-web-security',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const measured: Measured[] = []
try {
  // One repetition of everybody after the other, so that what the machine does meanwhile falls on all alike.
  for (const seed of seeds)
    for (const server of servers)
      if (values.only === undefined || values.only === server.side) measured.push(await measure(server, seed))
} finally {
  await browser.close()
  for (const server of servers) await server.stop()
  await cluster.stop()
  await page.close()
}
tell(measured, actions, bytesAsGzippedJson())

/** One repetition in a browser profile of its own. */
async function measure({ side, store, address }: RunningServer, seed: number): Promise<Measured> {
  const proxy = await startProxy(address)
  const context = await browser.newContext()
  try {
    const tab = await context.newPage()
    tab.on('pageerror', (fault) => console.error(fault))
    await tab.goto(page.address)
    await tab.waitForFunction('globalThis.bench !== undefined')
    const round = { seed, actions, address: proxy.address }
    const { record, push } = await run<{ record: number; push: number }>(tab, 'play', side, round)
    const up = await proxy.take()
    const settle = await run<number | undefined>(tab, 'settle', side, round)
    await proxy.take()
    const pull = await run<number>(tab, 'fetchAll', side, round)
    const down = await proxy.take()
    const takeIn = await run<number | undefined>(tab, 'takeIn', side, round)
    console.log(
      `${side} ${store} ${seed}: push ${ms(push)}, pull ${ms(pull)}, recorded before in ${ms(record)}`,
    )
    return { side, store, push, settle, pull, takeIn, record, up, down } satisfies Measured & { up: Counts }
  } finally {
    await context.close()
    proxy.close()
  }
}

function run<Value>(
  tab: Page,
  what: 'play' | 'settle' | 'fetchAll' | 'takeIn',
  side: string,
  round: Round,
): Promise<Value> {
  return tab.evaluate(
    ([name, ...given]) =>
      (globalThis as unknown as { bench: Record<string, (...all: unknown[]) => never> }).bench[
        name as string
      ]?.(...given),
    [what, side, round] as const,
  ) as Promise<Value>
}

function ms(milliseconds: number): string {
  return `${Math.round(milliseconds)} ms`
}

/** What the same actions weigh as one gzipped JSON text, in batches of as many as a message may carry. */
function bytesAsGzippedJson(): number {
  const { actions: all } = makeWork(1, actions)
  const batch = mostActionsAtOnce
  const batches = Array.from({ length: Math.ceil(all.length / batch) }, (_, n) =>
    all.slice(n * batch, (n + 1) * batch),
  )
  return batches.reduce((sum, each) => sum + gzipSync(JSON.stringify(each)).length, 0) / all.length
}

function installPeers(): void {
  const folder = join(here, '../peers')
  if (existsSync(join(folder, 'node_modules'))) return
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the libraries to compare with could not be installed')
}

async function buildPage() {
  const outDir = await mkdtemp(join(tmpdir(), 'bench-page-'))
  const root = join(here, 'page')
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    build: { outDir, target: 'chrome130' },
    define: { global: 'globalThis' },
  })
  const server = await preview({
    configFile: false,
    root,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'error',
  })
  const address = server.resolvedUrls?.local[0] ?? ''
  return { address, close: () => server.close() }
}
