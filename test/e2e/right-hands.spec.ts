import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { must } from '../../shared/base/must.ts'
import type { ChannelName } from '../../shared/ipc/channel-names.ts'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import { practiceCost } from '../../shared/seal/passphrase-key.ts'
import { sealPackage } from '../../shared/sync/package-file.ts'
import { verifyTrail } from '../../shared/trail/trail-chain.ts'
import { readFixtures, readStationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { launchDesk, type LaunchedDesk } from './desk.ts'
import { openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { users, familyOfFour } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-hands-'))
const dataFolder = join(folder, 'desk')
const resident = must(
  (await readStationPackage()).records.flatMap((record) =>
    record.kind === 'person' && record.status === 'registered' ? [record] : [],
  )[25],
  'the sample station has people',
)
const pictures = 'out/right-hands'
let open: SampleDesk

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  open = await openSampleDesk(dataFolder)
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Answered {
  readonly ok: boolean
  readonly refusals?: readonly { readonly code: string }[]
}

function call(page: Page, channel: ChannelName, request: object): Promise<Answered> {
  return page.evaluate(([name, asked]) => window.station?.call(name, asked) as Promise<Answered>, [
    channel,
    request,
  ] as const)
}

function events(of = dataFolder): readonly { readonly what: string }[] {
  const lines = readFileSync(join(of, 'trail/trail.jsonl'), 'utf8').trimEnd().split('\n')
  expect(verifyTrail(lines)).toEqual(expect.objectContaining({ whole: true }))
  return lines.map((line) => (JSON.parse(line) as { event: { what: string } }).event)
}

test('before anybody has signed in the machine serves nothing that touches the data', async () => {
  const asked: readonly (readonly [ChannelName, object])[] = [
    ['journal.read', { after: 0, limit: 10 }],
    ['journal.append', { entries: [{ n: 1, body: 0 }] }],
    ['package.read', {}],
    ['line.exchange', { method: 'GET', path: '/v1/health' }],
    ['accounts.list', {}],
    ['accounts.stop', { userId: users.officer.id }],
  ]
  for (const [channel, request] of asked) {
    const answer = await call(open.page, channel, request)
    expect(answer.ok, channel).toBe(false)
  }
  // The one that is only held open has no tables.
  expect(await open.page.evaluate(() => indexedDB.databases())).toEqual([
    { name: 'hukou-desk-awake', version: 1 },
  ])
})

test('what was typed last before a switch of clerks is kept, and shown to its owner alone', async () => {
  test.setTimeout(150_000)
  const { clerk, page } = open
  await clerk.signIn(users.officer.name)
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.choose('lossKind', '遗失')
  await clerk.type('lossStatement', '换人前打的最后几个字')
  await clerk.leave()
  await page.screenshot({ path: `${pictures}/locked.png` })
  expect((await call(page, 'journal.read', { after: 0, limit: 1 })).ok).toBe(false)
  await clerk.signIn(users.auxiliary.name)
  await expect(page.getByRole('button', { name: '接着填' })).toHaveCount(0)
  await clerk.leave()
  await clerk.signIn(users.officer.name)
  await page.getByRole('button', { name: '接着填' }).click()
  await expect(clerk.field('lossStatement').locator('textarea').first()).toHaveValue('换人前打的最后几个字')
  expect(events().map(({ what }) => what)).toEqual(expect.arrayContaining(['signed-in', 'signed-out']))
})

test('looking somebody up asks what for, and the trail tells who was looked at without a name', async () => {
  const { clerk, page } = open
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+k')
  await expect(page.getByText('因为什么事查看居民信息？')).toBeVisible()
  await page.screenshot({ path: `${pictures}/what-for.png` })
  await clerk.sayWhatFor('群众咨询本人情况')
  await page.getByRole('textbox').first().fill(resident.citizenId)
  await expect
    .poll(() => events().findLast(({ what }) => what === 'searched'))
    .toMatchObject({
      userId: users.officer.id,
      reason: 'enquiry',
      hits: 1,
    })
  await page.keyboard.press('Enter')
  await expect(page.getByText(resident.name).first()).toBeVisible()
  await page.screenshot({ path: `${pictures}/looked-up.png` })
  await expect.poll(() => events().some(({ what }) => what === 'person-seen')).toBe(true)
  const seen = events().find(({ what }) => what === 'person-seen')
  expect(seen).toMatchObject({ userId: users.officer.id, reason: 'enquiry' })
  const text = readFileSync(join(dataFolder, 'trail/trail.jsonl'), 'utf8')
  expect(text).not.toContain(resident.name)
  expect(text).not.toContain(resident.citizenId)
})

test('a resident gets the own record on paper; who asked and why is on the trail first', async () => {
  const { page } = open
  await page.getByRole('button', { name: '本人信息记录' }).click()
  const choose = async (label: string, choice: string) => {
    await page.getByRole('combobox', { name: label }).click()
    await page.locator('.ant-select-item-option:visible').getByText(choice, { exact: true }).click()
  }
  await choose('谁来要', '本人')
  await choose('身份核对', '居民身份证')
  await choose('用途', '查阅、复制本人信息')
  await page.getByRole('button', { name: /制\s*单/ }).click()
  await page.locator('canvas[data-drawn]').first().waitFor()
  await page.screenshot({ path: `${pictures}/own-record.png` })
  expect(events().findLast(({ what }) => what === 'own-record-given')).toMatchObject({
    userId: users.officer.id,
    record: resident.key,
    request: { asker: 'self', identity: 'id-card', purpose: 'copy' },
  })
  await page.getByRole('button', { name: '存为文件' }).click()
  await expect(page.getByText(/已存为/)).toBeVisible()
  expect(events().at(-1)).toMatchObject({
    what: 'file-saved',
    about: { kind: 'own-record', record: resident.key },
  })
  const [file = ''] = readdirSync(join(dataFolder, 'exports')).filter((name) => name.includes('本人信息记录'))
  const printed = execFileSync('pdftotext', ['-raw', join(dataFolder, 'exports', file), '-'], {
    encoding: 'utf8',
  })
  expect(printed.replaceAll(/\s/g, '')).toContain(resident.citizenId)
  expect(printed).toContain('群众咨询本人情况')
})

test('a table leaves the program only with what it is for, and that is on the trail', async () => {
  const { page } = open
  await page.keyboard.press('Alt+8')
  await page.getByRole('button', { name: '导出统计表' }).click()
  await page.screenshot({ path: `${pictures}/export-reason.png` })
  await page.keyboard.press('Escape')
  await expect(page.getByText('没有选用途，没有导出。')).toBeVisible()
  await page.getByRole('button', { name: '导出统计表' }).click()
  await page.getByRole('button', { name: '报表、月报年报' }).click()
  await expect(page.getByText(/已存为 统计/)).toBeVisible()
  expect(events().at(-1)).toMatchObject({
    what: 'file-saved',
    kind: 'export',
    about: { kind: 'export', reason: 'periodic-report' },
  })
})

test('an auxiliary exports nothing, whatever the page asks', async () => {
  const { clerk, page } = open
  await clerk.leave()
  await clerk.signIn(users.auxiliary.name)
  const answer = await page.evaluate(
    () =>
      window.station?.call('files.save', {
        suggestedName: 'list.xlsx',
        bytes: new Uint8Array([1]),
        dialog: false,
        kind: 'export',
        about: { kind: 'export', reason: 'checking' },
      }) as Promise<Answered>,
  )
  expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'not-allowed' }] })
  expect(events().at(-1)).toMatchObject({ what: 'refused', userId: users.auxiliary.id, code: 'not-allowed' })
  expect((await call(page, 'accounts.list', {})).ok).toBe(false)
})

