import { Card } from 'antd'
import type { KeyboardEvent } from 'react'
import { dateInChinese } from '../../../shared/base/plain-date.ts'
import { valueOf, type StatisticsTable, type TableLine } from '../../../shared/statistics/figure.ts'
import { periodInWords } from '../../../shared/statistics/period.ts'
import { figuresOf, type StatisticsReport } from '../../../shared/statistics/report.ts'
import { words } from '../../words/index.ts'
import { FigureButton } from './figure-button.tsx'
import { moveBetweenFigures } from './move-between-figures.ts'

interface ReportTablesProps {
  readonly report: StatisticsReport
  readonly chosen: string | undefined
  readonly choose: (figure: string) => void
}

/** The tables of a report in the order in which they are read. Arrow keys go from number to number. */
export function ReportTables({ report, chosen, choose }: ReportTablesProps) {
  const { households, people, movements, movementBuckets, reasons, cases } = report
  const period = periodInWords(report.period)
  const table = (shown: StatisticsTable) => <FiguresTable table={shown} chosen={chosen} choose={choose} />
  return (
    <div onKeyDown={(event: KeyboardEvent<HTMLElement>) => moveBetweenFigures(event)}>
      <Card size="small" className="block" title={words.statistics.standing(dateInChinese(report.day))}>
        <div className="side-by-side">
          {table(households)}
          {table(people)}
        </div>
      </Card>
      <Card size="small" className="block" title={words.statistics.events(period)}>
        {table(movements)}
        {table(movementBuckets)}
        {table(reasons)}
      </Card>
      <Card size="small" className="block" title={words.statistics.cases(period)}>
        {table(cases)}
      </Card>
    </div>
  )
}

interface FiguresTableProps {
  readonly table: StatisticsTable
  readonly chosen: string | undefined
  readonly choose: (figure: string) => void
}

const isEmpty = ({ total }: TableLine) => valueOf(total) === 0

/** Lines in which nothing happened are named below the table instead of filling it. */
function FiguresTable({ table, chosen, choose }: FiguresTableProps) {
  const isStanding = table.id === 'people' || table.id === 'households'
  const shown = isStanding ? table.lines : table.lines.filter((line) => !isEmpty(line))
  const left = isStanding ? [] : table.lines.filter(isEmpty)
  return (
    <div className="block">
      <table className="figures" aria-label={table.title}>
        <caption>{table.title}</caption>
        <thead>
          <tr>
            <th scope="col">{table.corner}</th>
            {[...table.columns, table.sum].map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...shown, ...(shown.length > 0 || isStanding ? [table.sum] : [])].map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.title}</th>
              {figuresOf(line).map((figure) => (
                <td key={figure.id}>
                  <FigureButton figure={figure} isChosen={figure.id === chosen} choose={choose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left.length > 0 ? (
        <p className="quiet">{words.statistics.noneOf(left.map(({ title }) => title).join('、'))}</p>
      ) : null}
      {table.lines.length === 0 ? <p className="quiet">{words.statistics.empty}</p> : null}
    </div>
  )
}
