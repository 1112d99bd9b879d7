/** A display for machines that have none. */
import { spawn } from 'node:child_process'
import { say } from './say.mjs'

const screen = '1366x768x24'

/** True when this machine can show a window. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Starts Xvfb on a free number and resolves to it, such as ':99'; it ends with this program. */
export function startVirtualDisplay() {
  const options = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-dpi', '96']
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  process.once('exit', () => server.kill())
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    server.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`))
  })
}

/** The display to use: the machine's own, or a virtual one with a word on how to look at it. */
export async function someDisplay() {
  if (hasDisplay()) return process.env.DISPLAY
  const display = await startVirtualDisplay()
  say(
    `没有显示器，程序在虚拟显示 ${display} 上运行。看画面：DISPLAY=${display} import -window root look.png（或 x11vnc -display ${display}）`,
    `No display here: running on virtual display ${display}; the command above takes a picture of it.`,
  )
  return display
}
