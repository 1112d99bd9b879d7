import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSampleCity } from '../../build/sample-city.mjs'
import { addDays } from '../../shared/base/plain-date.ts'
import type { CaseType } from '../../shared/cases/case-type.ts'
import * as types from '../../shared/cases/case-types.ts'
import type { PartialFacts } from '../../shared/cases/fields.ts'
import { pickHousehold, pickResident } from '../../shared/cases/picked.ts'
import { composeCitizenId } from '../../shared/people/compose-citizen-id.ts'
import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { FormFiller } from '../walk-in/form-filler.ts'
import { cityPackage, readFixtures, readStationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { allAnswered, freePort, openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { users } = readFixtures()
const { records } = await readStationPackage()
const people = records.filter((record) => record.kind === 'person')
const households = records.filter((record) => record.kind === 'household')
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-every-matter-'))
const pictures = 'out/matters'
let open: SampleDesk

/** Couples of the sample register, each in a household of its own. */
const couples = people.flatMap((head) => {
  if (head.relationToHead !== '02' || head.sex !== '1' || head.status !== 'registered') return []
  const wife = people.find(
    (each) =>
      each.householdNumber === head.householdNumber &&
      each.relationToHead === '12' &&
      each.status === 'registered',
  )
  return wife ? [{ head, wife }] : []
})

function couple(n: number): { readonly head: ResidentRecord; readonly wife: ResidentRecord } {
  const found = couples[n]
  if (!found) throw new Error('the sample has too few couples')
  return found
}

function householdOf({ householdNumber }: ResidentRecord) {
  return pickHousehold(must(households.find(({ number }) => number === householdNumber)))
}

function collective(kind: 'community' | 'unit' | 'school'): HouseholdRecord {
  return must(households.find((each) => each.collective?.collectiveKind === kind))
}

function membersOf({ number }: HouseholdRecord): ResidentRecord[] {
  return people.filter((each) => each.householdNumber === number && each.status === 'registered')
}

function must<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new Error('the sample lacks what this walk needs')
  return found
}

interface Walk {
  readonly caseType: CaseType
  /** The example that is typed in, with people of the sample in place of its own. */
  readonly example: string
  readonly change: (facts: PartialFacts) => PartialFacts
  /** The act after the decision: its button and what it asks for. */
  readonly act: string
  readonly given?: PartialFacts
  readonly also?: string
  /** It is not decided before the city has answered. */
  readonly waits?: true
}

const community = () => pickHousehold(collective('community'))

/** A couple of one ethnic group, whose child needs no statement about it. */
function alike() {
  return must(
    couples.slice(10).find(({ head, wife }) => head.ethnicGroup === '01' && wife.ethnicGroup === '01'),
  )
}

/** With the father's surname. */
function childName(): string {
  return `${alike().head.name.charAt(0)}小禾`
}

/** Somebody whose registration was ended and whose household still stands. */
function cancelledHead(): ResidentRecord {
  return must(
    people.find(
      (each) =>
        each.status === 'cancelled' &&
        each.citizenId !== '' &&
        households.some(({ number, withdrawnOn }) => number === each.householdNumber && !withdrawnOn),
    ),
  )
}

const numberElsewhere = composeCitizenId({
  countyCode: '150404',
  birthDate: '1980-01-01',
  sequence: '001',
  sex: '1',
})

const newcomerNumber = composeCitizenId({
  countyCode: '150404',
  birthDate: '1980-01-01',
  sequence: '003',
  sex: '1',
})
const newcomer = newcomerNumber.ok ? newcomerNumber.value : ''

const outsider = {
  member: {
    name: '样外来',
    citizenId: numberElsewhere.ok ? numberElsewhere.value : '',
    sex: '1',
    birthDate: '1980-01-01',
  },
  relationToHead: '99',
}

const walks: readonly Walk[] = [
  {
    caseType: types.birthRegistration,
    example: '第三个孩子，一个月内随父申报',
    change: (facts) => {
      const { head, wife } = alike()
      const children = (facts['children'] as readonly PartialFacts[]).map((child) => ({
        ...child,
        name: childName(),
        ethnicGroup: head.ethnicGroup,
      }))
      return { ...facts, children, father: pickResident(head), mother: pickResident(wife) }
    },
    act: '登记出生',
    given: { numbers: [{ name: childName(), sequence: '002' }] },
  },
  {
    caseType: types.restoration,
    example: '长期外出被注销，民警全部查过',
    change: (facts) => ({
      ...facts,
      person: pickResident(cancelledHead()),
      household: householdOf(cancelledHead()),
      relationToHead: '99',
    }),
    act: '恢复登记',
    waits: true,
  },
  {
    caseType: types.settlementInTown,
    example: '父母投靠镇里的子女，共同居住',
    change: (facts) => ({ ...facts, personCitizenId: newcomer, personBirthDate: '1980-01-01' }),
    act: '登记落户',
    given: { household: householdOf(couple(9).head), relationToHead: '99' },
  },
  {
    caseType: types.lateRegistration,
    example: '一九八九年出生，从来没有登记，全部查清',
    change: (facts) => ({
      ...facts,
      host: pickResident(couple(0).head),
      household: householdOf(couple(0).head),
    }),
    act: '登记户口',
    given: { sequence: '001' },
  },
  {
    caseType: types.otherWithoutHukou,
    example: '去年办了收养登记的女孩',
    change: (facts) => ({
      ...facts,
      host: pickResident(couple(1).wife),
      household: householdOf(couple(1).wife),
    }),
    act: '登记户口',
    given: { sequence: '002' },
  },
  {
    caseType: types.collectiveHouseholdFounding,
    example: '民营企业申请，协管员有文件',
    change: (facts) => facts,
    act: '立集体户',
    given: { householdNumber: '900000001' },
  },
  {
    caseType: types.collectiveHouseholdMembership,
    example: '房子卖了，落在社区集体户',
    change: (facts) => ({ ...facts, person: pickResident(couple(2).head), household: community() }),
    act: '登记进出',
  },
  {
    caseType: types.collectiveHouseholdOfficers,
    example: '换了协管员，户口簿已交接',
    change: (facts) => ({ ...facts, household: pickHousehold(collective('school')) }),
    act: '登记变更',
  },
  {
    caseType: types.collectiveCardLoan,
    example: '本人借卡办结婚登记',
    change: (facts) => ({
      ...facts,
      // Later than the day it is: a run may cross midnight.
      dueOn: addDays(readFixtures().today, 7),
      household: pickHousehold(collective('school')),
      person: pickResident(must(membersOf(collective('school'))[0])),
    }),
    act: '登记借出',
    also: '登记归还',
  },
  {
    caseType: types.collectiveHouseholdDisposal,
    example: '单位解散，两个人各有去处',
    change: (facts) => ({
      ...facts,
      household: pickHousehold(collective('unit')),
      members: membersOf(collective('unit')).map((member) => ({
        member: pickResident(member),
        wayOut: 'community',
        target: community(),
        relationToHead: '99',
        informed: true,
      })),
    }),
    act: '迁移各人并撤户',
  },
  {
    caseType: types.householdFounding,
    example: '买了房，夫妻两个立户',
    change: (facts) => ({
      ...facts,
      head: pickResident(couple(3).head),
      members: [{ member: pickResident(couple(3).wife), relationToHead: '12' }],
    }),
    act: '登记立户',
    given: { householdNumber: '900000002' },
  },
  {
    caseType: types.moveWithinCity,
    example: '从松山区搬来，自己的住处',
    change: (facts) => ({ ...facts, household: householdOf(couple(4).head), movers: [outsider] }),
    act: '登记移居',
  },
  {
    caseType: types.itemCorrection,
    example: '文化程度凭毕业证',
    change: (facts) => ({ ...facts, person: pickResident(couple(5).head) }),
    act: '登记变更更正',
  },
  {
    caseType: types.cancellation,
    example: '户主去世，妻子当户主',
    change: (facts) => ({
      ...facts,
      diedOn: readFixtures().today,
      person: pickResident(couple(6).head),
      newHead: pickResident(couple(6).wife),
    }),
    act: '登记注销',
  },
  {
    caseType: types.duplicateRegistration,
    example: '两个户口，保留对方的',
    change: (facts) => ({ ...facts, person: pickResident(couple(7).head) }),
    act: '登记处理结果',
  },
  {
    caseType: types.unifiedRegistration,
    example: '旧户口簿上的老户别，当场换发',
    change: (facts) => ({ ...facts, legacyType: '1', household: pickHousehold(neverUnified()) }),
    act: '登记统一',
  },
  {
    caseType: types.localityReclassification,
    example: '样例村从一月一日起划入城区',
    change: (facts) => facts,
    act: '登记城乡分类',
  },
]

function neverUnified(): HouseholdRecord {
  return must(households.find(({ householdKind, entries }) => householdKind === 'family' && !entries))
}

/** Where a city is now and then. */
let port = 0
/** How many cases waited for its answer. */
let waited = 0

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  port = await freePort()
  open = await openSampleDesk(join(folder, 'desk'), `https://127.0.0.1:${port}`)
  await open.clerk.signIn(users.officer.name)
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const look = (name: string) => open.page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })

