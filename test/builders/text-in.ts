/** Every text of a document definition, in order, as a reader of the paper would meet it. */
export function textIn(definition: unknown): string {
  return [...textsIn(definition)].join(' ')
}

/** Each text by itself, in the same order. */
export function textsIn(definition: unknown, found: string[] = []): string[] {
  if (Array.isArray(definition)) for (const each of definition) textsIn(each, found)
  else if (typeof definition === 'object' && definition !== null) {
    const { text } = definition as { readonly text?: unknown }
    if (typeof text !== 'string') textsIn(text, found)
    else if (text !== '') found.push(text)
    for (const [key, value] of Object.entries(definition)) if (key !== 'text') textsIn(value, found)
  }
  return found
}
