import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import { verdictsGivenSchema, verdictsPath } from '../../shared/sync/answer-later.ts'
import {
  actionsFiledSchema,
  mostActionsAtOnce,
  protocolVersion,
  type CityVerdict,
} from '../../shared/sync/messages.ts'
import { buildApp } from '../../server/app.ts'
import { asStation } from '../../server/database/as-station.ts'
import { putKept } from '../../server/inbox/inbox-rows.ts'
import { keepMessage } from '../../server/inbox/keep-message.ts'
import { packMessage } from '../../server/inbox/packed-message.ts'
import { acceptanceAt } from '../builders/acceptances.ts'
import { reissueActions, type MadeStation } from '../builders/reissues.ts'
import {
  addStation,
  bearer,
  bothStores,
  fetchAll,
  firstOf,
  messageOf,
  optionsOfTests,
  type CityUnderTest,
} from './city-under-test.ts'

type Facts = Readonly<Record<string, unknown>>

/** An acceptance with some of its form written otherwise. */
function accepting(caseType: string, bend: (form: Facts) => Facts) {
  return (station: MadeStation): Action => {
    const { action } = acceptanceAt(station, caseType)
    const { form, ...rest } = action.facts
    return { ...action, facts: { ...rest, form: bend(form as Facts) } as Action['facts'] }
  }
}

/** A first step of a reissue as a bent desk of the county's writes it. */
function byCounty(change: Partial<Action['by']>) {
  return (station: MadeStation): Action => {
    const action = firstOf(reissueActions({ station, n: 1 }))
    const county = { userId: 'county-1', name: '样例科长', role: 'county', policeNumber: '970001' } as const
    return { ...action, by: { ...county, ...change } }
  }
}

const poisons: readonly (readonly [string, (station: MadeStation) => Action, string])[] = [
  [
    'a null character in a citizen number, which is a key of the register',
    accepting('move-in-permit-issue', (form) => ({
      ...form,
      movers: (form['movers'] as Facts[]).map((mover) => ({
        ...mover,
        citizenId: '15049919910920002\u0000',
      })),
    })),
    'unstorable-character',
  ],
  [
    'a null character in a household’s number',
    accepting('migration-certificate-landing', (form) => ({ ...form, householdNumber: '0001\u000023' })),
    'unstorable-character',
  ],
  [
    'a null character in a decider’s police number',
    byCounty({ policeNumber: '9700\u00001' }),
    'unstorable-character',
  ],
  ['a null character in a decider’s name', byCounty({ name: '样例\u0000' }), 'unstorable-character'],
  [
    'half a surrogate pair in a decider’s name, which the refusal would tell',
    byCounty({ name: '样例\ud83d' }),
    'unstorable-character',
  ],
  [
    'an instant with more digits than a clock has',
    (station) => ({
      ...firstOf(reissueActions({ station, n: 1 })),
      at: '2026-03-10T01:00:00.0000000001Z',
    }),
    'not-an-instant',
  ],
]

