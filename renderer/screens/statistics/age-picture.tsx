import { Card } from 'antd'
import type { KeyboardEvent } from 'react'
import { dateInChinese, type PlainDate } from '../../../shared/base/plain-date.ts'
import { valueOf, type Figure, type StatisticsTable } from '../../../shared/statistics/figure.ts'
import { words } from '../../words/index.ts'
import { FigureButton } from './figure-button.tsx'

interface AgePictureProps {
  readonly table: StatisticsTable
  readonly day: PlainDate
  readonly chosen: string | undefined
  readonly choose: (figure: string) => void
}

const barHeight = 17
const step = 20
const middle = { left: 222, right: 318 } as const
const longestBar = 170
const top = 24
const width = 540

/** The pyramid of ages: men to the left, women to the right, the oldest on top; every bar lists its people. */
export function AgePicture({ table, day, chosen, choose }: AgePictureProps) {
  const oldestFirst = table.lines.toReversed()
  const longest = Math.max(1, ...table.lines.flatMap(({ cells }) => cells.slice(0, 2).map(valueOf)))
  const [male, female, other] = table.sum.cells
  return (
    <Card
      size="small"
      title={`${words.statistics.ages}（${dateInChinese(day)}）`}
      extra={<Sums figures={[male, female, other, table.sum.total]} chosen={chosen} choose={choose} />}
    >
      <svg
        role="group"
        aria-label={words.statistics.ages}
        className="age-picture"
        viewBox={`0 0 ${width} ${top + oldestFirst.length * step}`}
      >
        <text x={middle.left} y={12} className="bar-side end">
          {words.statistics.male}
        </text>
        <text x={middle.right} y={12} className="bar-side">
          {words.statistics.female}
        </text>
        {oldestFirst.map(({ id, title, cells: [men, women] }, index) => {
          const y = top + index * step
          return (
            <g key={id}>
              <text x={(middle.left + middle.right) / 2} y={y + barHeight / 2} className="bar-title">
                {title}
              </text>
              {men ? (
                <Bar figure={men} y={y} longest={longest} toLeft chosen={chosen} choose={choose} />
              ) : null}
              {women ? (
                <Bar figure={women} y={y} longest={longest} toLeft={false} chosen={chosen} choose={choose} />
              ) : null}
            </g>
          )
        })}
      </svg>
    </Card>
  )
}

interface SumsProps {
  readonly figures: readonly (Figure | undefined)[]
  readonly chosen: string | undefined
  readonly choose: (figure: string) => void
}

function Sums({ figures: [male, female, other, all], chosen, choose }: SumsProps) {
  const sum = (label: string, figure: Figure | undefined) =>
    figure ? (
      <span>
        {label} <FigureButton figure={figure} isChosen={figure.id === chosen} choose={choose} />
      </span>
    ) : null
  return (
    <span className="status-line">
      {sum(words.statistics.male, male)}
      {sum(words.statistics.female, female)}
      {other && valueOf(other) > 0 ? sum(words.statistics.otherSex, other) : null}
      {sum('合计', all)}
    </span>
  )
}

interface BarProps {
  readonly figure: Figure
  readonly y: number
  /** The number that fills the whole length. */
  readonly longest: number
  readonly toLeft: boolean
  readonly chosen: string | undefined
  readonly choose: (figure: string) => void
}

function Bar({ figure, y, longest, toLeft, chosen, choose }: BarProps) {
  const value = valueOf(figure)
  if (value === 0) return null
  const length = Math.max((value / longest) * longestBar, 1)
  const x = toLeft ? middle.left - length : middle.right
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    choose(figure.id)
  }
  return (
    <g
      role="button"
      tabIndex={0}
      className="bar"
      data-figure={figure.id}
      aria-pressed={figure.id === chosen}
      aria-label={words.statistics.figure(figure.name, value)}
      onClick={() => choose(figure.id)}
      onKeyDown={press}
    >
      <rect x={x} y={y} width={length} height={barHeight} className={toLeft ? 'men' : 'women'} />
      <text
        x={toLeft ? x - 4 : x + length + 4}
        y={y + barHeight / 2}
        className={toLeft ? 'bar-value end' : 'bar-value'}
      >
        {value}
      </text>
    </g>
  )
}
