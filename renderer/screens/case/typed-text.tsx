import { answered, hasNothing } from '../../local/act-draft.ts'
import { NamedInput } from '../../ui/named-input.tsx'
import { DraftState } from '../draft/draft-state.tsx'
import type { Act } from './use-act.ts'

/** A text of an act that is no field of a form (a reason, an opinion), as typed so far. */
export function textOf({ draft }: Act, name: string): string {
  const text = draft.facts[name]
  return typeof text === 'string' ? text : ''
}

interface Props {
  readonly act: Act
  readonly name: string
  readonly label: string
}

/** The line that such a text is typed in, kept like the draft of a matter. */
export function TypedText({ act, name, label }: Props) {
  const tell = (value: string) =>
    act.edit((before, at) => answered(before, { name, value: value || undefined }, {}, at))
  return <NamedInput name={label} value={textOf(act, name)} tell={tell} disabled={act.busy} />
}

/** How far what is typed for an act is kept; nothing while nothing is typed. */
export function ActState({ act: { draft, saved } }: Pick<Props, 'act'>) {
  return hasNothing(draft) ? null : <DraftState saved={saved} at={draft.changedAt} />
}
