import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { must } from '../../shared/base/must.ts'
import { lateRegistration } from '../../shared/cases/case-types.ts'
import { pickHousehold, pickResident } from '../../shared/cases/picked.ts'
import { FormFiller } from '../walk-in/form-filler.ts'
import { readFixtures, readStationPackage } from '../walk-in/sample.ts'
import { dumpDatabase } from './database-dump.ts'
import { expect, test } from './desk-test.ts'
import { openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { users } = readFixtures()
const { records } = await readStationPackage()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-unsaved-'))
const dataFolder = join(folder, 'desk')
const pictures = 'out/e2e-pictures'
const account = '样邻甲说：他小时候就住在村东头，没有上过户口。'
let open: SampleDesk
/** Acceptance number of the case that is looked into. */
let number = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  open = await openSampleDesk(dataFolder)
  await open.clerk.signIn(users.officer.name)
  number = await acceptLateRegistration()
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Somebody who was never registered, with a host of the sample: accepted, and still to be looked into. */
async function acceptLateRegistration(): Promise<string> {
  const { clerk, page } = open
  const host = must(
    records.flatMap((each) =>
      each.kind === 'person' && each.relationToHead === '02' && each.status === 'registered' ? [each] : [],
    )[0],
    'the sample has a head of a household',
  )
  const household = must(
    records.flatMap((each) =>
      each.kind === 'household' && each.number === host.householdNumber ? [each] : [],
    )[0],
    'the host has a household',
  )
  const example = must(lateRegistration.examples[0], 'a late registration has an example')
  const facts = { ...example.facts, host: pickResident(host), household: pickHousehold(household) }
  const order = lateRegistration.form.flatMap(({ fields }) => fields)
  await clerk.openNewMatter(lateRegistration.name)
  await new FormFiller(page).fill(lateRegistration.fields, order, facts)
  return clerk.submit()
}

const form = () => open.page.getByRole('form', { name: '调查核实' })
const told = () => form().getByLabel('说了什么')
const day = () => form().getByLabel('日期', { exact: true })
const dna = () => form().locator('[data-field="traffickingCheck"] .ant-radio-button-wrapper-checked')
const reason = () => open.page.getByLabel('申请人撤回的理由')
const unsaved = () => open.page.locator('.ant-card').filter({ hasText: /^填了还没有保存的案件/ })
const save = () => open.page.getByRole('button', { name: '保存核查结果' })
/** A picture of the screen with this part of it in view. */
async function look(name: string, at: Locator): Promise<void> {
  await at.scrollIntoViewIfNeeded()
  await open.page.screenshot({ path: `${pictures}/unsaved-${name}.png` })
}

async function changeTo({ name }: { readonly name: string }): Promise<void> {
  await open.clerk.leave()
  await open.clerk.signIn(name)
}

async function expectAllThere(): Promise<void> {
  await expect(told()).toHaveValue(account)
  await expect(day()).toHaveValue('2026-2-')
  await expect(dna()).toContainText('已采血')
}

async function draftsInDatabase(): Promise<number> {
  return Object.keys((await dumpDatabase(open.page))['drafts'] ?? {}).length
}

test('an interview that is being typed stays when a scan is added to the case', async () => {
  const { page } = open
  await form().getByRole('button', { name: '添加走访笔录' }).click()
  await told().fill(account)
  await day().fill('2026-2-')
  await open.clerk.choose('traffickingCheck', '已采血')
  await page.getByLabel('交代的话').fill('笔录还差一份')
  await page.getByRole('tab', { name: /^材料/ }).click()
  const scan = { name: '笔录.png', mimeType: 'image/png', buffer: await page.screenshot() }
  await page.locator('.scans input[type=file]').first().setInputFiles(scan)
  await page.getByRole('tab', { name: '办理记录' }).click()
  await page.locator('[data-step="attach"]').waitFor()
  await expectAllThere()
  await expect(page.getByLabel('交代的话')).toHaveValue('笔录还差一份')
})

test('it is there when the clerk comes back by the workbench, which lists the case and no draft of a matter', async () => {
  const { page } = open
  await page.keyboard.press('Alt+1')
  await expect(unsaved().getByRole('cell', { name: number })).toBeVisible()
  await expect(page.getByRole('button', { name: '接着填' })).toHaveCount(0)
  await look('workbench', unsaved())
  await unsaved().getByRole('cell', { name: number }).click()
  await expectAllThere()
})

test('it is there after the desk was locked in the middle of a word', async () => {
  await told().fill(`${account.slice(0, -1)}，`)
  await told().fill(account)
  await changeTo(users.officer)
  await open.clerk.openCase(number)
  await expectAllThere()
  await look('typed', told())
})

test('another clerk sees nothing of it, and finds something out beside', async () => {
  const { page, clerk } = open
  await changeTo(users.otherOfficer)
  await page.getByText(/^最近办理/).waitFor()
  await expect(unsaved()).toHaveCount(0)
  await clerk.openCase(number)
  await expect(dna()).toContainText('没有命中')
  await expect(told()).toHaveCount(0)
  await clerk.choose('traffickingCheck', '没有线路')
  await save().click()
  await page.locator('[data-step="investigate"]').waitFor()
  await expect(dna()).toContainText('没有线路')
  expect(await draftsInDatabase()).toBe(1)
})

test('a field that was changed meanwhile is told with who and what, and nothing is saved before it is decided', async () => {
  const { page, clerk } = open
  await changeTo(users.officer)
  await clerk.openCase(number)
  await expectAllThere()
  const changed = form().locator('[data-changed="traffickingCheck"]')
  await expect(changed).toContainText(users.otherOfficer.name)
  await expect(changed).toContainText('没有线路，还没有送检')
  await save().click()
  await expect(page.getByRole('alert').filter({ hasText: '“打拐 DNA 库比对”别人改过' })).toBeVisible()
  await look('changed', changed)
  await look('changed-told', save())
  await expect(page.locator('[data-step="investigate"]')).toHaveCount(1)
  await changed.getByRole('button', { name: '保留我填的' }).click()
  await expect(changed).toHaveCount(0)
  await expectAllThere()
})

test('it is there after the power failed, with the reason that was being typed below', async () => {
  await reason().fill('申请人打电话说不办了')
  await day().fill('2026-2-3')
  await day().fill('2026-2-')
  await expect(open.page.locator('[data-draft-state="saved"]')).toHaveCount(2)
  await open.desk.kill9()
  open = await openSampleDesk(dataFolder)
  await open.clerk.signIn(users.officer.name)
  await open.clerk.openCase(number)
  await expectAllThere()
  await expect(reason()).toHaveValue('申请人打电话说不办了')
})

test('half a date is not dropped by saving; once it is one, the case has everything and no draft is left', async () => {
  const { page } = open
  await reason().fill('')
  await save().click()
  await expect(page.getByRole('alert').filter({ hasText: '“走访笔录”里有还认不出来的内容' })).toBeVisible()
  await look('half-typed', save())
  await day().fill('2026-2-3')
  await save().click()
  await expect(page.locator('[data-step="investigate"]')).toHaveCount(2)
  await expect(page.getByText(account).last()).toBeVisible()
  await expect(day()).toHaveValue('2026-02-03')
  await expect(dna()).toContainText('已采血')
  await look('saved', save())
  await expect.poll(draftsInDatabase).toBe(0)
  await page.keyboard.press('Alt+1')
  await page.getByText(/^最近办理/).waitFor()
  await expect(unsaved()).toHaveCount(0)
})

test('what was typed for an act that the case takes no more is shown to its clerk, who may let it go', async () => {
  const { page, clerk } = open
  await clerk.openCase(number)
  await told().fill(`${account}又说：他母亲走得早。`)
  await reason().fill('申请人打电话说不办了')
  await page.getByRole('button', { name: '申请人撤回', exact: true }).click()
  await page.locator('[data-step="withdraw"]').waitFor()
  const left = page.locator('[data-left-over="investigate"]')
  await expect(left).toContainText('他母亲走得早')
  await expect(page.locator('[data-left-over="withdraw"]')).toHaveCount(0)
  await look('left-over', left)
  await page.keyboard.press('Alt+1')
  await unsaved().getByRole('cell', { name: number }).click()
  await left.getByRole('button', { name: '不要了' }).click()
  await expect(left).toHaveCount(0)
  await expect.poll(draftsInDatabase).toBe(0)
})
