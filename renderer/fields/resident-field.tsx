import { Button, Space } from 'antd'
import { useMemo } from 'react'
import { readOutsider } from '../../shared/cases/outsider.ts'
import { pickResident } from '../../shared/cases/picked.ts'
import { addressInWords } from '../../shared/people/address.ts'
import { groupCitizenId } from '../../shared/people/citizen-id.ts'
import { residentStatusNames, type ResidentRecord } from '../../shared/people/resident.ts'
import { today, useDesk } from '../desk/desk.tsx'
import { ResidentIndex } from '../search/resident-index.ts'
import type { FieldProps } from './field-props.ts'
import { PickList } from './pick-list.tsx'

const mostShown = 8

/** Picks somebody from the register of residents by any part of a name, number or address. */
export function ResidentField({ field, label, value, typed, change }: FieldProps<'resident'>) {
  const { store } = useDesk()
  const index = useMemo(() => new ResidentIndex(store.register), [store])
  if (value) {
    return (
      <Space wrap>
        <strong>{value.name}</strong>
        <span className="quiet">{groupCitizenId(value.citizenId ?? '')}</span>
        <span className="quiet">{value.address ? addressInWords(value.address) : ''}</span>
        <span className="quiet">{value.status ? residentStatusNames[value.status] : ''}</span>
        <Button size="small" onClick={() => change(undefined, '')}>
          换一人
        </Button>
      </Space>
    )
  }
  const query = typed ?? ''
  const found = query.trim() === '' ? { rows: [], total: 0 } : index.search(query, mostShown)
  const outsider = found.total === 0 ? readOutsider(query, today()) : undefined
  return (
    <PickList<ResidentRecord>
      label={label}
      placeholder={field.hint ?? '输入姓名、拼音首字母、身份证号或者住址的任意一段'}
      query={query}
      setQuery={(next) => change(undefined, next)}
      rows={found.rows}
      total={found.total}
      none={
        outsider ? (
          <Button type="link" onClick={() => change(outsider)}>
            本所登记里没有。按别处的人填写：{outsider.name} {groupCitizenId(outsider.citizenId ?? '')}（回车）
          </Button>
        ) : (
          '本所登记里没有查到。别处的人请写：姓名、空格、身份证号'
        )
      }
      enterOnNone={outsider ? () => change(outsider) : undefined}
      pick={(row) => change(pickResident(row))}
      columns={[
        { title: '姓名', render: (row) => row.name },
        { title: '公民身份号码', render: (row) => groupCitizenId(row.citizenId) },
        { title: '户号', render: (row) => row.householdNumber },
        { title: '住址', render: (row) => row.address.detail },
        { title: '状态', render: (row) => residentStatusNames[row.status] },
      ]}
    />
  )
}
