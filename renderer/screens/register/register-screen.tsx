import './register.css'
import { Card, Input, Table } from 'antd'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { sexes } from '../../../shared/codes/gbt2261-1-sex.ts'
import { groupCitizenId } from '../../../shared/people/citizen-id.ts'
import type { ResidentRecord } from '../../../shared/people/resident.ts'
import { useDesk } from '../../desk/desk.tsx'
import { useRegisterRevision } from '../../desk/use-register-revision.ts'
import { ResidentIndex } from '../../search/resident-index.ts'
import { useLookUpReason } from '../../session/look-up.ts'
import { goBack, goTo, stayAt } from '../../session/session.ts'
import { noteOnTrail } from '../../session/trail.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { words } from '../../words/index.ts'
import { PersonPreview } from './person-preview.tsx'
import { RegisterGate } from './register-gate.tsx'
import { ResidentStatusTag } from './resident-status-tag.tsx'

const mostShown = 60

/** A search counts once the clerk has stopped typing for so long, in milliseconds. */
const typingEnds = 1500

/** Each search is on the trail with its reason and how many it found, not with what was typed. */
function useSearchOnTrail(query: string, hits: number): void {
  const reason = useLookUpReason()?.reason
  useEffect(() => {
    if (query.trim() === '' || reason === undefined) return undefined
    const settled = setTimeout(() => noteOnTrail({ what: 'searched', reason, hits }), typingEnds)
    return () => clearTimeout(settled)
  }, [query, hits, reason])
}

/** The register of residents, found by any part of a name, its initials, an ID number or an address. */
export function RegisterScreen({ query }: { readonly query?: string }) {
  useKeys({ Escape: goBack })
  return (
    <RegisterGate>
      <Search {...(query === undefined ? {} : { query })} />
    </RegisterGate>
  )
}

function Search({ query: first }: { readonly query?: string }) {
  const { store } = useDesk()
  const index = useMemo(() => new ResidentIndex(store.register), [store])
  useRegisterRevision()
  const [query, setQuery] = useState(first ?? '')
  const [chosenKey, setChosenKey] = useState<string>()
  const started = performance.now()
  const { rows, total } = index.search(query, mostShown)
  useSearchOnTrail(query, total)
  const took = (performance.now() - started).toFixed(1)
  const place = Math.max(
    rows.findIndex(({ key }) => key === chosenKey),
    0,
  )
  const chosen = rows[place]
  const open = (person: ResidentRecord) => {
    stayAt({ screen: 'register', query })
    goTo({ screen: 'person', personId: person.id })
  }
  const press = (event: KeyboardEvent) => {
    const next = { ArrowDown: rows[place + 1], ArrowUp: rows[place - 1] }[event.key]
    if (next) {
      event.preventDefault()
      setChosenKey(next.key)
    }
    if (event.key !== 'Enter' || !chosen || event.nativeEvent.isComposing) return
    // The same key press would go on to the button that the person's page puts the cursor on.
    event.preventDefault()
    open(chosen)
  }
  return (
    <div className="two screen">
      <Card
        size="small"
        title={words.register.title}
        extra={<span className="quiet">{words.register.keys}</span>}
      >
        <Input
          autoFocus
          aria-label={words.register.hint}
          placeholder={words.register.hint}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={press}
        />
        {query.trim() === '' ? null : <p className="quiet">{words.register.total(total, took)}</p>}
        <Table<ResidentRecord>
          size="small"
          rowKey="key"
          pagination={false}
          dataSource={[...rows]}
          locale={{ emptyText: query.trim() === '' ? words.register.hint : words.register.none }}
          rowClassName={(row) => (row === chosen ? 'chosen-row' : '')}
          onRow={(row) => ({
            'aria-selected': row === chosen,
            onClick: () => setChosenKey(row.key),
            onDoubleClick: () => open(row),
          })}
          columns={[
            { title: '姓名', dataIndex: 'name' },
            { title: '性别', render: (_, row) => sexes.name(row.sex), width: 60 },
            { title: '公民身份号码', render: (_, row) => groupCitizenId(row.citizenId), width: 200 },
            { title: '住址', render: (_, row) => row.address.detail },
            { title: '状态', render: (_, row) => <ResidentStatusTag person={row} />, width: 90 },
          ]}
        />
      </Card>
      {chosen ? (
        <PersonPreview
          person={chosen}
          household={index.household(chosen.householdNumber)}
          open={() => open(chosen)}
        />
      ) : (
        <div />
      )}
    </div>
  )
}
