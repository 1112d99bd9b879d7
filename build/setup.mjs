/**
 * Makes a fresh Debian machine with Node ready for a purpose: the libraries from npm, and as root the system packages
 * by apt. Without root it says in one line what to install. Uses nothing but Node, because nothing is installed yet.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, run } from './run.mjs'
import { say, stop } from './say.mjs'

export const root = join(import.meta.dirname, '..')

const window =
  'xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libatk-bridge2.0-0 libdrm2 libnotify4 xdg-utils unzip fonts-noto-cjk'.split(
    ' ',
  )
const systemPackages = {
  start: window,
  test: [
    ...window,
    'chromium',
    'postgresql',
    'python3',
    'openssl',
    'iproute2',
    'e2fsprogs',
    'xfsprogs',
    'poppler-utils',
    'imagemagick',
    'softhsm2',
    'opensc',
  ],
  dist: [...window, 'dpkg', 'fakeroot'],
}

/** `purpose` is 'start', 'test' or 'dist'. Ends the program with one clear line when the machine cannot be made ready. */
export function setUp(purpose) {
  checkNode()
  installLibraries()
  installSystemPackages(systemPackages[purpose])
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  stop(
    `需要 Node 20.19 或更新版本，现在是 ${process.versions.node}。请更新 Node 后重试。`,
    `Node 20.19 or newer is needed, this is ${process.versions.node}. Please update Node.`,
  )
}

/** Installs when the lock file is not the one that node_modules was made from. */
function installLibraries() {
  const lockFile = join(root, 'package-lock.json')
  const mark = join(root, 'node_modules/.hukou-lock-hash')
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  if (!wasInstalledByHand(lockFile)) {
    say('正在安装程序库……', 'Installing the libraries (npm ci)…')
    // Electron's own binary is fetched later, with a time limit: see electron-runtime.mjs.
    const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }
    run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, env, shell: process.platform === 'win32' })
  }
  writeFileSync(mark, hash)
}

/** npm leaves its own list in node_modules; newer than the lock file, it says that somebody has just installed. */
function wasInstalledByHand(lockFile) {
  const list = join(root, 'node_modules/.package-lock.json')
  return existsSync(list) && statSync(list).mtimeMs >= statSync(lockFile).mtimeMs
}

function installSystemPackages(wanted) {
  if (process.platform !== 'linux' || !ask('dpkg', ['--version']).ok) return
  const missing = wanted.filter((name) => !isInstalled(name) && !isInstalled(`${name}t64`))
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    stop(
      `缺少系统软件包，请执行：sudo apt-get install ${missing.join(' ')}`,
      `System packages are missing, please run the command above.`,
    )
  }
  say(`正在安装系统软件包：${missing.join(' ')}`, 'Installing system packages by apt…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  apt(['update', '-qq'], env)
  apt(['install', '-y', '-qq', '--no-install-recommends', ...missing.map(nameOnThisSystem)], env)
}

function isInstalled(name) {
  return ask('dpkg-query', ['-W', '-f=${Status}', name]).output.includes('install ok installed')
}

/** Newer Debian and Ubuntu renamed some libraries when time became 64 bits wide. */
function nameOnThisSystem(name) {
  const policy = ask('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } }).output
  const isKnown = policy.includes('Candidate:') && !policy.includes('Candidate: (none)')
  return isKnown ? name : `${name}t64`
}

function apt(options, env) {
  const { ok, output } = ask('apt-get', options, { env })
  if (ok) return
  stop(
    `apt-get ${options[0]} 没有成功，请检查网络后重试。\n${output.trim().split('\n').slice(-5).join('\n')}`,
    'apt-get did not succeed, its last words are above.',
  )
}
