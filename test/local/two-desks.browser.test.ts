import { afterEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Attachment } from '../../shared/attachments/attachment.ts'
import type { Action, Actor } from '../../shared/cases/action.ts'
import { readWaiting } from '../../renderer/local/attachments.ts'
import type { DeskStore } from '../../renderer/local/desk-store.ts'
import { openReceipt, readCase } from '../../renderer/local/read.ts'
import { recordAction } from '../../renderer/local/record-action.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { introduced, MadeAuthors } from '../builders/authors.ts'
import { holdFacts } from '../builders/hold-actions.ts'
import { instantOfTests, makeRegister, makeStation, reissueActions } from '../builders/reissues.ts'
import { decidingCity } from './deciding-city.ts'
import { closeDesks, importOf, openStore, stands } from './made-desk.ts'
import { makeMemoryJournal } from './memory-journal.ts'

afterEach(closeDesks)

const reissues = 3
const station = makeStation(712)
const { clerk, chief } = station
const colleague: Actor = { userId: 'second-clerk', name: '样例同事', role: 'officer', policeNumber: '970712' }

const picture: Attachment = {
  digest: 'c'.repeat(64),
  mediaType: 'image/png',
  bytes: 900_000,
  name: '样例扫描件.png',
}

/** Two machines of one station, each with a store of its own, and the city that both speak to. */
async function twoDesks() {
  const register = makeRegister(station, reissues)
  const city = decidingCity(register)
  const open = async (device: string) => {
    const { store } = await openStore(`two-${device}-${crypto.randomUUID()}`, makeMemoryJournal())
    const { package: made } = importOf(station, register)
    // Both may print on every sheet: what the two do to one case is tried here, not whose the numbers are.
    const leases = (made.leases ?? []).map((lease) => ({ ...lease, device }))
    await stands(store, importOf(station, register, { leases }))
    return new DeskAtWork(store, device, city)
  }
  return { one: await open('D1'), other: await open('D2'), city }
}

class DeskAtWork {
  readonly #authors = new MadeAuthors(station.code, 'D1')

  constructor(
    readonly store: DeskStore,
    readonly device: string,
    private readonly city: LinePort,
  ) {}

  /** Takes a step of the n-th reissue; the codes of the reasons against it. */
  async step(n: number, step: string, by?: Actor): Promise<string[]> {
    const made = must(
      reissueActions({ station, n }).find((each) => each.step === step),
      'the step is in the walk',
    )
    return this.#take(made, step, made.facts, by ?? made.by)
  }

  async hold(n: number, step: string, by: Actor, to?: Actor): Promise<string[]> {
    const made = firstAction(n)
    const caseFile = must(await readCase(this.store, made.caseId), 'the case is here')
    return this.#take(made, step, holdFacts(caseFile, step, by, to), by)
  }

  /** Adds a picture to the n-th reissue. */
  async attach(n: number, picture: Attachment, by: Actor): Promise<string[]> {
    return this.#take(firstAction(n), 'attach', { attachments: [{ ...picture }] }, by)
  }

  /** The city's receipt for a picture of the n-th reissue came. */
  async received(n: number, { digest }: Attachment): Promise<void> {
    const { caseId } = firstAction(n)
    await stands(this.store, { kind: 'attachment-received', digest, caseId, at: instantOfTests })
  }

  /** Where each file named by a case stands here. */
  async filesStand(): Promise<string[]> {
    return (await this.store.database.attachments.toArray()).map(({ state }) => state)
  }

  async #take({ caseId, caseType }: Action, step: string, facts: Action['facts'], by: Actor) {
    const chance = { id: () => crypto.randomUUID(), now: () => instantOfTests }
    const taken = { caseType, caseId, step, facts, by, station: station.code, device: this.device }
    const outcome = await recordAction(this.store, chance, taken, this.#authors.sign)
    return outcome.ok ? [] : outcome.refusals.map(({ code }) => code)
  }

  async round(): Promise<void> {
    const { store, device } = this
    const now = () => instantOfTests
    const way = {
      line: this.city,
      introduce: introduced,
      station: station.code,
      sample: true,
      now,
      chance: () => 0,
    }
    expect(await oneRound({ store, device, ...way })).toBe(true)
  }

  caseOf(n: number) {
    return readCase(this.store, firstAction(n).caseId)
  }

