import { expect } from 'vitest'
import { jsonObjectSchema } from '../../shared/base/json-value.ts'
import { must } from '../../shared/base/must.ts'
import type { Attachment } from '../../shared/attachments/attachment.ts'
import type { Action, Actor } from '../../shared/cases/action.ts'
import type { ReceiptRow } from '../../renderer/local/database.ts'
import type { DeskStore } from '../../renderer/local/desk-store.ts'
import { asHanded } from '../../renderer/local/handed-refusals.ts'
import { openAction, openReceipt, readCase } from '../../renderer/local/read.ts'
import { recordAction, type StepToTake } from '../../renderer/local/record-action.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { pullNew } from '../../renderer/sync/pull.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { introduced, MadeAuthors } from '../builders/authors.ts'
import { holdFacts } from '../builders/hold-actions.ts'
import { instantOfTests, makeRegister, makeStation, reissueActions } from '../builders/reissues.ts'
import { decidingCity } from './deciding-city.ts'
import { importOf, openStore, stands } from './made-desk.ts'
import { makeMemoryJournal, type MemoryJournal } from './memory-journal.ts'

const reissues = 3
const station = makeStation(712)
export const { clerk, chief } = station
export const colleague: Actor = {
  userId: 'second-clerk',
  name: '样例同事',
  role: 'officer',
  policeNumber: '970712',
}

/** Two machines of one station, each with a store of its own, and the city that both speak to. */
export async function twoDesks(unknownSteps: readonly string[] = []) {
  const register = makeRegister(station, reissues)
  const city = decidingCity(register, unknownSteps)
  const open = async (device: string) => {
    const name = `two-${device}-${crypto.randomUUID()}`
    const journal = makeMemoryJournal()
    const { store } = await openStore(name, journal)
    const { package: made } = importOf(station, register)
    // Both may print on every sheet: what the two do to one case is tried here, not whose the numbers are.
    const leases = (made.leases ?? []).map((lease) => ({ ...lease, device }))
    await stands(store, importOf(station, register, { leases }))
    return new DeskAtWork({ store, name, journal, device, city })
  }
  return { one: await open('D1'), other: await open('D2'), city }
}

interface Place {
  readonly store: DeskStore
  readonly name: string
  readonly journal: MemoryJournal
  readonly device: string
  readonly city: LinePort
}

export class DeskAtWork {
  readonly #authors = new MadeAuthors(station.code, 'D1')

  constructor(readonly place: Place) {}

  get store(): DeskStore {
    return this.place.store
  }

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

  /** Hands the oldest open refusal of the n-th reissue to a colleague. */
  async handOver(n: number, by: Actor, to: Actor): Promise<string[]> {
    const [oldest] = await this.refusals(1)
    const { action, content } = must(oldest, 'a refusal is open')
    const facts = { content: asHanded(action, content), caseworker: personOf(to), note: '请定夺' }
    return this.#take(firstAction(n), 'handRefusal', jsonObjectSchema.parse(facts), by)
  }

  /** Hands the first handed refusal of the n-th reissue on to the next. */
  async handOn(n: number, by: Actor, to: Actor): Promise<string[]> {
    const { refused, actionId: instead } = await this.#handed(n)
    const facts = { id: refused.id, instead, caseworker: personOf(to), note: '请定夺' }
    return this.#take(firstAction(n), 'handRefusal', facts, by)
  }

  async settleHanded(n: number, by: Actor): Promise<string[]> {
    const { refused } = await this.#handed(n)
    return this.#take(firstAction(n), 'settleRefusal', { id: refused.id, note: '以市局的为准' }, by)
  }

  async sayHandedAgain(n: number, by: Actor): Promise<string[]> {
    const { id, step, facts } = (await this.#handed(n)).refused
    return this.#take(firstAction(n), step, facts, by, { settles: { id, note: '照原样再报' } })
  }

  /** Says the oldest open refusal of this machine again. */
  async saysOwnAgain(n: number, by: Actor): Promise<string[]> {
    const { action } = must((await this.refusals(1))[0], 'a refusal is open')
    const closes = { id: action.id, by: by.name, note: '照原样再报', at: instantOfTests }
    return this.#take(firstAction(n), action.step, action.facts, by, { closes })
  }

  async #handed(n: number) {
    const caseFile = must(await this.caseOf(n), 'the case is here')
    return must(caseFile.handedRefusals?.[0], 'a refusal is handed')
  }

  /** Refusals of this machine that stand so (1 open here, 2 with a colleague, 0 decided), oldest first. */
  async refusals(open: ReceiptRow['open']) {
    const { receipts, actions } = this.store.database
    const rows = (await receipts.where('open').equals(open).toArray()).filter((row) => row.sealed)
    const places = await actions.bulkGet(rows.map(({ id }) => id))
    const opened = rows.map(async (row, at) => {
      const actionRow = must(places[at], 'a refused action is here')
      const action = await openAction(this.store, actionRow)
      return { action, content: await openReceipt(this.store, row), place: actionRow.place }
    })
    return (await Promise.all(opened)).sort((a, b) => a.place - b.place)
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

  async #take(
    { caseId, caseType }: Action,
    step: string,
    facts: Action['facts'],
    by: Actor,
    answering: Pick<StepToTake, 'closes' | 'settles'> = {},
  ) {
    const chance = { id: () => crypto.randomUUID(), now: () => instantOfTests }
    const { device } = this.place
    const taken = { caseType, caseId, step, facts, by, station: station.code, device, ...answering }
    const outcome = await recordAction(this.store, chance, taken, this.#authors.sign)
    return outcome.ok ? [] : outcome.refusals.map(({ code }) => code)
  }

  async round(): Promise<void> {
    const { store, device, city: line } = this.place
    const now = () => instantOfTests
    const way = {
      line,
      introduce: introduced,
      station: station.code,
      sample: true,
      now,
      chance: () => 0,
    }
    expect(await oneRound({ store, device, ...way })).toBe(true)
  }

  /** Fetches what the city has filed; what waits here is not sent. */
  async pull(): Promise<void> {
    const { store, city: line } = this.place
    expect(await pullNew(store, line, station.code)).toMatchObject({ kind: 'complete' })
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

function personOf({ userId, name, policeNumber }: Actor) {
  return { userId, name, policeNumber }
}

export function firstAction(n: number): Action {
  return must(reissueActions({ station, n })[0], 'a walk opens')
}

/** Both speak until neither has anything to say; then their cases and their registers are the same. */
export async function settle(one: DeskAtWork, other: DeskAtWork): Promise<void> {
  for (const desk of [one, other, one, other]) await desk.round()
  for (let n = 0; n < reissues; n += 1) expect(await one.caseOf(n)).toEqual(await other.caseOf(n))
  const records = ({ store }: DeskAtWork) =>
    [...store.register.all()].sort((a, b) => a.key.localeCompare(b.key))
  expect(records(one)).toEqual(records(other))
}
