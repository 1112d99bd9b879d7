import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSampleCity } from '../../build/sample-city.mjs'
import { verifyTrail } from '../../shared/trail/trail-chain.ts'
import { codeOnSheet } from '../walk-in/code-on-sheet.ts'
import { cityPackage, readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { freePort, openSampleDesk, type SampleDesk } from './sample-desk.ts'

/** The station's whole day on the national algorithms: SM4 for what rests, SM2 on the certificate, SM3 in the trail. */
const { familyOfFour, users, blankSerials } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-national-'))
const dataFolder = join(folder, 'desk')
const pictures = 'out/national'
const national = ['--algorithms=sm4-gcm']
let address = ''
let open: SampleDesk
let city: Awaited<ReturnType<typeof startSampleCity>> | undefined
let code = ''
let number = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  address = `https://127.0.0.1:${await freePort()}`
  open = await openSampleDesk(dataFolder, address, national)
})

test.afterAll(async () => {
  await open.desk.close()
  await city?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a certificate is taken in, decided and printed, and bears an SM2 signature that verifies without a line', async () => {
  const { clerk, page } = open
  await clerk.signIn(users.officer.name)
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  number = await clerk.submit()
  await clerk.leave()
  await clerk.signIn(users.chief.name)
  await clerk.openCase(number)
  await clerk.approve()
  await clerk.leave()
  await clerk.signIn(users.officer.name)
  await clerk.openCase(number)
  await clerk.print(blankSerials[0]?.slice(-8) ?? '')
  await clerk.waitForQuestion()
  await clerk.answer('出纸正常')
  code = codeOnSheet(join(dataFolder, 'printed'), pictures)
  await page.keyboard.press('F7')
  await page.getByRole('textbox').first().fill(code)
  await expect(page.locator('[data-verdict="valid"]')).toBeVisible()
  await page.screenshot({ path: `${pictures}/valid.png` })
})

test('what rests is sealed by SM4, and what was killed in the middle opens again whole', async () => {
  expect(JSON.parse(readFileSync(join(dataFolder, 'keyring.json'), 'utf8'))).toMatchObject({
    suite: 'sm4-gcm',
  })
  await open.clerk.leave()
  await open.clerk.signIn(users.officer.name)
  await open.clerk.openNewMatter('补发')
  await open.clerk.choose('lossKind', '遗失')
  await open.clerk.type('lossStatement', '断电前打的字')
  await open.clerk.draftIsSaved()
  await open.desk.kill9()
  open = await openSampleDesk(dataFolder, address, national)
  await open.clerk.signIn(users.officer.name)
  await open.page.getByRole('button', { name: '接着填' }).click()
  await expect(open.clerk.field('lossStatement').locator('textarea').first()).toHaveValue('断电前打的字')
})

test('the city certifies the SM2 key and files the case, and the trail holds by SM3', async () => {
  const { clerk, page } = open
  city = await startSampleCity({
    data: join(folder, 'city'),
    cityPackage,
    port: Number(new URL(address).port),
  })
  await page.locator('[data-line="up"]').waitFor({ timeout: 60_000 })
  await clerk.openCase(number)
  await expect
    .poll(async () => new Set(await clerk.deliveries()), { timeout: 60_000 })
    .toEqual(new Set(['received']))
  const trail = () => readFileSync(join(dataFolder, 'trail/trail.jsonl'), 'utf8').trimEnd().split('\n')
  await expect.poll(() => trail().some((line) => line.includes('"anchored"'))).toBe(true)
  expect(verifyTrail(trail())).toMatchObject({ whole: true })
  await page.keyboard.press('F7')
  await page.getByRole('textbox').first().fill(code)
  await expect(page.locator('[data-verdict="valid"]')).toBeVisible()
  await page.keyboard.press('Alt+7')
  await expect(page.getByText('国密 SM4-GCM、SM2、SM3')).toBeVisible()
  await page.screenshot({ path: `${pictures}/settings.png` })
})
