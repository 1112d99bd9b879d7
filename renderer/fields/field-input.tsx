import { Button } from 'antd'
import type { ComponentType } from 'react'
import { isAsked, type Field, type FieldKind, type PartialFacts } from '../../shared/cases/fields.ts'
import { CertificateContentField } from './certificate-content-field.tsx'
import { CertificateField } from './certificate-field.tsx'
import { ChoiceField, YesNoField } from './choice-field.tsx'
import { CodeField } from './code-field.tsx'
import type { FieldProps } from './field-props.ts'
import { HouseholdField } from './household-field.tsx'
import { MoveInPermitField } from './move-in-permit-field.tsx'
import { MoversField } from './movers-field.tsx'
import { NumberField, TimeField } from './number-field.tsx'
import { CitizenIdField, DateField, NameField } from './parsed-field.tsx'
import { PlaceField } from './place-field.tsx'
import { ResidencePermitField } from './residence-permit-field.tsx'
import { ResidentField } from './resident-field.tsx'
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
  moveInPermit: MoveInPermitField,
  certificateContent: CertificateContentField,
  movers: MoversField,
  time: TimeField,
  number: NumberField,
  resident: ResidentField,
  household: HouseholdField,
  residencePermit: ResidencePermitField,
  rows: RowsField,
}

/** Fields that show their hint inside the box they search with. */
const hintInside: readonly FieldKind[] = [
  'certificate',
  'moveInPermit',
  'movers',
  'resident',
  'household',
  'residencePermit',
]

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
        {field.hint && !hintInside.includes(field.kind) ? <div className="hint">{field.hint}</div> : null}
      </div>
    </div>
  )
}

type Line = Readonly<Record<string, unknown>>
type HalfTyped = Readonly<Record<string, string>>

/** Lines of a small table, each a form of its own. What is half typed in a line is kept with the draft, as JSON by line. */
function RowsField({ field, label, value, typed, change }: FieldProps<'rows'>) {
  const lines: readonly Line[] = value ?? []
  const half = readHalfTyped(typed)
  const put = (at: number, name: string, fact: unknown, raw?: string) => {
    const { [`${at}/${name}`]: _before, ...rest } = half
    const nextHalf = raw === undefined ? rest : { ...rest, [`${at}/${name}`]: raw }
    const next = lines.map((line, each) => (each === at ? withFact(line, name, fact) : line))
    change(next, asTyped(nextHalf))
  }
  const remove = (at: number) => {
    const others = Object.entries(half).flatMap(([key, raw]) => {
      const [line = '', name = ''] = key.split('/')
      if (Number(line) === at) return []
      return [[`${Number(line) > at ? Number(line) - 1 : line}/${name}`, raw] as const]
    })
    const left = lines.filter((_line, each) => each !== at)
    change(left.length > 0 ? left : undefined, asTyped(Object.fromEntries(others)))
  }
  return (
    <div className="rows">
      {lines.map((line, at) => (
        <fieldset key={at}>
          <legend>
            {label} {at + 1}{' '}
            <Button size="small" onClick={() => remove(at)}>
              去掉
            </Button>
          </legend>
          {Object.entries(field.columns ?? {}).map(([name, column]) =>
            isAsked(column, line) ? (
              <FieldInput
                key={name}
                name={name}
                field={column}
                facts={line}
                typed={half[`${at}/${name}`]}
                change={(key, fact, raw) => put(at, key, fact, raw)}
              />
            ) : null,
          )}
        </fieldset>
      ))}
      <Button onClick={() => change([...lines, {}], typed)}>添加{label}</Button>
    </div>
  )
}

function asTyped(half: HalfTyped): string | undefined {
  return Object.keys(half).length > 0 ? JSON.stringify(half) : undefined
}

function readHalfTyped(typed: string | undefined): HalfTyped {
  return typed?.startsWith('{') ? (JSON.parse(typed) as HalfTyped) : {}
}

/** Texts in a field that are no facts yet: half a date, a number that cannot be, a name looked up and not picked. */
export function halfTypedIn({ kind }: Field, value: unknown, typed: string | undefined): string[] {
  const lines = kind === 'rows' && Array.isArray(value) ? (value as readonly Line[]) : undefined
  const texts = lines
    ? Object.entries(readHalfTyped(typed)).flatMap(([key, raw]) => {
        const [line = '', name = ''] = key.split('/')
        return lines[Number(line)]?.[name] === undefined ? [raw] : []
      })
    : value === undefined && kind !== 'rows'
      ? [typed ?? '']
      : []
  return texts.filter((text) => text.trim() !== '')
}

function withFact(line: Line, name: string, value: unknown): Line {
  const { [name]: _before, ...rest } = line
  return value === undefined ? rest : { ...rest, [name]: value }
}
