import { Input } from 'antd'
import type { Outcome } from '../../shared/base/outcome.ts'
import { parseDateAsTyped } from '../../shared/base/plain-date.ts'
import { checkCitizenId } from '../../shared/people/citizen-id.ts'
import { checkPersonName } from '../../shared/people/person-name.ts'
import { today } from '../desk/desk.tsx'
import type { FieldProps } from './field-props.ts'

type Parse = (typed: string) => Outcome<string>

/** A field whose text becomes a fact once it reads as one. Until then the text is kept as typed, with the problem beside it. */
function ParsedField({ label, value, typed, change, parse }: FieldProps<'text'> & { readonly parse: Parse }) {
  const text = typed ?? value ?? ''
  const parsed = text === '' ? undefined : parse(text)
  const take = (next: string) => {
    const fact = next === '' ? undefined : parse(next)
    change(fact?.ok ? fact.value : undefined, next)
  }
  const settle = () => {
    if (parsed?.ok) change(parsed.value)
  }
  return (
    <>
      <Input
        aria-label={label}
        value={text}
        status={parsed && !parsed.ok ? 'error' : ''}
        onChange={(event) => take(event.target.value)}
        onBlur={settle}
      />
      {parsed && !parsed.ok ? <div className="problem">{parsed.refusals[0]?.message}</div> : null}
    </>
  )
}

export function DateField(props: FieldProps<'date'>) {
  return <ParsedField {...props} parse={(typed) => parseDateAsTyped(typed, today())} />
}

export function CitizenIdField(props: FieldProps<'citizenId'>) {
  return <ParsedField {...props} parse={readCitizenId} />
}

function readCitizenId(typed: string): Outcome<string> {
  const checked = checkCitizenId(typed, { today: today() })
  return checked.ok ? { ok: true, value: checked.value.id } : checked
}

export function NameField(props: FieldProps<'name'>) {
  return <ParsedField {...props} parse={readName} />
}

function readName(typed: string): Outcome<string> {
  const checked = checkPersonName(typed)
  return checked.ok ? { ok: true, value: checked.value.name } : checked
}
