/**
 * `npm run audit`: what stands in package-lock.json against what may ship, then the registry's list of known holes.
 * Ends with 1 when something is wrong, with 3 when the registry could not be asked: that is no clean bill.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ask } from './run.mjs'
import { say } from './say.mjs'
import { root } from './setup.mjs'

/** Licences under which a part may ship inside a closed program of the police. */
const shippable = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'MIT AND OFL-1.1',
  '(MIT OR Apache-2.0)',
])
/** Their package.json names no licence; the text beside it was read: MIT. */
const readByHand = new Set(['node_modules/combine-errors', 'node_modules/png-js'])
/** Build tools whose script only looks for their own binary; npm runs none of them (`allowScripts` is empty). */
const harmlessScripts = new Set(['node_modules/electron-winstaller', 'node_modules/esbuild'])

/**
 * What is wrong with a lockfile (version 3), one sentence each: a part without a sha512 digest, one from elsewhere than a
 * registry, one that runs a script at its installation, a shipped one whose licence does not allow it.
 */
export function faultsOfLock({ packages }) {
  return Object.entries(packages).flatMap(([path, part]) => (path === '' ? [] : faultsOfPart(path, part)))
}

function faultsOfPart(path, { integrity = '', resolved, hasInstallScript, dev, license }) {
  const faults = []
  if (!integrity.startsWith('sha512-')) faults.push('has no sha512 digest')
  if (resolved !== undefined && !resolved.startsWith('https://')) faults.push(`comes from ${resolved}`)
  if (hasInstallScript && !harmlessScripts.has(path)) faults.push('runs a script when it is installed')
  if (!dev && !shippable.has(license) && !readByHand.has(path))
    faults.push(`ships under ${license ?? 'no licence'}`)
  return faults.map((fault) => `${path} ${fault}`)
}

function main() {
  const faults = faultsOfLock(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) return 1
  say(
    '依赖清单核对过：来源、摘要、安装脚本、许可证都没有问题。',
    'The lockfile is in order: sources, digests, scripts, licences.',
  )
  const { ok, output } = ask('npm', ['audit', '--omit=dev', '--loglevel=warn'], {
    cwd: root,
  })
  if (ok) {
    say('漏洞库查过：随程序发出的部分没有已知漏洞。', 'The registry knows no hole in what ships.')
    return 0
  }
  const couldNotAsk = /audit endpoint returned an error|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN/.test(
    output,
  )
  if (!couldNotAsk) {
    console.error(output)
    return 1
  }
  say(
    '漏洞库没有查成：这条网络上查不到。清单没有问题，不等于没有已知漏洞，请在能上网的机器上再查一次。',
    'The registry could not be asked about known holes from this network. Run this again where it can.',
  )
  return 3
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main()
