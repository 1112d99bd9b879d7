import { Button, Space } from 'antd'
import { useMemo } from 'react'
import { pickPermit } from '../../shared/cases/picked.ts'
import { groupCitizenId } from '../../shared/people/citizen-id.ts'
import {
  residencePermitStateNames,
  type ResidencePermitRecord,
} from '../../shared/register/residence-permit.ts'
import { useDesk } from '../desk/desk.tsx'
import { residencePermitIndex } from '../search/household-index.ts'
import type { FieldProps } from './field-props.ts'
import { PickList } from './pick-list.tsx'

const mostShown = 8

/** Picks a residence permit by its number, its holder's name or citizen number. */
export function ResidencePermitField({ field, label, value, typed, change }: FieldProps<'residencePermit'>) {
  const { store } = useDesk()
  const index = useMemo(() => residencePermitIndex(store.register), [store])
  if (value) {
    return (
      <Space wrap>
        <strong>{value.number}</strong>
        <span>{value.holderName}</span>
        <span className="quiet">{value.state ? residencePermitStateNames[value.state] : ''}</span>
        <span className="quiet">{value.usableUntil ? `可用到 ${value.usableUntil}` : ''}</span>
        <Button size="small" onClick={() => change(undefined, '')}>
          换一张
        </Button>
      </Space>
    )
  }
  const query = typed ?? ''
  const found = query.trim() === '' ? { rows: [], total: 0 } : index.search(query, mostShown)
  return (
    <PickList<ResidencePermitRecord>
      label={label}
      placeholder={field.hint ?? '输入居住证号、姓名或者身份证号的任意一段'}
      query={query}
      setQuery={(next) => change(undefined, next)}
      rows={found.rows}
      total={found.total}
      none="没有查到居住证"
      pick={(row) => change(pickPermit(row))}
      columns={[
        { title: '居住证号', render: (row) => row.number },
        { title: '持证人', render: (row) => row.holder.name },
        { title: '公民身份号码', render: (row) => groupCitizenId(row.holder.citizenId) },
        { title: '状态', render: (row) => residencePermitStateNames[row.state] },
      ]}
    />
  )
}
