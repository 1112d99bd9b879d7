/** Finds the Electron to run with: the pinned one, or where it cannot be had the stand-in for verification. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './run.mjs'
import { say, stop } from './say.mjs'
import { root } from './setup.mjs'
import { makeVerificationRuntime } from './verification-runtime.mjs'

const runtimes = join(root, '.runtime')
const failureMark = join(runtimes, 'electron-download-failed')
const failureHolds = 24 * 60 * 60 * 1000
const downloadWithin = 60_000
const executableName = process.platform === 'win32' ? 'electron.exe' : 'electron'

/** Path of an Electron executable and what it is: 'product' or 'verification'. */
export async function electronRuntime() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) return describe(given)
  const own = join(root, 'node_modules/electron/dist')
  if (hasPinnedVersion(own) || downloadPinned(own)) return describe(own)
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    stop(
      '下载不到 Electron，这台机器上也没有可替代的运行环境。请检查网络后重试。',
      'Electron cannot be downloaded, and there is no stand-in for this kind of machine.',
    )
  }
  say(
    '这里下载不到产品用的 Electron，改用“仅供验证”的运行环境，不得用于办理业务。',
    'The product Electron cannot be downloaded here; using a stand-in FOR VERIFICATION ONLY.',
  )
  return describe(await makeVerificationRuntime(join(runtimes, 'electron-verification')))
}

function describe(folder) {
  const isStandIn = existsSync(join(folder, 'VERIFICATION-ONLY'))
  return { folder, executable: join(folder, executableName), kind: isStandIn ? 'verification' : 'product' }
}

function hasPinnedVersion(folder) {
  const pinned = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version
  const mark = join(folder, 'version')
  return existsSync(mark) && readFileSync(mark, 'utf8').trim().replace(/^v/, '') === pinned
}

/** Tries Electron's own installer for a minute; a failure is remembered for a day, so that not every start waits. */
function downloadPinned(folder) {
  if (existsSync(failureMark) && Date.now() - statSync(failureMark).mtimeMs < failureHolds) return false
  say('正在下载 Electron……', 'Downloading Electron (at most a minute)…')
  const installer = join(root, 'node_modules/electron/install.js')
  ask(process.execPath, [installer], { timeout: downloadWithin, killSignal: 'SIGKILL' })
  if (hasPinnedVersion(folder)) {
    rmSync(failureMark, { force: true })
    return true
  }
  mkdirSync(runtimes, { recursive: true })
  writeFileSync(failureMark, 'Delete this file to try the download again.\n')
  return false
}
