import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must } from '../../shared/base/must.ts'
import type { CaseType } from '../../shared/cases/case-type.ts'
import * as types from '../../shared/cases/case-types.ts'
import type { PartialFacts } from '../../shared/cases/fields.ts'
import { pickResident } from '../../shared/cases/picked.ts'
import { sheetKindOf } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import { FormFiller } from '../walk-in/form-filler.ts'
import { readFixtures, readStationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { openSampleDesk, type SampleDesk } from './sample-desk.ts'

/** The matters that end in a numbered sheet, from the counter to the hand of the resident, with the line down. */
const { users, blankSerials } = readFixtures()
const { records } = await readStationPackage()
const people = records.flatMap((record) =>
  record.kind === 'person' && record.status === 'registered' && record.citizenId !== '' ? [record] : [],
)
const blankPermits = records
  .flatMap((record) =>
    record.kind === 'move-in-permit' && record.state === 'blank' ? [record.serial.digits] : [],
  )
  .sort()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-sheets-'))
const dataFolder = join(folder, 'desk')
const pictures = 'out/matters'
let open: SampleDesk

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  open = await openSampleDesk(dataFolder)
  await open.clerk.signIn(users.officer.name)
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const look = (name: string) => open.page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })

/** A grown man of the sample, the n-th of them. */
function man(n: number) {
  return must(
    people.filter(({ sex, birthDate }) => sex === '1' && birthDate < '1995')[n],
    'the sample has men enough',
  )
}

async function handedIn(caseType: CaseType, facts: PartialFacts): Promise<string> {
  const { clerk, page } = open
  const filler = new FormFiller(page)
  await clerk.openNewMatter(caseType.name)
  await filler.fill(
    caseType.fields,
    caseType.form.flatMap((each) => each.fields),
    facts,
  )
  await clerk.draftIsSaved()
  await look(`${caseType.id}-1-form`)
  return clerk.submit()
}

async function printedAndHandedOver(caseType: CaseType, number: string, digits: string): Promise<void> {
  const { clerk, page } = open
  await clerk.leave()
  await clerk.signIn(users.chief.name)
  await clerk.openCase(number)
  await clerk.approve()
  if ('approveCounty' in caseType.steps) {
    await clerk.leave()
    await clerk.signIn('旗县样')
    await clerk.openCase(number)
    await clerk.approveAbove('旗县区批准', 'approveCounty')
  }
  await clerk.leave()
  await clerk.signIn(users.officer.name)
  await clerk.openCase(number)
  await look(`${caseType.id}-2-decided`)
  await clerk.print(digits)
  await clerk.waitForQuestion()
  await look(`${caseType.id}-3-question`)
  await clerk.answer('出纸正常')
  await clerk.handOver('样领取')
  await expect(page.locator('.ant-card-extra').first()).toContainText('已办结')
  await look(`${caseType.id}-4-handed-over`)
  await page.getByRole('tab', { name: '文书' }).click()
  await look(`${caseType.id}-5-papers`)
  await clerk.showPaper(`${must(sheetKindOf(caseType), 'a sheet').name}存档样张`)
  await look(`${caseType.id}-5-archive`)
}

function readyExample(caseType: CaseType, name: string): PartialFacts {
  return must(
    caseType.examples.find((each) => each.name === name),
    name,
  ).facts
}

/** The last printed sheet as a picture to look at. */
function pictureOf(sheet: string, name: string): void {
  const printed = join(dataFolder, 'printed')
  const file = must(
    readdirSync(printed)
      .filter((each) => each.includes(sheet))
      .sort()
      .at(-1),
    sheet,
  )
  execFileSync('pdftoppm', ['-r', '80', '-png', join(printed, file), join(pictures, name)])
}

test('a migration certificate is issued, printed and handed over offline', async () => {
  const facts = {
    ...readyExample(types.migrationCertificateIssue, '持准予迁入证明迁往沈阳'),
    movers: [{ citizenId: man(3).citizenId }],
    permitIssuedOn: readFixtures().today,
  }
  const number = await handedIn(types.migrationCertificateIssue, facts)
  await printedAndHandedOver(types.migrationCertificateIssue, number, blankSerials[3] ?? '')
  pictureOf('户口迁移证', 'migration-certificate-issue-6-sheet')
})

let permit = ''

test('a move-in permit is issued by the county on the station’s word, and handed over offline', async () => {
  const facts = {
    ...readyExample(types.moveInPermitIssue, '妻子和儿子从沈阳投靠丈夫'),
    permitApplicant: pickResident(man(5)),
  }
  permit = must(blankPermits[0], 'the sample has blank permits')
  const number = await handedIn(types.moveInPermitIssue, facts)
  await printedAndHandedOver(types.moveInPermitIssue, number, permit)
  pictureOf('准予迁入证明', 'move-in-permit-issue-6-sheet')
})

test('a lost move-in permit is reissued by its issuer under a new number, offline', async () => {
  const facts = {
    ...readyExample(types.moveInPermitReissue, '十二天前本旗县区签发，两联都丢了，没有迁出'),
    original: { serial: { digits: permit } },
  }
  const number = await handedIn(types.moveInPermitReissue, facts)
  await printedAndHandedOver(
    types.moveInPermitReissue,
    number,
    must(blankPermits[1], 'the sample has blank permits'),
  )
  pictureOf('准予迁入证明', 'move-in-permit-reissue-6-sheet')
  await open.page.keyboard.press('F4')
  await open.page.getByText('准予迁入证明', { exact: true }).first().click()
  await open.page.getByRole('tab', { name: '作废名单' }).click()
  await expect(open.page.getByRole('cell', { name: new RegExp(permit) }).first()).toBeVisible()
  await look('move-in-permit-reissue-6-void')
})
