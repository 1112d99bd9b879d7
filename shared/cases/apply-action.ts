import { accepted, refused, type Outcome } from '../base/outcome.ts'
import { dateInChina } from '../base/plain-date.ts'
import { permits } from '../people/role.ts'
import type { DrawnNumber } from '../register/draw-numbers.ts'
import type { RecordKey, RecordView, RegisterRecord } from '../register/record.ts'
import { actionVersion, type Action } from './action.ts'
import { isInConflict, type CaseFile } from './case-file.ts'
import type { CaseType } from './case-type.ts'
import { findFormMoved, formChangedBy } from './form-seen.ts'
import { boundToMachine, heldElsewhere, isHeldElsewhere, type Holding } from './holding.ts'
import { findSaidAgainElsewhere } from './said-again.ts'
import type { Step, StepResult } from './step.ts'

/** A case and the records beside it after an action. */
export interface Applied {
  readonly caseFile: CaseFile
  readonly records: readonly RegisterRecord[]
}

interface Stand {
  readonly caseType: CaseType
  readonly caseFile: CaseFile | undefined
  readonly records: RecordView
}

/** Keys of the records that deciding on an action needs; both sides load them before they call `applyAction`. */
export function recordsTouchedBy(
  action: Action,
  caseType: CaseType,
  caseFile: CaseFile | undefined,
): readonly RecordKey[] {
  const step = caseType.steps[action.step]
  const facts = step && readFacts(step, action)
  return step && facts?.success ? step.touches(facts.data, caseFile) : []
}

/** Numbers that an action uses up; whether its device holds them is asked on both sides, beside `applyAction`. */
export function numbersDrawnBy(
  action: Action,
  caseType: CaseType,
  caseFile: CaseFile | undefined,
): readonly DrawnNumber[] {
  const step = caseType.steps[action.step]
  const facts = step && readFacts(step, action)
  return step && facts?.success ? step.draws(facts.data, caseFile) : []
}

type ReadFacts = ReturnType<Step['facts']['safeParse']>

/** An action never changes: its facts are read once, though several questions about it need them. */
const readBefore = new WeakMap<Action, { readonly schema: Step['facts']; readonly facts: ReadFacts }>()

function readFacts({ facts: schema }: Step, action: Action): ReadFacts {
  const before = readBefore.get(action)
  if (before?.schema === schema) return before.facts
  const facts = schema.safeParse(action.facts)
  readBefore.set(action, { schema, facts })
  return facts
}

/**
 * The only way a case changes, on both sides of the wire: (case, action) -> case, or the reasons against it.
 * Pure: the same case, action and records give the same answer at the station and at the city.
 */
export function applyAction(action: Action, stand: Stand): Outcome<Applied> {
  const step = stand.caseType.steps[action.step]
  if (!step)
    return refused({
      code: 'no-such-step',
      message: `“${stand.caseType.name}”没有这个步骤：${action.step}。`,
    })
  const fault = findFault(action, step, stand)
  if (fault) return refused(fault)
  const facts = readFacts(step, action)
  if (!facts.success)
    return refused(...facts.error.issues.map((issue) => factFault(issue.path, issue.message)))
  const { caseFile, records } = stand
  const decision = step.decide({ caseFile, action, day: dateInChina(action.at), records }, facts.data)
  if (!decision.ok) return decision
  return accepted(fold(action, decision.value, stand))
}

function factFault(path: readonly PropertyKey[], message: string) {
  const field = path.join('.')
  const sentence = message.replace(/。?$/, '。')
  return { code: 'bad-fact', field, message: `“${field}”填写的内容不符合要求：${sentence}请改正后再提交。` }
}

function findFault(action: Action, step: Step, { caseFile, caseType }: Stand) {
  if (action.version > actionVersion) {
    return { code: 'newer-version', message: '这一步来自更新版本的程序，请先升级再处理。' }
  }
  if (action.caseType !== caseType.id) return { code: 'other-case-type', message: '这一步与案件种类不符。' }
  if (caseFile && caseFile.station !== action.station) {
    return { code: 'other-station', message: '这是别的派出所的案件，本所不能办理。', citation: 'WR-8' }
  }
  return (
    findWrongStatus(step, caseFile) ??
    findMissingBase(action, caseFile) ??
    findWrongHand(action, step, caseFile) ??
    findOtherHolder(action, step, caseFile) ??
    findConflict(action, step, caseFile) ??
    findFormMoved(action, step, caseFile) ??
    findSaidAgainElsewhere(action, caseFile)
  )
}