  /** Steps that the city refused here and nobody has decided on. */
  async refused(): Promise<string[]> {
    const rows = await this.store.database.receipts.where('open').equals(1).toArray()
    const opened = await Promise.all(rows.map((row) => openReceipt(this.store, row)))
    return opened.flatMap(({ refusals }) => refusals.map(({ code }) => code))
  }
}

function firstAction(n: number): Action {
  return must(reissueActions({ station, n })[0], 'a walk opens')
}

/** Both speak until neither has anything to say; then their cases and their registers are the same. */
async function settle(one: DeskAtWork, other: DeskAtWork): Promise<void> {
  for (const desk of [one, other, one, other]) await desk.round()
  for (let n = 0; n < reissues; n += 1) expect(await one.caseOf(n)).toEqual(await other.caseOf(n))
  const records = ({ store }: DeskAtWork) =>
    [...store.register.all()].sort((a, b) => a.key.localeCompare(b.key))
  expect(records(one)).toEqual(records(other))
}

describe('two desks of one station without a line', () => {
  it('both work, on different cases, and have the same of each when the line returns', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    expect(await other.step(1, 'accept', colleague)).toEqual([])
    expect(await one.step(0, 'approve')).toEqual([])
    await settle(one, other)
    expect(await other.caseOf(0)).toMatchObject({ status: 'approved' })
    expect(await one.caseOf(1)).toMatchObject({ status: 'awaiting-approval' })
  })

  it('leave a case alone that the other one holds, and say whose it is', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    expect(await one.step(0, 'approve')).toEqual([])
    expect(await one.hold(0, 'claim', clerk)).toEqual([])
    await settle(one, other)
    expect(await other.step(0, 'print', colleague)).toEqual(['held-elsewhere'])
    expect(await other.step(0, 'print', clerk)).toEqual(['held-elsewhere'])
    expect(await one.step(0, 'print')).toEqual([])
  })

  it('cannot both take the same case: the one that the city hears later is told, and decides', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    await settle(one, other)
    expect(await one.hold(0, 'claim', clerk)).toEqual([])
    expect(await other.hold(0, 'claim', colleague)).toEqual([])
    await settle(one, other)
    expect(await other.caseOf(0)).toMatchObject({ holding: { name: clerk.name, device: 'D1' } })
    expect(await one.refused()).toEqual([])
    expect(await other.refused()).toHaveLength(1)
  })

  it('lose nothing when a chief takes a case over that the other desk goes on with offline', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    expect(await one.step(0, 'approve')).toEqual([])
    expect(await one.hold(0, 'claim', clerk)).toEqual([])
    await settle(one, other)
    expect(await other.hold(0, 'takeOver', chief, colleague)).toEqual([])
    expect(await other.step(0, 'print', colleague)).toEqual([])
    expect(await one.step(0, 'print')).toEqual([])
    await other.round()
    await settle(one, other)
    expect(await one.caseOf(0)).toMatchObject({ holding: { name: colleague.name, device: 'D2' } })
    expect(await one.refused()).toHaveLength(1)
    expect(await other.refused()).toEqual([])
  })

  it('both add the same picture: each still sends its own, and neither takes a receipt back', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    await settle(one, other)
    expect(await one.attach(0, picture, clerk)).toEqual([])
    expect(await other.attach(0, picture, colleague)).toEqual([])
    await settle(one, other)
    expect([await one.filesStand(), await other.filesStand()]).toEqual([['waiting'], ['waiting']])
    expect((await readWaiting(one.store)).ready).toHaveLength(1)
    await one.received(0, picture)
    expect(await other.attach(0, { ...picture, name: '样例再附.png' }, colleague)).toEqual([])
    await settle(one, other)
    expect(await one.filesStand()).toEqual(['received'])
  })

  it('know a picture that only the other one added as one that lies elsewhere', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    expect(await one.attach(0, picture, clerk)).toEqual([])
    await settle(one, other)
    expect([await one.filesStand(), await other.filesStand()]).toEqual([['waiting'], ['elsewhere']])
  })

  it('keep each clerk’s drafts where they were typed', async () => {
    const { one, other } = await twoDesks()
    const draft = {
      id: crypto.randomUUID(),
      owner: clerk.userId,
      caseType: 'migration-certificate-reissue',
      facts: {},
      typed: {},
      changedAt: instantOfTests,
    }
    await stands(one.store, { kind: 'draft-saved', draft })
    await settle(one, other)
    expect(await other.store.database.drafts.count()).toBe(0)
  })
})
