import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../server/database/migrate.ts'
import { must } from '../../shared/base/must.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { verdictsPath } from '../../shared/sync/answer-later.ts'
import { protocolVersion } from '../../shared/sync/messages.ts'
import { loadPackage } from '../../server/packages/load-package.ts'
import { describeActionLog, type ActionLog, type LogStart } from '../log/action-log-suite.ts'
import {
  instantOfTests,
  makeBlank,
  makeCityPackage,
  makeOriginal,
  makeRegister,
  makeStation,
  reissueActions,
  type MadeStation,
} from '../builders/reissues.ts'
import {
  addStation,
  bearer,
  fetchAfter,
  fetchAll,
  firstOf,
  messageOf,
  newId,
  openEmbeddedForTest,
  openPostgresForTest,
  send,
  type CityUnderTest,
} from './city-under-test.ts'

const bases = [
  { name: 'PGlite', open: openEmbeddedForTest },
  { name: 'PostgreSQL', open: openPostgresForTest },
]

function walks(station: MadeStation, count: number) {
  return Array.from({ length: count }, (_, n) => reissueActions({ station, n })).flat()
}

interface Row<Body> {
  readonly body: Body
}

async function readCases({ city }: CityUnderTest, { code }: MadeStation): Promise<CaseFile[]> {
  const rows = await city.database.query<Row<CaseFile>>('select body from cases where station = $1', [code])
  return rows.map((row) => row.body)
}

async function readRecords(
  { city }: CityUnderTest,
  { code }: MadeStation,
  keys: readonly string[],
): Promise<RegisterRecord[]> {
  const sql = 'select body from records where station = $1 and key = any ($2::text[])'
  const rows = await city.database.query<Row<RegisterRecord>>(sql, [code, keys])
  return rows.map((row) => row.body)
}

async function openLog(base: CityUnderTest, { station, records }: LogStart): Promise<ActionLog> {
  await loadPackage(base.city.database, makeCityPackage([{ station, records }]), instantOfTests)
  return {
    file: (actions) => send(base.app, station, actions),
    cases: () => readCases(base, station),
    records: (keys) => readRecords(base, station, keys),
    actionIds: async () => (await fetchAll(base.app, station)).map(({ action }) => action.id),
  }
}