describe.each(bothStores)('a station goes on, on %s,', (_name, open) => {
  let base: CityUnderTest
  let minutes = 0
  beforeAll(async () => {
    const now = () => new Date(Date.parse('2026-04-30T01:00:00.000Z') + minutes * 60_000).toISOString()
    base = await open({ ...optionsOfTests, now })
  }, 120_000)
  afterAll(() => base.close())

  /** The other machine of the station, which means no harm. */
  const secondMachine = (station: MadeStation, n = 0) =>
    reissueActions({ station, n }).map((action) => ({ ...action, device: 'D2' }))

  const post = (station: MadeStation, actions: readonly Action[]) =>
    base.app.inject({
      method: 'POST',
      url: '/v1/actions',
      headers: bearer(station),
      payload: { ...messageOf(station, actions), device: actions[0]?.device ?? '' },
    })

  async function send(station: MadeStation, actions: readonly Action[]): Promise<CityVerdict[]> {
    const answer = await post(station, actions)
    expect([answer.statusCode, answer.body]).toEqual([200, answer.body])
    return actionsFiledSchema.parse(answer.json()).verdicts
  }

  async function ask(station: MadeStation, actions: readonly Action[]) {
    const payload = { protocol: protocolVersion, station: station.code, ids: actions.map(({ id }) => id) }
    const headers = bearer(station)
    const answer = await base.app.inject({ method: 'POST', url: verdictsPath, headers, payload })
    return verdictsGivenSchema.parse(answer.json())
  }

  const keep = (station: MadeStation, actions: readonly Action[]) =>
    keepMessage(base.city, {
      ...messageOf(station, actions),
      device: actions[0]?.device ?? '',
      actions: [...actions],
    })

  const outcomes = (verdicts: readonly CityVerdict[]) => verdicts.map(({ outcome }) => outcome)
  const accepted = (actions: readonly Action[]) => actions.map(() => 'accepted')

  it.each(poisons)('over %s', async (_what, poisoned, code) => {
    const station = await addStation(base.city, 2)
    const [poison, good] = [poisoned(station), secondMachine(station)]
    const refusal = { id: poison.id, outcome: 'refused', refusals: [{ code }] }
    expect(await send(station, [poison])).toMatchObject([refusal])
    expect(outcomes(await send(station, good))).toEqual(accepted(good))
    expect(await send(station, [poison])).toMatchObject([refusal])
  })

  it.each(poisons)('when it was kept first, over %s', async (_what, poisoned, code) => {
    const station = await addStation(base.city, 2)
    const [poison, good] = [poisoned(station), secondMachine(station)]
    await keep(station, [poison])
    await keep(station, good)
    const given = await ask(station, [poison, ...good])
    expect(given.verdicts[0]).toMatchObject({ id: poison.id, outcome: 'refused', refusals: [{ code }] })
    expect(outcomes(given.verdicts.slice(1))).toEqual(accepted(good))
    expect(given.judging).toBe(false)
  })

  /** A stored case whose question is no text: the program throws where it looks for the answer. */
  async function bendCase(_station: MadeStation, caseId: string): Promise<void> {
    const about = { toString: 0, valueOf: 0 }
    const question = { id: 'q', kind: 'mother-births', about, askedOn: '2026-03-10', conflict: false }
    const bent = await base.city.database.query(
      `update cases set body = jsonb_set(body, '{questions}', $2::jsonb) where case_id = $1::uuid returning 1`,
      [caseId, JSON.stringify([question])],
    )
    expect(bent).toHaveLength(1)
  }

  /** A column takes no such case, as it takes no number that is too large. */
  async function refuseCase(_station: MadeStation, caseId: string): Promise<void> {
    const name = `no_${caseId.replaceAll('-', '')}`
    await base.city.database.script(
      `alter table cases add constraint ${name} check (case_id <> '${caseId}' or version < 2) not valid`,
    )
  }

  const breaks = [
    ['breaks off in the program', bendCase],
    ['breaks off in the database', refuseCase],
  ] as const
  it.each(breaks)('over a step that %s, refused alone among others', async (_how, prepare) => {
    const station = await addStation(base.city, 3)
    const [accept, approve] = reissueActions({ station, n: 1 })
    const first = must(accept, 'a walk begins')
    const broken = must(approve, 'and goes on')
    await send(station, [first])
    await prepare(station, first.caseId)
    const [before, behind] = [secondMachine(station, 0), secondMachine(station, 2)]
    const message = [...before, broken, ...behind].map((action) => ({ ...action, device: 'D1' }))
    const verdicts = await send(station, message)
    expect(verdicts[before.length]).toMatchObject({
      id: broken.id,
      outcome: 'refused',
      refusals: [{ code: 'cannot-be-read' }],
    })
    expect(outcomes(verdicts.toSpliced(before.length, 1))).toEqual(accepted([...before, ...behind]))
    const filed = await fetchAll(base.app, station)
    expect(filed.map(({ order }) => order)).toEqual(filed.map((_, at) => at + 1))
    expect(filed.map(({ action }) => action.id)).toEqual([first, ...before, ...behind].map(({ id }) => id))
    // The same again gets the same, and so does it when it is kept.
    expect(await send(station, message)).toEqual(verdicts)
  })

  it.each(breaks)('when it was kept first, over a step that %s', async (_how, prepare) => {
    const station = await addStation(base.city, 2)
    const [accept, approve] = reissueActions({ station, n: 1 })
    const first = must(accept, 'a walk begins')
    const broken = must(approve, 'and goes on')
    await send(station, [first])
    await prepare(station, first.caseId)
    const good = secondMachine(station)
    await keep(station, [broken])
    await keep(station, good)
    const given = await ask(station, [broken, ...good])
    expect(given.verdicts[0]).toMatchObject({ refusals: [{ code: 'cannot-be-read' }] })
    expect(outcomes(given.verdicts.slice(1))).toEqual(accepted(good))
  })

  describe('behind a kept message that this program cannot read', () => {
    /** As a later program keeps it, which reads more actions in one message. */
    async function keepUnreadable(station: MadeStation): Promise<Action[]> {
      const one = firstOf(reissueActions({ station, n: 1 }))
      const actions = Array.from({ length: mostActionsAtOnce + 1 }, () => ({ ...one, id: randomUUID() }))
      const message = { ...messageOf(station, actions), actions }
      const kept = await packMessage(message, base.city.now())
      await asStation(base.city.database, station.code, (queries) => putKept(queries, station.code, [kept]))
      return actions
    }

    const aside = async ({ code }: MadeStation) => {
      const rows = await base.city.database.query<{ is_aside: boolean }>(
        'select put_aside_at is not null as is_aside from inbox where station = $1',
        [code],
      )
      return rows.map((row) => row.is_aside)
    }

    it('waits for a program that can, and after ten minutes goes on; the message stays', async () => {
      const station = await addStation(base.city, 2)
      const actions = await keepUnreadable(station)
      const good = secondMachine(station)
      const early = await post(station, good)
      expect([early.statusCode, early.json()]).toMatchObject([503, { code: 'kept-not-read' }])
      expect(early.headers['retry-after']).toBe('5')
      expect(await aside(station)).toEqual([false])
      minutes += 11
      expect(outcomes(await send(station, good))).toEqual(accepted(good))
      expect(await aside(station)).toEqual([true])
      // Its desk hears that they never came, and sends them again as this program reads them.
      const asked = actions.slice(0, 2)
      expect(await ask(station, asked)).toMatchObject({ verdicts: [], judging: false })
    })

    it('has it judged by the next program that starts and reads it', async () => {
      const station = await addStation(base.city, 2)
      await keepUnreadable(station)
      minutes += 11
      const good = secondMachine(station)
      expect(outcomes(await send(station, good))).toEqual(accepted(good))
      expect(await aside(station)).toEqual([true])
      // What the one program cannot read is whole to the next.
      const later = secondMachine(station, 1)
      const message = { ...messageOf(station, later), device: 'D2', actions: later }
      const { gzipped } = await packMessage(message, base.city.now())
      await base.city.database.query('update inbox set message = $2 where station = $1', [
        station.code,
        Buffer.from(gzipped, 'base64'),
      ])
      const next = await buildApp({ city: base.city, sample: true })
      await next.ready()
      await expect.poll(() => aside(station), { timeout: 10_000 }).toEqual([])
      expect((await fetchAll(next, station)).map(({ action }) => action.id)).toEqual(
        [...good, ...later].map(({ id }) => id),
      )
      await next.close()
    })

    it('stands in line again when its desk sends the same bytes', async () => {
      const station = await addStation(base.city, 2)
      await base.city.database.query(
        `insert into inbox (station, digest, kept_at, message) values ($1, 'x', $2, '\\x00')`,
        [station.code, base.city.now()],
      )
      minutes += 11
      const good = secondMachine(station)
      expect(outcomes(await send(station, good.slice(0, 1)))).toEqual(['accepted'])
      expect(await aside(station)).toEqual([true])
      const rest = good.slice(1)
      const whole = await packMessage(
        { ...messageOf(station, rest), device: 'D2', actions: rest },
        base.city.now(),
      )
      await asStation(base.city.database, station.code, (queries) =>
        putKept(queries, station.code, [{ ...whole, digest: 'x' }]),
      )
      expect(outcomes((await ask(station, rest)).verdicts)).toEqual(accepted(rest))
      expect(await aside(station)).toEqual([])
    })
  })
})
