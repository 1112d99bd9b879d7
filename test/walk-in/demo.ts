import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchDesk } from '../e2e/desk.ts'
import { startSampleCity } from '../../build/sample-city.mjs'
import { Clerk } from './clerk.ts'
import { signedSteps, type SignedStep } from '../e2e/city-signatures.ts'
import { cityHolds } from '../e2e/city-holds.ts'
import { cityPackage, readFixtures, readStationPackage, stationPackage } from './sample.ts'

const out = join(import.meta.dirname, '../../out/demo')
const cityPort = 4751

/** The whole walk-in, unattended, in the real desktop program: line down, reissue, print, line up, city receipt. */
async function demonstrate(): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const work = mkdtempSync(join(tmpdir(), 'hukou-demo-'))
  const timings: Record<string, number> = {}
  const started = Date.now()
  const mark = (name: string) => {
    timings[name] = Date.now() - started
  }
  const { familyOfFour, blankSerials, users } = readFixtures()
  const serial = blankSerials[0] ?? ''
  const desk = await launchDesk({
    dataFolder: join(work, 'desk'),
    package: stationPackage,
    city: `https://127.0.0.1:${cityPort}`,
  })
  const { page } = desk
  const clerk = new Clerk(page)
  let shots = 0
  const shot = async (name: string) => {
    shots += 1
    await page.screenshot({ path: join(out, `${String(shots).padStart(2, '0')}-${name}.png`) })
  }

  await page.getByRole('form', { name: '登录' }).waitFor()
  mark('opened')
  await shot('sign-in')
  await clerk.signIn(users.officer.name)
  await page.locator('[data-line="down"]').waitFor()
  await shot('workbench-line-down')
  await clerk.openNewMatter('补发')
  await shot('draft-empty')
  await clerk.choose('originalSource', '本所签发登记')
  await clerk.type('original', familyOfFour.holderCitizenId.slice(-6))
  await shot('original-searched')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await shot('original-as-issued')
  await clerk.fillLossByHolder()
  await clerk.draftIsSaved()
  await shot('draft-judged')
  await page.getByRole('tab', { name: /材料/ }).click()
  await shot('materials')
  const number = await clerk.submit()
  mark('accepted')
  await shot('case-awaiting-approval')
  await clerk.showPaper('受理回执')
  await shot('receipt')
  await clerk.savePaper()
  await clerk.leave()
  await clerk.signIn(users.chief.name)
  await shot('chief-workbench')
  await clerk.openCase(number)
  await clerk.approve()
  mark('approved')
  await shot('case-approved')
  await clerk.leave()
  await clerk.signIn(users.officer.name)
  await clerk.openCase(number)
  await page.getByLabel('纸上印的编号（八位）').fill(serial)
  await page.getByRole('button', { name: /预\s*览/ }).click()
  await page.locator('canvas[data-drawn="true"]').first().waitFor()
  await shot('print-preview')
  await clerk.print(serial)
  await clerk.waitForQuestion()
  mark('printed')
  await shot('did-it-come-out')
  await clerk.answer('出纸正常')
  await shot('case-issued')
  await clerk.handOver(familyOfFour.holderName)
  await clerk.showPaper('户口迁移证存档样张')
  await shot('archive-copy')
  await clerk.savePaper()
  await clerk.deliveries()
  await shot('history-line-down')
  mark('handed over')
  for (const [key, name] of [
    ['Alt+3', 'register'],
    ['Alt+4', 'certificates'],
    ['Alt+5', 'sync-line-down'],
    ['Alt+6', 'policy'],
    ['Alt+7', 'settings'],
  ] as const) {
    await page.keyboard.press(key)
    if (name === 'register') await page.getByRole('textbox').first().fill('样例街')
    await page.waitForTimeout(400)
    await shot(name)
  }

  const city = await startSampleCity({ data: join(work, 'city'), cityPackage, port: cityPort })
  await page.keyboard.press('Alt+5')
  await page.getByRole('button', { name: '现在就发送' }).click()
  await page.locator('[data-line="up"]').waitFor({ timeout: 60_000 })
  await page.locator('[data-waiting="0"][data-sent="0"]').waitFor({ timeout: 60_000 })
  mark('city has everything')
  await shot('sync-line-up')
  await clerk.openCase(number)
  const deliveries = await clerk.deliveries()
  const receipts = await page.locator('[data-receipt]').allInnerTexts()
  await shot('case-with-city-receipts')
  await desk.close()
  const filed = await cityHolds(city.address)
  const signed = await signedSteps(join(work, 'city'))
  await city.close()
  collectPapers(join(work, 'desk'))
  const caseId = filed.find(({ action }) => action.facts['number'] === number)?.action.caseId
  const ours = filed.filter(({ action }) => action.caseId === caseId)
  const certificate = await checkCertificate(serial, familyOfFour.serialDigits, familyOfFour.key)
  const summary = {
    number,
    serial,
    original: familyOfFour.key,
    deliveries,
    receipts,
    timings,
    certificate,
    cityHolds: ours.map(({ order, receipt, action }) => ({
      order,
      receipt,
      step: action.step,
      by: action.by.name,
    })),
  }
  writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  rmSync(work, { recursive: true, force: true })
  checkOutcome(
    ours.map(({ action }) => action.step),
    deliveries,
  )
  checkSigned(
    ours.map(({ action }) => action.id),
    signed,
  )
  console.log(`The walk-in is done: ${number}, certificate ${serial}, ${shots} pictures in out/demo.`)
}

