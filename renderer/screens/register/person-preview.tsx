import { Button, Card } from 'antd'
import { familyRelations } from '../../../shared/codes/gbt4761-family-relation.ts'
import type { ResidentRecord } from '../../../shared/people/resident.ts'
import { inBookletOrder } from '../../../shared/statistics/booklet-order.ts'
import { goTo } from '../../session/session.ts'
import { words } from '../../words/index.ts'
import { PersonItems } from './person-items.tsx'

interface PersonPreviewProps {
  readonly person: ResidentRecord
  readonly household: readonly ResidentRecord[]
  readonly open: () => void
}

/** Who is meant, beside the list; the whole page is one key away. */
export function PersonPreview({ person, household, open }: PersonPreviewProps) {
  return (
    <Card
      size="small"
      title={person.name}
      extra={
        <Button size="small" type="primary" onClick={open}>
          {words.register.open}
        </Button>
      }
    >
      <PersonItems person={person} columns={1} short />
      <h4>{words.register.household}</h4>
      <ul className="findings">
        {inBookletOrder(household).map((member) => (
          <li key={member.key}>
            <span className="quiet">{familyRelations.name(member.relationToHead)}</span>
            <button
              type="button"
              className="to-field"
              onClick={() => goTo({ screen: 'person', personId: member.id })}
            >
              {member.name}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
