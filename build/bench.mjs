/** `npm run bench` measures the register and the proofs; `npm run bench -- sync` the line, against PouchDB and RxDB. */
import { join } from 'node:path'
import { run } from './run.mjs'
import { root, setUp } from './setup.mjs'

setUp('test')
const [what, ...options] = process.argv.slice(2)
const inProject = { cwd: root }
if (what === 'sync') {
  run('npx', ['vite', 'build', '--mode', 'sync-bench', '--logLevel', 'error'], inProject)
  run(process.execPath, [join(root, 'dist/sync-bench/main.js'), ...options], inProject)
} else {
  run('npx', ['vitest', 'run', '--project', 'bench'], inProject)
  run('npx', ['tsx', 'test/bench/proof-bench.ts'], inProject)
}
