import type { LineBreak } from '../../../shared/ipc/line-channels.ts'

/** Chromium's network errors by what they mean for the line; the first pattern that fits wins. */
const breaks: readonly (readonly [RegExp, LineBreak])[] = [
  [/ERR_(CONNECTION_)?TIMED_OUT/, 'timeout'],
  [/ERR_(CONNECTION_REFUSED|ADDRESS_UNREACHABLE|ADDRESS_INVALID)/, 'refused'],
  [/ERR_(NAME_|DNS_)/, 'dns'],
  [/ERR_(CERT_|SSL_|TLS_|BAD_SSL|INSECURE)/, 'tls'],
  [
    /ERR_(CONNECTION_|EMPTY_RESPONSE|INCOMPLETE|CONTENT_LENGTH|SOCKET|NETWORK_CHANGED|INTERNET_DISCONNECTED)/,
    'cut',
  ],
]

/** Why the line gave no answer, from what the network stack threw. */
export function nameTheBreak(error: unknown): LineBreak {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error)
  if (/AbortError|TimeoutError/.test(text)) return 'timeout'
  return breaks.find(([pattern]) => pattern.test(text))?.[1] ?? 'other'
}
