import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startSampleCity } from '../../build/sample-city.mjs'
import { cityPackage, readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { asRecorded, dumpDatabase, openSealed, stepsIn, type DatabaseDump } from './database-dump.ts'
import { formAsShown, openOnlyDraft, openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { familyOfFour, reissuable, users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-rebuild-'))
const dataFolder = join(folder, 'desk')
let city: Awaited<ReturnType<typeof startSampleCity>>
let open: SampleDesk
let number = ''

test.describe.configure({ mode: 'serial' })

/** A desk with some of everything: a case sent to the city and answered for, what the city handed out, and a draft. */
test.beforeAll(async () => {
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage })
  open = await openSampleDesk(dataFolder, city.address)
  const { clerk, page } = open
  await clerk.signIn(users.officer.name)
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  number = await clerk.submit()
  await page.locator('[data-step="accept"][data-delivery="received"]').waitFor({ timeout: 30_000 })
  await page.locator('[data-step="cityAnswer"]').waitFor({ timeout: 30_000 })
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(reissuable.holderCitizenId)
  await clerk.choose('lossKind', '遗失')
  await clerk.type('lossStatement', '在车站候车时丢的，还没有录完')
  await clerk.draftIsSaved()
})

test.afterAll(async () => {
  await open.desk.close()
  await city.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A draft gets its journal line a moment after the typing stops; then nothing more is written here. */
async function whenJournalIsComplete(): Promise<DatabaseDump> {
  await expect.poll(() => isLatestDraftInJournal(open.page)).toBe(true)
  return dumpDatabase(open.page)
}

/** Whether the journal on disk holds the draft just as the database does. */
async function isLatestDraftInJournal(page: Page): Promise<boolean> {
  const { drafts, journalQueue } = await dumpDatabase(page)
  const bodies = await page.evaluate(async () => {
    const ask = async (request: { after: number; limit: number }) =>
      (await window.station?.call('journal.read', request)) as {
        readonly value: {
          readonly entries: readonly { readonly n: number; readonly body: Uint8Array }[]
          readonly last: number
        }
      }
    // Entry 1 is the whole starting package: an answer that holds it has no room for the others.
    const { last } = (await ask({ after: 0, limit: 1 })).value
    const read = await ask({ after: Math.max(1, last - 20), limit: 20 })
    return read.value.entries.map(({ n, body }) => ({ n, body: [...body] }))
  })
  const texts = await Promise.all(
    bodies.map(({ n, body }) => openSealed(page, Uint8Array.from(body), `journal/${n}`)),
  )
  const isThere = (row: string) => {
    const { changedAt } = JSON.parse(row) as { readonly changedAt: string }
    return texts.some((text) => text.includes('"draft-saved"') && text.includes(changedAt))
  }
  return Object.keys(journalQueue ?? {}).length === 0 && Object.values(drafts ?? {}).every(isThere)
}

test('a database deleted under the running program is told at once and rebuilt with one click, equal in every record', async () => {
  const { page } = open
  const before = await whenJournalIsComplete()
  const form = await formAsShown(page)
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deletion = indexedDB.deleteDatabase('hukou-desk')
        deletion.addEventListener('success', () => resolve())
        deletion.addEventListener('error', () =>
          reject(deletion.error ?? new Error('the database was not deleted')),
        )
      }),
  )
  await expect(page.getByRole('alert').filter({ hasText: '本机数据库不见了' })).toBeVisible()
  await page.getByRole('button', { name: '从磁盘日志重建' }).click()
  await expect(page.getByText(/已从磁盘日志恢复 \d+ 条记录/)).toBeVisible({ timeout: 30_000 })
  const after = await dumpDatabase(page)
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort())
  for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table])
  expect(after['journalQueue']).toEqual({})
  expect(stepsIn(after, number)).toEqual(['accept', 'cityAnswer'])
  await openOnlyDraft(open)
  expect(await formAsShown(page)).toEqual(form)
})

test('a rebuild that nobody needed says for every table how many there were and are, and that nothing differs', async () => {
  const { page } = open
  await page.keyboard.press('Alt+7')
  const before = await whenJournalIsComplete()
  await page.getByRole('button', { name: '从磁盘日志重建本机数据库' }).click()
  const notice = page.locator('[data-rebuild="replaced"]')
  await expect(notice).toContainText('前后内容一字不差', { timeout: 30_000 })
  await expect(notice).toContainText('步骤')
  await page.screenshot({ path: 'out/e2e-pictures/rebuilt.png' })
  const after = await dumpDatabase(page)
  for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table])
})

test('a database lost while the program was closed is rebuilt by the next start', async () => {
  await open.desk.page.keyboard.press('Alt+1')
  await open.page.getByRole('button', { name: '接着填' }).waitFor()
  await expect.poll(async () => (await dumpDatabase(open.page))['journalQueue']).toEqual({})
  await open.desk.close()
  // Without the line from here on, so that the city adds nothing while the two are compared.
  open = await openSampleDesk(dataFolder)
  await open.clerk.signIn(users.officer.name)
  const before = await dumpDatabase(open.page)
  await open.desk.close()
  const database = join(dataFolder, 'IndexedDB')
  expect(existsSync(database)).toBe(true)
  rmSync(database, { recursive: true })
  open = await openSampleDesk(dataFolder)
  await open.clerk.signIn(users.officer.name)
  const after = await dumpDatabase(open.page)
  for (const table of Object.keys(asRecorded(before))) expect(after[table], table).toEqual(before[table])
  await openOnlyDraft(open)
  await expect(open.clerk.field('lossStatement').locator('textarea').first()).toHaveValue(
    '在车站候车时丢的，还没有录完',
  )
})
