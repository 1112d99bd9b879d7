/** Builds the four rooms when a source is newer than the last build. */
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { say } from './say.mjs'
import { root } from './setup.mjs'

const mark = join(root, 'dist/.built')
const sources = ['shared', 'electron', 'renderer', 'server', 'vite.config.ts', 'package-lock.json']
const vite = join(root, 'node_modules/vite/bin/vite.js')

export function buildWhenStale() {
  const startedAt = new Date()
  if (existsSync(mark) && statSync(mark).mtimeMs > newestOf(sources.map((name) => join(root, name)))) return
  say('正在构建……', 'Building…')
  for (const room of ['electron', 'preload', 'server', 'renderer']) {
    run(process.execPath, [vite, 'build', '--mode', room, '--logLevel', 'warn'], { cwd: root })
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(mark, '')
  // A source that was changed during the build belongs to the next one.
  utimesSync(mark, startedAt, startedAt)
}

function newestOf(paths) {
  return Math.max(
    0,
    ...paths.map((path) => (statSync(path).isDirectory() ? newestIn(path) : statSync(path).mtimeMs)),
  )
}

function newestIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true })
  return newestOf(entries.map((entry) => join(folder, entry.name)))
}
