import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startSampleCity } from '../../build/sample-city.mjs'
import { cityPackage, readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { cityHolds } from './city-holds.ts'
import { allAnswered, type SampleDesk } from './sample-desk.ts'
import { openTwoSampleDesks } from './two-sample-desks.ts'

const { users, blankSerials, familyOfFour, reissuable } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-leases-'))
const pictures = 'out/leases'
let one: SampleDesk
let other: SampleDesk
let port: number
let city: Awaited<ReturnType<typeof startSampleCity>> | undefined
/** The first sheet of the block that the other machine was lent. */
let lent = ''

test.describe.configure({ mode: 'serial' })

const sees = expect.configure({ timeout: 90_000 })

test.beforeAll(async () => {
  test.setTimeout(400_000)
  mkdirSync(pictures, { recursive: true })
  ;({ one, other, port } = await openTwoSampleDesks(folder))
})

test.afterAll(async () => {
  await one.desk.close()
  await other.desk.close()
  await city?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function showStock({ page }: SampleDesk): Promise<void> {
  await page.keyboard.press('Alt+4')
  await page.getByRole('tab', { name: '空白证件' }).click()
  await page.locator('[data-leases]').waitFor()
}

const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })

const deviceOf = ({ page }: SampleDesk) =>
  page.evaluate(async () => {
    const answer = (await window.station?.call('station.profile', {})) as { value: { device: string } }
    return answer.value.device
  })

/** A reissue up to the chief's word, and the clerk before the printer. */
async function approvedReissue({ clerk, page }: SampleDesk, holder: string): Promise<string> {
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(holder)
  await clerk.fillLossByHolder()
  await clerk.draftIsSaved()
  const number = await clerk.submit()
  await clerk.leave()
  await clerk.signIn(users.chief.name)
  await clerk.openCase(number)
  await clerk.approve()
  await clerk.leave()
  await clerk.signIn(users.officer.name)
  await clerk.openCase(number)
  await page.getByLabel('纸上印的编号（八位）').waitFor()
  return number
}

test('set up from one package and without a line, one machine holds its blocks, the other none and is told what to do', async () => {
  test.setTimeout(400_000)
  await one.clerk.signIn(users.officer.name)
  await other.clerk.signIn(users.officer.name)
  await showStock(one)
  await sees(one.page.locator('[data-leases="2"]')).toContainText(blankSerials[0] ?? '')
  await sees(one.page.locator('[data-leases="2"]')).toContainText('个工作日')
  await picture(one.page, 'own-blocks')
  await showStock(other)
  await sees(other.page.locator('[data-leases="0"]')).toContainText('本机还没有号段')
  await sees(other.page.locator('[data-leases="0"]')).toContainText('和市局连通一次')
  await sees(other.page.locator('.strip [data-blanks="0"]')).toBeVisible()
  await picture(other.page, 'no-block-yet')
})

test('the other machine speaks to the city first and is lent other numbers by itself, and tells for how long', async () => {
  test.setTimeout(400_000)
  await one.page.keyboard.press('Alt+5')
  await one.page.getByRole('button', { name: '暂停联网（演练）' }).click()
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage, port })
  const block = other.page.locator('[data-leases] .number-range').first()
  await sees(block).toContainText(/\d{8}/)
  lent = /\d{8}/.exec((await block.textContent()) ?? '')?.[0] ?? ''
  expect(lent).not.toBe('')
  expect(Number(lent)).toBeGreaterThan(Number(blankSerials.at(-1)))
  await picture(other.page, 'lent-by-the-city')
  await city?.close()
  await sees(other.page.locator('[data-line="down"]')).toBeVisible()
  await one.page.getByRole('button', { name: '恢复联网' }).click()
})

test('no line again: each prints from its own block, and not from the other’s', async () => {
  test.setTimeout(590_000)
  await approvedReissue(one, familyOfFour.holderCitizenId)
  await one.clerk.print(blankSerials[0] ?? '')
  await one.clerk.waitForQuestion()
  await one.clerk.answer('出纸正常')
  await approvedReissue(other, reissuable.holderCitizenId)
  await other.clerk.print(blankSerials[1] ?? '')
  await sees(other.page.getByText(/底册里没有指定给哪台机器|另一台机器/).first()).toBeVisible()
  await picture(other.page, 'not-my-sheet')
  await other.clerk.print(lent)
  await other.clerk.waitForQuestion()
  await other.clerk.answer('出纸正常')
})

test('the line returns: nothing is refused, no sheet was used twice', async () => {
  test.setTimeout(400_000)
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage, port })
  for (const { page } of [one, other]) {
    await page.keyboard.press('Alt+5')
    await page.getByRole('button', { name: '现在就发送' }).click()
    await sees(page.locator(allAnswered)).toBeVisible()
    // The three that the sample's package came with, and no other.
    await sees(page.locator('.conscience .alarm').filter({ hasText: '市局退回' })).toHaveText(/ 3$/)
  }
  const filed = (await cityHolds(`https://127.0.0.1:${port}`)).map(({ action }) => action)
  const machines = await Promise.all([one, other].map(deviceOf))
  const prints = filed.filter(({ step, device }) => step === 'print' && machines.includes(device))
  expect(new Set(prints.map(({ device }) => device))).toEqual(new Set(machines))
  const serials = prints.map(({ facts }) => (facts['serial'] as { digits: string }).digits)
  expect(serials).toEqual(expect.arrayContaining([blankSerials[0], lent]))
  expect(new Set(serials).size).toBe(serials.length)
})

test('a desk that is to be ready for a longer outage says when its sheets are too few', async () => {
  test.setTimeout(400_000)
  await showStock(one)
  await one.page.getByLabel('要备够断网几天用的').fill('120')
  await one.page.getByLabel('要备够断网几天用的').press('Enter')
  await sees(one.page.getByText(/少于要备的 120 天/)).toBeVisible()
  await sees(one.page.locator('.strip').getByText(/只够约 \d+ 天/)).toBeVisible()
  await picture(one.page, 'too-few')
})

test('a machine that is closed down gives its blocks back, and hears that the city has them', async () => {
  test.setTimeout(400_000)
  const { page, clerk } = other
  await clerk.leave()
  await clerk.signIn(users.administrator.name)
  await page.keyboard.press('Alt+7')
  const card = page.locator('[data-closed-down]')
  await card.scrollIntoViewIfNeeded()
  await picture(page, 'close-down')
  await card.getByRole('button', { name: '退回全部号段，停用本机' }).click()
  await sees(card).toContainText('号段已经全部退回')
  await picture(page, 'closed-down')
  await one.page.getByRole('button', { name: '再领一段' }).click()
  await sees(one.page.locator('[data-leases]')).toContainText(lent)
  await picture(one.page, 'taken-over')
})
