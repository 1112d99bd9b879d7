import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ExchangeResult } from '../../../shared/ipc/line-channels.ts'
import { userTokenHeader } from '../../../shared/sync/user-token.ts'
import { packedType } from '../../../shared/sync/packed-messages.ts'
import { nameTheBreak } from './name-the-break.ts'
import { readBody } from './read-body.ts'

const headersWithin = 10_000
const bodyWithin = 30_000
/** No line is taken to be slower, bytes a millisecond: half of 64 kbit/s, because a bad line sends much of it twice. */
const slowestLine = 4
const mostAnswerBytes = 32 * 1024 * 1024
const packAbove = 1024

export interface ExchangeRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined
}

/** Where the city is and how it knows this station. */
export interface CityEnd {
  /** Origin such as 'https://city.example', '' when none is set. */
  readonly address: string
  readonly token: string
  /** Shows who sits here, for some minutes; absent where nobody is asked for. */
  readonly userToken?: string | undefined
}

/** What sends a request: `cityFetchWith` in the desk, Node's fetch in tests. */
export type Fetch = (url: string, options: RequestInit) => Promise<Response>

const zip = promisify(gzip)

/** Milliseconds that so many bytes may take on the slowest line. */
const timeFor = (bytes: number): number => bytes / slowestLine

/**
 * One question to the city. A long one has as much more time as its bytes take on a slow line, and so has a long answer for
 * what has come of it. Never rejects: no address, no answer in time, a redirect or an answer that is too large
 * are all 'no-line' with the reason. The path was checked against the channel's pattern before.
 */
export async function exchange(
  fetch: Fetch,
  city: CityEnd,
  request: ExchangeRequest,
  patience = { headersWithin, bodyWithin },
): Promise<ExchangeResult> {
  if (city.address === '') return { kind: 'no-line', reason: 'other' }
  const giveUp = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const allow = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => giveUp.abort(), milliseconds)
  }
  try {
    const message = await messageOf(city, request)
    allow(patience.headersWithin + timeFor(message.body?.length ?? 0))
    const response = await fetch(city.address + request.path, { ...message, signal: giveUp.signal })
    const began = performance.now()
    allow(patience.bodyWithin)
    const bytes = await readBody(response, mostAnswerBytes, (come) =>
      allow(patience.bodyWithin + timeFor(come) - (performance.now() - began)),
    )
    const contentType = response.headers.get('content-type') ?? ''
    const body = contentType.startsWith(packedType) ? new Uint8Array(bytes) : bytes.toString('utf8')
    return {
      kind: 'answer',
      status: response.status,
      contentType,
      body,
      ...restAskedFor(response.headers.get('retry-after')),
    }
  } catch (error) {
    return { kind: 'no-line', reason: giveUp.signal.aborted ? 'timeout' : nameTheBreak(error) }
  } finally {
    clearTimeout(timer)
  }
}

/** Longest rest that is believed, seconds: nobody between desk and city can silence the desk for a day. */
const longestRest = 600

/** The rest that a `retry-after` header asks for, whole seconds. */
export function restAskedFor(header: string | null | undefined): { retryAfter?: number } {
  const seconds = Number(header ?? '')
  return Number.isInteger(seconds) && seconds > 0 ? { retryAfter: Math.min(seconds, longestRest) } : {}
}

/** No other address in the place of the city's, no cookie, nothing kept. */
export const leavingNoTrace = { redirect: 'error', credentials: 'omit', cache: 'no-store' } as const

/** Long bodies go gzipped: a day's outbox over a slow line is mostly repetition. */
async function messageOf(
  city: CityEnd,
  request: ExchangeRequest,
): Promise<RequestInit & { body?: Uint8Array<ArrayBuffer> }> {
  const headers: Record<string, string> = {
    accept: `${packedType}, application/json`,
    authorization: `Bearer ${city.token}`,
    ...(city.userToken === undefined ? {} : { [userTokenHeader]: city.userToken }),
  }
  const common = { method: request.method, ...leavingNoTrace }
  if (request.body === undefined) return { ...common, headers }
  headers['content-type'] = typeof request.body === 'string' ? 'application/json; charset=utf-8' : packedType
  const bytes = typeof request.body === 'string' ? Buffer.from(request.body) : request.body
  if (bytes.length <= packAbove) return { ...common, headers, body: new Uint8Array(bytes) }
  headers['content-encoding'] = 'gzip'
  return { ...common, headers, body: new Uint8Array(await zip(bytes)) }
}
