import { afterEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../shared/cases/action.ts'
import type { Lease } from '../../shared/register/lease.ts'
import type { DeskStore } from '../../renderer/local/desk-store.ts'
import { digestSetting, openDigest, readDigestRows } from '../../renderer/local/digest.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { introduced } from '../builders/authors.ts'
import { holdAction } from '../builders/hold-actions.ts'
import { instantOfTests } from '../builders/reissues.ts'
import {
  closeDesks,
  firstOf,
  getCase,
  makeDesk,
  openStore,
  rebuildStore,
  record,
  stands,
  walk,
  type MadeDesk,
} from './made-desk.ts'
import { makeScriptedCity, type ScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

const anHourLater = instantOfTests.replace('T01:', 'T02:')
const stranger: Actor = { userId: 'stranger', name: '样例旁人', role: 'officer', policeNumber: '960001' }

async function round({ store, station }: MadeDesk, city: ScriptedCity, now: string): Promise<void> {
  const way = { introduce: introduced, station: station.code, device: 'D1', sample: true }
  const health = await city.exchange('GET', '/v1/health')
  expect(health.kind).toBe('answer')
  // The city's clock of these tests stands still: a round an hour later is one by a city an hour later.
  const line = {
    exchange: async (...given: Parameters<ScriptedCity['exchange']>) => {
      const answer = await city.exchange(...given)
      if (given[1] !== '/v1/health' || answer.kind !== 'answer' || typeof answer.body !== 'string')
        return answer
      return { ...answer, body: answer.body.replace(instantOfTests, now) }
    },
  }
  expect(await oneRound({ ...way, store, line, now: () => now, chance: () => 0 })).toBe(true)
}

async function digestOf(store: DeskStore, person: Actor) {
  return openDigest(store, await readDigestRows(store, person.userId), person, 'D1')
}

/** The news as kind and step, case by case. */
async function newsOf(store: DeskStore, person: Actor): Promise<string[][]> {
  const { lines } = await digestOf(store, person)
  return lines.map(({ news }) => news.map(({ kind, action }) => `${kind} ${action.step}`))
}

function block(more: Partial<Lease>): Lease {
  return {
    id: crypto.randomUUID(),
    kind: 'certificate-blanks',
    station: '150430100000',
    device: 'D1',
    range: { series: '蒙2026', first: 1, last: 50 },
    from: instantOfTests,
    until: '2026-09-06T01:00:00.000Z',
    renewBefore: '2026-05-09T01:00:00.000Z',
    state: 'live',
    ...more,
  }
}

async function closeDigest(store: DeskStore, person: Actor): Promise<void> {
  const { mark } = await digestOf(store, person)
  await stands(store, { kind: 'setting-saved', name: digestSetting(person.userId), value: mark })
}

describe('what came while a clerk was away from the line', () => {
  it('tells the own steps that had waited, with the numbers they were given', async () => {
    const desk = await makeDesk()
    await record(desk.store, walk(desk, 0, 3))
    await round(desk, makeScriptedCity(), anHourLater)
    const { lines } = await digestOf(desk.store, desk.station.clerk)
    expect(lines).toHaveLength(1)
    expect(firstOf(lines).news).toMatchObject([
      { kind: 'accepted', action: { step: 'accept' }, receipt: '受1' },
      { kind: 'others', action: { step: 'approve' } },
      { kind: 'accepted', action: { step: 'print' }, receipt: '受3' },
    ])
  })

  it('says nothing of own steps that went out at once', async () => {
    const desk = await makeDesk()
    await record(desk.store, walk(desk, 0, 1))
    await round(desk, makeScriptedCity(), instantOfTests)
    expect(await newsOf(desk.store, desk.station.clerk)).toEqual([])
  })

  it('tells a refused step with the city’s reason', async () => {
    const desk = await makeDesk()
    const city = makeScriptedCity()
    city.refuse(firstOf(walk(desk)).id)
    await record(desk.store, walk(desk, 0, 1))
    await round(desk, city, instantOfTests)
    const { lines } = await digestOf(desk.store, desk.station.clerk)
    expect(firstOf(lines).news).toMatchObject([
      { kind: 'refused', refusals: [{ message: '原证已经在别处作废。' }] },
    ])
    expect(await newsOf(desk.store, stranger)).toEqual([])
  })

  it('tells a refusal to whoever it is handed to, though that person closed a digest while it was another’s', async () => {
    const desk = await makeDesk()
    const city = makeScriptedCity()
    const { id } = firstOf(walk(desk))
    city.refuse(id)
    await record(desk.store, walk(desk, 0, 1))
    await round(desk, city, instantOfTests)
    const { clerk, chief } = desk.station
    await closeDigest(desk.store, chief)
    await closeDigest(desk.store, clerk)
    const assigned = { id, by: clerk.name, note: '请定夺', at: anHourLater, to: chief.name }
    await stands(desk.store, { kind: 'refusal-assigned', ...assigned, toUserId: chief.userId })
    expect(await newsOf(desk.store, chief)).toEqual([['refused accept']])
    expect(await newsOf(desk.store, clerk)).toEqual([])
    await closeDigest(desk.store, chief)
    expect(await newsOf(desk.store, chief)).toEqual([])
  })

  it('tells which blocks this machine was lent since, each person until that person closed the digest, and nothing of the package’s', async () => {
    const packed = block({ id: crypto.randomUUID() })
    const desk = await makeDesk(2, ({ code: station }) => ({ leases: [{ ...packed, station }] }))
    const { code: station } = desk.station
    const grantedTo = async (person: Actor) =>
      (await digestOf(desk.store, person)).granted.map(({ kind, range }) => `${kind} ${range.first}`)
    const [mine, codes, others] = [
      block({ station, range: { series: '蒙2026', first: 51, last: 100 } }),
      block({ station, kind: 'citizen-sequence', range: { series: '150430', first: 20, last: 29 } }),
      block({ station, device: 'D2', range: { series: '蒙2026', first: 101, last: 150 } }),
    ]
    const tell = (...leases: Lease[]) =>
      stands(desk.store, { kind: 'leases-told', leases, answered: [], at: instantOfTests })
    await tell({ ...packed, station })
    const { clerk, chief } = desk.station
    expect(await grantedTo(clerk)).toEqual([])
    await tell({ ...packed, station }, mine, codes, others)
    expect(await grantedTo(clerk)).toEqual(['certificate-blanks 51', 'citizen-sequence 20'])
    await closeDigest(desk.store, clerk)
    expect(await grantedTo(clerk)).toEqual([])
    expect(await grantedTo(chief)).toHaveLength(2)
    await tell({ ...packed, station }, mine, codes, others)
    expect(await grantedTo(clerk)).toEqual([])
  })

  it('tells what others did in a case one took part in, or was given', async () => {
    const desk = await makeDesk()
    const city = makeScriptedCity()
    await record(desk.store, walk(desk, 0, 1))
    await round(desk, city, instantOfTests)
    const caseFile = await getCase(desk.store, firstOf(walk(desk)))
    city.fileFromElsewhere(holdAction(caseFile, 'assign', { by: desk.station.chief, device: 'D2' }, stranger))
    for (const action of walk(desk, 1, 2)) city.fileFromElsewhere({ ...action, by: desk.station.chief })
    await round(desk, city, instantOfTests)
    expect(await newsOf(desk.store, desk.station.clerk)).toEqual([['others assign']])
    expect(await newsOf(desk.store, stranger)).toEqual([['others accept', 'others assign']])
  })

  it('stays until that person closes it, over a restart and a rebuilt database', async () => {
    const desk = await makeDesk()
    await record(desk.store, walk(desk, 0, 3))
    await round(desk, makeScriptedCity(), anHourLater)
    const before = await newsOf(desk.store, desk.station.clerk)
    desk.store.close()
    const { store } = await openStore(desk.name, desk.journal)
    expect(await newsOf(store, desk.station.clerk)).toEqual(before)
    await closeDigest(store, desk.station.chief)
    expect(await newsOf(store, desk.station.clerk)).toEqual(before)
    await closeDigest(store, desk.station.clerk)
    expect(await newsOf(store, desk.station.clerk)).toEqual([])
    store.close()
    const rebuilt = await rebuildStore(desk.name, desk.journal)
    expect(await newsOf(rebuilt.store, desk.station.clerk)).toEqual([])
  })

  it('begins after the starting package, whose history is no news', async () => {
    const desk = await makeDesk(2, (station) => ({
      filed: walk({ station }).map((action, at) => ({ action, order: at + 1, receipt: `受${at + 1}` })),
    }))
    expect(await newsOf(desk.store, desk.station.clerk)).toEqual([])
  })
})
