import type { Refusal } from '../base/outcome.ts'
import type { Action } from './action.ts'
import type { CaseFile } from './case-file.ts'
import { markOf } from './form-seen.ts'

const prefix = 'settled-refusal:'

/**
 * For `base.records` of a step that says a handed refusal's step again: which action settled that refusal. It stands on that
 * one and on no other.
 */
export function settledBy(refusedId: string, settlingId: string): Readonly<Record<string, number>> {
  return { [`${prefix}${refusedId}`]: markOf(settlingId) }
}

/** Of two desks that both say a handed refusal's step again, the city takes one: whose settling it took. */
export function findSaidAgainElsewhere(
  { base }: Action,
  caseFile: CaseFile | undefined,
): Refusal | undefined {
  const settled = caseFile?.settledRefusals ?? []
  for (const [key, mark] of Object.entries(base.records)) {
    if (!key.startsWith(prefix)) continue
    const how = settled.find(({ id }) => key === `${prefix}${id}`)
    if (!how || markOf(how.actionId) !== mark) return saidAgainElsewhere(how?.by)
  }
  return undefined
}

function saidAgainElsewhere(by: string | undefined): Refusal {
  return {
    code: 'said-again-elsewhere',
    message: by
      ? `转交的退回已经由${by}处理过了，这一步没有再收一次。请对照现在的内容，以市局的为准，或者再报一次。`
      : '这一步是处理一条转交的退回，市局没有收下那次处理，所以这一步也没有收。请先处理转交的退回。',
  }
}
