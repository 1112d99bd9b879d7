import { Card, Table } from 'antd'
import { registerCauses, type RegisterEntry } from '../../../shared/register/register-entry.ts'
import { words } from '../../words/index.ts'
import { CaseLink } from './case-link.tsx'

interface NumberedEntry {
  readonly place: number
  readonly entry: RegisterEntry
}

/** Who changed what, when, by which case; the latest first. */
export function HistoryTable({ entries }: { readonly entries: readonly RegisterEntry[] }) {
  const titles = words.register.historyColumns
  const rows = entries.map((entry, place): NumberedEntry => ({ place, entry })).toReversed()
  return (
    <Card size="small" className="block" title={words.register.history}>
      <Table<NumberedEntry>
        size="small"
        rowKey="place"
        dataSource={rows}
        pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: words.register.noHistory }}
        columns={[
          { title: titles.on, render: (_, { entry }) => entry.on, width: 96 },
          { title: titles.cause, render: (_, { entry }) => <Cause entry={entry} /> },
          { title: titles.item, render: (_, { entry }) => entry.item },
          { title: titles.before, render: (_, { entry }) => entry.before },
          { title: titles.after, render: (_, { entry }) => entry.after },
          {
            title: titles.case,
            render: (_, { entry }) => <CaseLink caseId={entry.caseId} label={entry.caseNumber} />,
          },
          { title: titles.by, render: (_, { entry }) => entry.by, width: 80 },
        ]}
      />
    </Card>
  )
}

function Cause({ entry: { cause, reason } }: { readonly entry: RegisterEntry }) {
  return (
    <>
      {registerCauses[cause]}
      {reason === '' ? null : <div className="quiet">{reason}</div>}
    </>
  )
}
