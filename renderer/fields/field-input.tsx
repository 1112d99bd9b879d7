import type { ComponentType } from 'react'
import type { Field, FieldKind, PartialFacts } from '../../shared/cases/fields.ts'
import { CertificateContentField } from './certificate-content-field.tsx'
import { CertificateField } from './certificate-field.tsx'
import { ChoiceField, YesNoField } from './choice-field.tsx'
import { CodeField } from './code-field.tsx'
import type { FieldProps } from './field-props.ts'
import { MoversField } from './movers-field.tsx'
import { CitizenIdField, DateField, NameField } from './parsed-field.tsx'
import { PlaceField } from './place-field.tsx'
import { LongTextField, TextField } from './text-field.tsx'

const inputs: { readonly [Kind in FieldKind]: ComponentType<FieldProps<Kind>> } = {
  text: TextField,
  phone: TextField,
  longText: LongTextField,
  name: NameField,
  citizenId: CitizenIdField,
  date: DateField,
  choice: ChoiceField,
  yesNo: YesNoField,
  code: CodeField,
  place: PlaceField,
  certificate: CertificateField,
  certificateContent: CertificateContentField,
  movers: MoversField,
}

interface FieldInput {
  readonly name: string
  readonly field: Field
  readonly facts: PartialFacts
  readonly typed: string | undefined
  readonly change: (name: string, value: unknown, typed?: string) => void
}

/** One line of a form: the label at the left, the input of its kind, what stands against it below. */
export function FieldInput({ name, field, facts, typed, change }: FieldInput) {
  const Input = inputs[field.kind] as ComponentType<FieldProps<FieldKind>>
  const value = facts[name] as FieldProps<FieldKind>['value']
  return (
    <div className="field" data-field={name} data-empty={value === undefined}>
      <label>
        {field.label}
        {field.optional ? '' : ' *'}
      </label>
      <div>
        <Input
          field={field}
          label={field.label}
          value={value}
          typed={typed}
          facts={facts}
          change={(next, raw) => change(name, next, raw)}
        />
        {field.hint && field.kind !== 'certificate' && field.kind !== 'movers' ? (
          <div className="hint">{field.hint}</div>
        ) : null}
      </div>
    </div>
  )
}
