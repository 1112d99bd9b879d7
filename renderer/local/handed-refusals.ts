import type { Refusal } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { CaseFile, ComparedMoment, RefusedStep, SettledRefusal } from '../../shared/cases/case-file.ts'
import { refusalSteps, refusedIdOf } from '../../shared/cases/standard-steps/refusal-steps.ts'
import { registerRecordSchema } from '../../shared/register/record.ts'
import type { ReceiptRow } from './database.ts'
import type { PlanBuilder } from './plan-builder.ts'
import type { Moment, RefusalContent } from './read.ts'

/** A refusal of this machine as a colleague needs it at another one. */
export function asHanded(action: Action, { refusals, base, mine }: RefusalContent): RefusedStep {
  const { id, step, facts, by, device, at } = action
  return {
    refused: { id, step, facts, by, device, at },
    refusals: [...refusals],
    ...(base ? { base: comparedMoment(base) } : {}),
    ...(mine ? { mine: comparedMoment(mine) } : {}),
  }
}

/** What versions are compared by. A record in a shape of long ago is left out: the rest is handed over all the same. */
function comparedMoment({ caseFile, records }: Moment): ComparedMoment {
  const last = caseFile?.steps.at(-1)
  return {
    ...(caseFile
      ? { caseFile: { status: caseFile.status, form: caseFile.form, ...(last ? { last } : {}) } }
      : {}),
    records: records.filter((record) => registerRecordSchema.safeParse(record).success),
  }
}

type Cases = ReadonlyMap<string, CaseFile | undefined>

/**
 * The refusals of this machine stand as their cases say: handed to a colleague, settled by whoever decided, or, where the
 * handing over came to nothing, open here again with the reason. Which machine heard what first makes no difference.
 * Answers which of the refused steps are told so and need no decision of their own.
 */
export async function followTheCases(
  plan: PlanBuilder,
  cases: Cases,
  refusedOnes: readonly RefusedAction[] = [],
): Promise<ReadonlySet<string>> {
  const { handed, settled } = saidBy(await withThoseOf(plan, refusedOnes, cases))
  const about = new Map(
    refusedOnes.flatMap((each) => {
      const id = refusedIdOf(each.action.step, each.action.facts)
      return id === undefined ? [] : [[id, each] as const]
    }),
  )
  const { receipts } = plan.desk.database
  const handedOn = (await receipts.where('open').equals(2).toArray()).filter(({ caseId }) =>
    cases.has(caseId),
  )
  const named = await receipts.bulkGet([...handed, ...settled.keys(), ...about.keys()])
  const rows = new Map([...handedOn, ...named].flatMap((row) => (row ? [[row.id, row] as const] : [])))
  for (const row of rows.values()) {
    const settling = settled.get(row.id)
    const stands = settling ?? (handed.has(row.id) ? 'handed' : undefined)
    await putAsSaid(plan, row, stands, about.get(row.id)?.refusals)
  }
  const told = refusedOnes.filter(({ action: { step, facts } }) => {
    return step === 'handRefusal' && rows.has(refusedIdOf(step, facts) ?? '')
  })
  return new Set(told.map(({ action }) => action.id))
}

export interface RefusedAction {
  readonly action: Action
  readonly refusals: readonly Refusal[]
}

/**
 * Also the cases on which nothing changes but that a step about a refusal came to nothing: what the city filed before says how
 * that refusal stands.
 */
async function withThoseOf(
  plan: PlanBuilder,
  refusedOnes: readonly RefusedAction[],
  cases: Cases,
): Promise<Cases> {
  const others = refusedOnes.flatMap(({ action: { step, caseId } }) =>
    step in refusalSteps && !cases.has(caseId) ? [caseId] : [],
  )
  const unchanged = others.map(async (id) => [id, await plan.ground.findCase(id)] as const)
  return new Map([...cases, ...(await Promise.all(unchanged))])
}

function saidBy(cases: Cases) {
  const all = [...cases.values()].flatMap((caseFile) => caseFile ?? [])
  return {
    handed: new Set(
      all.flatMap(({ handedRefusals = [] }) => handedRefusals.map(({ refused: { id } }) => id)),
    ),
    settled: new Map(
      all.flatMap(({ settledRefusals = [] }) => settledRefusals.map((each) => [each.id, each] as const)),
    ),
  }
}

async function putAsSaid(
  plan: PlanBuilder,
  row: ReceiptRow,
  stands: SettledRefusal | 'handed' | undefined,
  cameBack: readonly Refusal[] | undefined,
): Promise<void> {
  const { codec } = plan.desk
  const place = `receipts/${row.id}`
  if (row.outcome !== 'refused' || !row.sealed) return
  const before = (await codec.open(row.sealed, place)) as RefusalContent
  // What a person closed at this machine alone, no case speaks of.
  const isOpenAgain = row.open === 2 || before.closed?.actionId !== undefined
  if (!stands && !isOpenAgain) return
  const { closed: _, cameBack: __, ...content } = before
  if (stands && stands !== 'handed') {
    const { by, note, at, actionId } = stands
    await put(0, { ...content, closed: { by, note, at, actionId } })
  } else if (stands) await put(2, content)
  else await put(1, { ...content, ...(cameBack ? { cameBack } : {}) })

  async function put(open: ReceiptRow['open'], said: RefusalContent): Promise<void> {
    plan.changes.receipts.push({ ...row, open, sealed: await codec.seal(said, place) })
  }
}
