import { valueOf, type Figure } from '../../../shared/statistics/figure.ts'
import { words } from '../../words/index.ts'

interface FigureButtonProps {
  readonly figure: Figure
  readonly isChosen: boolean
  readonly choose: (figure: string) => void
}

/** A number that lists what it counted. Nought has nothing to list. */
export function FigureButton({ figure, isChosen, choose }: FigureButtonProps) {
  const value = valueOf(figure)
  if (value === 0) return <span className="nought">0</span>
  return (
    <button
      type="button"
      className="figure"
      data-figure={figure.id}
      aria-label={words.statistics.figure(figure.name, value)}
      aria-pressed={isChosen}
      onClick={() => choose(figure.id)}
    >
      {value}
    </button>
  )
}
