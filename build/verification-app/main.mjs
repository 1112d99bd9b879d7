/**
 * Stands in for Electron's own launcher in the verification runtime: `electron [switches] <app folder>`.
 * The await at the end is on purpose: Electron holds back 'ready' until this module is evaluated, so that the app can
 * still register its scheme, as it can in a packaged program.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const target = process.argv.slice(1).find((word) => !word.startsWith('-'))
if (target === undefined) {
  console.error('usage: electron [switches] <app folder>')
  process.exit(1)
}

const folder = resolve(target)
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
app.setVersion(manifest.version)
app.setName(manifest.productName ?? manifest.name)
app.setAppPath(folder)
await import(pathToFileURL(join(folder, manifest.main)).href)
