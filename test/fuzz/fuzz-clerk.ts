import { jsonObjectSchema } from '../../shared/base/json-value.ts'
import { must } from '../../shared/base/must.ts'
import type { Action, Actor } from '../../shared/cases/action.ts'
import { isInConflict, waitsForADecision, type CaseFile } from '../../shared/cases/case-file.ts'
import type { DeskStore } from '../../renderer/local/desk-store.ts'
import { asHanded } from '../../renderer/local/handed-refusals.ts'
import { openAction, openReceipt } from '../../renderer/local/read.ts'
import type { StepToTake } from '../../renderer/local/record-action.ts'
import type { Random } from '../../build/sample-station/random.ts'
import { isHeld } from '../../shared/sync/lease-needs.ts'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import type { Lease } from '../../shared/register/lease.ts'
import { attachmentOf, makePicture } from '../builders/pictures.ts'
import { holdFacts } from '../builders/hold-actions.ts'
import { dayOfTests, reissueActions, type MadeStation } from '../builders/reissues.ts'
import { foundOut, matters } from './matters.ts'

type Facts = Action['facts']

/** Cases that are worked on by preference. */
const fewAtOnce = 4

/** A step as somebody takes it at a machine. */
export type Work = Omit<StepToTake, 'device' | 'station'>

/** What a clerk works at. */
interface Machine {
  readonly place: { readonly station: MadeStation }
  readonly store: DeskStore
  readonly people: readonly Actor[]
  readonly pictures: Map<string, Uint8Array>
  cases(): Promise<CaseFile[]>
  ownLeases(): Promise<readonly Lease[]>
  take(work: Work): Promise<void>
  now(): string
}

/** Whoever works at a desk, at random: takes cases in, moves them on, steps out of turn, corrects, withdraws, hands over. */
export class FuzzClerk {
  constructor(
    private readonly desk: Machine,
    private readonly random: Random,
  ) {}

  async openCase(): Promise<void> {
    const { station } = this.desk.place
    const caseType = this.random.weighted(openings)
    const facts = must(matters[caseType], 'the matter is played').opening(station, this.random)
    await this.desk.take({ caseType, caseId: this.random.uuid(), step: 'accept', facts, by: station.clerk })
  }

  /** Takes whatever step comes next on some case here; a step out of turn, or the less usual one, now and then. */
  async advance(): Promise<void> {
    const caseFile = await this.#someCaseUnderway()
    if (!caseFile) return
    const next = matters[caseFile.caseType]?.next ?? {}
    const here = next[caseFile.status] ?? []
    const step = this.random.chance(0.9)
      ? this.random.chance(0.8)
        ? here[0]
        : here.at(-1)
      : this.random.pick(Object.values(next).flat())
    if (step) await this.#take(caseFile, step, await this.#factsOf(caseFile, step), this.#handOf(step))
  }

  /** The applicant no longer asks, or a picture is put to the case: beside the way on. */
  async doBeside(): Promise<void> {
    const caseFile = await this.#someCase()
    if (!caseFile) return
    const { clerk } = this.desk.place.station
    if (this.random.chance(0.3)) await this.#take(caseFile, 'withdraw', { reason: '不办了' }, clerk)
    else await this.#take(caseFile, 'attach', { attachments: [this.#somePicture()] }, clerk)
  }

  /** The chief settles what the city's answer put against a case. */
  async settleConflict(): Promise<void> {
    const conflicts = (await this.desk.cases()).filter(isInConflict)
    if (conflicts.length === 0) return
    const caseFile = this.random.pick(conflicts)
    const question = must(
      caseFile.questions.find(({ conflict, settled }) => conflict && !settled),
      'a conflict has its question',
    )
    const decision = this.random.chance(0.5) ? 'keep' : 'withdraw-certificate'
    const facts = { questionId: question.id, decision, note: '核实过' }
    await this.#take(caseFile, 'settleConflict', facts, this.desk.place.station.chief)
  }

