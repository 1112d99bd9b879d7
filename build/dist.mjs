/** `npm run dist`: packs the desktop app; what this network cannot provide for an installer is said and left out. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { say, stop } from './say.mjs'
import { root, setUp } from './setup.mjs'

setUp('dist')
// The rest needs what setUp has just installed.
const { buildWhenStale } = await import('./build-when-stale.mjs')
const { makeDebianPackage } = await import('./debian-package.mjs')
const { electronRuntime } = await import('./electron-runtime.mjs')

const output = join(root, 'out/package')
const builder = join(root, 'node_modules/electron-builder/cli.js')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

try {
  buildWhenStale()
  const runtime = await electronRuntime()
  rmSync(output, { recursive: true, force: true })
  if (runtime.kind === 'product') packInstallers(runtime)
  else packWithoutInstallers(runtime)
} catch (error) {
  stop(`打包没有完成：${error.message}`, 'Packaging did not finish; the reason is above.')
}

/** With the pinned Electron the network gives electron-builder its tools too: the real installers. */
function packInstallers(runtime) {
  const targets = process.platform === 'win32' ? ['--win', 'nsis'] : ['--linux', 'deb', 'AppImage']
  pack(runtime, targets, [])
  say(`安装包已生成：${output}`, `The installers are in ${output}`)
}

/** With the stand-in: the unpacked program, and from it a .deb by the system's own dpkg-deb. */
function packWithoutInstallers(runtime) {
  say(
    '下载不到 NSIS 和 AppImage 的打包工具，这里只生成免安装目录和 .deb，且仅供验证。',
    'The tools for NSIS and AppImage cannot be downloaded here: only the unpacked program and a .deb, for verification.',
  )
  // The debugger stays reachable so that a test can drive the packed program; a product build shuts it.
  pack(runtime, ['--linux', 'dir'], ['-c.electronFuses.enableNodeCliInspectArguments=true'])
  // The stand-in's own launcher has no business in a packed program.
  rmSync(join(output, 'linux-unpacked/resources/default_app.asar'), { force: true })
  const debianPackage = join(output, `hukou-desk-${version}-verification.deb`)
  makeDebianPackage(join(output, 'linux-unpacked'), debianPackage)
  say(`已生成：${debianPackage}`, `Ready: ${debianPackage} and ${join(output, 'linux-unpacked')}`)
}

function pack(runtime, targets, changes) {
  const electronVersion = readFileSync(join(runtime.folder, 'version'), 'utf8').trim().replace(/^v/, '')
  const electron = [`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${electronVersion}`]
  const settings = ['--config', join(root, 'build/electron-builder.yml'), '--publish', 'never']
  run(process.execPath, [builder, ...targets, ...settings, ...electron, ...changes], { cwd: root })
}