/** Once, in order, and only one's own. */
function describeOrder(base: () => CityUnderTest): void {
  it('files an action sent twice once and gives it the same receipt', async () => {
    const station = await addStation(base().city, 3)
    const first = await send(base().app, station, walks(station, 3))
    expect(first.every((verdict) => verdict.outcome === 'accepted')).toBe(true)
    expect(await send(base().app, station, walks(station, 3))).toEqual(first)
    expect(await fetchAll(base().app, station)).toHaveLength(15)
  })

  it('files everything once that is sent twice to two processes at once', async () => {
    const station = await addStation(base().city, 8)
    const actions = walks(station, 8)
    const pieces = Array.from({ length: 8 }, (_, at) => actions.slice(at * 5, at * 5 + 5))
    const answers = await Promise.all(
      pieces.flatMap((piece) =>
        [base().app, base().second, base().app, base().second].map((app) => send(app, station, piece)),
      ),
    )
    for (let at = 0; at < answers.length; at += 4)
      expect(new Set(answers.slice(at, at + 4).map((each) => JSON.stringify(each))).size).toBe(1)
    const filed = await fetchAll(base().second, station)
    expect(filed.map(({ order }) => order)).toEqual(actions.map((_, at) => at + 1))
    expect(new Set(filed.map(({ action }) => action.id))).toEqual(new Set(actions.map((action) => action.id)))
    expect(new Set(filed.map(({ receipt }) => receipt)).size).toBe(actions.length)
  })

  it('gives orders without gaps, and after any order exactly the rest', async () => {
    const station = await addStation(base().city, 4)
    await send(base().app, station, walks(station, 4))
    const all = await fetchAll(base().app, station)
    expect(all.map(({ order }) => order)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
    for (const after of [0, 1, 7, 19, 20, 25]) {
      const page = await fetchAfter(base().app, station, after)
      expect(page.actions).toEqual(all.slice(after))
      expect(page).toMatchObject({ more: false, upTo: Math.max(after, 20) })
    }
    expect(await fetchAll(base().app, station, 3)).toEqual(all)
    expect(await fetchAfter(base().app, station, 0, 3)).toMatchObject({ more: true, upTo: 3 })
  })

  it('hands a station its own actions and no others', async () => {
    const [mine, other] = [await addStation(base().city, 1), await addStation(base().city, 1)]
    await send(base().app, other, walks(other, 1))
    expect(await fetchAll(base().app, mine)).toEqual([])
    const verdicts = await send(base().app, mine, walks(other, 1))
    expect(verdicts[0]).toMatchObject({ outcome: 'refused', refusals: [{ code: 'other-station' }] })
  })
}

/** What is refused, and stays refused. */
function describeRefusals(base: () => CityUnderTest): void {
  it('refuses an action whose predecessor was refused, and keeps refusing it with the same reason', async () => {
    const station = await addStation(base().city, 1)
    const [accept, ...rest] = walks(station, 1)
    const refusedFirst = {
      ...must(accept, 'a walk begins'),
      by: { ...station.clerk, role: 'administrator' as const },
    }
    const first = await send(base().app, station, [refusedFirst, ...rest])
    expect(first.map((verdict) => verdict.outcome)).toEqual(Array.from({ length: 5 }, () => 'refused'))
    expect(JSON.stringify(first[0])).toContain('岗位')
    expect(await send(base().second, station, [refusedFirst, ...rest])).toEqual(first)
    expect(await fetchAll(base().app, station)).toEqual([])
  })

  it('lets no other action pass under an id that is taken, and overwrites nothing', async () => {
    const station = await addStation(base().city, 1)
    const actions = walks(station, 1)
    const filed = await send(base().app, station, actions)
    const changed = actions.map((action) => ({ ...action, at: '2026-03-10T02:00:00.000Z' }))
    const verdicts = await send(base().app, station, changed)
    for (const verdict of verdicts)
      expect(verdict).toMatchObject({ outcome: 'refused', refusals: [{ code: 'id-reused' }] })
    expect(await send(base().app, station, actions)).toEqual(filed)
    expect((await fetchAll(base().app, station)).map(({ action }) => action)).toEqual(actions)
  })

  it('takes an id in its one spelling: in capitals it neither files again nor writes over a case', async () => {
    const station = await addStation(base().city, 1)
    const [accept, approve] = walks(station, 1)
    const [first, second] = [must(accept, 'a walk begins'), must(approve, 'and goes on')]
    const filed = await send(base().app, station, [first])
    const before = await readCases(base(), station)
    const inCapitals = { ...first, id: first.id.toUpperCase() }
    const onCapitals = { ...first, id: newId(), caseId: first.caseId.toUpperCase() }
    for (const [actions, field] of [
      [[inCapitals], 'actions.0.id'],
      [[second, { ...second, id: second.id.toUpperCase() }], 'actions.1.id'],
      [[onCapitals], 'actions.0.caseId'],
    ] as const) {
      const answer = await base().app.inject({
        method: 'POST',
        url: '/v1/actions',
        headers: bearer(station),
        payload: messageOf(station, actions),
      })
      expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'bad-request', field }])
      expect(answer.json()).toMatchObject({ message: expect.stringContaining('小写') as string })
    }
    const asked = await base().app.inject({
      method: 'POST',
      url: verdictsPath,
      headers: bearer(station),
      payload: { protocol: protocolVersion, station: station.code, ids: [inCapitals.id] },
    })
    expect([asked.statusCode, asked.json()]).toMatchObject([400, { field: 'ids.0' }])
    expect(await readCases(base(), station)).toEqual(before)
    expect(await send(base().app, station, [first])).toEqual(filed)
    expect(await fetchAll(base().app, station)).toHaveLength(1)
  })

  it('uses a serial once, ever, also when two cases print on it at the same time', async () => {
    const station = await addStation(base().city, 2)
    const sheet = makeBlank(station, 0)
    const [one, two] = [reissueActions({ station, n: 0, sheet }), reissueActions({ station, n: 1, sheet })]
    const verdicts = (
      await Promise.all([send(base().app, station, one), send(base().second, station, two)])
    ).flat()
    const refused = verdicts.filter((verdict) => verdict.outcome === 'refused')
    expect(refused).toHaveLength(3)
    expect(refused[0]).toMatchObject({ refusals: [{ code: 'serial-used' }] })
    const [record] = await readRecords(base(), station, [sheet.key])
    expect(record).toMatchObject({ state: 'issued', version: 3 })
  })

  it('keeps a case of one kind out of the hands of another kind', async () => {
    const station = await addStation(base().city, 1)
    const [accept, approve] = walks(station, 1)
    await send(base().app, station, [must(accept, 'a walk begins')])
    const [verdict] = await send(base().app, station, [
      { ...must(approve, 'and goes on'), caseType: 'migration-certificate-issue' },
    ])
    expect(verdict).toMatchObject({ outcome: 'refused', refusals: [{ code: 'other-case-type' }] })
  })

  it('refuses a character that no database can hold, keeps the refusal, and files the rest', async () => {
    const station = await addStation(base().city, 2)
    const [bad, ...rest] = walks(station, 1)
    const spoiled = { ...must(bad, 'a walk begins'), facts: { ...bad?.facts, note: 'x\u0000\ud800' } }
    const actions = [spoiled, ...rest, ...reissueActions({ station, n: 1 })]
    const verdicts = await send(base().app, station, actions)
    expect(verdicts[0]).toMatchObject({ outcome: 'refused', refusals: [{ code: 'unstorable-character' }] })
    expect(verdicts.slice(5).every((verdict) => verdict.outcome === 'accepted')).toBe(true)
    expect(await send(base().app, station, actions)).toEqual(verdicts)
  })

  it('knows a case type of the future only by refusing it in words', async () => {
    const station = await addStation(base().city, 1)
    const [verdict] = await send(base().app, station, [{ ...firstOf(walks(station, 1)), caseType: 'naming' }])
    expect(verdict).toMatchObject({ outcome: 'refused', refusals: [{ code: 'unknown-case-type' }] })
  })
}

