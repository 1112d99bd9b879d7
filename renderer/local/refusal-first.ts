import type { Refusal } from '../../shared/base/outcome.ts'
import { isHoldStep } from '../../shared/cases/standard-steps/hold-steps.ts'
import { refusedIdOf } from '../../shared/cases/standard-steps/refusal-steps.ts'
import type { CaseFile, HandedRefusal } from '../../shared/cases/case-file.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { DeskStore } from './desk-store.ts'
import type { Closing } from './entry.ts'
import { readStandingCase } from './read.ts'

/** The handed refusal that is settled by saying its step again, and how. */
export interface Settling {
  readonly id: string
  readonly note: string
}

/** What of a step tells whether it may come before a refusal is decided on. */
interface StepBefore {
  readonly caseId: string
  readonly step: string
  readonly facts: Action['facts']
  readonly closes?: Closing
  readonly settles?: Settling
}

const refusalFirst: Refusal = {
  code: 'open-refusal',
  message: '本案有市局退回的步骤还没有处理。请先在“退回处理”里决定留哪一份，再办下一步。',
}

const earlierRefusal: Refusal = {
  code: 'earlier-refusal',
  message: '这一步前面还有市局退回的步骤没有处理。请先处理前面的，再处理这一步。',
}

function handedFirst({ to }: HandedRefusal): Refusal {
  return {
    code: 'handed-refusal',
    message: `本案有一步被市局退回，已转交${to.name}，还没有处理。请先在上面决定留哪一份，再办下一步。`,
  }
}

function scansElsewhere({ refused: { device } }: HandedRefusal): Refusal {
  return {
    code: 'scans-elsewhere',
    message: `这一步附的扫描件在 ${device} 机上。请到那台机器上再报，或者在这里重新附上以后，写明已经处理。`,
  }
}

/**
 * A case with a refused step that nobody has decided on takes no step but the answer to it, whether it was refused here or was
 * handed to a colleague at whatever machine; while it is a colleague's, the case may still change hands. Of a chain that was
 * refused, the oldest is said again first, because each was made on the one before.
 */
export async function findRefusalBefore(store: DeskStore, step: StepBefore): Promise<Refusal | undefined> {
  const rows = await store.database.receipts.where('caseId').equals(step.caseId).toArray()
  const own = rows.filter((row) => row.open === 1).map(({ id }) => id)
  const handed = (await readStandingCase(store, step.caseId))?.handedRefusals ?? []
  const [firstHanded] = handed
  if (own.length === 0 && !firstHanded) return undefined
  if (step.step === 'settleRefusal' || isHandedOn(step)) return undefined
  const answered = step.settles?.id ?? step.closes?.id ?? refusedIdOf(step.step, step.facts)
  // One that is handed over goes behind those that are; one that is said again waits for them.
  const before = step.step === 'handRefusal' ? [] : handed
  if (answered !== undefined) return findEarlier(store, { answered, own, handed: before, step })
  if (own.length > 0) return refusalFirst
  return firstHanded && !isHoldStep(step.step) ? handedFirst(firstHanded) : undefined
}

/** From one colleague to the next: its place among the refused steps is the same as before. */
function isHandedOn({ step, facts }: StepBefore): boolean {
  return step === 'handRefusal' && facts['instead'] !== undefined
}

interface Answering {
  /** The refused action that the step answers. */
  readonly answered: string
  readonly own: readonly string[]
  readonly handed: NonNullable<CaseFile['handedRefusals']>
  readonly step: StepBefore
}

async function findEarlier(
  { database }: DeskStore,
  { answered, own, handed, step }: Answering,
): Promise<Refusal | undefined> {
  const ids = [...own, ...handed.map(({ refused: { id } }) => id), answered]
  const rows = await database.actions.bulkGet(ids)
  const places = new Map(rows.flatMap((row) => (row ? [[row.id, row.place] as const] : [])))
  // What was refused at another machine has no place here: everything that was refused here is decided on before it.
  const place = places.get(answered) ?? Number.POSITIVE_INFINITY
  const at = handed.findIndex((each) => each.refused.id === answered)
  const answeredOne = handed[at]
  if (step.settles && answeredOne?.refused.step === 'attach' && !places.has(answered))
    return scansElsewhere(answeredOne)
  const isBeforeHere = ids.some((id) => id !== answered && (places.get(id) ?? place) < place)
  const isBeforeThere = handed
    .slice(0, Math.max(0, at))
    .some((each) => each.refused.device === answeredOne?.refused.device)
  return isBeforeHere || isBeforeThere ? earlierRefusal : undefined
}