  /** A case changes hands, or somebody tries to make it. */
  async changeHands(): Promise<void> {
    const caseFile = await this.#someCase()
    if (!caseFile) return
    const step = this.random.pick(['claim', 'assign', 'release', 'takeOver'])
    const by = this.random.pick(this.desk.people)
    await this.#take(caseFile, step, holdFacts(caseFile, step, by, this.random.pick(this.desk.people)), by)
  }

  /** Decides on some open refusal: says it again on what stands now, takes the city's, or hands it to somebody. */
  async decideRefusal(): Promise<void> {
    const handedIn = (await this.desk.cases()).filter(waitsForADecision)
    if (handedIn.length > 0 && this.random.chance(0.5)) return this.#decideHanded(this.random.pick(handedIn))
    const { store } = this.desk
    const rows = await store.database.receipts.where('open').equals(1).toArray()
    if (rows.length === 0) return
    const { id } = this.random.pick(rows)
    const row = await store.database.actions.get(id)
    if (!row) return
    const action = await openAction(store, row)
    const { caseType, caseId, step, facts, by } = action
    const closes = { id, by: by.name, note: '处理', at: this.desk.now() }
    if (this.random.chance(0.5)) return this.#handOver(action)
    if (this.random.chance(0.5)) await this.desk.take({ caseType, caseId, step, facts, by, closes })
    else await store.write(() => ({ kind: 'refusal-closed', ...closes }))
  }

  /** Hands a refusal of this machine to somebody of the station. */
  async #handOver(action: Action): Promise<void> {
    const { store } = this.desk
    const receipt = must(await store.database.receipts.get(action.id), 'a refusal has its receipt')
    const content = asHanded(action, await openReceipt(store, receipt))
    const facts = jsonObjectSchema.parse({ content, ...this.#toSomebody() })
    const by = this.random.pick(this.desk.people)
    const { caseType, caseId } = action
    await this.desk.take({ caseType, caseId, step: 'handRefusal', facts, by })
  }

  /** Whoever is at it decides on a refusal that was handed over, at whatever machine: three ways out. */
  #decideHanded(caseFile: CaseFile): Promise<void> {
    const { refused, actionId: instead } = this.random.pick(caseFile.handedRefusals ?? [])
    const { id, step, facts } = refused
    const by = this.random.chance(0.5) ? refused.by : this.random.pick(this.desk.people)
    const { id: caseId, caseType } = caseFile
    const way = this.random.pick(['again', 'settle', 'hand on'])
    if (way === 'again')
      return this.desk.take({ caseType, caseId, step, facts, by, settles: { id, note: '照原样再报' } })
    if (way === 'settle') return this.#take(caseFile, 'settleRefusal', { id, note: '以市局的为准' }, by)
    return this.#take(caseFile, 'handRefusal', { id, instead, ...this.#toSomebody() }, by)
  }

