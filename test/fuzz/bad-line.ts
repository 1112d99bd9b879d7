import { request } from 'node:http'
import type { LineAnswer, LinePort, MessageBody } from '../../renderer/sync/line-port.ts'
import { packedType } from '../../shared/sync/packed-messages.ts'
import type { Random } from '../../build/sample-station/random.ts'

/** What may happen to a message between a desk and the city. */
export const mishaps = [
  'none',
  'never-sent',
  'answer-lost',
  'sent-twice',
  'held-back',
  'cut-in-the-body',
  'captive-portal',
  'foreign-status',
] as const
export type Mishap = (typeof mishaps)[number]

interface Message {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body: MessageBody | undefined
}

/** A line over real sockets on which things go wrong by chance; good when told so. */
export class BadLine implements LinePort {
  isUp = true
  isGood = false
  /** Messages that arrive later than others sent after them. */
  readonly #held: Message[] = []
  /** Actions in a page that the city hands out: few, so that there are several. */
  readonly #page: number

  constructor(
    private readonly address: () => string,
    private readonly token: string,
    private readonly random: Random,
  ) {
    this.#page = random.between(5, 40)
  }

  async exchange(method: 'GET' | 'POST', path: string, body?: MessageBody): Promise<LineAnswer> {
    const message = { method, path: path.replace(/limit=\d+/, `limit=${this.#page}`), body }
    if (!this.isUp) return { kind: 'no-line', reason: 'refused' }
    const mishap = this.isGood || path === '/v1/health' ? 'none' : this.#nextMishap()
    switch (mishap) {
      case 'none':
        return this.#send(message)
      case 'never-sent':
        return { kind: 'no-line', reason: 'timeout' }
      case 'answer-lost':
        await this.#send(message)
        return { kind: 'no-line', reason: 'cut' }
      case 'sent-twice':
        return (await Promise.all([this.#send(message), this.#send(message)]))[0]
      case 'held-back':
        this.#held.push(message)
        return { kind: 'no-line', reason: 'timeout' }
      case 'cut-in-the-body':
        await this.#cutInTheBody(message)
        return { kind: 'no-line', reason: 'cut' }
      case 'captive-portal':
        return { kind: 'answer', status: 200, contentType: 'text/html', body: '<html>上网登录</html>' }
      case 'foreign-status':
        return {
          kind: 'answer',
          status: this.random.between(500, 599),
          contentType: 'text/html',
          body: 'bad',
        }
    }
  }

  /** What was held back arrives now, in the order of chance, and nobody waits for the answers. */
  async deliverHeld(): Promise<void> {
    for (const message of this.random.shuffled(this.#held.splice(0))) await this.#send(message)
  }

  #nextMishap(): Mishap {
    return this.random.chance(0.6) ? 'none' : this.random.pick(mishaps)
  }

  #send({ method, path, body }: Message): Promise<LineAnswer> {
    return new Promise((resolve) => {
      const sent = request(`${this.address()}${path}`, { method, headers: this.#headers(body) }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', () => resolve({ kind: 'no-line', reason: 'cut' }))
        answer.on('end', () => {
          const contentType = answer.headers['content-type'] ?? ''
          const bytes = Buffer.concat(chunks)
          const body = contentType.startsWith(packedType) ? new Uint8Array(bytes) : bytes.toString('utf8')
          resolve({ kind: 'answer', status: answer.statusCode ?? 0, contentType, body })
        })
      })
      sent.on('error', () => resolve({ kind: 'no-line', reason: 'refused' }))
      sent.end(body)
    })
  }

  /** Half of the body goes out, then the connection is gone. */
  #cutInTheBody({ method, path, body = '' }: Message): Promise<void> {
    return new Promise((resolve) => {
      const headers = { ...this.#headers(body), 'content-length': String(Buffer.byteLength(body) + 1) }
      const sent = request(`${this.address()}${path}`, { method, headers }, (answer) => answer.resume())
      sent.on('error', () => resolve())
      sent.on('close', () => resolve())
      sent.write(body.slice(0, Math.floor(body.length / 2)), () => sent.destroy())
    })
  }

  #headers(body: MessageBody | undefined): Record<string, string> {
    const headers = { authorization: `Bearer ${this.token}`, accept: packedType }
    const contentType = typeof body === 'string' ? 'application/json' : packedType
    return body === undefined ? headers : { ...headers, 'content-type': contentType }
  }
}
