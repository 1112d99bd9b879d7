import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { regionName } from '../../shared/codes/gbt2260-region.ts'
import { readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { users } = readFixtures()
const county = { name: '旗县样' }
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-matters-'))
const pictures = 'out/matters'
let open: SampleDesk

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  open = await openSampleDesk(join(folder, 'desk'))
  await open.clerk.signIn(users.officer.name)
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

async function changeTo({ name }: { readonly name: string }): Promise<void> {
  await open.clerk.leave()
  await open.clerk.signIn(name)
}

const look = (name: string) => open.page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })

test('a residence permit is applied for, decided by station and county, issued and handed over offline', async () => {
  const { clerk, page } = open
  const here = must(regionName('150430'))
  await clerk.openNewMatter('居住证申领')
  await clerk.type('personName', '样外来')
  await clerk.choose('nationality', '内地居民')
  await clerk.type('citizenId', '150499199001010014')
  await clerk.takeCode('sex', '男')
  await clerk.type('birthDate', '1990-01-01')
  await clerk.takeCode('ethnicGroup', '汉')
  await clerk.takePlace('hukouPlace', '宁城县', '样例镇样例村')
  await clerk.takePlace('residencePlace', here.slice(-3), '新惠镇样例街3号')
  await clerk.type('residesSince', '2020-01-01')
  await clerk.choose('ground', '合法稳定就业')
  await clerk.choose('groundProof', '共享数据已查到')
  await clerk.choose('applicantKind', '本人')
  await clerk.choose('identityChecked', '是')
  await clerk.draftIsSaved()
  await look('residence-permit-1-form')
  const number = await clerk.submit()
  await changeTo(users.chief)
  await clerk.openCase(number)
  await clerk.approve()
  await changeTo(county)
  await clerk.openCase(number)
  await look('residence-permit-2-county')
  await clerk.approveAbove('旗县区批准', 'approveCounty')
  await changeTo(users.officer)
  await clerk.openCase(number)
  await clerk.type('permitNumber', '150430-2026-00001')
  await look('residence-permit-3-issue')
  await page.getByRole('button', { name: '登记发证' }).click()
  await page.locator('[data-step="issue"]').waitFor()
  await clerk.handOver('样外来')
  await expect(page.getByText('已办结').first()).toBeVisible()
  await look('residence-permit-4-closed')
})

test('the holder of that permit moves inside the banner: one change, no new permit', async () => {
  const { clerk, page } = open
  const here = must(regionName('150430'))
  await clerk.openNewMatter('居住证签注')
  await clerk.choose('service', '住址变更')
  await clerk.type('permit', '150430-2026-00001')
  await clerk.field('permit').locator('tbody tr.ant-table-row').first().waitFor()
  await clerk.field('permit').locator('input').press('Enter')
  await clerk.takePlace('newResidence', here.slice(-3), '新惠镇样例街7号')
  await clerk.choose('applicantKind', '本人')
  await clerk.choose('identityChecked', '是')
  await clerk.draftIsSaved()
  const number = await clerk.submit()
  await changeTo(users.chief)
  await clerk.openCase(number)
  await clerk.approve()
  await changeTo(users.officer)
  await clerk.openCase(number)
  await page.getByRole('button', { name: '登记办理' }).click()
  await page.locator('[data-step="carryOut"]').waitFor()
  await expect(page.getByText('已办结').first()).toBeVisible()
  await clerk.showPaper('居住证登记及签注记录')
  await look('residence-permit-5-record')
})

test('a settlement shows each ground beside the form while it is typed', async () => {
  const { clerk, page } = open
  await clerk.openNewMatter('城镇落户')
  await clerk.choose('inRegister', '否')
  await clerk.choose('purchase', '购买')
  await clerk.choose('ownName', '是')
  await clerk.choose('titleSeen', '是')
  await expect(page.locator('[data-rule="ground-purchase"][data-verdict="met"]')).toBeVisible()
  await clerk.choose('joinsKin', '否')
  await expect(page.locator('[data-rule="ground-joining-kin"][data-verdict="unmet"]')).toBeVisible()
  await look('settlement-1-grounds')
})

test('a restoration asks the police for the check and offers to ask the resident once', async () => {
  const { clerk, page } = open
  await clerk.openNewMatter('恢复户口')
  await clerk.choose('cancelledAt', '本所')
  await clerk.choose('cause', '参军')
  await expect(page.locator('[data-rule="cause-leads-here"][data-verdict="unmet"]')).toBeVisible()
  await expect(page.getByRole('button', { name: /告知/ }).first()).toBeVisible()
  await look('restoration-1-route')
})

function must(name: string | undefined): string {
  if (name === undefined) throw new Error('the county has no name')
  return name
}
