/** `npm test`: sets the machine up, builds, and runs every test on real parts; ends with one line of counts. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { say } from './say.mjs'
import { root, setUp } from './setup.mjs'

setUp('test')
const { buildWhenStale } = await import('./build-when-stale.mjs')
const { samplePackages } = await import('./sample-packages.mjs')

const results = join(root, 'out/test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const counts = { passed: 0, failed: 0, skipped: 0 }
buildWhenStale()
samplePackages()
for (const script of ['types', 'imports', 'lint', 'format']) staticCheck(script)
for (const project of ['unit', 'server', 'browser']) vitest(project)
playwright()
rmSync(join(root, 'out/demo'), { recursive: true, force: true })
staticCheck('demo')

console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(counts.failed === 0 ? 0 : 1)

/** A check that either holds or does not counts as one test. */
function staticCheck(script) {
  say(`检查：${script}`, `Check: ${script}`)
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' })
  if (status === 0) counts.passed += 1
  else counts.failed += 1
}

function vitest(project) {
  say(`测试：${project}`, `Tests: ${project}`)
  const report = join(results, `${project}.json`)
  const options = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...options], {
    cwd: root,
    stdio: 'inherit',
  })
  const read = JSON.parse(readFileSync(report, 'utf8'))
  counts.passed += read.numPassedTests
  counts.failed += read.numFailedTests
  counts.skipped += read.numPendingTests + read.numTodoTests
  // A file that does not even load has no test to count, and is a failure all the same.
  if (status !== 0 && read.numFailedTests === 0) counts.failed += 1
}

function playwright() {
  say('测试：真实桌面程序', 'Tests: the real desktop program')
  const report = join(results, 'e2e.json')
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const options = ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json']
  const { status } = spawnSync(process.execPath, [cli, ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats
  counts.passed += expected
  counts.failed += unexpected + flaky
  counts.skipped += skipped
  if (status !== 0 && unexpected + flaky === 0) counts.failed += 1
}