/** What the city itself adds: its answers, its packages, its schema. */
function describeCity(base: () => CityUnderTest): void {
  it('lets no package give a sheet to two stations', async () => {
    const station = await addStation(base().city, 1)
    const thief = makeStation(9000 + station.seed)
    const stolen = { ...makeOriginal(station, 0), station: thief.code }
    const load = loadPackage(
      base().city.database,
      makeCityPackage([{ station: thief, records: [stolen] }]),
      instantOfTests,
    )
    await expect(load).rejects.toThrow('already belongs to another station')
    expect(
      await base().city.database.query('select code from stations where code = $1', [thief.code]),
    ).toEqual([])
  })

  it('answers the question whether somebody landed, on the case and in the hand-out', async () => {
    const station = await addStation(base().city, 2)
    const landings = [{ key: makeOriginal(station, 0).key, on: '2026-03-08', office: '样例落户派出所' }]
    await loadPackage(base().city.database, makeCityPackage([], landings), instantOfTests)
    const actions = [0, 1].flatMap((n) => reissueActions({ station, n, landingCheck: 'unknown' }).slice(0, 2))
    const verdicts = await send(base().app, station, actions)
    expect(verdicts.every((verdict) => verdict.outcome === 'accepted')).toBe(true)
    const answers = (await fetchAfter(base().app, station, actions.length)).actions
    expect(answers.map(({ action }) => action.facts['value'])).toEqual(['landed', 'not-landed'])
    expect(answers.map(({ order }) => order)).toEqual([5, 6])
    const cases = await readCases(base(), station)
    const conflict = must(
      cases.find((each) => each.id === firstOf(actions).caseId),
      'the first case is there',
    )
    expect(conflict.questions).toMatchObject([
      { conflict: true, answer: { value: 'landed', office: '样例落户派出所' } },
    ])
    expect(await send(base().app, station, actions)).toEqual(verdicts)
    expect(await fetchAll(base().app, station)).toHaveLength(6)
  })

  it('lets no station speak for the city', async () => {
    const station = await addStation(base().city, 1)
    const actions = reissueActions({ station, n: 0, landingCheck: 'unknown' }).slice(0, 1)
    await send(base().app, station, actions)
    const [, answer] = await fetchAll(base().app, station)
    const forged = { ...must(answer, 'the city answered').action, id: newId() }
    const [verdict] = await send(base().app, station, [forged])
    expect(verdict).toMatchObject({ outcome: 'refused', refusals: [{ code: 'not-from-a-station' }] })
  })

  it('loads a package once, however often it is given', async () => {
    const station = makeStation(base().city.database.kind === 'embedded' ? 8001 : 8002)
    const once = makeCityPackage([{ station, records: makeRegister(station, 2) }])
    expect(await loadPackage(base().city.database, once, instantOfTests)).toEqual([station.code])
    await send(base().app, station, walks(station, 1))
    expect(await loadPackage(base().city.database, once, instantOfTests)).toEqual([])
    expect(await fetchAll(base().app, station)).toHaveLength(5)
  })

  it('loads a package that brings filed and refused actions, with their receipts', async () => {
    const source = await addStation(base().city, 2)
    const actions = walks(source, 2)
    await send(base().app, source, actions.slice(0, 7))
    const copy = makeStation(source.seed + 2000)
    const bare = makeCityPackage([{ station: copy, records: makeRegister(copy, 2) }])
    const copied = walks(copy, 2)
    const filed = copied.slice(0, 7).map((action, at) => ({ order: at + 1, receipt: `CF-OLD-${at}`, action }))
    const refusals = [{ code: 'wrong-status', message: '样例' }]
    const refused = copied.slice(7, 8).map((action) => ({ action, refusals }))
    const stations = bare.stations.map((each) => ({ ...each, filed, refused }))
    await loadPackage(base().city.database, { ...bare, stations }, instantOfTests)
    expect(await fetchAll(base().app, copy)).toEqual(filed)
    const verdicts = await send(base().app, copy, copied.slice(6, 8))
    expect(verdicts).toMatchObject([
      { outcome: 'accepted', order: 7, receipt: 'CF-OLD-6' },
      { outcome: 'refused', refusals },
    ])
  })

  it('applies every migration once and stops when one was changed afterwards', async () => {
    await migrate(base().city.database)
    const [row] = await base().city.database.query<{ digest: string; name: string }>(
      'select name, digest from migrations order by name',
    )
    const { name: migration, digest } = must(row, 'a migration was applied')
    await base().city.database.query("update migrations set digest = 'other' where name = $1", [migration])
    await expect(migrate(base().city.database)).rejects.toThrow('was changed after')
    await base().city.database.query('update migrations set digest = $2 where name = $1', [migration, digest])
  })
}

describe.each(bases)('the city on $name', ({ name, open }) => {
  let opened: CityUnderTest | undefined
  const base = () => must(opened, 'opened before the tests')
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened?.close())

  describeActionLog(name, (start) => openLog(base(), start))
  describeOrder(base)
  describeRefusals(base)
  describeCity(base)
})
