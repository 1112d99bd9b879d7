import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSampleCity } from '../../build/sample-city.mjs'
import { Clerk } from '../walk-in/clerk.ts'
import { cityPackage, readFixtures, stationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { launchDesk } from './desk.ts'

const root = join(import.meta.dirname, '../..')

test('the packed program does the whole walk-in and the city receives it', async () => {
  test.setTimeout(240_000)
  const packed = spawnSync(process.execPath, [join(root, 'build/dist.mjs')], { cwd: root, encoding: 'utf8' })
  expect(packed.status, packed.stdout + packed.stderr).toBe(0)
  const folder = join(root, 'out/package')
  expect(readdirSync(folder).some((name) => name.endsWith('.deb'))).toBe(true)

  const work = mkdtempSync(join(tmpdir(), 'hukou-packed-'))
  const { reissuable, blankSerials, users } = readFixtures()
  const city = await startSampleCity({ data: join(work, 'city'), cityPackage })
  const packagedProgram = join(folder, 'linux-unpacked/hukou-desk')
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
  city.child.kill('SIGTERM')
  rmSync(work, { recursive: true, force: true })
})
