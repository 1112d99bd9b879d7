import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** One station's message, ready to go out. */
export interface StormMessage {
  readonly token: string
  readonly contentType: string
  /** Gzipped. */
  readonly body: Uint8Array
}

export interface StormResult {
  /** From the first knock of a station to the answer that counts, milliseconds, shortest first. */
  readonly waits: readonly number[]
  /** How often each status came back. */
  readonly statuses: ReadonlyMap<number, number>
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
  messages: readonly StormMessage[],
  chance: () => number,
): Promise<StormResult> {
  const agent = new Agent({ keepAlive: true })
  const statuses = new Map<number, number>()
  const waits: number[] = []
  let [bytesUp, bytesDown] = [0, 0]
  const started = performance.now()
  const deliver = async (message: StormMessage) => {
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
  }
  await Promise.all(messages.map(deliver))
  agent.destroy()
  const seconds = (performance.now() - started) / 1000
  return { waits: waits.sort((a, b) => a - b), statuses, seconds, bytesUp, bytesDown }
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function post(agent: Agent, address: string, { token, contentType, body }: StormMessage): Promise<Answer> {
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
