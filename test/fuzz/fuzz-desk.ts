import { must } from '../../shared/base/must.ts'
import type { Actor } from '../../shared/cases/action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { Lease } from '../../shared/register/lease.ts'
import { DeskStore } from '../../renderer/local/desk-store.ts'
import { openAction, openCase, openReceipt } from '../../renderer/local/read.ts'
import { readLeases } from '../../renderer/local/read-leases.ts'
import { recordAction, type SignActions } from '../../renderer/local/record-action.ts'
import { keepLeases, type LeaseHolder } from '../../renderer/sync/keep-leases.ts'
import { judgeAnswer } from '../../renderer/sync/judge-answer.ts'
import { makeAhead } from '../../renderer/sync/make-ahead.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { oneRound, type Introduced } from '../../renderer/sync/pump.ts'
import type { Random } from '../../build/sample-station/random.ts'
import { instantOfTests, type MadeStation } from '../builders/reissues.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { importOf } from '../local/made-desk.ts'
import { madeCodec } from '../local/made-codec.ts'
import { makeMemoryJournal } from '../local/memory-journal.ts'
import { BadLine } from './bad-line.ts'
import { FuzzClerk, type Work } from './fuzz-clerk.ts'
import { FuzzStick } from './fuzz-stick.ts'
import { lineOnPower, onPower, Power, PowerCut } from './power.ts'
import { challengeSchema } from '../../shared/sync/enrolment.ts'
import type { LeaseRequest } from '../../shared/sync/leases.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'

interface Place {
  readonly station: MadeStation
  readonly device: string
  readonly records: readonly RegisterRecord[]
}

/** How far a desk's clock may be off, minutes. */
const worstClock = 4

/** One machine at a station's counter, with its disk, its line, its power, and somebody who works on it at random. */
export class FuzzDesk {
  readonly line: BadLine
  readonly journal = makeMemoryJournal()
  /** Ids of everything that was recorded here and answered with a yes. */
  readonly recorded = new Set<string>()
  /** Scans on the machine's disk, by digest. */
  readonly pictures = new Map<string, Uint8Array>()
  readonly authors: MadeAuthors
  readonly stick: FuzzStick
  readonly clerk: FuzzClerk
  /** The city was told the keys of the people since the machine started. */
  #told = false
  #power = new Power()
  #store: DeskStore | undefined
  readonly #clockOff: number
  /** Few, so that more follows. */
  readonly #firstMessage: number
  readonly #name: string
  readonly #machine: string

  constructor(
    readonly place: Place,
    private readonly random: Random,
    city: { readonly address: string },
  ) {
    this.line = new BadLine(() => city.address, place.station.token, random)
    this.authors = new MadeAuthors(place.station.code, place.device)
    this.stick = new FuzzStick(this.authors, random, { read: async (digest) => this.pictures.get(digest) })
    this.clerk = new FuzzClerk(this, random)
    for (const person of this.people) this.authors.personOf(person)
    this.#clockOff = random.between(-worstClock, worstClock) * 60_000
    this.#machine = random.uuid()
    this.#firstMessage = random.between(1, 12)
    this.#name = `fuzz-${place.station.code}-${place.device}-${random.uuid()}`
  }

