import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSampleCity } from '../../build/sample-city.mjs'
import { cityPackage, readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { holdTable } from './hold-table.ts'
import { blankCountIn, dumpDatabase, findCaseIn, sheetStateIn, stepsIn } from './database-dump.ts'
import {
  expectCaseStatus,
  formAsShown,
  freePort,
  openOnlyDraft,
  openSampleDesk,
  type SampleDesk,
} from './sample-desk.ts'

const fixtures = readFixtures()
const { users, blankPrintYear } = fixtures
const [first = '', second = '', third = '', fourth = '', fifth = ''] = fixtures.blankSerials
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-faults-'))
const dataFolder = join(folder, 'desk')
let cityPort: number
let open: SampleDesk

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  cityPort = await freePort()
  open = await openSampleDesk(dataFolder, `https://127.0.0.1:${cityPort}`)
  await open.clerk.signIn(users.officer.name)
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const sheetOf = (digits: string) => `certificate:蒙${blankPrintYear}-${digits}`

async function changeTo({ name }: { readonly name: string }): Promise<void> {
  await open.clerk.leave()
  await open.clerk.signIn(name)
}

/** A reissue for a holder who comes in person while the line is down, up to its last field. */
async function fillReissue(certificate: { readonly serialDigits: string }): Promise<void> {
  await open.clerk.openNewMatter('补发')
  await open.clerk.pickOriginal(certificate.serialDigits)
  await open.clerk.fillLossByHolder()
  await open.clerk.draftIsSaved()
}

/** Accepted by the officer, approved by the chief, open before the officer again. */
async function approvedReissue(certificate: { readonly serialDigits: string }): Promise<string> {
  await fillReissue(certificate)
  const number = await open.clerk.submit()
  await changeTo(users.chief)
  await open.clerk.openCase(number)
  await open.clerk.approve()
  await changeTo(users.officer)
  await open.clerk.openCase(number)
  return number
}

/** The text of a paper of the open case, read back from the file that the clerk kept. */
async function textOfPaper(name: string): Promise<string> {
  await open.clerk.showPaper(name)
  await open.clerk.savePaper()
  const exports = join(dataFolder, 'exports')
  const file = readdirSync(exports).find((each) => each.includes(name)) ?? ''
  return execFileSync('pdftotext', ['-layout', join(exports, file), '-'], { encoding: 'utf8' })
}

test.describe('typing what cannot be', () => {
  const inputs = [
    { label: '签发日期', wrong: '2026-2-30', says: '没有这一天' },
    { label: '有效期至', wrong: '2026-13-45', says: '没有 13 月' },
    { label: '第1人出生日期', wrong: '1990年2月31日', says: '没有这一天' },
    { label: '第1人公民身份号码', wrong: '150499199001010010', says: '校验位对不上' },
    { label: '申请人公民身份号码', wrong: '15049919900230', says: '应是 18 位' },
  ] as const

  test.beforeAll(async () => {
    await open.clerk.openNewMatter('持迁移证')
    await open.clerk.choose('applicantKind', '受托人')
  })

  for (const { label, wrong, says } of inputs) {
    test(`${wrong} as ${label} is told beside the field and stays as typed`, async () => {
      const input = open.page.getByLabel(label, { exact: true })
      await input.fill(wrong)
      await input.blur()
      await expect(input.locator('xpath=following::div[1]')).toContainText(says)
      await expect(input).toHaveValue(wrong)
    })
  }

  test('an unreadable certificate number is told in the judgement and stays as typed', async () => {
    await open.clerk.type('presentedSerial', '辽2026-12')
    await expect(open.page.locator('[data-rule="number-readable"]')).toContainText('编号认不出来')
    await expect(open.clerk.field('presentedSerial').locator('input')).toHaveValue('辽2026-12')
  })

  test('Alt and a digit, with the cursor in a choice, leads elsewhere and answers nothing', async () => {
    await open.clerk.choose('applicantKind', '受托人')
    await open.clerk.draftIsSaved()
    const before = await formAsShown(open.page)
    await openOnlyDraft(open)
    expect(await formAsShown(open.page)).toEqual(before)
  })

  test('all of it is still there, and still told, when the draft is opened again', async () => {
    await open.clerk.draftIsSaved()
    await open.page.keyboard.press('Alt+1')
    await open.page.getByRole('button', { name: '接着填' }).click()
    for (const { label, wrong } of inputs)
      await expect(open.page.getByLabel(label, { exact: true })).toHaveValue(wrong)
    await expect(open.page.locator('.problem')).toHaveCount(inputs.length)
    await expect(open.page.getByRole('button', { name: /受理并送审/ })).toBeDisabled()
    await open.page.keyboard.press('Alt+1')
    await open.page.getByRole('button', { name: '不要了' }).click()
  })
})

test.describe('asking at the wrong place or too late', () => {
  test('a certificate issued elsewhere leads to a slip that names the office which issues it', async () => {
    await fillReissue(fixtures.elsewhere)
    await expect(open.page.getByRole('button', { name: /受理并送审/ })).toBeDisabled()
    await open.page.getByRole('button', { name: '告知去处' }).click()
    await open.page.getByRole('button', { name: /确\s*定/ }).click()
    await expectCaseStatus(open.page, '已告知去处')
    expect((await textOfPaper('告知（转办）单')).replaceAll(/\s/g, '')).toContain(
      fixtures.elsewhere.issuerName,
    )
  })

  test('a certificate whose persons have landed is refused with the reason', async () => {
    await fillReissue(fixtures.landedKnown)
    await expect(open.page.locator('[data-rule="not-landed"]')).toContainText(/已在.+落户/)
    await expect(open.page.getByRole('button', { name: /受理并送审/ })).toBeDisabled()
    await open.page.getByRole('button', { name: '不予办理' }).click()
    await open.page.getByRole('button', { name: /确\s*定/ }).click()
    await expectCaseStatus(open.page, '不予办理')
    expect((await textOfPaper('不予')).replaceAll(/\s/g, '')).toMatch(/已在.+落户/)
  })
})

test.describe('deciding what is not yours to decide', () => {
  test('a chief cannot approve a case that they accepted', async () => {
    await changeTo(users.chief)
    await fillReissue(fixtures.expired)
    const number = await open.clerk.submit()
    await open.page.getByRole('checkbox', { name: /还没有答复/ }).check()
    await open.page.getByRole('button', { name: /^批\s*准$/ }).click()
    await expect(open.page.getByRole('alert')).toContainText('本案由您经办过')
    const after = await dumpDatabase(open.page)
    expect(stepsIn(after, number)).toEqual(['accept'])
    expect(findCaseIn(after, number)?.status).toBe('awaiting-approval')
    await changeTo(users.auxiliary)
    await open.clerk.openCase(number)
    await expect(open.page.getByText(/等所长办理/)).toBeVisible()
    await expect(open.page.getByRole('button', { name: /^批\s*准$/ })).toHaveCount(0)
    await changeTo(users.officer)
  })
})

test.describe('paper, numbers and the printer', () => {
  const asked = () => open.page.getByLabel('纸上印的编号（八位）')
  let number = ''

  /** Nothing was recorded: the reason stands there and the typed number too. */
  async function expectRefusedSerial(digits: string, reason: RegExp): Promise<void> {
    const before = stepsIn(await dumpDatabase(open.page), number)
    await open.clerk.print(digits)
    await expect(open.page.getByRole('alert').filter({ hasText: reason })).toBeVisible()
    await expect(asked()).toHaveValue(digits)
    expect(stepsIn(await dumpDatabase(open.page), number)).toEqual(before)
  }

  async function printAndAnswer(digits: string, words: string): Promise<void> {
    await open.clerk.print(digits)
    await open.clerk.waitForQuestion()
    await open.page.locator('.answers').getByRole('button', { name: words }).click()
  }

  test('a serial that was used before is refused, and so is one that is not ours', async () => {
    number = await approvedReissue(fixtures.familyOfFour)
    await expectRefusedSerial(fixtures.familyOfFour.serialDigits, /已经签发过/)
    await expectRefusedSerial('99999999', /不在本所领用的空白证件里/)
    await expectRefusedSerial(fixtures.elsewhere.serialDigits, /不在本所领用的空白证件里/)
  })

  test('no number is printed on before the blanks are counted: the button waits and the hand is told so', async () => {
    const release = await holdTable(open.page, 'leases')
    await open.clerk.openCase(number)
    const print = open.page.getByRole('button', { name: /打印证件/ })
    await asked().fill('99999999')
    await expect(open.page.getByText('正在清点本机的空白证件')).toBeVisible()
    await expect(print).toBeDisabled()
    await release()
    await print.click()
    await expect(open.page.getByRole('alert').filter({ hasText: '不在本所领用的空白证件里' })).toBeVisible()
  })

  test('a printer without paper is told, the sheet stays in question and goes back to the blanks by the answer', async () => {
    const printed = join(dataFolder, 'printed')
    mkdirSync(printed, { recursive: true })
    writeFileSync(join(printed, 'OUT-OF-PAPER'), '')
    const blanks = blankCountIn(await dumpDatabase(open.page))
    await open.clerk.print(first)
    await expect(open.page.getByRole('alert').filter({ hasText: '缺纸' })).toBeVisible()
    await open.clerk.waitForQuestion()
    expect(sheetStateIn(await dumpDatabase(open.page), sheetOf(first))).toBe('printing')
    await open.page.locator('.answers').getByRole('button', { name: '没有出纸' }).click()
    await expectCaseStatus(open.page, '已批准')
    const after = await dumpDatabase(open.page)
    expect(sheetStateIn(after, sheetOf(first))).toBe('blank')
    expect(blankCountIn(after)).toBe(blanks)
    rmSync(join(printed, 'OUT-OF-PAPER'))
  })

  test('a jam spoils the serial for good', async () => {
    await printAndAnswer(first, '卡纸或者废张')
    await expectCaseStatus(open.page, '已批准')
    expect(sheetStateIn(await dumpDatabase(open.page), sheetOf(first))).toBe('spoiled')
    await expectRefusedSerial(first, /已经作为废张登记/)
  })

  test('another number on the paper than the one typed spoils the sheet that came out', async () => {
    await printAndAnswer(second, '编号不符')
    const actual = open.page.getByLabel('实际印出的那张纸的编号')
    await actual.fill(second)
    await open.page.getByRole('button', { name: /确\s*定/ }).click()
    await expect(
      open.page.getByRole('alert').filter({ hasText: '不是本所另一张没有用过的空白证件' }),
    ).toBeVisible()
    await expect(actual).toHaveValue(second)
    await actual.fill(third)
    await open.page.getByRole('button', { name: /确\s*定/ }).click()
    await expectCaseStatus(open.page, '已批准')
    const after = await dumpDatabase(open.page)
    expect(sheetStateIn(after, sheetOf(second))).toBe('blank')
    expect(sheetStateIn(after, sheetOf(third))).toBe('spoiled')
  })

  test('the next print takes another sheet, and both spoiled ones stay in the case', async () => {
    await printAndAnswer(fourth, '出纸正常')
    await expectCaseStatus(open.page, '已签发')
    const after = await dumpDatabase(open.page)
    expect(findCaseIn(after, number)?.sheets.filter(({ outcome }) => outcome === 'spoiled')).toHaveLength(2)
    expect(sheetStateIn(after, sheetOf(fourth))).toBe('issued')
    expect(sheetStateIn(after, fixtures.familyOfFour.key)).toBe('void')
  })
})

test.describe('the city knows better', () => {
  let city: Awaited<ReturnType<typeof startSampleCity>> | undefined

  test.afterAll(async () => {
    await city?.close()
  })

  test('persons who had landed show a conflict once the line is back, and the chief settles it', async () => {
    const { page, clerk } = open
    const number = await approvedReissue(fixtures.landedAtCityOnly)
    await clerk.print(fifth)
    await clerk.waitForQuestion()
    await clerk.answer('出纸正常')
    await expect(page.getByText('有冲突')).toHaveCount(0)
    city = await startSampleCity({ data: join(folder, 'city'), cityPackage, port: cityPort })
    await expect(page.getByText(/市局答复：证上人员已经落户：.+/)).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('请所长处理。')).toBeVisible()
    await changeTo(users.chief)
    await clerk.openCase(number)
    await page.getByLabel('理由').fill('电话核实，已在迁入地落户，新证收回')
    await page.getByRole('button', { name: '收回新证，作废' }).click()
    await expectCaseStatus(page, '不予办理')
    await expect(page.getByText('市局的答复与本案有冲突')).toHaveCount(0)
    const after = await dumpDatabase(page)
    expect(sheetStateIn(after, sheetOf(fifth))).toBe('void')
    expect(findCaseIn(after, number)?.sheets).toEqual([{ key: sheetOf(fifth), outcome: 'withdrawn' }])
    await page.locator('[data-step="settleConflict"][data-delivery="received"]').waitFor({ timeout: 30_000 })
  })
})
