import { z } from 'zod'
import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { caseStatuses, type CaseFile, type CaseStatus } from '../case-file.ts'
import { caseworkerSchema, heldElsewhere, isSamePerson, type Caseworker, type Holding } from '../holding.ts'
import { defineStep, type Step, type StepContext, type StepResult } from '../step.ts'

const ended: readonly CaseStatus[] = ['closed', 'referred', 'refused', 'withdrawn']
const underway = caseStatuses.filter((status) => !ended.includes(status))
/** While a sheet is in the printer, the answer whether it came out is due at that desk. */
const betweenSheets = underway.filter((status) => status !== 'printing')

/** `instead`: the action that made the holding which the actor saw; empty when nobody held the case. */
const seen = z.strictObject({ instead: z.union([z.uuid(), z.literal('')]) })
const reason = z.string().trim().min(1, '请写明理由').max(500)

type Seen = z.infer<typeof seen>

/** 由我办理: a case that nobody holds, or the own one moved to this machine. */
const claim = defineStep({
  name: '由我办理',
  permission: 'hold-case',
  from: betweenSheets,
  to: [],
  beside: true,
  facts: seen,
  decide: (context, facts) => {
    const own = findInOwnHands(context, facts)
    if (!own.ok) return own
    const { by, device } = context.action
    return accepted(given(own.value.caseFile, context, by, device))
  },
})

/** 交给同事: by its holder, or by anybody while nobody holds it. */
const assign = defineStep({
  name: '交给同事办理',
  permission: 'hold-case',
  from: betweenSheets,
  to: [],
  beside: true,
  facts: seen.extend({ caseworker: caseworkerSchema, note: z.string().max(500) }),
  decide: (context, facts) => {
    const own = findInOwnHands(context, facts)
    if (!own.ok) return own
    return accepted(given(own.value.caseFile, context, facts.caseworker))
  },
})

/** 放回: whoever comes next may go on with it. */
const release = defineStep({
  name: '放回待办',
  permission: 'hold-case',
  from: betweenSheets,
  to: [],
  beside: true,
  facts: seen,
  decide: (context, facts) => {
    const own = findInOwnHands(context, facts)
    if (!own.ok) return own
    const { status, holding } = own.value.caseFile
    return holding ? accepted({ status, holding: 'nobody' }) : refused(heldByNobody)
  },
})

/**
 * 接管: a chief takes a case out of somebody's hands, or a sheet out of another machine's printer, for a colleague or for
 * himself, and says why. Whoever gets it says at any machine whether the sheet came out.
 */
const takeOver = defineStep({
  name: '接管',
  permission: 'take-over-case',
  from: underway,
  to: [],
  beside: true,
  facts: seen.extend({ caseworker: caseworkerSchema, reason }),
  decide: (context, facts) => {
    const standing = findStanding(context, facts)
    if (!standing.ok) return standing
    const { caseFile } = standing.value
    const { holding, status, sheets } = caseFile
    if (!holding && status !== 'printing') return refused(heldByNobody)
    return accepted({
      ...given(caseFile, context, facts.caseworker),
      sheets: sheets.map(({ key, outcome }) => ({ key, outcome })),
    })
  },
})

/** The case changes hands; every case type has these steps beside its own. */
export const holdSteps: Readonly<Record<string, Step>> = { claim, assign, release, takeOver }

export function isHoldStep(step: string): boolean {
  return step in holdSteps
}

const heldByNobody: Refusal = { code: 'held-by-nobody', message: '本案现在没有承办人，可以直接办理。' }

/** The case as it stands, when nobody holds it or the actor does. */
function findInOwnHands(context: StepContext, facts: Seen): ReturnType<typeof findStanding> {
  const standing = findStanding(context, facts)
  const holding = standing.ok ? standing.value.caseFile.holding : undefined
  const isOthers = holding !== undefined && !isSamePerson(holding, context.action.by)
  return isOthers ? refused(heldElsewhere(holding)) : standing
}

/** The later of two hand-overs that were made on the same holding does not stand. */
function findStanding(
  { caseFile }: StepContext,
  { instead }: Seen,
): Outcome<{ readonly caseFile: CaseFile }> {
  if (!caseFile) return refused({ code: 'no-case', message: '没有这个案件。' })
  const { holding } = caseFile
  if ((holding?.actionId ?? '') === instead) return accepted({ caseFile })
  return refused({
    code: 'handed-over-meanwhile',
    message: holding
      ? `本案在这期间已经交到${holding.name}手里。请看办理记录，再决定要不要换人。`
      : '本案在这期间已经放回待办。请看办理记录，再决定由谁办理。',
  })
}

function given(
  { status }: CaseFile,
  { action }: StepContext,
  { userId, name, policeNumber }: Caseworker,
  device?: string,
): StepResult {
  const holding: Holding = { userId, name, policeNumber, actionId: action.id, since: action.at }
  return { status, holding: device === undefined ? holding : { ...holding, device } }
}
