/** JSON with every object's keys in the order of their code units; names that are array indexes come first, as numbers. */
export function textInOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return Array.isArray(value) ? `[${value.map(textInOrder).join(',')}]` : objectInOrder(value)
}

function objectInOrder(value: object): string {
  const given = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const key of keysInOrder(given)) {
    const inner = given[key]
    if (inner === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${textInOrder(inner)}`
  }
  return `{${text}}`
}

/** The language itself lists array indexes first and in order; only the names behind them need sorting. */
function keysInOrder(value: object): string[] {
  const keys = Object.keys(value)
  const named = keys.findIndex((key) => !isArrayIndex(key))
  if (named <= 0) return named === 0 ? keys.sort() : keys
  return [...keys.slice(0, named), ...keys.slice(named).sort()]
}

const mostArrayIndex = 2 ** 32 - 2

function isArrayIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) <= mostArrayIndex
}
