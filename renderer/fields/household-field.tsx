import { Button, Space } from 'antd'
import { useMemo } from 'react'
import { pickHousehold } from '../../shared/cases/picked.ts'
import { addressInWords } from '../../shared/people/address.ts'
import { householdKindNames, type HouseholdRecord } from '../../shared/people/household.ts'
import { useDesk } from '../desk/desk.tsx'
import { householdIndex } from '../search/household-index.ts'
import type { FieldProps } from './field-props.ts'
import { PickList } from './pick-list.tsx'

const mostShown = 8

/** Picks a household by its number, address, unit or head. */
export function HouseholdField({ field, label, value, typed, change }: FieldProps<'household'>) {
  const { store } = useDesk()
  const index = useMemo(() => householdIndex(store.register), [store])
  if (value) {
    return (
      <Space wrap>
        <strong>户号 {value.number}</strong>
        <span className="quiet">{value.householdKind ? householdKindNames[value.householdKind] : ''}</span>
        <span className="quiet">{value.unitName ?? ''}</span>
        <span className="quiet">{value.address ? addressInWords(value.address) : ''}</span>
        <Button size="small" onClick={() => change(undefined, '')}>
          换一户
        </Button>
      </Space>
    )
  }
  const query = typed ?? ''
  const found = query.trim() === '' ? { rows: [], total: 0 } : index.search(query, mostShown)
  return (
    <PickList<HouseholdRecord>
      label={label}
      placeholder={field.hint ?? '输入户号、户主姓名、单位或者地址的任意一段'}
      query={query}
      setQuery={(next) => change(undefined, next)}
      rows={found.rows}
      total={found.total}
      none="没有查到这一户"
      pick={(row) => change(pickHousehold(row))}
      columns={[
        { title: '户号', render: (row) => row.number },
        { title: '户别', render: (row) => householdKindNames[row.householdKind] },
        { title: '户主或者单位', render: (row) => row.collective?.unitName ?? headOf(row) },
        { title: '住址', render: (row) => row.address.detail },
      ]}
    />
  )

  function headOf({ headPersonId }: HouseholdRecord): string {
    const head = store.register.find(`person:${headPersonId}`)
    return head?.kind === 'person' ? head.name : ''
  }
}
