import type { StateWord } from '../../shared/cases/states.ts'

const shapes: Readonly<Record<StateWord['shape'], string>> = {
  circle: '○',
  half: '◐',
  dot: '●',
  check: '✔',
  cross: '✖',
  arrow: '↩',
  square: '■',
  triangle: '▲',
  pencil: '✎',
}

/** A state: a word, a shape and a tone, never a colour alone. */
export function StateTag({ state }: { readonly state: StateWord }) {
  return (
    <span className={`state ${state.tone}`}>
      <span aria-hidden="true">{shapes[state.shape]}</span>
      {state.word}
    </span>
  )
}
