import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, { readonly across: number; readonly down: number }>> = {
  ArrowLeft: { across: -1, down: 0 },
  ArrowRight: { across: 1, down: 0 },
  ArrowUp: { across: 0, down: -1 },
  ArrowDown: { across: 0, down: 1 },
}

/** Goes with an arrow key to the next number that way in the table, past noughts, which have no list. */
export function moveBetweenFigures(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const cell = (event.target as HTMLElement).closest('td')
  const row = cell?.parentElement
  const body = row?.parentElement
  if (!step || !cell || !row || !body) return
  event.preventDefault()
  let across = [...row.children].indexOf(cell) + step.across
  let down = [...body.children].indexOf(row) + step.down
  for (;;) {
    const next = body.children[down]?.children[across]
    if (!next) return
    const figure = next.querySelector<HTMLElement>('.figure')
    if (figure) return figure.focus()
    across += step.across
    down += step.down
  }
}