async function decidedAs(name: string, number: string, button: string, step: string): Promise<void> {
  await open.clerk.leave()
  await open.clerk.signIn(name)
  await open.clerk.openCase(number)
  await whenTheCityHasAnswered(number, button)
  if (step === 'approve') await open.clerk.approve()
  else await open.clerk.approveAbove(button, step)
}

/** Who somebody is, is decided behind the city's answer: the line is there for a moment, and gone again. */
async function whenTheCityHasAnswered(number: string, button: string): Promise<void> {
  const { page, clerk } = open
  // Two characters on a button stand apart.
  const decide = page.getByRole('button', { name: button === '批准' ? /^批\s*准$/ : button, exact: true })
  await decide.waitFor()
  if ((await page.getByText('这类事项要等答复后才能批准').count()) === 0) return
  await expect(decide).toBeDisabled()
  await look(`waits-for-the-city-${waited++}`)
  const city = await startSampleCity({ data: join(folder, 'city'), cityPackage, port })
  await page.keyboard.press('Alt+5')
  await page.getByRole('button', { name: '现在就发送' }).click()
  await expect(page.locator(allAnswered)).toBeVisible({ timeout: 60_000 })
  await clerk.openCase(number)
  await page.locator('[data-step="cityAnswer"]').first().waitFor()
  await city.close()
}