  get store(): DeskStore {
    return must(this.#store, 'the desk is open')
  }

  async open(): Promise<void> {
    this.#power = new Power()
    this.#told = false
    const parts = onPower(this.#power, { codec: madeCodec, journal: this.journal })
    const { store, opening } = await DeskStore.open({ ...parts, name: this.#name })
    this.#store = store
    if (opening.total > 0) return
    const { station, records } = this.place
    const imported = await store.write(() => importOf(station, records, { leases: [] }))
    if (!imported.ok) throw new Error('the register did not go in')
  }

  /** Does one piece of work; a power cut ends it, and the machine starts again from what its disk holds. */
  async live(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (fault) {
      if (!(fault instanceof PowerCut) && !this.#power.isOff) throw fault
    }
    if (this.#power.isOff) await this.startAgain()
  }

  async startAgain(): Promise<void> {
    this.#power.cut()
    this.#store?.close()
    await this.open()
  }

  powerFailsAfter(moments: number): void {
    this.#power.failAfter(moments)
  }

  /** A round with the city; true when nothing failed. */
  async round(): Promise<boolean> {
    const line = lineOnPower(this.#power, this.line)
    const desk = {
      ...this.holder,
      line,
      introduce: () => this.#introduce(line),
      sample: true,
      chance: () => this.random.next(),
      firstMessage: this.#firstMessage,
    }
    const good = await oneRound(desk)
    if (good) await keepLeases(desk)
    return good
  }

  /** As one that holds blocks of numbers, over the line and by stick. */
  get holder(): LeaseHolder {
    const { station, device } = this.place
    return {
      store: this.store,
      station: station.code,
      device,
      machine: this.#machine,
      firstBlocks: false,
      now: () => this.now(),
      newId: () => this.random.uuid(),
      wishes: () => Promise.resolve({ isClosedDown: false, outageDays: 10 }),
    }
  }

  get power(): Power {
    return this.#power
  }

  /** As the machine does it: its own key is certified first, then it vouches for its people. */
  async #introduce(line: LinePort): Promise<Introduced> {
    if (this.#told) return { outcome: 'known' }
    const fresh = judgeAnswer(await line.exchange('GET', '/v1/challenges'), challengeSchema)
    if (fresh.kind !== 'taken') return { outcome: 'retry', reason: '没有取到' }
    for (const [path, body] of [
      ['/v1/machine-reports', this.authors.machineReport(fresh.value.challenge)],
      ['/v1/user-keys', this.authors.report()],
    ] as const) {
      const answer = await line.exchange('POST', path, JSON.stringify(body))
      if (answer.kind !== 'answer' || answer.status !== 200) return { outcome: 'retry', reason: '还没有登记' }
      if (!answer.contentType.startsWith('application/json')) return { outcome: 'retry', reason: '不是市局' }
    }
    this.#told = true
    return { outcome: 'known' }
  }

  /** There is time: messages are made before there is a line for them. */
  makeAhead(): Promise<void> {
    return makeAhead(this.store, this.holder, this.random.between(1, 6))
  }

  /** Gives a block back and asks for another. */
  async giveBack(): Promise<void> {
    const sheets = (await this.ownLeases()).filter(({ kind }) => kind === 'certificate-blanks')
    if (sheets.length === 0) return
    const requests: LeaseRequest[] = [
      { id: this.random.uuid(), want: 'return', lease: this.random.pick(sheets).id },
      {
        id: this.random.uuid(),
        want: 'grant',
        kind: 'certificate-blanks',
        count: this.random.between(1, 10),
      },
    ]
    await this.store.write(() => ({ kind: 'leases-asked', requests, at: this.now() }))
  }

  async cases(): Promise<CaseFile[]> {
    const rows = await this.store.database.cases.orderBy('id').toArray()
    return Promise.all(rows.filter(({ ghost }) => !ghost).map((row) => openCase(this.store, row)))
  }

  /** What the desk says about each recorded action. */
  async deliveries(): Promise<ReadonlyMap<string, 'received' | 'refused' | 'on-its-way'>> {
    const rows = await this.store.database.receipts.bulkGet([...this.recorded])
    return new Map([...this.recorded].map((id, at) => [id, rows[at]?.outcome ?? 'on-its-way']))
  }

  /** Ids of refused actions whose reasons stand on this desk, open or closed by somebody. */
  async refusalsWithReasons(): Promise<ReadonlySet<string>> {
    const rows = await this.store.database.receipts.filter(({ outcome }) => outcome === 'refused').toArray()
    const opened = await Promise.all(rows.map((row) => openReceipt(this.store, row)))
    return new Set(opened.filter(({ refusals }) => refusals.length > 0).map(({ id }) => id))
  }

  /** The refused steps of this machine, each with what became of it. */
  async refusedHere() {
    const { receipts, actions } = this.store.database
    const rows = await receipts.filter(({ outcome }) => outcome === 'refused').toArray()
    const actionRows = await actions.bulkGet(rows.map(({ id }) => id))
    return Promise.all(
      rows.map(async (row, at) => ({
        action: await openAction(this.store, must(actionRows[at], 'a refused step is kept')),
        open: row.open,
        content: await openReceipt(this.store, row),
      })),
    )
  }

  /** Records a step by this hand at this machine. */
  async take({ closes, ...step }: Work): Promise<void> {
    const { station, device } = this.place
    const chance = { id: () => this.random.uuid(), now: () => this.now() }
    const taken = { ...step, device, station: station.code, ...(closes ? { closes } : {}) }
    // A step may bring others with it: what is recorded is what was signed.
    let ids: readonly string[] = []
    const sign: SignActions = (actions) => {
      ids = actions.map(({ id }) => id)
      return this.authors.sign(actions)
    }
    try {
      const outcome = await recordAction(this.store, chance, taken, sign)
      if (outcome.ok) for (const id of ids) this.recorded.add(id)
    } catch (fault) {
      // Whether it stands is for the disk to say: it is asked after the restart.
      if (this.#power.isOff) for (const id of ids) this.#doubtful.add(id)
      throw fault
    }
  }

  readonly #doubtful = new Set<string>()

  /** After a restart: what was cut off either stands as a whole, and counts, or is not there at all. */
  async settleDoubts(): Promise<void> {
    for (const id of this.#doubtful) if (await this.store.database.actions.get(id)) this.recorded.add(id)
    this.#doubtful.clear()
  }

  /** Whoever works here: a clerk, a second one, the chief. */
  get people(): readonly Actor[] {
    const { clerk, chief } = this.place.station
    const second = {
      ...clerk,
      userId: `second-${clerk.userId}`,
      policeNumber: `97${clerk.policeNumber.slice(2)}`,
    }
    return [clerk, second, chief]
  }

  /** Blocks of numbers that this machine holds. */
  async ownLeases(): Promise<readonly Lease[]> {
    return (await readLeases(this.store)).filter(({ device }) => device === this.place.device)
  }

  now(): string {
    return new Date(Date.parse(instantOfTests) + this.#clockOff).toISOString()
  }
}
