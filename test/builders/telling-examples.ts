import type { CaseType, Example } from '../../shared/cases/case-type.ts'
import { isAsked } from '../../shared/cases/fields.ts'

/** What an example brings to the form: each choice made, each question answered, each table with a line, each field left out. */
function answersOf({ fields }: CaseType, { facts }: Example): string[] {
  return Object.entries(fields)
    .filter(([, field]) => isAsked(field, facts))
    .map(([key, { kind }]) => {
      const value = facts[key]
      if (kind === 'choice' || kind === 'yesNo') return `${key} = ${String(value)}`
      return Array.isArray(value) ? `${key}: ${value.length} lines` : `${key}: ${typeof value}`
    })
}

/** Examples in their order, each of which brings an answer that none before it brought; at most `count`. */
export function tellingExamples(
  caseType: CaseType,
  examples: readonly Example[],
  count: number,
): readonly Example[] {
  const brought = new Set<string>()
  const telling = examples.filter((example) => {
    const news = answersOf(caseType, example).filter((answer) => !brought.has(answer))
    for (const answer of news) brought.add(answer)
    return news.length > 0
  })
  return telling.slice(0, count)
}
