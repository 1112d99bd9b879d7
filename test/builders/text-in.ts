/** Every text of a document definition, in order, as a reader of the paper would meet it. */
export function textIn(definition: unknown): string {
  if (typeof definition === 'string') return ''
  if (Array.isArray(definition)) return definition.map(textIn).filter(Boolean).join(' ')
  if (typeof definition !== 'object' || definition === null) return ''
  const { text, ...rest } = definition as { readonly text?: unknown }
  const own = typeof text === 'string' ? text : textIn(text)
  return [own, ...Object.values(rest).map(textIn)].filter(Boolean).join(' ')
}
