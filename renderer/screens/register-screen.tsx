import { Card, Descriptions, Input, Table } from 'antd'
import { useMemo, useState } from 'react'
import { ethnicGroups } from '../../shared/codes/gbt3304-ethnic-group.ts'
import { sexes } from '../../shared/codes/gbt2261-1-sex.ts'
import { familyRelations } from '../../shared/codes/gbt4761-family-relation.ts'
import { dateInChinese } from '../../shared/base/plain-date.ts'
import { groupCitizenId } from '../../shared/people/citizen-id.ts'
import { residentStatusNames, type ResidentRecord } from '../../shared/people/resident.ts'
import { useDesk } from '../desk/desk.tsx'
import { useRegisterRevision } from '../desk/use-register-revision.ts'
import { ResidentIndex } from '../search/resident-index.ts'
import { goBack } from '../session/session.ts'
import { useKeys } from '../ui/keyboard.ts'
import { words } from '../words/index.ts'

const mostShown = 60

/** The register of residents, found by any part of a name, its initials, an ID number or an address. */
export function RegisterScreen({ query: first }: { readonly query?: string }) {
  const { store } = useDesk()
  const index = useMemo(() => new ResidentIndex(store.register), [store])
  useRegisterRevision()
  const [query, setQuery] = useState(first ?? '')
  const [chosen, setChosen] = useState<ResidentRecord>()
  const started = performance.now()
  const found = index.search(query, mostShown)
  const took = (performance.now() - started).toFixed(1)
  useKeys({ Escape: goBack })
  return (
    <div className="two screen">
      <Card size="small" title={words.register.title}>
        <Input
          autoFocus
          aria-label={words.register.hint}
          placeholder={words.register.hint}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {query.trim() === '' ? null : <p className="quiet">{words.register.total(found.total, took)}</p>}
        <Table<ResidentRecord>
          size="small"
          rowKey="key"
          pagination={false}
          dataSource={[...found.rows]}
          locale={{ emptyText: query.trim() === '' ? words.register.hint : words.register.none }}
          onRow={(row) => ({
            tabIndex: 0,
            onClick: () => setChosen(row),
            onKeyDown: (event) => event.key === 'Enter' && setChosen(row),
          })}
          columns={[
            { title: '姓名', dataIndex: 'name' },
            { title: '性别', render: (_, row) => sexes.name(row.sex), width: 60 },
            { title: '公民身份号码', render: (_, row) => groupCitizenId(row.citizenId), width: 200 },
            { title: '住址', render: (_, row) => row.address.detail },
            { title: '状态', render: (_, row) => residentStatusNames[row.status], width: 80 },
          ]}
        />
      </Card>
      {chosen ? (
        <Person person={chosen} household={index.household(chosen.householdNumber)} choose={setChosen} />
      ) : (
        <div />
      )}
    </div>
  )
}

interface PersonProps {
  readonly person: ResidentRecord
  readonly household: readonly ResidentRecord[]
  readonly choose: (person: ResidentRecord) => void
}

function Person({ person, household, choose }: PersonProps) {
  const items = [
    ['姓名', person.name],
    ['曾用名', person.formerName || words.none],
    ['性别', sexes.name(person.sex)],
    ['民族', ethnicGroups.name(person.ethnicGroup)],
    ['出生日期', dateInChinese(person.birthDate)],
    ['公民身份号码', groupCitizenId(person.citizenId)],
    ['籍贯', person.nativePlace],
    ['户号', person.householdNumber],
    ['与户主关系', familyRelations.name(person.relationToHead)],
    ['住址', person.address.detail],
    ['居（村）委会', person.committee],
    [
      '状态',
      `${residentStatusNames[person.status]}${person.statusOn ? ` ${dateInChinese(person.statusOn)}` : ''}`,
    ],
  ] as const
  return (
    <Card size="small" title={person.name}>
      <Descriptions
        size="small"
        column={1}
        items={items.map(([label, children]) => ({ key: label, label, children }))}
      />
      <h4>{words.register.household}</h4>
      <ul className="findings">
        {household.map((member) => (
          <li key={member.key}>
            <span className="quiet">{familyRelations.name(member.relationToHead)}</span>
            <button type="button" className="to-field" onClick={() => choose(member)}>
              {member.name}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
