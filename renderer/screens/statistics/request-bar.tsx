import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { accepted, type Outcome, type Refusal } from '../../../shared/base/outcome.ts'
import { dateInChinese, parseDateAsTyped } from '../../../shared/base/plain-date.ts'
import { permits } from '../../../shared/people/role.ts'
import { periodBeside, readPeriod } from '../../../shared/statistics/period.ts'
import type { StatisticsReport } from '../../../shared/statistics/report.ts'
import { today, useActor, useDesk } from '../../desk/desk.tsx'
import { saveWorkbook } from '../../desk/export-file.ts'
import { sheetsOfReport } from '../../desk/export-statistics.ts'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'

interface RequestBarProps {
  readonly period: string
  readonly day: string
  readonly report: StatisticsReport
  readonly change: (request: { readonly period?: string; readonly day?: string }) => void
}

/** What the report is about: the period of its events and the day of its standing figures. */
export function RequestBar({ period, day, report, change }: RequestBarProps) {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const take = (read: Outcome<string>, use: (value: string) => void) => {
    setRefusals(read.ok ? [] : read.refusals)
    if (read.ok) use(read.value)
  }
  return (
    <div className="block">
      <Space wrap>
        <Asked
          key={`period ${period}`}
          label={words.statistics.period}
          hint={words.statistics.periodHint}
          value={period}
          take={(typed) => take(readPeriod(typed), (value) => change({ period: value }))}
        />
        <Button onClick={() => change({ period: periodBeside(period, -1) })}>
          {words.statistics.before}
        </Button>
        <Button onClick={() => change({ period: periodBeside(period, 1) })}>{words.statistics.after}</Button>
        <Asked
          key={`day ${day}`}
          label={words.statistics.day}
          hint={words.statistics.dayHint}
          value={day}
          take={(typed) => take(readDay(typed), (value) => change({ day: value }))}
        />
        <ExportTables report={report} refuse={setRefusals} />
      </Space>
      <Refusals refusals={refusals} />
    </div>
  )
}

/** A day in the future has no figures yet: today's are meant. */
function readDay(typed: string): Outcome<string> {
  const read = parseDateAsTyped(typed, today())
  return read.ok && read.value > today() ? accepted(today()) : read
}

interface AskedProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly take: (typed: string) => void
}

/** Taken with Enter or when the cursor leaves, so that typing never waits for a report. */
function Asked({ label, hint, value, take }: AskedProps) {
  const [typed, setTyped] = useState(value)
  return (
    <label>
      <span className="quiet">{label} </span>
      <Input
        className="short-input"
        placeholder={hint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => take(typed)}
        onBlur={() => typed !== value && take(typed)}
      />
    </label>
  )
}

interface ExportTablesProps {
  readonly report: StatisticsReport
  readonly refuse: (refusals: readonly Refusal[]) => void
}

function ExportTables({ report, refuse }: ExportTablesProps) {
  const { station } = useDesk()
  const { role } = useActor()
  const [said, setSaid] = useState('')
  if (!permits(role, 'export-statistics'))
    return <span className="quiet">{words.statistics.mayNotExport}</span>
  const save = async () => {
    const madeOn = today()
    const madeBy = words.statistics.madeOn(station.name, dateInChinese(madeOn))
    const saved = await saveWorkbook(
      words.statistics.file(`${words.statistics.title} ${report.period}`, madeOn),
      sheetsOfReport(report, madeBy),
    )
    refuse(saved.ok ? [] : saved.refusals)
    setSaid(saved.ok ? words.statistics.exported(saved.value) : '')
  }
  return (
    <>
      <Button onClick={() => void save()}>{words.statistics.exportTables}</Button>
      <span className="quiet" role="status">
        {said}
      </span>
    </>
  )
}
