import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { startSampleCity } from '../../build/sample-city.mjs'
import { Clerk } from '../walk-in/clerk.ts'
import { cityPackage, readFixtures, stationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { launchDesk, programOf } from './desk.ts'

const root = join(import.meta.dirname, '../..')

const folder = join(root, 'out/package')
const packagedProgram = join(folder, 'linux-unpacked/hukou-desk')

test.describe.configure({ mode: 'serial' })

test.beforeAll(() => {
  const packed = spawnSync(process.execPath, [join(root, 'build/dist.mjs')], { cwd: root, encoding: 'utf8' })
  expect(packed.status, packed.stdout + packed.stderr).toBe(0)
  expect(readdirSync(folder).some((name) => name.endsWith('.deb'))).toBe(true)
})

test('the packed program does the whole walk-in and the city receives it', async () => {
  test.setTimeout(240_000)
  const work = mkdtempSync(join(tmpdir(), 'hukou-packed-'))
  const { reissuable, blankSerials, users } = readFixtures()
  const city = await startSampleCity({ data: join(work, 'city'), cityPackage })
  const desk = await launchDesk({
    dataFolder: join(work, 'desk'),
    package: stationPackage,
    city: city.address,
    packagedProgram,
  })
  const clerk = new Clerk(desk.page)
  await clerk.signIn(users.officer.name)
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(reissuable.serialDigits)
  await clerk.fillLossByHolder()
  const number = await clerk.submit()
  await clerk.leave()
  await clerk.signIn(users.chief.name)
  await clerk.openCase(number)
  await clerk.approve()
  await clerk.leave()
  await clerk.signIn(users.officer.name)
  await clerk.openCase(number)
  await clerk.print(blankSerials[1] ?? '')
  await clerk.waitForQuestion()
  await clerk.answer('出纸正常')
  await clerk.handOver(reissuable.holderName)
  // Five steps of ours and the city's own answer to the open question.
  await expect
    .poll(() => clerk.deliveries(), { timeout: 60_000 })
    .toEqual(Array.from({ length: 6 }, () => 'received'))
  await desk.close()
  await city.close()
  rmSync(work, { recursive: true, force: true })
})

test('the packed program has the fuses of a product, but for the debugger that drives it here', async () => {
  const on = '1'.codePointAt(0)
  const off = '0'.codePointAt(0)
  expect(await getCurrentFuseWire(packagedProgram)).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  })
})

test('the packed program is nobody’s Node: neither a script, nor options, nor another app makes it run their code', async () => {
  const work = mkdtempSync(join(tmpdir(), 'hukou-fuses-'))
  const ran = join(work, 'ran')
  const script = join(work, 'script.cjs')
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')\n`)
  const asNode = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${script}` }

  // The same call does run it on the executable as Electron ships it.
  const plain = await programOf({ dataFolder: join(work, 'plain') })
  spawnSync(plain.executablePath, [script], { env: { ...plain.env, ELECTRON_RUN_AS_NODE: '1' } })
  expect(existsSync(ran)).toBe(true)
  rmSync(ran)

  const dataFolder = join(work, 'desk')
  const { args, env } = await programOf({ dataFolder, package: stationPackage, packagedProgram })
  const started = spawn(packagedProgram, [script, ...args], { env: { ...env, ...asNode }, stdio: 'ignore' })
  await expect.poll(() => existsSync(join(dataFolder, 'trail/trail.jsonl')), { timeout: 60_000 }).toBe(true)
  started.kill('SIGKILL')
  expect(existsSync(ran)).toBe(false)

  const resources = join(folder, 'linux-unpacked/resources')
  renameSync(join(resources, 'app.asar'), join(work, 'app.asar'))
  mkdirSync(join(resources, 'app'))
  writeFileSync(join(resources, 'app/package.json'), JSON.stringify({ name: 'other', main: 'script.cjs' }))
  renameSync(script, join(resources, 'app/script.cjs'))
  spawnSync(packagedProgram, args, { env, timeout: 15_000, killSignal: 'SIGKILL' })
  rmSync(join(resources, 'app'), { recursive: true })
  renameSync(join(work, 'app.asar'), join(resources, 'app.asar'))
  expect(existsSync(ran)).toBe(false)
  rmSync(work, { recursive: true, force: true })
})
