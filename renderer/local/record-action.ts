import { mostAttachmentsAtOnce, type Attachment } from '../../shared/attachments/attachment.ts'
import { must } from '../../shared/base/must.ts'
import { nextInstant } from '../../shared/base/hybrid-time.ts'
import { accepted, refused, type Outcome, type Refusal } from '../../shared/base/outcome.ts'
import { dateInChina } from '../../shared/base/plain-date.ts'
import { actionVersion, type Action, type Actor } from '../../shared/cases/action.ts'
import {
  applyAction,
  numbersDrawnBy,
  recordsTouchedBy,
  type Applied,
} from '../../shared/cases/apply-action.ts'
import { drawFault } from '../../shared/register/draw-numbers.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { CaseType } from '../../shared/cases/case-type.ts'
import { formSeen } from '../../shared/cases/form-seen.ts'
import { settledBy } from '../../shared/cases/said-again.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import type { ActionSignature } from '../../shared/proof/author-key.ts'
import { mostBetweenDesks } from '../../shared/sync/clock-drift.ts'
import type { DeskStore } from './desk-store.ts'
import type { Closing, Entry } from './entry.ts'
import { hasMoved, movedSince } from './has-moved.ts'
import { readLatestInstant } from './latest-instant.ts'
import { isLent, readLeases } from './read-leases.ts'
import { readStandingCase } from './read.ts'
import { findSheetElsewhere } from './sheet-elsewhere.ts'
import { findRefusalBefore, type Settling } from './refusal-first.ts'
import { waitForTheCity } from './restored.ts'

/** A step as the clerk takes it, before it becomes an action. */
export interface StepToTake {
  readonly caseType: string
  /** The case it belongs to; a new id opens a case. */
  readonly caseId: string
  readonly step: string
  readonly facts: Action['facts']
  readonly by: Actor
  readonly station: string
  readonly device: string
  /** The draft that turns into this action and goes with it. */
  readonly draftId?: string
  /** Scans of the draft, which the case names from then on. */
  readonly attachments?: readonly Attachment[]
  /** The refusal that the step answers. */
  readonly closes?: Closing
  /** The handed refusal that is settled by saying its step again, which this is, and how. */
  readonly settles?: Settling
  /** The case as the clerk had it before the eyes: a step that came in since is told first. */
  readonly seen?: CaseFile
}

/** What chance and the clock decide; handed in so that the same work can be done again in a test. */
export interface Chance {
  readonly id: () => string
  readonly now: () => string
}

/** Has the actions signed by whoever is signed in; refused in the machine's words. */
export type SignActions = (actions: readonly Action[]) => Promise<Outcome<readonly ActionSignature[]>>

/** Nothing was recorded: the machine did not sign it, or the case is no longer what the clerk saw. */
class NotTaken extends Error {
  override readonly name = 'NotTaken'

  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals[0]?.code)
  }
}

/**
 * Records a step: the only door through which work enters the store. The action with its author's signature, the folded
 * case, the outbox row and the end of the draft stand together or not at all.
 */
export async function recordAction(
  store: DeskStore,
  chance: Chance,
  step: StepToTake,
  sign: SignActions,
): Promise<Outcome<Action>> {
  const type = findCaseType(step.caseType)
  if (!type) return refused({ code: 'no-such-case-type', message: '本机程序不认识这种案件，请先升级。' })
  const barred = (await findRefusalBefore(store, step)) ?? (await findSheetElsewhere(store, step))
  if (barred) return refused(barred)
  const { draftId, closes, attachments = [] } = step
  const faults = await drawFaults(store, chance, step, type)
  if (faults.length > 0) return refused(...faults)
  const written = await writeSigned(store, async () => {
    const { action, caseFile } = await makeAction(store, chance, step, type)
    if (step.seen && hasMoved(step.seen, caseFile))
      throw new NotTaken([movedSince(step.seen, caseFile, type)])
    const [first, ...saidAgain] = step.settles ? settledFirst(chance, action, step.settles) : [action]
    const followedBy = [...saidAgain, ...attachActions(chance, action, attachments)]
    const signed = await sign([first, ...followedBy])
    if (!signed.ok) throw new NotTaken(signed.refusals)
    return {
      kind: 'recorded',
      action: first,
      signatures: [...signed.value],
      ...(followedBy.length > 0 ? { followedBy } : {}),
      ...(draftId ? { draftId } : {}),
      ...(closes ? { closes } : {}),
    }
  })
  if (!written.ok) return written
  return accepted(
    must(written.value.kind === 'recorded' ? written.value.action : undefined, 'a recorded entry'),
  )
}