test('the administrator adds an account, its owner changes the first passphrase, and stopping it works at once', async () => {
  const { clerk, page } = open
  await clerk.leave()
  await clerk.signIn(users.administrator.name)
  await page.keyboard.press('Alt+7')
  await page.getByLabel('首次口令').fill('首次的口令Aa1')
  await page.getByLabel('姓名', { exact: true }).fill('新来样')
  await page.getByLabel('警号', { exact: true }).fill('990077')
  await page.getByRole('button', { name: /添\s*加/ }).click()
  await expect(page.getByText('已办好')).toBeVisible()
  await expect(page.getByRole('row', { name: /新来样/ })).toContainText('待本人换口令')
  await page.screenshot({ path: `${pictures}/accounts.png`, fullPage: true })
  await clerk.leave()
  await page.getByRole('combobox', { name: '您是' }).click()
  await page.locator('.ant-select-item-option', { hasText: '新来样' }).click()
  await page.getByLabel('口令', { exact: true }).fill('首次的口令Aa1')
  await page.getByRole('button', { name: /进\s*入/ }).click()
  await expect(page.getByRole('alert')).toContainText('请换成自己的')
  await page.getByLabel('新口令', { exact: true }).fill('自己的口令Bb2')
  await page.getByLabel('再输一遍新口令').fill('自己的口令Bb2')
  await page.screenshot({ path: `${pictures}/must-change.png` })
  await page.getByRole('button', { name: '换成新口令并进入' }).click()
  await page.getByRole('navigation').waitFor()
  await clerk.leave()
  await clerk.signIn(users.administrator.name)
  await page.keyboard.press('Alt+7')
  await page
    .getByRole('row', { name: /新来样/ })
    .getByRole('button', { name: /停\s*用/ })
    .click()
  await expect(page.getByRole('row', { name: /新来样/ })).toContainText('已停用')
  await clerk.leave()
  await page.getByRole('combobox', { name: '您是' }).click()
  await expect(page.locator('.ant-select-item-option', { hasText: users.officer.name })).toBeVisible()
  await expect(page.locator('.ant-select-item-option', { hasText: '新来样' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  const did = events().map(({ what }) => what)
  expect(did).toEqual(expect.arrayContaining(['account-added', 'passphrase-changed', 'account-stopped']))
})

test('the administrator sees how long everything is kept, and removes what is due with the passphrase and a reason', async () => {
  const { clerk, page } = open
  const exported = join(dataFolder, 'exports', 'last-winter.xlsx')
  writeFileSync(exported, 'x')
  utimesSync(exported, new Date('2026-01-01'), new Date('2026-01-01'))
  await clerk.signIn(users.administrator.name)
  await page.keyboard.press('Alt+7')
  await page.getByRole('button', { name: '保存期限' }).click()
  await expect(page.getByRole('row', { name: /^导出的文件/ })).toContainText('30 天')
  await expect(page.getByRole('row', { name: /人员、户的登记/ })).toContainText('永久，程序不清理')
  await page.screenshot({ path: `${pictures}/retention.png` })
  await page.getByRole('button', { name: '清理到期的导出的文件' }).click()
  await expect(page.getByText('导出的文件：清理前 3，清理后 2')).toBeVisible()
  expect(existsSync(exported)).toBe(false)
  expect(events().at(-1)).toMatchObject({ what: 'expired-removed', kind: 'exports', before: 3, after: 2 })
  await clerk.leave()
})

test('an idle desk locks itself, and approving asks for the passphrase again after a while', async () => {
  const { page, clerk } = open
  await page.clock.install()
  await page.reload()
  await clerk.signIn(users.officer.name)
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  const number = await clerk.submit()
  await page.clock.fastForward('11:00')
  await page.getByRole('form', { name: '登录' }).waitFor()
  await expect.poll(() => events().at(-1)).toMatchObject({ what: 'signed-out', why: 'idle' })
  await clerk.signIn(users.chief.name)
  await clerk.openCase(number)
  await page.clock.fastForward('09:30')
  await page.getByRole('checkbox', { name: /还没有答复/ }).check()
  await page.getByRole('button', { name: /^批\s*准$/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('请再输入一次口令')
  await page.screenshot({ path: `${pictures}/prove.png` })
  await dialog.getByLabel('请再输入一次口令').fill('不是这个口令')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('口令不对')
  await dialog.getByLabel('请再输入一次口令').fill(samplePassphrase)
  // Only the page's time was moved on: the machine signs nothing that is dated otherwise than now.
  await page.clock.setSystemTime(new Date())
  await page.keyboard.press('Enter')
  await expect(page.locator('.ant-card-extra').first()).toContainText('已批准')
})

test.describe('a working desk', () => {
  const workFolder = join(folder, 'working')
  const packagePath = join(folder, 'working.package')
  const openingCode = 'K7QM-3M2P'
  let desk: LaunchedDesk
  let recoveryCode = ''

  test.beforeAll(async () => {
    const content = { ...(await readStationPackage()), sample: false }
    const chance = { salt: new Uint8Array(16).fill(3), nonce: new Uint8Array(12).fill(5) }
    writeFileSync(
      packagePath,
      await sealPackage(gzipSync(JSON.stringify(content)), openingCode, practiceCost, chance),
    )
    desk = await launchDesk({ dataFolder: workFolder, package: packagePath, working: true })
  })

  test.afterAll(async () => {
    await desk.close()
  })

  test('starts with nobody, makes its administrator in one guided step, and prints the sheet for the safe', async () => {
    const { page } = desk
    await page.getByRole('form', { name: '第一次使用' }).waitFor()
    await page.screenshot({ path: `${pictures}/set-up-1.png` })
    await page.getByLabel('开启码').fill('wrong')
    await page.getByRole('button', { name: '查看底册' }).click()
    await expect(page.getByRole('alert')).toContainText('开启码不对')
    await page.getByLabel('开启码').fill(openingCode)
    await page.getByRole('button', { name: '查看底册' }).click()
    await page.getByLabel('站点管理员姓名').fill('首任管理样')
    await page.getByLabel('警号').fill('990100')
    await page.getByLabel('新口令', { exact: true }).fill('首任管理样的口令')
    await page.getByLabel('再输一遍新口令').fill('首任管理样的口令')
    await page.getByText('国密 SM4-GCM、SM2、SM3').click()
    await page.screenshot({ path: `${pictures}/set-up-2.png` })
    await page.getByRole('button', { name: '设置本机' }).click()
    await expect(page.getByRole('alert')).toContainText('口令里不要带自己的姓名')
    await page.getByLabel('新口令', { exact: true }).fill('守门的口令Dd4')
    await page.getByLabel('再输一遍新口令').fill('守门的口令Dd4')
    await page.getByRole('button', { name: '设置本机' }).click()
    recoveryCode = (await page.getByTestId('recovery-code').textContent()) ?? ''
    expect(recoveryCode).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    await page.screenshot({ path: `${pictures}/recovery-sheet.png` })
    await page.getByLabel('核对：请照纸上输入恢复码的最后四位').fill(recoveryCode.slice(-4))
    await page.getByRole('button', { name: '已放好，继续' }).click()
    await page.getByRole('navigation').waitFor({ timeout: 60_000 })
    const text = readFileSync(join(workFolder, 'keyring.json'), 'utf8')
    expect(text).not.toContain(recoveryCode.replaceAll('-', ''))
    expect(JSON.parse(text)).toMatchObject({ suite: 'sm4-gcm' })
  })

  test('knows nobody else until the administrator enables them, and no passphrase of the practice station', async () => {
    const { page } = desk
    await page.keyboard.press('Control+l')
    await page.getByRole('form', { name: '登录' }).waitFor()
    const { value } = (await call(page, 'signin.users', {})) as unknown as {
      readonly value: { readonly users: readonly { readonly name: string }[] }
    }
    expect(value.users.map(({ name }) => name)).toEqual(['首任管理样'])
  })

  test('opens with the sheet from the safe when the passphrase is forgotten', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '忘了口令，用恢复单' }).click()
    await page.getByRole('combobox', { name: '您是' }).click()
    await page.locator('.ant-select-item-option', { hasText: '首任管理样' }).click()
    await page.getByLabel('恢复码').fill(recoveryCode.toLowerCase().replaceAll('-', ' '))
    await page.getByLabel('新口令', { exact: true }).fill('恢复后的口令Ee5')
    await page.getByLabel('再输一遍新口令').fill('恢复后的口令Ee5')
    await page.screenshot({ path: `${pictures}/recover.png` })
    await page.getByRole('button', { name: '换成新口令并进入' }).click()
    await page.getByRole('navigation').waitFor({ timeout: 60_000 })
    expect(events(workFolder).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['set-up', 'recovery-used', 'signed-in']),
    )
  })

  test('refuses the practice station’s people', async () => {
    const practice = await launchDesk({
      dataFolder: join(folder, 'practice-package'),
      package: 'dist/sample/station.package',
      working: true,
    })
    await practice.page.getByLabel('开启码').fill(samplePassphrase)
    await practice.page.getByRole('button', { name: '查看底册' }).click()
    await expect(practice.page.getByRole('alert')).toContainText('练习站的底册')
    await practice.close()
  })
})
