import { z } from 'zod'
import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { caseStatuses, refusedStepSchema, type CaseFile, type HandedRefusal } from '../case-file.ts'
import { caseworkerSchema, isSamePerson, type Caseworker } from '../holding.ts'
import { defineStep, type Step, type StepContext, type StepResult } from '../step.ts'

const note = z.string().trim().min(1, '请写明').max(500)
const toWhom = { caseworker: caseworkerSchema, note }

/**
 * Handed over: the refused step itself, which until then only its own machine knew. Handed on: the refused action's id, and
 * `instead`, the handing over that the actor saw.
 */
const handing = z
  .union([
    z.strictObject({ content: refusedStepSchema, ...toWhom }),
    z.strictObject({ id: z.uuid(), instead: z.uuid(), ...toWhom }),
  ])
  .meta({ type: 'object' })
type Handing = z.infer<typeof handing>

/** 转交退回: a step that the city refused is for a colleague to decide on, at whatever machine that person works. */
const handRefusal = defineStep({
  name: '转交退回',
  permission: 'hold-case',
  from: caseStatuses,
  to: [],
  beside: true,
  facts: handing,
  decide: (context, facts) => {
    const { caseFile } = context
    if (!caseFile) return refused(noCase)
    const before = caseFile.handedRefusals ?? []
    const standing = before.find((each) => each.refused.id === refusedIdIn(facts))
    const fault = findHandingFault(caseFile, facts, standing)
    if (fault) return refused(fault)
    const content = 'content' in facts ? facts.content : standing
    if (!content) return refused(notHanded)
    const handed = handedTo(context, content, facts)
    return accepted({
      status: caseFile.status,
      handedRefusals: standing
        ? before.map((each) => (each === standing ? handed : each))
        : [...before, handed],
      ...holdingAlong(caseFile, context, facts.caseworker),
    })
  },
})

/** 退回已处理: the city's version is taken, or the step was said again on what stands. */
const settleRefusal = defineStep({
  name: '退回已处理',
  permission: 'hold-case',
  from: caseStatuses,
  to: [],
  beside: true,
  facts: z.strictObject({ id: z.uuid(), note }),
  decide: ({ caseFile, action }, facts) => {
    if (!caseFile) return refused(noCase)
    const { status, handedRefusals = [], settledRefusals = [] } = caseFile
    const settled = findSettled(caseFile, facts.id)
    if (settled) return refused(settled)
    if (!handedRefusals.some((each) => each.refused.id === facts.id)) return refused(notHanded)
    const { id, note: how } = facts
    const now = { id, by: action.by.name, at: action.at, note: how, actionId: action.id }
    return accepted({
      status,
      handedRefusals: handedRefusals.filter((each) => each.refused.id !== id),
      settledRefusals: [...settledRefusals, now],
    })
  },
})

/** A refused step changes hands beside the case; every case type has these steps. */
export const refusalSteps: Readonly<Record<string, Step>> = { handRefusal, settleRefusal }

/** Which refused action is handed over or settled by a step; undefined where the step is another one. */
export function refusedIdOf(step: string, facts: unknown): string | undefined {
  const read = step in refusalSteps ? named.safeParse(facts) : undefined
  if (!read?.success) return undefined
  return 'id' in read.data ? read.data.id : read.data.content.refused.id
}

const named = z.union([
  z.object({ id: z.string() }),
  z.object({ content: z.object({ refused: z.object({ id: z.string() }) }) }),
])

function refusedIdIn(facts: Handing): string {
  return 'content' in facts ? facts.content.refused.id : facts.id
}

/** Of two hand-overs of one refused step that were made on the same state the later does not stand. */
function findHandingFault(
  caseFile: CaseFile,
  facts: Handing,
  standing: HandedRefusal | undefined,
): Refusal | undefined {
  if ('content' in facts && facts.content.refused.step in refusalSteps) return notToBeHanded
  const settled = findSettled(caseFile, refusedIdIn(facts))
  if (settled) return settled
  const seen = 'content' in facts ? undefined : facts.instead
  if (!standing || standing.actionId === seen) return undefined
  return {
    code: 'handed-over-meanwhile',
    message: `这条退回在这期间已经由${standing.by}交给${standing.to.name}处理。请看过以后再决定要不要另交别人。`,
  }
}

function findSettled({ settledRefusals = [] }: CaseFile, id: string): Refusal | undefined {
  const settled = settledRefusals.find((each) => each.id === id)
  return (
    settled && {
      code: 'refusal-settled',
      message: `这条退回已经由${settled.by}处理过了：${settled.note.replace(/。?$/, '。')}`,
    }
  )
}

function handedTo(
  { action }: StepContext,
  { refused: step, refusals, base, mine }: z.infer<typeof refusedStepSchema>,
  facts: Handing,
): HandedRefusal {
  return {
    refused: step,
    refusals,
    ...(base ? { base } : {}),
    ...(mine ? { mine } : {}),
    to: facts.caseworker,
    by: action.by.name,
    at: action.at,
    note: facts.note,
    actionId: action.id,
  }
}

/**
 * What its holder hands over goes with the case, or the colleague could not say the step again. While a sheet is in the
 * printer, the answer whether it came out is due where it was.
 */
function holdingAlong(
  { holding, status }: CaseFile,
  { action }: StepContext,
  { userId, name, policeNumber }: Caseworker,
): Pick<StepResult, 'holding'> {
  if (!holding || status === 'printing' || !isSamePerson(holding, action.by)) return {}
  return { holding: { userId, name, policeNumber, actionId: action.id, since: action.at } }
}

const noCase: Refusal = { code: 'no-case', message: '没有这个案件。' }

const notHanded: Refusal = {
  code: 'refusal-not-handed',
  message: '本案没有这条转交的退回：转交的那一步市局没有收。请到当初办理的那台机器上处理。',
}

const notToBeHanded: Refusal = {
  code: 'refusal-not-to-be-handed',
  message: '转交、处理退回的这一步本身不能再转交，请在这里处理。',
}
