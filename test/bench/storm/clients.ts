import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { sendAttachment } from '../../../electron/services/line/send-attachment.ts'
import {
  actionsForLaterPath,
  verdictsGivenSchema,
  verdictsPath,
  type AskVerdicts,
} from '../../../shared/sync/answer-later.ts'

/** One station's day, ready to go out: its message, and behind it the scans that the message names. */
export interface StormDay {
  readonly token: string
  readonly contentType: string
  /** Gzipped. */
  readonly body: Uint8Array
  readonly scans: readonly Scan[]
  /** What is asked when its verdicts come later. */
  readonly question: AskVerdicts
}

export interface Scan {
  readonly digest: string
  readonly bytes: Uint8Array
}

export interface StormResult {
  /** From the first knock of a station to the word that its actions are safe at the city, milliseconds, shortest first. */
  readonly waits: readonly number[]
  /** From there to the last verdict on them. */
  readonly verdicts: readonly number[]
  /** From there to the receipt of its last scan. */
  readonly days: readonly number[]
  /** Scans that were put off and sent once more. */
  readonly scansPutOff: number
  /** How often each status came back. */
  readonly statuses: ReadonlyMap<number, number>
  /** Until the last station's actions were answered for. */
  readonly seconds: number
  readonly bytesUp: number
  readonly bytesDown: number
}

interface Answer {
  readonly status: number
  readonly retryAfter: number
  readonly bytes: number
  readonly text: string
}

/** All stations come back at the same moment, each on a connection of its own, and come again when put off. */
export async function storm(
  address: string,
  days: readonly StormDay[],
  chance: () => number,
): Promise<StormResult> {
  const agent = new Agent({ keepAlive: true })
  const statuses = new Map<number, number>()
  const waits: number[] = []
  const verdicts: number[] = []
  const wholeDays: number[] = []
  let [bytesUp, bytesDown, scansPutOff] = [0, 0, 0]
  const started = performance.now()
  const deliver = async (message: StormDay) => {
    for (;;) {
      const { status, retryAfter, bytes, text } = await post(agent, address, actionsForLaterPath, message)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      bytesUp += message.body.length
      bytesDown += bytes
      if (status === 200 || status === 202) {
        waits.push(performance.now() - started)
        if (status === 202) await verdictsOf(agent, address, message, statuses)
        else expectAccepted(text)
        break
      }
      if (status !== 503 && status !== 429) throw new Error(`the city answered ${status}`)
      await wait(retryAfter * 1000 * (1 + chance()))
    }
    verdicts.push(performance.now() - started)
    for (const scan of message.scans) scansPutOff += await deliverScan(address, message.token, scan)
    wholeDays.push(performance.now() - started)
  }
  await Promise.all(days.map(deliver))
  agent.destroy()
  const inOrder = (times: number[]) => times.sort((a, b) => a - b)
  const seconds = Math.max(...verdicts) / 1000
  return {
    waits: inOrder(waits),
    verdicts: inOrder(verdicts),
    days: inOrder(wholeDays),
    scansPutOff,
    statuses,
    seconds,
    bytesUp,
    bytesDown,
  }
}

/** The verdicts came at once. */
function expectAccepted(text: string): void {
  const { verdicts } = JSON.parse(text) as { readonly verdicts: readonly { readonly outcome: string }[] }
  if (verdicts.some(({ outcome }) => outcome !== 'accepted')) throw new Error('an action was refused')
}

/** Asks until every action that was kept has its verdict; one that was refused is a fault. */
async function verdictsOf(
  agent: Agent,
  address: string,
  { token, question }: StormDay,
  statuses: Map<number, number>,
): Promise<void> {
  for (;;) {
    const asked = await post(agent, address, verdictsPath, {
      token,
      contentType: 'application/json',
      body: gzipSync(JSON.stringify(question)),
    })
    statuses.set(asked.status, (statuses.get(asked.status) ?? 0) + 1)
    if (asked.status !== 200) throw new Error(`the city answered ${asked.status} to a question`)
    const given = verdictsGivenSchema.parse(JSON.parse(asked.text))
    if (given.verdicts.some(({ outcome }) => outcome !== 'accepted')) throw new Error('an action was refused')
    if (given.verdicts.length === question.ids.length) return
    if (!given.judging) throw new Error('the city lost what it kept')
  }
}

/** Sends a scan as the desk's machine does; how often it was put off. Anything but that and a receipt is a fault. */
async function deliverScan(address: string, token: string, scan: Scan): Promise<number> {
  const sending = { fetch, city: { address, token }, pause: new AbortController().signal }
  for (let putOff = 0; ; putOff += 1) {
    const sent = await sendAttachment({ ...sending, ...scan, progress: () => undefined })
    if (sent.outcome === 'received') return putOff
    if (sent.outcome !== 'waits' || sent.retryAfter === undefined)
      throw new Error(`a scan was not taken: ${JSON.stringify(sent)}`)
    await wait(sent.retryAfter * 1000)
  }
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

type Post = Pick<StormDay, 'token' | 'contentType' | 'body'>

function post(
  agent: Agent,
  address: string,
  path: string,
  { token, contentType, body }: Post,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: contentType,
      'content-type': contentType,
      'content-encoding': 'gzip',
      'content-length': body.length,
    }
    const sent = request(address + path, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (chunk: Buffer) => parts.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const retryAfter = Number(answer.headers['retry-after'] ?? 1)
        const all = Buffer.concat(parts)
        resolve({
          status: answer.statusCode ?? 0,
          retryAfter,
          bytes: all.length,
          text: all.toString('utf8'),
        })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