const walk = ['accept', 'approve', 'print', 'confirmSheet', 'handOver']

function checkOutcome(steps: readonly string[], deliveries: readonly string[]): void {
  const own = steps.filter((step) => step !== 'cityAnswer')
  if (own.join() !== walk.join()) throw new Error(`the city holds ${own.join()} instead of ${walk.join()}`)
  const undelivered = deliveries.filter((delivery) => delivery !== 'received')
  if (undelivered.length > 0) throw new Error(`the case shows ${undelivered.join()} although the line is up`)
}

/** Officer and chief worked at one machine without a line: under each step lies the signature of whoever took it. */
function checkSigned(ours: readonly string[], signed: readonly SignedStep[]): void {
  const steps = signed.filter(({ id, step }) => ours.includes(id) && step !== 'cityAnswer')
  const wrong = steps.filter(({ signedBy, policeNumber }) => signedBy !== policeNumber)
  if (wrong.length > 0) throw new Error(`not signed by its author: ${wrong.map(({ step }) => step).join()}`)
  const people = new Set(steps.map(({ signedBy }) => signedBy))
  if (steps.length !== walk.length || people.size !== 2)
    throw new Error(`the city holds ${steps.length} signed steps by ${people.size} people`)
}

/** Reads the printed sheet as anybody would: every original field, the remark with the old number, embedded fonts. */
async function checkCertificate(
  serial: string,
  oldDigits: string,
  key: string,
): Promise<{ readonly found: number; readonly fonts: readonly string[] }> {
  const name = fileNamed('套打')
  // The overprint carries its number turned across the seam, which pdftotext cannot read; the archive copy has it upright.
  const text = textOf(name) + textOf(fileNamed('存档样张'))
  const wanted = [
    `蒙迁字第${serial}号`,
    `原证：蒙迁字第${oldDigits}号`,
    '已遗失作废',
    ...(await originalFields(key)),
  ]
  const missing = wanted.filter((field) => !text.includes(field.replaceAll(/\s/g, '')))
  if (missing.length > 0) throw new Error(`the printed certificate lacks ${missing.join('、')}`)
  const fonts = execFileSync('pdffonts', [join(out, name)], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter(Boolean)
  if (fonts.some((line) => !/ yes +(yes|no) +(yes|no) +\d+ +\d+$/.test(line)))
    throw new Error(`a font is not embedded: ${fonts.join('; ')}`)
  return { found: wanted.length, fonts }
}

function fileNamed(part: string): string {
  return readdirSync(out).find((each) => each.endsWith('.pdf') && each.includes(part)) ?? ''
}

function textOf(name: string): string {
  return execFileSync('pdftotext', ['-layout', join(out, name), '-'], { encoding: 'utf8' }).replaceAll(
    /\s/g,
    '',
  )
}

/** Names, numbers and reasons of everybody on the original, as the station's package has them. */
async function originalFields(key: string): Promise<string[]> {
  const original = (await readStationPackage()).records.find((record) => record.key === key)
  if (original?.kind !== 'certificate' || !original.content)
    throw new Error(`the sample station has no ${key}`)
  return original.content.persons.flatMap(({ name, citizenId, occupation, moveReason }) => [
    citizenId,
    occupation,
    moveReason,
    ...pieces(name),
  ])
}

/** A long name is set in several lines between others' columns: each run of up to five characters must be there. */
function pieces(name: string): string[] {
  return name.match(/.{1,5}/gu) ?? []
}

/** The printed sheet, the saved papers, and a picture of every page. */
function collectPapers(dataFolder: string): void {
  for (const folder of ['printed', 'exports']) cpSync(join(dataFolder, folder), out, { recursive: true })
  for (const name of readdirSync(out)) {
    if (name.endsWith('.pdf'))
      execFileSync('pdftoppm', ['-r', '110', '-png', join(out, name), join(out, name.replace(/\.pdf$/, ''))])
  }
}

await demonstrate()
// The virtual display, where one was started, would keep this process alive.
process.exit(0)
