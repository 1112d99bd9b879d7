import { jsonObjectSchema } from '../../shared/base/json-value.ts'
import { must } from '../../shared/base/must.ts'
import { actionVersion, type Action, type Actor } from '../../shared/cases/action.ts'
import type { CaseFile, RefusedStep } from '../../shared/cases/case-file.ts'
import { settledBy } from '../../shared/cases/said-again.ts'
import { instantOfTests } from './reissues.ts'

/** Who does something about a refused step, and where. */
export interface Deciding {
  readonly by: Actor
  readonly device: string
}

/** A step of the case that the city refused at a machine, as it is handed over. */
export function refusedOn(
  caseFile: CaseFile,
  id: string,
  { by, device }: Deciding,
  step = 'withdraw',
): RefusedStep {
  const { status, form, steps } = caseFile
  const moment = { caseFile: { status, form, last: must(steps.at(-1), 'a case has a step') }, records: [] }
  return {
    refused: { id, step, facts: { reason: '不办了' }, by, device, at: instantOfTests },
    refusals: [{ code: 'form-moved', message: '办这一步时看到的内容，后来样例同事改过。' }],
    base: moment,
    mine: { ...moment, caseFile: { ...moment.caseFile, status: 'withdrawn' } },
  }
}

const toWhom = ({ userId, name, policeNumber }: Actor) => ({ userId, name, policeNumber })

/** Handed over for the first time. */
export function handOver(caseFile: CaseFile, content: RefusedStep, deciding: Deciding, to: Actor): Action {
  const facts = { content, caseworker: toWhom(to), note: '请定夺' }
  return besideOn(caseFile, 'handRefusal', facts, deciding)
}

/** From one colleague to the next, on the handing over that stands in the case as the actor sees it. */
export function handOn(caseFile: CaseFile, id: string, deciding: Deciding, to: Actor): Action {
  const standing = caseFile.handedRefusals?.find(({ refused }) => refused.id === id)
  const instead = standing?.actionId ?? crypto.randomUUID()
  return besideOn(caseFile, 'handRefusal', { id, instead, caseworker: toWhom(to), note: '请定夺' }, deciding)
}

export function settle(caseFile: CaseFile, id: string, deciding: Deciding): Action {
  return besideOn(caseFile, 'settleRefusal', { id, note: '以市局的为准' }, deciding)
}

/** Settled by saying it again: both steps, as a desk records them in one breath. */
export function sayAgain(
  caseFile: CaseFile,
  id: string,
  again: Action,
  deciding: Deciding,
): [Action, Action] {
  const settling = settle(caseFile, id, deciding)
  const { by, device } = deciding
  const base = { case: caseFile.version + 1, records: settledBy(id, settling.id) }
  return [settling, { ...again, id: crypto.randomUUID(), by, device, base }]
}

function besideOn(caseFile: CaseFile, step: string, facts: object, { by, device }: Deciding): Action {
  return {
    id: crypto.randomUUID(),
    caseId: caseFile.id,
    caseType: caseFile.caseType,
    step,
    facts: jsonObjectSchema.parse(facts),
    by,
    station: caseFile.station,
    device,
    at: instantOfTests,
    base: { case: caseFile.version, records: {} },
    version: actionVersion,
  }
}
