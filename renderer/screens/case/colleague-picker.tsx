import { Select } from 'antd'
import { roleNames } from '../../../shared/people/role.ts'
import type { User } from '../../../shared/people/user.ts'
import { words } from '../../words/index.ts'

interface Props {
  readonly label: string
  readonly people: readonly User[]
  readonly value: string | undefined
  readonly onChange: (userId: string) => void
}

/** Picks one of the station's own people, by any part of the name. */
export function ColleaguePicker({ label, people, value, onChange }: Props) {
  return (
    <Select
      aria-label={label}
      placeholder={words.holding.pickColleague}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: 200 }}
      {...(value === undefined ? {} : { value })}
      onChange={onChange}
      options={people.map(({ id, name, role }) => ({ value: id, label: `${name}（${roleNames[role]}）` }))}
    />
  )
}
