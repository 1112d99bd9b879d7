import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { firstSampleSequence } from '../../build/sample-station/citizen-ids.ts'
import { makeSampleStation, type SampleStation } from '../../build/sample-station/sample-station.ts'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import { applyAction, recordsTouchedBy } from '../../shared/cases/apply-action.ts'
import { caseStatuses, isInConflict, type CaseFile } from '../../shared/cases/case-file.ts'
import { caseTypes, findCaseType } from '../../shared/cases/registry.ts'
import { checkCharacter } from '../../shared/people/citizen-id.ts'
import { sheetStateSchema, type CertificateRecord } from '../../shared/register/certificate.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { cityPackageSchema, packageSchema, type StartingPackage } from '../../shared/sync/messages.ts'

const today = '2026-03-13'
const seed = 7

interface Folded {
  readonly cases: Map<string, CaseFile>
  readonly records: Map<string, RegisterRecord>
}

let sample: SampleStation
let atCity: Folded
let atStation: Folded

beforeAll(async () => {
  sample = await makeSampleStation(seed, today)
  const { filed, refused, unsent } = sample.stationPackage
  const filedActions = filed.map(({ action }) => action)
  atCity = fold(sample.stationPackage, filedActions)
  atStation = fold(sample.stationPackage, [
    ...filedActions,
    ...refused.map(({ action }) => action),
    ...unsent,
  ])
}, 60_000)

/** Plays actions from the imported register; throws when one is refused. */
function fold({ records: base }: StartingPackage, actions: readonly Action[]): Folded {
  const cases = new Map<string, CaseFile>()
  const records = new Map(base.map((record) => [record.key, record]))
  for (const action of actions) {
    const caseType = must(findCaseType(action.caseType), action.caseType)
    const caseFile = cases.get(action.caseId)
    const keys = recordsTouchedBy(action, caseType, caseFile)
    const view = new Map(
      keys.flatMap((key) => (records.has(key) ? [[key, must(records.get(key), key)]] : [])),
    )
    const applied = applyAction(action, { caseType, caseFile, records: view })
    if (!applied.ok) throw new Error(`${action.step}: ${JSON.stringify(applied.refusals)}`)
    cases.set(action.caseId, applied.value.caseFile)
    for (const record of applied.value.records) records.set(record.key, record)
  }
  return { cases, records }
}

function certificatesOf({ records }: Folded): CertificateRecord[] {
  return [...records.values()].filter((record) => record.kind === 'certificate')
}

function ownSheets(folded: Folded): CertificateRecord[] {
  return certificatesOf(folded).filter(({ station }) => station === sample.stationPackage.station.code)
}

describe('the packages', () => {
  it('are read by the schemas of the wire', () => {
    expect(packageSchema.parse(sample.stationPackage)).toEqual(sample.stationPackage)
    expect(cityPackageSchema.parse(sample.cityPackage)).toEqual(sample.cityPackage)
  })

  it('hold 20,000 people in 7,000 households and 150 case files', () => {
    const { records } = sample.stationPackage
    expect(records.filter(({ kind }) => kind === 'person')).toHaveLength(20_000)
    expect(records.filter(({ kind }) => kind === 'household')).toHaveLength(7_000)
    expect(atStation.cases.size).toBe(150)
    expect(new Set(records.map(({ key }) => key)).size).toBe(records.length)
  })

  it('give the city no users and no unsent work', () => {
    const [station] = sample.cityPackage.stations
    expect(Object.keys(must(station, 'one station'))).not.toEqual(expect.arrayContaining(['users', 'unsent']))
  })

  it('are the same bytes for the same seed and day, and others for another seed', async () => {
    const again = await makeSampleStation(seed, today)
    const other = await makeSampleStation(seed + 1, today)
    expect(gzipSync(JSON.stringify(again)).equals(gzipSync(JSON.stringify(sample)))).toBe(true)
    expect(JSON.stringify(other) === JSON.stringify(sample)).toBe(false)
  }, 60_000)

  it.each(['2027-01-04', '2028-02-29'])(
    'can be made on any day: %s',
    async (day) => {
      const { fixtures, stationPackage } = await makeSampleStation(seed, day)
      expect(fixtures.today).toBe(day)
      expect(stationPackage.filed.every(({ action }) => action.at < `${day}T00:00:00Z`)).toBe(true)
    },
    60_000,
  )
})

