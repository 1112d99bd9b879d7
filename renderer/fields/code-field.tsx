import { Select } from 'antd'
import { useState } from 'react'
import type { CodeTable } from '../../shared/codes/code-table.ts'
import { sexes } from '../../shared/codes/gbt2261-1-sex.ts'
import { maritalStatuses } from '../../shared/codes/gbt2261-2-marital-status.ts'
import { ethnicGroups } from '../../shared/codes/gbt3304-ethnic-group.ts'
import { educationLevels } from '../../shared/codes/gbt4658-education.ts'
import { moveReasons } from '../../shared/codes/move-reason.ts'
import type { FieldProps } from './field-props.ts'

const tables: Readonly<Record<string, CodeTable>> = {
  sex: sexes,
  'marital-status': maritalStatuses,
  'ethnic-group': ethnicGroups,
  education: educationLevels,
  'move-reason': moveReasons,
}

interface CodeInput {
  readonly label: string
  readonly table: string
  readonly value: string | undefined
  readonly change: (code: string | undefined) => void
}

/** A code taken by its number, its pinyin initials or its words. */
export function CodeInput({ label, table, value, change }: CodeInput) {
  const [typed, setTyped] = useState('')
  const codes = tables[table]
  const found = typed === '' ? (codes?.entries ?? []) : (codes?.find(typed) ?? [])
  return (
    <Select
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      value={value ?? null}
      onChange={(code: string | null) => change(code ?? undefined)}
      options={(value && !found.some(({ code }) => code === value)
        ? [...found, ...(codes?.entries ?? []).filter(({ code }) => code === value)]
        : found
      ).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
    />
  )
}

export function CodeField({ field, label, value, change }: FieldProps<'code'>) {
  return <CodeInput label={label} table={field.table ?? ''} value={value} change={change} />
}
