import { accepted, refused, type Outcome, type Refusal } from '../base/outcome.ts'
import type { DocumentDefinition } from '../documents/definition.ts'

/** One document of several, each beginning on a new sheet; `empty` is the answer where there is nothing to draw. */
export function eachOnNewSheets<Each>(
  several: readonly Each[],
  draw: (each: Each) => Outcome<DocumentDefinition>,
  empty: Refusal,
): Outcome<DocumentDefinition> {
  const drawn = several.map(draw)
  const faults = drawn.flatMap((each) => (each.ok ? [] : each.refusals))
  if (faults.length > 0) return refused(...faults)
  const [first, ...rest] = drawn.flatMap((each) => (each.ok ? [each.value] : []))
  if (!first) return refused(empty)
  const further = rest.flatMap(({ content }) => [
    { text: ' ', fontSize: 1, pageBreak: 'before' as const },
    ...content,
  ])
  return accepted({ ...first, content: [...first.content, ...further] })
}
