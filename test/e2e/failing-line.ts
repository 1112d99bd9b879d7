import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FailingLine {
  readonly address: string
  /** Resolves when work has been sent over this line; with `forward`, when the city has answered for it. */
  readonly workArrived: Promise<void>
  /** Hands over, late, the answers that were kept back so far. */
  readonly deliver: () => void
  readonly close: () => void
}

/** Requests whose answers the line loses, from the n-th on. */
export interface Lost {
  readonly method: string
  readonly path: RegExp
  readonly turn?: number
}

const actionsSent: Lost = { method: 'POST', path: /^\/v1\/actions(\?|$)/ }

/**
 * A line to a real city that carries questions, but never brings back the answer to work that was sent. With
 * `forward` the work reaches the city and only the answer is lost; with `swallow` the work itself is.
 */
export async function startFailingLine(
  city: string,
  work: 'forward' | 'swallow',
  { method, path, turn = 1 }: Lost = actionsSent,
): Promise<FailingLine> {
  let tellArrived: () => void = () => undefined
  const workArrived = new Promise<void>((resolve) => {
    tellArrived = resolve
  })
  let seen = 0
  const keptBack: (() => void)[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const isWork = request.method === method && path.test(request.url ?? '')
      if (isWork) seen += 1
      if (isWork && seen >= turn) {
        if (work === 'forward') keptBack.push(await answerTo(city, request, body, response))
        tellArrived()
        return
      }
      const giveAnswer = await answerTo(city, request, body, response)
      giveAnswer()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  const deliver = () => {
    for (const giveAnswer of keptBack.splice(0)) giveAnswer()
  }
  return { address: `http://127.0.0.1:${port}`, workArrived, deliver, close }
}

/** Carries a question to the city; the answer is given when what comes back is called. */
async function answerTo(
  city: string,
  request: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
  response: ServerResponse,
): Promise<() => void> {
  const answer = await carry(city, request, body)
  const content = Buffer.from(await answer.arrayBuffer())
  // Unpacked on its way through here.
  const headers = headersToCarry([...answer.headers]).filter(([name]) => name !== 'content-encoding')
  return () => response.writeHead(answer.status, Object.fromEntries(headers)).end(content)
}

function carry(city: string, request: IncomingMessage, body: Uint8Array<ArrayBuffer>): Promise<Response> {
  const { method = 'GET' } = request
  const headers = headersToCarry(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )
  const message = method === 'GET' || method === 'HEAD' ? { method } : { method, body }
  return fetch(`${city}${request.url ?? ''}`, { ...message, headers })
}

/** What belongs to one hop alone or is set anew by the next. */
const ofThisHop = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'expect',
])

function headersToCarry(headers: readonly (readonly [string, string])[]): [string, string][] {
  return headers.flatMap(([name, value]) => (ofThisHop.has(name) ? [] : [[name, value] as [string, string]]))
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return new Uint8Array(Buffer.concat(parts))
}
