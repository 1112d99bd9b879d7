import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { sendAttachment } from '../../../electron/services/line/send-attachment.ts'

/** One station's day, ready to go out: its message, and behind it the scans that the message names. */
export interface StormDay {
  readonly token: string
  readonly contentType: string
  /** Gzipped. */
  readonly body: Uint8Array
  readonly scans: readonly Scan[]
}

export interface Scan {
  readonly digest: string
  readonly bytes: Uint8Array
}

export interface StormResult {
  /** From the first knock of a station to the answer that counts, milliseconds, shortest first. */
  readonly waits: readonly number[]
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
  const wholeDays: number[] = []
  let [bytesUp, bytesDown, scansPutOff] = [0, 0, 0]
  const started = performance.now()
  const deliver = async (message: StormDay) => {
    for (;;) {
      const { status, retryAfter, bytes } = await post(agent, address, message)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      bytesUp += message.body.length
      bytesDown += bytes
      if (status === 200) break
      if (status !== 503 && status !== 429) throw new Error(`the city answered ${status}`)
      await wait(retryAfter * 1000 * (1 + chance()))
    }
    waits.push(performance.now() - started)
    for (const scan of message.scans) scansPutOff += await deliverScan(address, message.token, scan)
    wholeDays.push(performance.now() - started)
  }
  await Promise.all(days.map(deliver))
  agent.destroy()
  const inOrder = (times: number[]) => times.sort((a, b) => a - b)
  const seconds = Math.max(...waits) / 1000
  return {
    waits: inOrder(waits),
    days: inOrder(wholeDays),
    scansPutOff,
    statuses,
    seconds,
    bytesUp,
    bytesDown,
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

function post(agent: Agent, address: string, { token, contentType, body }: StormDay): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: contentType,
      'accept-encoding': 'br, gzip',
      'content-type': contentType,
      'content-encoding': 'gzip',
      'content-length': body.length,
    }
    const sent = request(`${address}/v1/actions`, { method: 'POST', agent, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('error', reject)
      answer.on('end', () => {
        const retryAfter = Number(answer.headers['retry-after'] ?? 1)
        resolve({ status: answer.statusCode ?? 0, retryAfter, bytes })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