for (const { caseType, example, change, act, given = {}, also, waits = false } of walks) {
  test(`${caseType.name}: from the counter to its end, offline`, async () => {
    test.setTimeout(120_000)
    const { clerk, page } = open
    const filler = new FormFiller(page)
    const facts = change(must(caseType.examples.find(({ name }) => name === example)).facts)
    await clerk.openNewMatter(caseType.name)
    await filler.fill(
      caseType.fields,
      caseType.form.flatMap((each) => each.fields),
      facts,
    )
    await clerk.draftIsSaved()
    await look(`${caseType.id}-1-form`)
    const number = await clerk.submit()
    const later = Object.entries(caseType.fields).filter(([, { stage }]) => stage === 'investigation')
    // By the case's state: the panel is there a moment later, with what was typed into it before.
    const isInvestigated = (await page.locator('.ant-card-extra').first().innerText()).includes('核查中')
    if (isInvestigated) {
      await filler.fill(
        caseType.fields,
        later.map(([name]) => name),
        facts,
        page.getByRole('form', { name: '调查核实' }),
      )
      await page.getByRole('button', { name: '保存核查结果' }).click()
      await page.locator('[data-step="investigate"]').waitFor()
      await look(`${caseType.id}-2-investigated`)
    }
    const isDecided = 'approve' in caseType.steps
    const waitedBefore = waited
    const levels = isDecided ? caseType.decidedBy(facts) : []
    if (levels.includes('station')) await decidedAs(users.chief.name, number, '批准', 'approve')
    if (levels.includes('county')) await decidedAs('旗县样', number, '旗县区批准', 'approveCounty')
    if (levels.includes('city')) await decidedAs('市局例', number, '市局批准', 'approveCity')
    expect(waited > waitedBefore, 'it waited for the city').toBe(waits)
    if (levels.length > 0) {
      await clerk.leave()
      await clerk.signIn(users.officer.name)
      await clerk.openCase(number)
    }
    await look(`${caseType.id}-3-decided`)
    for (const button of [act, also].filter((each) => each !== undefined)) {
      const step = must(Object.entries(caseType.steps).find(([, each]) => each.name === button))
      const panel = step[1].panel?.fields ?? {}
      await filler.fill(panel, Object.keys(panel), { ...facts, ...given })
      await page.getByRole('button', { name: button, exact: true }).click()
      await page.locator(`[data-step="${step[0]}"]`).first().waitFor()
    }
    await expect(page.locator('.ant-card-extra').first()).toContainText('已办结')
    await look(`${caseType.id}-4-closed`)
    await page.getByRole('tab', { name: '文书' }).click()
    await look(`${caseType.id}-5-papers`)
  })
}