describe('the people', () => {
  it('carry numbers of the unassigned area alone, with the right check character', () => {
    const text = JSON.stringify(sample)
    const numbers = text.match(/(?<=")\d{17}[\dX](?=")/g) ?? []
    expect(numbers.length).toBeGreaterThan(20_000)
    expect(
      numbers.filter((id) => !id.startsWith('150499') || checkCharacter(id.slice(0, 17)) !== id.slice(17)),
    ).toEqual([])
  })

  it('are strangers to the people of the worked examples, whatever the day', () => {
    const sequencesIn = (value: unknown) =>
      [...JSON.stringify(value).matchAll(/(?<=")150499\d{8}(\d{3})[\dX](?=")/g)].map(([, digits]) =>
        Number(digits),
      )
    const examples = caseTypes.flatMap((caseType) => caseType.examples)
    expect(Math.min(...sequencesIn(sample))).toBe(firstSampleSequence)
    expect(Math.max(...sequencesIn(examples))).toBeLessThan(firstSampleSequence)
  })

  it('never share a number, inside the register or on the certificates', () => {
    const owners = new Map<string, Set<string>>()
    const add = (id: string, who: string) => owners.set(id, (owners.get(id) ?? new Set()).add(who))
    for (const record of sample.stationPackage.records) {
      if (record.kind === 'person') add(record.citizenId, `${record.name}/${record.birthDate}`)
      if (record.kind === 'certificate') {
        for (const person of record.content?.persons ?? [])
          add(person.citizenId, `${person.name}/${person.birthDate}`)
      }
    }
    expect([...owners].filter(([, who]) => who.size > 1)).toEqual([])
    const ids = sample.stationPackage.records.flatMap((record) =>
      record.kind === 'person' ? [record.citizenId] : [],
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('are about one fifth Mongol, some with an interpunct and some with 25 characters in the name', () => {
    const people = sample.stationPackage.records.filter((record) => record.kind === 'person')
    const mongol = people.filter(({ ethnicGroup }) => ethnicGroup === '02')
    expect(mongol.length / people.length).toBeGreaterThan(0.17)
    expect(mongol.length / people.length).toBeLessThan(0.24)
    expect(mongol.some(({ name }) => name.includes('·'))).toBe(true)
    expect(mongol.some(({ name }) => Array.from(name).length === 25)).toBe(true)
  })
})

describe('the certificates', () => {
  it('are 1,200 issued ones, and stand in every state', () => {
    const imported = ownSheets(fold(sample.stationPackage, []))
    expect(imported.filter(({ issue }) => issue)).toHaveLength(1200)
    const states = new Set(ownSheets(atStation).map(({ state }) => state))
    expect([...states].toSorted()).toEqual([...sheetStateSchema.options].toSorted())
  })

  it('balance with the stock: every number of a year was handed out once, and 300 sheets are left', () => {
    const sheets = ownSheets(atStation).filter(({ source }) => source === 'register')
    for (const year of new Set(sheets.map(({ serial }) => serial.printYear))) {
      const ofYear = sheets.filter(({ serial }) => serial.printYear === year)
      const numbers = ofYear.map(({ serial }) => Number(serial.digits)).toSorted((one, other) => one - other)
      expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0) + 1).toBe(numbers.length)
    }
    expect(sheets.filter(({ state }) => state === 'blank')).toHaveLength(300)
  })

  it('can be walked along a chain of reissues both ways', () => {
    const all = new Map(certificatesOf(atStation).map((each) => [each.key, each]))
    const linked = [...all.values()].filter(({ replaces, state }) => replaces && state !== 'printing')
    expect(linked.length).toBeGreaterThan(60)
    for (const each of linked) {
      const old = must(all.get(each.replaces ?? ''), each.key)
      expect([old.state, old.replacedBy, each.reissues]).toEqual(['void', each.key, old.reissues + 1])
      expect(each.issue?.remark).toContain(old.serial.digits)
    }
    expect(linked.some(({ reissues }) => reissues === 2)).toBe(true)
  })

  it('are valid for 30 days at most, and go inside the Region only before 2020', () => {
    for (const { issue, content } of ownSheets(atStation)) {
      if (!issue || !content) continue
      expect(Date.parse(issue.validUntil) - Date.parse(issue.issuedOn)).toBeLessThanOrEqual(30 * 86_400_000)
      if (content.destination.region.startsWith('15')) expect(issue.issuedOn < '2020-01-01').toBe(true)
    }
  })

  it('have landed in some 30 cases of which only the city knows', () => {
    const records = certificatesOf(atCity)
    const unknown = sample.cityPackage.landings.filter(
      ({ key }) => records.find((each) => each.key === key)?.state === 'issued',
    )
    expect(unknown.length).toBeGreaterThanOrEqual(30)
  })
})

/** A certificate is decided at the station and needs no investigation. */
const decidedAbove: readonly string[] = ['investigating', 'awaiting-county', 'awaiting-city']

describe('the cases', () => {
  it('are of the three kinds about certificates at least, and stand in every status that a certificate comes to', () => {
    const cases = [...atStation.cases.values()]
    expect(new Set(cases.map(({ status }) => status))).toEqual(
      new Set(caseStatuses.filter((status) => !decidedAbove.includes(status))),
    )
    const kinds = new Set(cases.map(({ caseType }) => caseType))
    expect(kinds.size).toBeGreaterThanOrEqual(3)
    expect([...kinds].filter((id) => !caseTypes.some((caseType) => caseType.id === id))).toEqual([])
  })

  it('were filed in order, without a gap, each with its own receipt', () => {
    const { filed } = sample.stationPackage
    expect(filed.map(({ order }) => order)).toEqual(filed.map((_, index) => index + 1))
    expect(new Set(filed.map(({ receipt }) => receipt)).size).toBe(filed.length)
    expect(filed.every(({ receipt }) => /^CF-100000-\d{6}$/.test(receipt))).toBe(true)
    const times = filed.map(({ action }) => action.at.slice(0, 16))
    expect(times).toEqual(times.toSorted())
  })

  it('were worked on in opening hours', () => {
    const hours = sample.stationPackage.filed.map(({ action }) => action.at.slice(11, 16))
    expect(
      hours.filter((hour) => hour < '00:30' || hour > '09:00' || (hour > '03:30' && hour < '06:30')),
    ).toEqual([])
  })

  it('leave three refusals of the city, four unsent steps, two open questions and one conflict', () => {
    expect(sample.stationPackage.refused).toHaveLength(3)
    expect(sample.stationPackage.unsent).toHaveLength(4)
    const cases = [...atStation.cases.values()]
    const open = cases.filter(({ questions }) => questions.some(({ answer }) => !answer))
    expect(open.map(({ id }) => id).toSorted()).toEqual([...sample.fixtures.openQuestionCases].toSorted())
    expect(open).toHaveLength(2)
    expect(cases.filter(isInConflict).map(({ id }) => id)).toEqual([sample.fixtures.conflictCase])
  })

  it('fold at the city as well when the unsent steps arrive and the refused ones never do', () => {
    const { filed, unsent } = sample.stationPackage
    const later = fold(sample.stationPackage, [...filed.map(({ action }) => action), ...unsent])
    expect(later.cases.size).toBe(147)
  })
})

describe('the fixtures', () => {
  it('are what they promise after everything was folded', () => {
    const { fixtures } = sample
    const stateOf = ({ key }: { key: string }) =>
      certificatesOf(atStation).find((each) => each.key === key)?.state
    expect(stateOf(fixtures.reissuable)).toBe('issued')
    expect(stateOf(fixtures.familyOfFour)).toBe('issued')
    expect(stateOf(fixtures.landedAtCityOnly)).toBe('issued')
    expect(stateOf(fixtures.landedKnown)).toBe('landed')
    expect(fixtures.replacedChain.map(stateOf)).toEqual(['void', 'void', 'issued'])
    expect(atStation.cases.get(fixtures.awaitingApprovalCase)?.status).toBe('awaiting-approval')
    expect(atStation.cases.get(fixtures.printingCase)?.status).toBe('printing')
    expect(sample.cityPackage.landings.map(({ key }) => key)).not.toContain(fixtures.reissuable.key)
  })

  it('name ten blank sheets that nobody has used', () => {
    const { blankSerials, blankPrintYear } = sample.fixtures
    const blank = new Set(
      ownSheets(atStation)
        .filter(({ state }) => state === 'blank')
        .map(({ serial }) => `${serial.printYear}/${serial.digits}`),
    )
    expect(blankSerials).toHaveLength(10)
    expect(blankSerials.filter((digits) => !blank.has(`${blankPrintYear}/${digits}`))).toEqual([])
  })

  it('hold a family of four with a 25-character name and long addresses', () => {
    const { key } = sample.fixtures.familyOfFour
    const { content } = must(
      certificatesOf(atStation).find((each) => each.key === key),
      key,
    )
    expect(content?.persons).toHaveLength(4)
    expect(content?.persons.some(({ name }) => Array.from(name).length === 25)).toBe(true)
    expect(content?.origin.detail.length).toBeGreaterThan(40)
    expect(content?.destination.detail.length).toBeGreaterThan(40)
  })
})
