import type { LineBreak } from '../../../shared/ipc/line-channels.ts'

/** The network's error codes by what they mean for the line; the first pattern that fits wins. */
const breaks: readonly (readonly [RegExp, LineBreak])[] = [
  [/ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT/, 'timeout'],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/, 'refused'],
  [/ENOTFOUND|EAI_/, 'dns'],
  [/CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO_|EPROTO/, 'tls'],
  [/ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_.*LENGTH/, 'cut'],
]

/** Why the line gave no answer, from what the network stack threw; the reason proper stands in its causes. */
export function nameTheBreak(error: unknown): LineBreak {
  const text = wordsOf(error)
  if (/AbortError|TimeoutError/.test(text)) return 'timeout'
  return breaks.find(([pattern]) => pattern.test(text))?.[1] ?? 'other'
}

function wordsOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return ''
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return `${error.name} ${code} ${wordsOf(error.cause, depth + 1)}`
}
