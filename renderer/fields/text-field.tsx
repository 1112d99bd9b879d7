import { Input } from 'antd'
import type { FieldProps } from './field-props.ts'

export function TextField({ label, value, change }: FieldProps<'text' | 'phone' | 'name'>) {
  return (
    <Input
      aria-label={label}
      value={value ?? ''}
      maxLength={200}
      onChange={(event) => change(event.target.value || undefined)}
    />
  )
}

export function LongTextField({ label, value, change }: FieldProps<'longText'>) {
  return (
    <Input.TextArea
      aria-label={label}
      value={value ?? ''}
      maxLength={2000}
      autoSize={{ minRows: 2, maxRows: 8 }}
      onChange={(event) => change(event.target.value || undefined)}
    />
  )
}
