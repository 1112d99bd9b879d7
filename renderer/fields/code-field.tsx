import { Select } from 'antd'
import { useState } from 'react'
import { findCodeTable } from '../../shared/codes/code-tables.ts'
import type { FieldProps } from './field-props.ts'

interface CodeInput {
  readonly label: string
  readonly table: string
  readonly value: string | undefined
  readonly change: (code: string | undefined) => void
}

/** A code taken by its number, its pinyin initials or its words. */
export function CodeInput({ label, table, value, change }: CodeInput) {
  const [typed, setTyped] = useState('')
  const codes = findCodeTable(table)
  const found = typed === '' ? codes.entries : codes.find(typed)
  return (
    <Select
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      value={value ?? null}
      onChange={(code: string | null) => change(code ?? undefined)}
      options={(value && !found.some(({ code }) => code === value)
        ? [...found, ...codes.entries.filter(({ code }) => code === value)]
        : found
      ).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
    />
  )
}

export function CodeField({ field, label, value, change }: FieldProps<'code'>) {
  return <CodeInput label={label} table={field.table ?? ''} value={value} change={change} />
}
