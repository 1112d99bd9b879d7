/** Makes a .deb of an unpacked program with the system's own dpkg-deb. */
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { root } from './setup.mjs'

const needs = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libasound2 | libasound2t64',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libnotify4',
  'xdg-utils',
]

const menuEntry = `[Desktop Entry]
Name=户政台
Comment=派出所户籍窗口工作台
Exec=/opt/hukou-desk/hukou-desk %U
Icon=hukou-desk
Terminal=false
Type=Application
Categories=Office;
StartupWMClass=户政台
`

/** Packs the folder `program` into `destination`, the path of the .deb. */
export function makeDebianPackage(program, destination) {
  const stage = `${destination}.stage`
  rmSync(stage, { recursive: true, force: true })
  place(program, stage)
  writeFileSync(join(folder(stage, 'DEBIAN'), 'control'), control())
  // gzip, because the domestic distributions' older dpkg reads nothing newer.
  run('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', stage, destination])
  rmSync(stage, { recursive: true, force: true })
}

function place(program, stage) {
  cpSync(program, folder(stage, 'opt/hukou-desk'), { recursive: true })
  // Chromium's sandbox helper, for systems whose kernel gives ordinary users no namespaces.
  chmodSync(join(stage, 'opt/hukou-desk/chrome-sandbox'), 0o4755)
  symlinkSync('/opt/hukou-desk/hukou-desk', join(folder(stage, 'usr/bin'), 'hukou-desk'))
  writeFileSync(join(folder(stage, 'usr/share/applications'), 'hukou-desk.desktop'), menuEntry)
  const icons = folder(stage, 'usr/share/icons/hicolor/512x512/apps')
  cpSync(join(root, 'build/icons/icon.png'), join(icons, 'hukou-desk.png'))
}

function control() {
  const { version, author, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return `Package: hukou-desk
Version: ${version}
Architecture: ${process.arch === 'x64' ? 'amd64' : process.arch}
Maintainer: ${author}
Section: misc
Priority: optional
Depends: ${needs.join(', ')}
Description: ${description}
`
}

function folder(...parts) {
  const path = join(...parts)
  mkdirSync(path, { recursive: true, mode: 0o755 })
  return path
}