function findWrongStatus(step: Step, caseFile: CaseFile | undefined) {
  const status = caseFile?.status ?? 'new'
  if (step.from.includes(status)) return undefined
  return {
    code: 'wrong-status',
    message: `案件现在的状态不能“${step.name}”：可能已由别人办过。请刷新后看办理记录。`,
  }
}

/** An action made on a later state than the one here: something before it was refused or has not arrived. */
function findMissingBase(action: Action, caseFile: CaseFile | undefined) {
  if (action.base.case <= (caseFile?.version ?? 0)) return undefined
  return {
    code: 'base-missing',
    message: '这一步之前的一步没有被接收，所以这一步也不能接收。请先处理前一步。',
  }
}

function findWrongHand(action: Action, step: Step, caseFile: CaseFile | undefined) {
  if (!permits(action.by.role, step.permission)) {
    return {
      code: 'not-permitted',
      message: `您的岗位不能“${step.name}”，请交给有权限的同事。`,
      citation: 'WR-7',
    }
  }
  const took = caseFile?.steps.find(
    (taken) => step.notBy?.includes(taken.step) && taken.by.userId === action.by.userId,
  )
  if (!took) return undefined
  return {
    code: 'four-eyes',
    message: `本案由您经办过，不能再由您“${step.name}”。请另一位有权限的同事办理。`,
  }
}

/** What somebody else holds, or the same person at another machine, waits for that hand. */
function findOtherHolder(
  { by, device }: Action,
  { beside, secondHand }: Step,
  caseFile: CaseFile | undefined,
) {
  const holding = caseFile?.holding
  if (beside || secondHand || !holding || !isHeldElsewhere(holding, by, device)) return undefined
  return heldElsewhere(holding)
}

/**
 * While the city's word stands against the case, whoever has seen it waits for the chief. What was done before it came
 * happened, and stays; a sheet in the printer still gets its answer.
 */
function findConflict(action: Action, { beside }: Step, caseFile: CaseFile | undefined) {
  if (beside || !caseFile || caseFile.status === 'printing' || !isInConflict(caseFile)) return undefined
  if (action.base.case < caseFile.version) return undefined
  return {
    code: 'in-conflict',
    message: '市局的答复与本案有冲突。请所长先在“处理冲突”里决定，再办下一步。',
  }
}

function fold(action: Action, result: StepResult, stand: Stand): Applied {
  const { caseFile, caseType, records } = stand
  const taken = { actionId: action.id, step: action.step, by: action.by, at: action.at }
  const holding = holdingAfter(action, result, stand)
  const attachments = result.attachments ?? caseFile?.attachments
  const form = (result.form ?? caseFile?.form ?? {}) as CaseFile['form']
  const formBy = formChangedBy(action, form, caseFile)
  return {
    caseFile: {
      id: action.caseId,
      caseType: caseType.id,
      number: result.number ?? caseFile?.number ?? '',
      station: action.station,
      status: result.status,
      version: (caseFile?.version ?? 0) + 1,
      form,
      ...(formBy ? { formBy } : {}),
      steps: [...(caseFile?.steps ?? []), taken],
      questions: [...(result.questions ?? caseFile?.questions ?? [])],
      sheets: [...(result.sheets ?? caseFile?.sheets ?? [])],
      ...(holding ? { holding } : {}),
      ...(attachments ? { attachments: [...attachments] } : {}),
      ...refusalsAfter(result, caseFile),
      openedAt: caseFile?.openedAt ?? action.at,
      changedAt: action.at,
    },
    records: (result.records ?? []).map((record) => ({
      ...record,
      version: (records.get(record.key)?.version ?? 0) + 1,
    })),
  }
}

/** Handed and settled refusals; a case without any says nothing of them. */
function refusalsAfter(
  result: StepResult,
  before: CaseFile | undefined,
): Pick<CaseFile, 'handedRefusals' | 'settledRefusals'> {
  const handed = result.handedRefusals ?? before?.handedRefusals ?? []
  const settled = result.settledRefusals ?? before?.settledRefusals ?? []
  return {
    ...(handed.length > 0 ? { handedRefusals: [...handed] } : {}),
    ...(settled.length > 0 ? { settledRefusals: [...settled] } : {}),
  }
}

/** A case that needs nothing more is in nobody's hands. */
function holdingAfter(
  action: Action,
  result: StepResult,
  { caseFile, caseType }: Stand,
): Holding | undefined {
  if (caseType.closed.includes(result.status) || result.holding === 'nobody') return undefined
  return result.holding ?? (caseFile?.holding && boundToMachine(caseFile.holding, action))
}