async function writeSigned(store: DeskStore, make: () => Promise<Entry>): Promise<Outcome<Entry>> {
  try {
    return await store.write(make)
  } catch (fault) {
    if (fault instanceof NotTaken) return refused(...fault.refusals)
    throw fault
  }
}

/** Decides a step as `recordAction` would, without writing: for previews, and to set a page before it is recorded. */
export async function tryAction(
  store: DeskStore,
  chance: Chance,
  step: StepToTake,
): Promise<Outcome<Applied>> {
  const type = findCaseType(step.caseType)
  if (!type) return refused({ code: 'no-such-case-type', message: '本机程序不认识这种案件，请先升级。' })
  const faults = await drawFaults(store, chance, step, type)
  if (faults.length > 0) return refused(...faults)
  const { action, caseFile, records } = await makeAction(store, chance, step, type)
  return applyAction(action, { caseType: type, caseFile, records })
}

/** Numbers that the step would use up and that are not this machine's to use. */
async function drawFaults(store: DeskStore, chance: Chance, step: StepToTake, type: CaseType) {
  const { action, caseFile, records } = await makeAction(store, chance, step, type)
  const draws = numbersDrawnBy(action, type, caseFile)
  if (draws.length === 0) return []
  // What the step itself refuses is said in its own words.
  if (!applyAction(action, { caseType: type, caseFile, records }).ok) return []
  const waiting = await waitForTheCity(store, draws)
  if (waiting.length > 0) return waiting
  if (!(await isLent(store))) return []
  const leases = await readLeases(store)
  return draws.flatMap((draw) => drawFault(draw, action, leases) ?? [])
}

/** The action of a step on what the store holds now, with the versions that it was made on. */
async function makeAction(store: DeskStore, chance: Chance, step: StepToTake, type: CaseType) {
  const { caseType, caseId, by, station, device } = step
  const caseFile = await readStandingCase(store, caseId)
  const at = nextInstant(chance.now(), await readLatestInstant(store), mostBetweenDesks)
  // What was refused and is handed in again keeps the number that stands on the resident's receipt.
  const needsNumber = !caseFile && step.facts['number'] === undefined
  const facts = needsNumber
    ? { ...step.facts, number: await nextAcceptanceNumber(store, step, at) }
    : step.facts
  const bare: Action = {
    id: chance.id(),
    caseId,
    caseType,
    step: step.step,
    facts,
    by,
    station,
    device,
    at,
    base: { case: caseFile?.version ?? 0, records: {} },
    version: actionVersion,
  }
  const records = store.register.view(recordsTouchedBy(bare, type, caseFile))
  const versions = Object.fromEntries([...records].map(([key, record]) => [key, record.version]))
  const seen = { ...versions, ...formSeen(caseFile) }
  return { action: { ...bare, base: { ...bare.base, records: seen } }, caseFile, records }
}

/**
 * Settled first, said again behind it and on it: what the city does not take of the step is an open refusal of this desk, and
 * of two desks that both say it again one is taken.
 */
function settledFirst(chance: Chance, action: Action, settles: Settling): [Action, Action] {
  const settle = {
    ...action,
    id: chance.id(),
    step: 'settleRefusal',
    facts: { ...settles },
    base: { case: action.base.case, records: {} },
  }
  const { case: version, records } = action.base
  const standsOn = { case: version + 1, records: { ...records, ...settledBy(settles.id, settle.id) } }
  return [settle, { ...action, base: standsOn }]
}

/** The steps that name a draft's scans, right behind the step that the draft became. */
function attachActions(chance: Chance, action: Action, attachments: readonly Attachment[]): Action[] {
  const actions: Action[] = []
  for (let from = 0; from < attachments.length; from += mostAttachmentsAtOnce) {
    actions.push({
      ...action,
      id: chance.id(),
      step: 'attach',
      facts: {
        attachments: attachments.slice(from, from + mostAttachmentsAtOnce).map((each) => ({ ...each })),
      },
      base: { case: action.base.case + 1 + actions.length, records: {} },
    })
  }
  return actions
}

/** Station, device, day and counter: unique without asking anybody, on every device of every station. */
async function nextAcceptanceNumber(
  store: DeskStore,
  { station, device }: StepToTake,
  at: string,
): Promise<string> {
  const day = dateInChina(at).replaceAll('-', '')
  const used = await store.database.meta.get(`accepted:${day}`)
  const counter = (typeof used?.value === 'number' ? used.value : 0) + 1
  return `${station}-${device}-${day}-${String(counter).padStart(3, '0')}`
}
