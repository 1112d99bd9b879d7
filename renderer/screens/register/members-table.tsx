import { Table } from 'antd'
import { sexes } from '../../../shared/codes/gbt2261-1-sex.ts'
import { familyRelations } from '../../../shared/codes/gbt4761-family-relation.ts'
import { groupCitizenId } from '../../../shared/people/citizen-id.ts'
import type { ResidentRecord } from '../../../shared/people/resident.ts'
import { inBookletOrder } from '../../../shared/statistics/booklet-order.ts'
import { goTo } from '../../session/session.ts'
import { words } from '../../words/index.ts'
import { ResidentStatusTag } from './resident-status-tag.tsx'

interface MembersTableProps {
  readonly members: readonly ResidentRecord[]
  /** Only relation, name and status, for a narrow column. */
  readonly isShort?: boolean
  /** The person whose page this stands on. */
  readonly here?: ResidentRecord
}

const relation = (member: ResidentRecord) => familyRelations.name(member.relationToHead)
const status = (member: ResidentRecord) => <ResidentStatusTag person={member} />

/** The people of a household in the order of its booklet, those who are no longer registered last. */
export function MembersTable({ members, isShort = false, here }: MembersTableProps) {
  const inOrder = [
    ...inBookletOrder(members.filter(({ status }) => status === 'registered')),
    ...inBookletOrder(members.filter(({ status }) => status !== 'registered')),
  ]
  const name = (member: ResidentRecord) =>
    member === here ? (
      <strong>{member.name}</strong>
    ) : (
      <button
        type="button"
        className="to-field"
        onClick={() => goTo({ screen: 'person', personId: member.id })}
      >
        {member.name}
      </button>
    )
  return (
    <Table<ResidentRecord>
      size="small"
      rowKey="key"
      dataSource={inOrder}
      pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: words.none }}
      columns={
        isShort
          ? [
              { title: '与户主关系', render: (_, member) => relation(member), width: 110 },
              { title: '姓名', render: (_, member) => name(member) },
              { title: '状态', render: (_, member) => status(member), width: 90 },
            ]
          : [
              { title: '姓名', render: (_, member) => name(member) },
              { title: '与户主关系', render: (_, member) => relation(member), width: 110 },
              { title: '性别', render: (_, member) => sexes.name(member.sex), width: 60 },
              { title: '出生日期', dataIndex: 'birthDate', width: 110 },
              { title: '公民身份号码', render: (_, member) => groupCitizenId(member.citizenId), width: 190 },
              { title: '状态', render: (_, member) => status(member), width: 90 },
            ]
      }
    />
  )
}
