/** `npm run demo`: the whole walk-in, unattended, in the real desktop program; pictures and papers in out/demo. */
import { join } from 'node:path'
import { run } from './run.mjs'
import { root, setUp } from './setup.mjs'

setUp('test')
const { buildWhenStale } = await import('./build-when-stale.mjs')
const { samplePackages } = await import('./sample-packages.mjs')

buildWhenStale()
samplePackages()
run(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'test/walk-in/demo.ts')], {
  cwd: root,
})
