import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FailingLine {
  readonly address: string
  /** Resolves when work has been sent over this line; with `forward`, when the city has answered for it. */
  readonly workArrived: Promise<void>
  readonly close: () => void
}

/**
 * A line to a real city that carries questions, but never brings back the answer to work that was sent. With
 * `forward` the work reaches the city and only the answer is lost; with `swallow` the work itself is.
 */
export async function startFailingLine(
  city: string,
  work: 'forward' | 'swallow',
  workPath = '/v1/actions',
): Promise<FailingLine> {
  let tellArrived: () => void = () => undefined
  const workArrived = new Promise<void>((resolve) => {
    tellArrived = resolve
  })
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      if (request.method === 'POST' && request.url === workPath) {
        if (work === 'forward') await carry(city, request, body)
        tellArrived()
        return
      }
      const answer = await carry(city, request, body)
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { address: `http://127.0.0.1:${port}`, workArrived, close }
}

function carry(city: string, request: IncomingMessage, body: Uint8Array<ArrayBuffer>): Promise<Response> {
  const carried = ['authorization', 'content-type', 'content-encoding'].flatMap((name) => {
    const value = request.headers[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  const message = request.method === 'POST' ? { method: 'POST', body } : {}
  return fetch(`${city}${request.url ?? ''}`, { ...message, headers: Object.fromEntries(carried) })
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return new Uint8Array(Buffer.concat(parts))
}
