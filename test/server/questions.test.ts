import { randomUUID } from 'node:crypto'
import { v5 as nameBasedUuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import { addDays } from '../../shared/base/plain-date.ts'
import { fileMessage } from '../../server/receive/file-message.ts'
import { lookUp } from '../../server/receive/look-up.ts'
import { questionAnswered } from '../../shared/cases/city-questions.ts'
import { asStation } from '../../server/database/as-station.ts'
import { loadPackage } from '../../server/packages/load-package.ts'
import { acceptanceAt, nextStep, type Acceptance } from '../builders/acceptances.ts'
import { instantOfTests, makeCityPackage, makeStation, type MadeStation } from '../builders/reissues.ts'
import {
  bothStores,
  type CityUnderTest,
  fetchAll,
  messageOf,
  optionsOfTests,
  send,
} from './city-under-test.ts'

let seed = 6500

describe.each(bothStores)('the city asked by its stations, on %s,', (_name, open) => {
  let base: CityUnderTest
  beforeAll(async () => {
    // The examples are taken in on days of their own, the last in April.
    base = await open({ ...optionsOfTests, now: () => '2026-04-30T01:00:00.000Z' })
  })
  afterAll(() => base.close())

  async function station(records: Acceptance['records'] = []): Promise<MadeStation> {
    seed += 1
    const made = makeStation(seed)
    await loadPackage(base.city.database, makeCityPackage([{ station: made, records }]), instantOfTests)
    return made
  }

  /** A station with the register behind an acceptance there, and the acceptance filed. */
  async function takesIn(caseType: string, more: Readonly<Record<string, unknown>> = {}) {
    const at = await station(acceptanceAt(makeStation(seed + 1), caseType, more).records)
    const acceptance = acceptanceAt(at, caseType, more)
    expect(await send(base.app, at, [acceptance.action])).toMatchObject([{ outcome: 'accepted' }])
    return { at, acceptance }
  }

  async function answersAt(at: MadeStation): Promise<Action[]> {
    return (await fetchAll(base.app, at)).flatMap(({ action }) =>
      action.step === 'cityAnswer' ? [action] : [],
    )
  }

  /** The questions that an action raises, from a filing that breaks off before its commit. */
  async function questionsRaisedBy(at: MadeStation, action: Action): Promise<string[]> {
    const asked: string[] = []
    const message = { ...messageOf(at, []), actions: [action] }
    const broken = asStation(base.city.database, at.code, async (queries) => {
      const { filing } = await fileMessage(queries, message, base.city.now(), () => undefined)
      asked.push(...filing.filed.map((each) => questionAnswered(each.action)).filter(Boolean))
      throw new Error('broken off before the commit')
    })
    await expect(broken).rejects.toThrow('broken off before the commit')
    expect(asked.length).toBeGreaterThan(1)
    return asked
  }

  const values = (answers: readonly Action[]) => answers.map(({ facts }) => facts['value'])

  it('tells the second of two stations with the same child that another one has it, and where', async () => {
    const first = await takesIn('birth-registration')
    const second = await takesIn('birth-registration')
    const before = await answersAt(first.at)
    expect(before.length).toBeGreaterThan(1)
    expect(values(before)).toEqual(before.map(() => 'none'))
    const answers = await answersAt(second.at)
    expect(values(answers)).toContain('found')
    const offices = answers.flatMap(({ facts }) => facts['office'] ?? [])
    expect(new Set(offices)).toEqual(new Set([first.at.name]))
  })

  it('dates its answer after the step that asked, at a desk whose clock is ahead', async () => {
    const at = await station(acceptanceAt(makeStation(seed + 1), 'birth-registration').records)
    const { action } = acceptanceAt(at, 'birth-registration')
    const ahead = new Date(Date.parse(base.city.now()) + 4 * 60_000)
    await send(base.app, at, [{ ...action, at: ahead.toISOString() }])
    const answers = await answersAt(at)
    expect(answers.length).toBeGreaterThan(1)
    for (const answer of answers) expect(Date.parse(answer.at)).toBeGreaterThan(ahead.getTime())
  })

  it('answers each question once, however often the action is sent', async () => {
    const { at, acceptance } = await takesIn('birth-registration')
    const before = await answersAt(at)
    await send(base.app, at, [acceptance.action])
    await send(base.app, at, [acceptance.action])
    expect(await answersAt(at)).toEqual(before)
    const questions = before.map(({ facts }) => facts['questionId'])
    expect(new Set(questions).size).toBe(questions.length)
  })

  it('answers also when a desk has taken the ids that answers once had, names of their questions', async () => {
    const at = await station(acceptanceAt(makeStation(seed + 1), 'birth-registration').records)
    const { action } = acceptanceAt(at, 'birth-registration')
    const asked = await questionsRaisedBy(at, action)
    const squatting = asked.map((question) => ({
      ...action,
      id: nameBasedUuid(question, 'a6c1f3d0-5b0e-4d6f-9a57-1504c0de0001'),
      caseId: randomUUID(),
      caseType: 'none',
    }))
    expect(new Set((await send(base.app, at, squatting)).map(({ outcome }) => outcome))).toEqual(
      new Set(['refused']),
    )
    expect(await send(base.app, at, [action])).toMatchObject([{ outcome: 'accepted' }])
    expect((await answersAt(at)).map(questionAnswered).sort()).toEqual(asked.sort())
  })

  it('answers each question once when what asks breaks off before the commit and then comes to two processes', async () => {
    const at = await station(acceptanceAt(makeStation(seed + 1), 'birth-registration').records)
    const { action } = acceptanceAt(at, 'birth-registration')
    const asked = await questionsRaisedBy(at, action)
    expect(await answersAt(at)).toEqual([])
    await Promise.all([base.app, base.second].map((app) => send(app, at, [action])))
    expect((await answersAt(at)).map(questionAnswered).sort()).toEqual(asked.sort())
  })

  it('lets a case go that ended: whoever asks next hears nothing of it', async () => {
    const children = { children: [ofOwn('Z150000101')] }
    const first = await takesIn('birth-registration', children)
    const asked = (await answersAt(first.at)).length
    const withdraw = nextStep(first.acceptance, 'withdraw', first.at.clerk, { reason: '到外地办' }, 1 + asked)
    expect(await send(base.app, first.at, [withdraw])).toMatchObject([{ outcome: 'accepted' }])
    const second = await takesIn('birth-registration', children)
    const certificate = (await answersAt(second.at)).find((answer) =>
      questionAnswered(answer).includes('birth-certificate-used'),
    )
    expect(certificate?.facts['office']).not.toBe(first.at.name)
  })

  it('keeps whoever has seen a contrary answer from going on until a chief has settled it', async () => {
    await takesIn('birth-registration')
    const { at, acceptance } = await takesIn('birth-registration')
    const answers = await answersAt(at)
    const version = 1 + answers.length
    const approval = { opinion: '同意', stationName: at.name, withOpenQuestion: true }
    const seen = nextStep(acceptance, 'approve', at.chief, approval, version)
    expect(await send(base.app, at, [seen])).toMatchObject([
      { outcome: 'refused', refusals: [{ code: 'in-conflict' }] },
    ])
    const against = answers.filter(({ facts }) => facts['value'] === 'found')
    const settled = against.map((answer, n) =>
      nextStep(
        acceptance,
        'settleConflict',
        at.chief,
        { questionId: questionAnswered(answer), decision: 'keep', note: '电话核实，对方录错编号' },
        version + n,
      ),
    )
    expect((await send(base.app, at, settled)).map(({ outcome }) => outcome)).toEqual(
      settled.map(() => 'accepted'),
    )
    const again = nextStep(acceptance, 'approve', at.chief, approval, version + settled.length)
    expect(await send(base.app, at, [again])).toMatchObject([{ outcome: 'accepted' }])
  })

  it('takes what was done before the contrary answer was seen, because it has happened', async () => {
    await takesIn('birth-registration')
    const { at, acceptance } = await takesIn('birth-registration')
    const approval = { opinion: '同意', stationName: at.name, withOpenQuestion: true }
    const offline = nextStep(acceptance, 'approve', at.chief, approval, 1)
    expect(await send(base.app, at, [offline])).toMatchObject([{ outcome: 'accepted' }])
  })

  it('finds a number that is registered at another station, from its package', async () => {
    const there = acceptanceAt(makeStation(seed + 1), 'birth-registration').records
    const person = must(
      there.find((record) => record.kind === 'person' && record.citizenId !== ''),
      'somebody with a number',
    )
    if (person.kind !== 'person') throw new Error('a person')
    const holder = await station(there)
    const asker = await station()
    const rows = await asStation(base.city.database, asker.code, (queries) =>
      queries.query<{ office: string }>('select office from known_elsewhere($1::text[])', [
        [`citizen-id:${person.citizenId}`],
      ]),
    )
    expect(rows.map(({ office }) => office)).toContain(holder.name)
    const own = await asStation(base.city.database, holder.code, (queries) =>
      queries.query<{ office: string }>('select office from known_elsewhere($1::text[])', [
        [`citizen-id:${person.citizenId}`],
      ]),
    )
    expect(own.map(({ office }) => office)).not.toContain(holder.name)
  })

  it('finds a birth of the same mother that is too close to be another, and leaves twins alone', async () => {
    const { acceptance } = await takesIn('birth-registration')
    const children = (acceptance.action.facts as unknown as { form: { children: { bornOn: string }[] } }).form
    const bornOn = must(children.children[0], 'the example has a child').bornOn
    const asker = await station()
    const [births] = await base.city.database.query<{ key: string }>(
      "select key from known_numbers where key like 'births-of:%' and on_date = $1::date",
      [bornOn],
    )
    const mother = must(births, 'the birth is known under its mother').key
    const ask = (on: string) => ({
      id: on,
      kind: 'mother-births' as const,
      about: `${mother}/${on}`,
      askedOn: on,
      conflict: false,
    })
    const days = [addDays(bornOn, 100), addDays(bornOn, -100), bornOn, addDays(bornOn, 400)]
    const found = await asStation(base.city.database, asker.code, (queries) => lookUp(queries, days.map(ask)))
    expect(days.map((on) => found(ask(on)).value)).toEqual(['found', 'found', 'none', 'none'])
  })

  it('shows a station nothing of what another one asked, or of the numbers it knows', async () => {
    const asked = await takesIn('birth-registration')
    const other = await station()
    const own = (sql: string) =>
      asStation(base.city.database, other.code, (queries) => queries.query<{ station: string }>(sql))
    expect(await own('select station from known_numbers')).toEqual([])
    expect(await own('select station from cases')).toEqual([])
    await expect(
      own(
        `insert into known_numbers (key, station, reference) values ('citizen-id:1', '${asked.at.code}', 'x')`,
      ),
    ).rejects.toThrow(/row-level security/)
    expect(await own('delete from known_numbers returning station')).toEqual([])
  })

  it('keeps no name: a mark of name, birth and mother stands as a digest', async () => {
    await takesIn('birth-registration')
    const rows = await base.city.database.query<{ key: string }>('select key from known_numbers')
    expect(rows.filter(({ key }) => /\p{Script=Han}/u.test(key))).toEqual([])
    expect(rows.some(({ key }) => key.startsWith('same-person:'))).toBe(true)
  })
})

/** A child of its own, whose certificate nobody else has. */
function ofOwn(certificateNumber: string) {
  const { form } = acceptanceAt(makeStation(1), 'birth-registration').action.facts as unknown as {
    form: { children: readonly Record<string, unknown>[] }
  }
  return { ...must(form.children[0], 'the example has a child'), certificateNumber, name: '白小样' }
}
