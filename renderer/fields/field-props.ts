import type { Field, FieldKind, FieldValue, PartialFacts } from '../../shared/cases/fields.ts'

/** What every field input gets: its value as a fact, the text as typed while it is not a fact yet, and one way out. */
export interface FieldProps<Kind extends FieldKind> {
  readonly field: Field
  readonly label: string
  readonly value: FieldValue<Kind> | undefined
  readonly typed: string | undefined
  readonly facts: PartialFacts
  /** Gives the fact (or that there is none), and the raw text to keep when the two differ. */
  readonly change: (value: FieldValue<Kind> | undefined, typed?: string) => void
}
