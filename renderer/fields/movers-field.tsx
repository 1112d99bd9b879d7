import { Button, Input, Space, Table } from 'antd'
import { useMemo, useState } from 'react'
import { familyRelations } from '../../shared/codes/gbt4761-family-relation.ts'
import { groupCitizenId } from '../../shared/people/citizen-id.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { CertificatePerson } from '../../shared/register/certificate.ts'
import { useDesk } from '../desk/desk.tsx'
import { ResidentIndex } from '../search/resident-index.ts'
import type { FieldProps } from './field-props.ts'

const mostShown = 8
const mostMovers = 4

/** A resident as a column of the certificate; the first one picked is the holder. */
function asMover(resident: ResidentRecord, first: boolean): CertificatePerson {
  const {
    id,
    name,
    formerName,
    sex,
    ethnicGroup,
    birthDate,
    birthplace,
    nativePlace,
    education,
    occupation,
  } = resident
  const { maritalStatus, citizenId, relationToHead } = resident
  const relation = first ? '持证人' : (familyRelations.name(relationToHead) ?? '')
  const columns = {
    name,
    formerName,
    sex,
    ethnicGroup,
    birthDate,
    birthplace,
    nativePlace,
    education,
    occupation,
  }
  return { personId: id, relation, ...columns, maritalStatus, citizenId, moveReason: '' }
}

/** Picks people from the register of residents; others of the same household are offered at once. */
export function MoversField({ label, field, value, typed, change }: FieldProps<'movers'>) {
  const { store } = useDesk()
  const index = useMemo(() => new ResidentIndex(store.register), [store])
  const [active, setActive] = useState(0)
  const movers = value ?? []
  const picked = new Set(movers.map(({ personId }) => personId))
  const query = typed ?? ''
  const here = (resident: ResidentRecord) => resident.status === 'registered' && !picked.has(resident.id)
  const found =
    query.trim() === ''
      ? householdOf(index, store.register.find(`person:${movers[0]?.personId ?? ''}`))
      : index.search(query, mostShown * 4).rows
  const rows = found.filter(here).slice(0, mostShown)
  const pick = (resident: ResidentRecord | undefined) => {
    if (resident && movers.length < mostMovers)
      change([...movers, asMover(resident, movers.length === 0)], '')
  }
  const putRelation = (at: number, relation: string) =>
    change(
      movers.map((mover, each) => (each === at ? { ...mover, relation } : mover)),
      query,
    )
  return (
    <>
      {movers.map((mover, at) => (
        <Space key={mover.personId} className="block" wrap>
          <Input
            aria-label={`${mover.name}与持证人关系`}
            style={{ width: 110 }}
            value={mover.relation}
            disabled={at === 0}
            onChange={(event) => putRelation(at, event.target.value)}
          />
          <strong>{mover.name}</strong>
          <span className="quiet">{groupCitizenId(mover.citizenId)}</span>
          <Button
            size="small"
            onClick={() =>
              change(
                movers.filter((each) => each !== mover),
                query,
              )
            }
          >
            去掉
          </Button>
        </Space>
      ))}
      {movers.length < mostMovers ? (
        <Input
          aria-label={label}
          placeholder={field.hint ?? ''}
          value={query}
          onChange={(event) => {
            setActive(0)
            change(value, event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setActive((row) => Math.min(row + 1, rows.length - 1))
            else if (event.key === 'ArrowUp') setActive((row) => Math.max(row - 1, 0))
            else if (event.key === 'Enter' && query.trim() !== '' && rows.length > 0) pick(rows[active])
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      ) : null}
      {rows.length > 0 && movers.length < mostMovers ? (
        <Table<ResidentRecord>
          size="small"
          rowKey="key"
          pagination={false}
          dataSource={rows}
          rowClassName={(_row, at) => (at === active ? 'ant-table-row-selected' : '')}
          onRow={(row) => ({ onClick: () => pick(row) })}
          columns={[
            { title: '姓名', dataIndex: 'name' },
            { title: '公民身份号码', render: (_, row) => groupCitizenId(row.citizenId) },
            { title: '户号', dataIndex: 'householdNumber' },
            { title: '住址', render: (_, row) => row.address.detail },
          ]}
        />
      ) : null}
    </>
  )
}

function householdOf(
  index: ResidentIndex,
  first: ReturnType<ReturnType<typeof useDesk>['store']['register']['find']>,
) {
  return first?.kind === 'person' && first.householdNumber ? index.household(first.householdNumber) : []
}
