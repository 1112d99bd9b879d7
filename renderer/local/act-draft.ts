import { textInOrder } from '../../shared/base/text-in-order.ts'
import type { PartialFacts } from '../../shared/cases/fields.ts'
import type { Draft } from './entry.ts'

/**
 * What one clerk has typed in the small form of an act on a case and has not recorded. It holds only the fields that were
 * touched and lies over the case: every other field follows the case as it changes.
 */
export type ActDraft = Draft & { readonly caseId: string; readonly act: NonNullable<Draft['act']> }

/** Where an act is typed, and by whom. */
export type ActPlace = Pick<ActDraft, 'caseId' | 'caseType' | 'owner'> & { readonly step: string }

/** One draft for each case, act and clerk, so that it is found by its id alone. */
export function actDraftId({ caseId, step, owner }: Omit<ActPlace, 'caseType'>): string {
  return `${caseId}/${step}/${owner}`
}

export function isActDraft(draft: Draft): draft is ActDraft {
  return draft.act !== undefined && draft.caseId !== undefined
}

/** The small form before anybody typed in it. */
export function untouched(place: ActPlace, at: string): ActDraft {
  const { step, ...rest } = place
  return {
    id: actDraftId(place),
    ...rest,
    facts: {},
    typed: {},
    act: { step, seen: {} },
    changedAt: at,
  }
}

/** Whether nothing is typed in the small form that the case does not say itself. */
export function hasNothing({ act }: Draft): boolean {
  return act !== undefined && Object.keys(act.seen).length === 0
}

/** An answer given in a field, and the raw text while it is not a fact yet. */
export interface Answer {
  readonly name: string
  readonly value: unknown
  readonly typed?: string | undefined
}

/** A field answered, over what the case says as it is shown now. An answer that is the case's own touches nothing. */
export function answered(draft: ActDraft, answer: Answer, shown: PartialFacts, at: string): ActDraft {
  const { name, value, typed } = answer
  const rest = followCase(draft, name, at)
  if (typed === undefined && isSame(value, shown[name])) return rest
  const seenBefore = draft.act.seen[name]
  const seen = seenBefore === undefined ? asSeen(shown[name]) : seenBefore
  return {
    ...rest,
    facts: value === undefined ? rest.facts : { ...rest.facts, [name]: value },
    typed: typed === undefined ? rest.typed : { ...rest.typed, [name]: typed },
    act: { ...rest.act, seen: { ...rest.act.seen, [name]: seen } },
  }
}

/** What was typed in the field is let go: it follows the case again. */
export function followCase(draft: ActDraft, name: string, at: string): ActDraft {
  const { [name]: _fact, ...facts } = draft.facts
  const { [name]: _typed, ...typed } = draft.typed
  const { [name]: _seen, ...seen } = draft.act.seen
  return { ...draft, facts, typed, act: { ...draft.act, seen }, changedAt: at }
}

/** The clerk has seen what the case says now and stays with what is typed. */
export function keepOwn(draft: ActDraft, name: string, shown: PartialFacts, at: string): ActDraft {
  const seen = { ...draft.act.seen, [name]: asSeen(shown[name]) }
  return { ...draft, act: { ...draft.act, seen }, changedAt: at }
}

/** The case's facts with what is typed over them. */
export function factsOver(facts: PartialFacts, draft: ActDraft): PartialFacts {
  const others = Object.entries(facts).filter(([name]) => !(name in draft.act.seen))
  return { ...Object.fromEntries(others), ...draft.facts }
}

/** Touched fields of which the case says something else now than when they were touched, and not what is typed either. */
export function changedMeanwhile(draft: ActDraft, now: PartialFacts): string[] {
  return Object.entries(draft.act.seen).flatMap(([name, seen]) => {
    const isOwn = draft.typed[name] === undefined && isSame(draft.facts[name], now[name])
    return isOwn || isSame(seen, now[name]) ? [] : [name]
  })
}

/** Drafts are JSON, which has no word for what is not there. */
function asSeen(value: unknown): unknown {
  return value ?? null
}

function isSame(one: unknown, other: unknown): boolean {
  return textInOrder(one) === textInOrder(other)
}
