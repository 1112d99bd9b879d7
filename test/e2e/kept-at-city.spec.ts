import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSampleCity } from '../../build/sample-city.mjs'
import { verdictsPath } from '../../shared/sync/answer-later.ts'
import { makeOriginal, makeStation } from '../builders/reissues.ts'
import { Clerk } from '../walk-in/clerk.ts'
import { readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { launchDesk } from './desk.ts'
import { startFailingLine } from './failing-line.ts'
import { allAnswered, noCity, type SampleDesk } from './sample-desk.ts'
import { filedOf, writeSmallStation, type SmallStation } from './small-station.ts'

const pictures = 'out/kept-at-city'
const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-kept-'))
let small: SmallStation
let open: SampleDesk
let city: Awaited<ReturnType<typeof startSampleCity>>

test.describe.configure({ mode: 'serial' })

async function start(address: string): Promise<void> {
  const desk = await launchDesk({
    dataFolder: join(folder, 'desk'),
    package: small.stationPackage,
    city: address,
  })
  open = { desk, page: desk.page, clerk: new Clerk(desk.page) }
  await open.page.getByRole('form', { name: '登录' }).waitFor({ timeout: 60_000 })
  await open.clerk.signIn(users.officer.name)
}

/** The step that was sent stands among what has no verdict, as kept; so do the counts. */
async function seeThatItIsKept(picture: string): Promise<void> {
  await open.page.keyboard.press('Alt+5')
  await expect(open.page.getByText('（其中 1 步市局已收存，正在等审核结果）')).toBeVisible()
  await expect(open.page.getByRole('cell', { name: '市局已收存，待审' })).toBeVisible()
  await open.page.screenshot({ path: join(pictures, picture), fullPage: true })
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  small = await writeSmallStation(folder, makeStation(739), 4)
  city = await startSampleCity({
    data: join(folder, 'city'),
    cityPackage: small.cityPackage,
    // The failing line reads and drops messages, which TLS would not let it.
    plain: true,
    // So busy that it keeps everything first.
    atOnce: 0,
  })
  await start(noCity)
})

test.afterAll(async () => {
  await open.desk.close()
  await city.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a step that a busy city keeps is said to be safe there, and not yet judged', async () => {
  await open.clerk.openNewMatter('补发')
  await open.clerk.pickOriginal(makeOriginal(small.station, 0).serial.digits)
  await open.clerk.fillLossByHolder()
  await open.clerk.submit()
  await open.desk.kill9()
  const line = await startFailingLine(city.address, 'swallow', {
    method: 'POST',
    path: new RegExp(verdictsPath),
  })
  await start(line.address)
  await line.workArrived
  await seeThatItIsKept('kept.png')
  await open.desk.kill9()
  line.close()
})

test('it is still so after a power cut, without any line', async () => {
  await start(noCity)
  await seeThatItIsKept('kept-without-a-line.png')
  await open.desk.kill9()
})

test('when the line is back its receipt comes, and the city has it once', async () => {
  await start(city.address)
  await open.page.locator(allAnswered).waitFor({ timeout: 60_000 })
  await open.page.keyboard.press('Alt+5')
  await expect(open.page.getByText('市局已收存')).toHaveCount(0)
  const filed = await filedOf(city.address, small.station)
  expect(filed.map(({ action }) => action.step)).toEqual(['accept', 'cityAnswer'])
})
