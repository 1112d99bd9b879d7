import { Button, Card, Space, Table } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Refusal } from '../../../shared/base/outcome.ts'
import { dateInChinese } from '../../../shared/base/plain-date.ts'
import { permits } from '../../../shared/people/role.ts'
import { checkExport } from '../../../shared/statistics/export-limit.ts'
import { valueOf, type CountedRow, type Figure } from '../../../shared/statistics/figure.ts'
import type { RegisterExtract } from '../../../shared/statistics/register-extract.ts'
import type { StatisticsReport } from '../../../shared/statistics/report.ts'
import { today, useActor, useDesk } from '../../desk/desk.tsx'
import { saveWorkbook } from '../../desk/export-file.ts'
import { headOfRows, sheetsOfFigure, wordsOfRow } from '../../desk/export-list.ts'
import { goTo } from '../../session/session.ts'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'

interface FigureListProps {
  readonly figure: Figure
  readonly report: StatisticsReport
  readonly extract: RegisterExtract
  readonly close: () => void
}

/** What a number counted, row by row; Enter on a row opens the person, the household or the case. */
export function FigureList({ figure, report, extract, close }: FigureListProps) {
  const list = useRef<HTMLDivElement>(null)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  useEffect(() => list.current?.querySelector<HTMLElement>('tr[data-row]')?.focus(), [])
  const kinds = [...new Set(figure.rows.map(({ kind }) => kind))]
  return (
    <Card
      ref={list}
      size="small"
      className="block"
      title={words.statistics.list(figure.name, valueOf(figure))}
      extra={
        <Button size="small" onClick={close}>
          {words.statistics.closeList}
        </Button>
      }
    >
      <ExportList figure={figure} report={report} extract={extract} refuse={setRefusals} />
      <Refusals refusals={refusals} />
      {kinds.map((kind) => (
        <RowsTable
          key={kind}
          kind={kind}
          rows={figure.rows.filter((row) => row.kind === kind)}
          extract={extract}
        />
      ))}
    </Card>
  )
}

interface NumberedRow {
  readonly place: number
  readonly row: CountedRow
}

interface RowsTableProps {
  readonly kind: CountedRow['kind']
  readonly rows: readonly CountedRow[]
  readonly extract: RegisterExtract
}

/** Columns that the narrow list leaves to the exported file and the page behind the row. */
const leftOut: ReadonlySet<string> = new Set(['住址', '居（村）委会', '性别'])

function RowsTable({ kind, rows, extract }: RowsTableProps) {
  const columns = headOfRows(kind)
    .map((title, index) => ({ title, index }))
    .filter(({ title }) => !leftOut.has(title))
    .filter(({ title }) =>
      title !== '日期' && title !== '事由' ? true : rows.some(({ on }) => on !== undefined),
    )
  return (
    <Table<NumberedRow>
      size="small"
      rowKey="place"
      dataSource={rows.map((row, place) => ({ place, row }))}
      pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
      onRow={({ row }) => ({
        'data-row': row.key,
        tabIndex: 0,
        onClick: () => open(row, extract),
        onKeyDown: (event) => pressOnRow(event, () => open(row, extract)),
      })}
      columns={columns.map(({ title, index }) => ({
        title,
        key: title,
        render: (_: unknown, { row }: NumberedRow) => wordsOfRow(row, extract)[index],
      }))}
    />
  )
}

function pressOnRow(event: KeyboardEvent<HTMLElement>, openRow: () => void): void {
  const row = event.currentTarget
  if (event.key === 'Enter') {
    // The same key press would go on to the button that the page behind the row puts the cursor on.
    event.preventDefault()
    return openRow()
  }
  const beside = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key]
  if (!(beside instanceof HTMLElement)) return
  event.preventDefault()
  beside.focus()
}

function open({ kind, key }: CountedRow, { personByKey, households }: RegisterExtract): void {
  const person = personByKey.get(key)
  const household = households.get(key.slice('household:'.length))
  if (kind === 'case') goTo({ screen: 'case', caseId: key })
  else if (kind === 'person' && person) goTo({ screen: 'person', personId: person.id })
  else if (household) goTo({ screen: 'household', number: household.number })
}

interface ExportListProps {
  readonly figure: Figure
  readonly report: StatisticsReport
  readonly extract: RegisterExtract
  readonly refuse: (refusals: readonly Refusal[]) => void
}

/** A short list may leave the station, numbers masked; the whole register may not, whoever asks. */
function ExportList({ figure, report, extract, refuse }: ExportListProps) {
  const { station } = useDesk()
  const { role } = useActor()
  const [said, setSaid] = useState('')
  if (!permits(role, 'export-statistics')) return null
  const save = async () => {
    const size = {
      people: extract.people.filter(({ status }) => status === 'registered').length,
      households: valueOf(report.households.sum.total),
    }
    const allowed = checkExport(figure.rows, size)
    if (!allowed.ok) return refuse(allowed.refusals)
    const madeOn = today()
    const saved = await saveWorkbook(
      words.statistics.file(figure.name, madeOn),
      sheetsOfFigure(figure, extract, words.statistics.madeOn(station.name, dateInChinese(madeOn))),
    )
    refuse(saved.ok ? [] : saved.refusals)
    setSaid(saved.ok ? words.statistics.exported(saved.value) : '')
  }
  return (
    <Space className="block">
      <Button onClick={() => void save()}>{words.statistics.exportList}</Button>
      <span className="quiet" role="status">
        {said}
      </span>
    </Space>
  )
}