  #toSomebody() {
    const { userId, name, policeNumber } = this.random.pick(this.desk.people)
    return { caseworker: { userId, name, policeNumber }, note: '请定夺' }
  }

  /** Mostly one of the same few, so that they get far and both desks of a station meet over them. */
  async #someCaseUnderway(): Promise<CaseFile | undefined> {
    const underway = (await this.desk.cases()).filter(
      ({ caseType, status }) => matters[caseType]?.next[status] !== undefined,
    )
    const few = this.random.chance(0.8) ? underway.slice(0, fewAtOnce) : underway
    return few.length > 0 ? this.random.pick(few) : this.#someCase()
  }

  async #someCase(): Promise<CaseFile | undefined> {
    const cases = await this.desk.cases()
    return cases.length > 0 ? this.random.pick(cases) : undefined
  }

  #take({ id, caseType }: CaseFile, step: string, facts: Facts, by: Actor): Promise<void> {
    return this.desk.take({ caseType, caseId: id, step, facts, by })
  }

  #handOf(step: string): Actor {
    const { clerk, chief } = this.desk.place.station
    if (step === 'approve' || step === 'return') return chief
    return this.random.chance(0.2) ? this.random.pick(this.desk.people) : clerk
  }

  async #factsOf(caseFile: CaseFile, step: string): Promise<Facts> {
    const { name: stationName } = this.desk.place.station
    switch (step) {
      case 'approve':
        return { opinion: '同意', stationName, withOpenQuestion: true }
      case 'return':
        return { reason: '请再核对' }
      case 'amend':
        return this.#amended(caseFile, stationName)
      case 'investigate':
        return { form: foundOut(caseFile, this.random), stationName }
      case 'register':
        return { form: await this.#numbersFor(caseFile), stationName }
      default:
        return this.#sheetFacts(step)
    }
  }

  #amended(caseFile: CaseFile, stationName: string): Facts {
    const corrected = matters[caseFile.caseType]?.corrected(caseFile.form, this.random) ?? caseFile.form
    const judged = { day: dayOfTests, conclusion: 'ready', rules: {}, instruments: {} }
    return { form: corrected, stationName, judged } as Facts
  }

  /** A code out of the own block; now and then somebody types another one. */
  async #numbersFor({ form }: CaseFile): Promise<Facts> {
    const block = (await this.desk.ownLeases()).find(({ kind }) => kind === 'citizen-sequence')
    const children = (form['children'] ?? []) as unknown as readonly { name: string; sex: string }[]
    const numbers = children.map(({ name, sex }) => {
      const within = block && this.random.chance(0.9) ? block.range : { first: 10, last: 998 }
      const code = this.random.between(within.first, within.last)
      const isWoman = sex === '2'
      const ofSex = (code % 2 === 0) === isWoman ? code : code + (code < within.last ? 1 : -1)
      return { name, sequence: String(ofSex).padStart(3, '0') }
    })
    // Without a block nobody has a code to give: the clerk leaves the line empty, and is told.
    return { numbers: block ? numbers : [] }
  }

  async #sheetFacts(step: string): Promise<Facts> {
    const sheet = await this.#someBlank()
    const [, , print, confirm, handOver] = reissueActions({
      station: this.desk.place.station,
      n: 0,
      ...(sheet ? { sheet } : {}),
    })
    if (step === 'confirmSheet' && this.random.chance(0.3)) return this.#otherThanGood()
    return { print, confirmSheet: confirm, handOver }[step]?.facts ?? {}
  }

  /** It jammed, it did not come out, or another sheet lay in the printer. */
  async #otherThanGood(): Promise<Facts> {
    const answer = this.random.pick(['jammed', 'not-out', 'number-mismatch'])
    const other = answer === 'number-mismatch' ? await this.#someBlank() : undefined
    return { answer, ...(other ? { actualSerial: other.serial } : {}) }
  }

  /** A sheet out of the own box; now and then somebody types another number. */
  async #someBlank(): Promise<CertificateRecord | undefined> {
    const own = await this.desk.ownLeases()
    const anyNumber = this.random.chance(0.1)
    const blanks = [...this.desk.store.register.all()].filter(
      (record): record is CertificateRecord =>
        record.kind === 'certificate' && record.state === 'blank' && (anyNumber || isHeld(record, own)),
    )
    return blanks.length > 0
      ? this.random.pick(blanks.sort((one, other) => (one.key < other.key ? -1 : 1)))
      : undefined
  }

  #somePicture() {
    const bytes = makePicture(this.random.between(1, 1_000_000), 8, 8)
    const picture = attachmentOf(bytes)
    // The machine has the file on its disk before a step names it; now and then it is lost there.
    if (this.random.chance(0.9)) this.desk.pictures.set(picture.digest, new Uint8Array(bytes))
    return { ...picture }
  }
}

const openings: readonly (readonly [string, number])[] = [
  ['migration-certificate-reissue', 3],
  ['birth-registration', 2],
  ['restoration', 2],
]
