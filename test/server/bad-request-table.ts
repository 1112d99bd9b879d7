import { gzipSync } from 'node:zlib'
import type { Action } from '../../shared/cases/action.ts'

export interface GoodMessage {
  readonly protocol: number
  readonly station: string
  readonly device: string
  readonly actions: readonly Action[]
}

/** A request that a station never means to send, and how the city must answer it. */
export interface BadRequest {
  readonly what: string
  readonly status: number
  readonly code: string
  readonly field?: string
  readonly body?: (message: GoodMessage) => string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

/** The good message with some of its fields changed. */
export function changed(change: Readonly<Record<string, unknown>>) {
  return (message: GoodMessage) => JSON.stringify({ ...message, ...change })
}

function changedAction(change: Readonly<Record<string, unknown>>) {
  return (message: GoodMessage) =>
    JSON.stringify({ ...message, actions: [{ ...message.actions[0], ...change }] })
}

function nested(levels: number): string {
  return `${'['.repeat(levels)}${']'.repeat(levels)}`
}

export const badRequests: readonly BadRequest[] = [
  {
    what: 'JSON cut off in the middle',
    status: 400,
    code: 'unreadable',
    body: (message) => JSON.stringify(message).slice(0, 700),
  },
  { what: 'an empty body', status: 400, code: 'unreadable', body: () => '' },
  {
    what: 'JSON of another program',
    status: 400,
    code: 'protocol-version',
    field: 'protocol',
    body: () => '{"hello":"world"}',
  },
  { what: 'a bare number', status: 400, code: 'bad-request', body: () => '42' },
  {
    what: 'a web page of a captive portal',
    status: 415,
    code: 'unsupported-type',
    body: () => '<html></html>',
    headers: { 'content-type': 'text/html' },
  },
  {
    what: 'a higher protocol version',
    status: 400,
    code: 'protocol-version',
    field: 'protocol',
    body: changed({ protocol: 99 }),
  },
  { what: 'no actions', status: 400, code: 'bad-request', field: 'actions', body: changed({ actions: [] }) },
  {
    what: 'too many actions',
    status: 400,
    code: 'bad-request',
    field: 'actions',
    body: (message) =>
      JSON.stringify({ ...message, actions: Array.from({ length: 1001 }, () => message.actions[0]) }),
  },
  {
    what: 'a list of nothings, longer than a message may be',
    status: 400,
    code: 'bad-request',
    field: 'actions',
    body: changed({ actions: Array.from({ length: 5_000 }, () => 0) }),
  },
  {
    what: 'a list that goes on and on',
    status: 400,
    code: 'too-wide',
    field: 'body',
    body: changed({ actions: Array.from({ length: 4_000_000 }, () => 0) }),
  },
  {
    what: 'signatures that go on and on',
    status: 400,
    code: 'too-wide',
    field: 'body',
    body: changed({ signatures: Array.from({ length: 4_000_000 }, () => 0) }),
  },
  {
    what: 'versions of more records than there are',
    status: 400,
    code: 'too-wide',
    field: 'body',
    body: changedAction({
      base: {
        case: 0,
        records: Object.fromEntries(Array.from({ length: 500_000 }, (_, n) => [`k${n}`, ''])),
      },
    }),
  },
  {
    what: 'an id that is not one',
    status: 400,
    code: 'bad-request',
    field: 'actions.0.id',
    body: changedAction({ id: 'first' }),
  },
  {
    what: 'an instant that no clock shows',
    status: 400,
    code: 'bad-request',
    field: 'actions.0.at',
    body: changedAction({ at: '2026-02-30T25:00:00Z' }),
  },
  {
    what: 'a step that is a number',
    status: 400,
    code: 'bad-request',
    field: 'actions.0.step',
    body: changedAction({ step: 7 }),
  },
  {
    what: 'facts that are missing',
    status: 400,
    code: 'bad-request',
    field: 'actions.0.facts',
    body: changedAction({ facts: undefined }),
  },
  {
    what: 'a role that nobody has',
    status: 400,
    code: 'bad-request',
    field: 'actions.0.by.role',
    body: changedAction({ by: { userId: 'u', name: 'n', role: 'king', policeNumber: '' } }),
  },
  {
    what: 'a negative base',
    status: 400,
    code: 'bad-request',
    field: 'actions.0.base.case',
    body: changedAction({ base: { case: -1, records: {} } }),
  },
  {
    what: 'a station code that is too short',
    status: 400,
    code: 'bad-request',
    field: 'station',
    body: changed({ station: '1504' }),
  },
  {
    what: 'nesting that goes on and on',
    status: 400,
    code: 'too-deep',
    field: 'body',
    body: (message) => JSON.stringify(message).replace('"facts":{', `"facts":{"x":${nested(20_000)},`),
  },
  {
    what: 'a key meant for the prototype',
    status: 400,
    code: 'unreadable',
    body: (message) => JSON.stringify(message).replace('"facts":{', '"facts":{"__proto__":{"x":1},'),
  },
  {
    what: 'a message that is too large',
    status: 413,
    code: 'too-large',
    body: changed({ padding: 'x'.repeat(9 * 1024 * 1024) }),
  },
  {
    what: 'a gzip that swells beyond all measure',
    status: 413,
    code: 'too-large',
    body: () => gzipSync(Buffer.alloc(300 * 1024 * 1024)),
    headers: { 'content-encoding': 'gzip' },
  },
  {
    what: 'a gzip that is none',
    status: 400,
    code: 'unreadable',
    body: (message) => JSON.stringify(message),
    headers: { 'content-encoding': 'gzip' },
  },
  {
    what: 'a compression nobody agreed on',
    status: 415,
    code: 'unsupported-type',
    field: 'content-encoding',
    body: () => 'x',
    headers: { 'content-encoding': 'zstd' },
  },
  { what: 'no token', status: 401, code: 'station-not-known', headers: { authorization: '' } },
  {
    what: 'a wrong token',
    status: 401,
    code: 'station-not-known',
    headers: { authorization: 'Bearer guess' },
  },
  {
    what: 'a token of another kind',
    status: 401,
    code: 'station-not-known',
    headers: { authorization: 'Basic Z3Vlc3M=' },
  },
  {
    what: 'another station under this token',
    status: 403,
    code: 'other-station',
    field: 'station',
    body: changed({ station: '150430999999' }),
  },
]
