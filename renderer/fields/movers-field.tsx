import { Button, Input, Space } from 'antd'
import { useMemo } from 'react'
import { familyRelations } from '../../shared/codes/gbt4761-family-relation.ts'
import { groupCitizenId } from '../../shared/people/citizen-id.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { CertificatePerson } from '../../shared/register/certificate.ts'
import { useDesk } from '../desk/desk.tsx'
import { ResidentIndex } from '../search/resident-index.ts'
import type { FieldProps } from './field-props.ts'
import { PickList } from './pick-list.tsx'

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
  const movers = value ?? []
  const picked = new Set(movers.map(({ personId }) => personId))
  const query = typed ?? ''
  const here = (resident: ResidentRecord) => resident.status === 'registered' && !picked.has(resident.id)
  const found =
    query.trim() === ''
      ? householdOf(index, store.register.find(`person:${movers[0]?.personId ?? ''}`))
      : index.search(query, mostShown * 4).rows
  const rows = found.filter(here).slice(0, mostShown)
  const pick = (resident: ResidentRecord) => change([...movers, asMover(resident, movers.length === 0)], '')
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
        <PickList<ResidentRecord>
          label={label}
          placeholder={field.hint ?? ''}
          query={query}
          setQuery={(next) => change(value, next)}
          rows={rows}
          total={found.filter(here).length}
          none="户籍里没有查到在册的人"
          pick={pick}
          columns={[
            { title: '姓名', render: (row) => row.name },
            { title: '公民身份号码', render: (row) => groupCitizenId(row.citizenId) },
            { title: '户号', render: (row) => row.householdNumber },
            { title: '住址', render: (row) => row.address.detail },
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
