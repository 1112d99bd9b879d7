import { Descriptions } from 'antd'
import type { ResidentRecord } from '../../../shared/people/resident.ts'
import { itemsToTellApart, residentItems } from '../../../shared/people/resident-items.ts'
import { words } from '../../words/index.ts'
import { ResidentStatusTag } from './resident-status-tag.tsx'

interface PersonItemsProps {
  readonly person: ResidentRecord
  readonly columns: 1 | 2
  /** Only what tells people apart. */
  readonly short?: boolean
}

/** The items of the registration form, in its order. What is not known says so. */
export function PersonItems({ person, columns, short = false }: PersonItemsProps) {
  const items = short ? itemsToTellApart(person) : residentItems(person)
  return (
    <Descriptions
      size="small"
      column={columns}
      items={[
        ...items.map(([label, content]) => ({ key: label, label, children: content || words.none })),
        ...(short
          ? [{ key: 'status', label: words.register.status, children: <ResidentStatusTag person={person} /> }]
          : []),
      ]}
    />
  )
}
