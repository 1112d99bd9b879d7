import { Input, Select, Space } from 'antd'
import { useState } from 'react'
import { findRegions, regionName } from '../../shared/codes/gbt2260-region.ts'
import type { Place } from '../../shared/register/certificate.ts'
import type { FieldProps } from './field-props.ts'

const mostRegions = 30

interface PlaceInput {
  readonly label: string
  readonly value: Place | undefined
  readonly change: (place: Place | undefined) => void
}

/** A county by code, initials or words, and the rest of the address as written. */
export function PlaceInput({ label, value, change }: PlaceInput) {
  const [typed, setTyped] = useState('')
  const found = typed === '' ? [] : findRegions(typed, mostRegions)
  const chosen = value?.region ? [{ value: value.region, label: value.regionName }] : []
  const options = found.length > 0 ? found.map(({ code, name }) => ({ value: code, label: name })) : chosen
  return (
    <Space.Compact block>
      <Select
        aria-label={`${label}：省市县`}
        className="region"
        style={{ width: '48%' }}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder="输入县区名称或者代码"
        value={value?.region || null}
        options={options}
        onChange={(region: string | null) => {
          const name = region ? regionName(region) : undefined
          if (region && name) change({ region, regionName: name, detail: value?.detail ?? '' })
        }}
      />
      <Input
        aria-label={`${label}：详细地址`}
        placeholder="乡镇、街路、门牌"
        maxLength={120}
        value={value?.detail ?? ''}
        disabled={!value?.region}
        onChange={(event) => value && change({ ...value, detail: event.target.value })}
      />
    </Space.Compact>
  )
}

export function PlaceField({ label, value, change }: FieldProps<'place'>) {
  return <PlaceInput label={label} value={value} change={change} />
}
