/** `npm start`: the desktop app with the embedded city server and the sample station, on a machine with Node alone. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runBeside } from './run.mjs'
import { say, stop } from './say.mjs'
import { root, setUp } from './setup.mjs'

setUp('start')
// The rest needs what setUp has just installed.
const { buildWhenStale } = await import('./build-when-stale.mjs')
const { electronRuntime } = await import('./electron-runtime.mjs')
const { samplePackages } = await import('./sample-packages.mjs')
const { startSampleCity, usualOrFreePort } = await import('./sample-city.mjs')
const { someDisplay } = await import('./virtual-display.mjs')

/** Chromium complains of everything that a container lacks; what matters is in the desk's own log. */
const quiet = '--log-level=3'

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))

try {
  buildWhenStale()
  const packages = samplePackages()
  const runtime = await electronRuntime()
  const data = join(root, 'out/sample/city')
  const port = await usualOrFreePort()
  const city = await startSampleCity({ data, cityPackage: packages.city, port })
  say(`市局服务已就绪：${city.address}`, `The city server is ready at ${city.address}`)
  await openDesk(runtime, packages.station, city.address)
} catch (error) {
  stop(`没有启动：${error.message}`, 'Not started; the reason is above.')
}
process.exit(0)

/** Resolves when the clerk closes the window. */
async function openDesk(runtime, stationPackage, cityAddress) {
  const dataFolder = join(root, 'out/sample/desk')
  mkdirSync(dataFolder, { recursive: true })
  const sample = [
    '--sample-station',
    `--package=${stationPackage}`,
    `--city=${cityAddress}`,
    `--data-folder=${dataFolder}`,
  ]
  const env = { ...process.env, DISPLAY: await someDisplay() }
  const desk = runBeside(runtime.executable, [...sandboxSwitches(), quiet, root, ...sample], { env })
  say('户政台已打开；关闭窗口即结束。', 'The desk is open; close its window to end.')
  await new Promise((resolve) => desk.once('exit', resolve))
}

function sandboxSwitches() {
  if (process.getuid?.() !== 0) return []
  say(
    '以 root 运行，Chromium 的沙箱只能关闭；正式使用请用普通账户。',
    'Running as root, so the Chromium sandbox is off; use an ordinary account for work.',
  )
  return ['--no-sandbox']
}
