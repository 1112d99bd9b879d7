import { createServer, request as ask } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** What went through since the last look. */
export interface Counts {
  readonly requests: number
  readonly bytesUp: number
  readonly bytesDown: number
  /** Milliseconds at which 95 of a hundred requests had their whole answer. */
  readonly p95: number
}

export interface CountingProxy {
  readonly address: string
  /** Counts since the last call. */
  readonly take: () => Promise<Counts>
  readonly close: () => void
}

/** Stands between a page and a server: counts every byte on the wire, head and body, and how long each answer took. */
export async function startProxy(target: string): Promise<CountingProxy> {
  let counts = { requests: 0, bytesUp: 0, bytesDown: 0 }
  let takes: number[] = []
  const sockets = new Map<object, { read: number; written: number }>()
  const server = createServer((request, answer) => {
    const started = performance.now()
    if (request.method === 'OPTIONS') return void answer.writeHead(204, open(request.headers.origin)).end()
    counts.requests += 1
    const onward = ask(
      target + (request.url ?? ''),
      { method: request.method, headers: withoutOrigin(request.headers) },
      (reply) => {
        answer.writeHead(reply.statusCode ?? 500, { ...reply.headers, ...open(request.headers.origin) })
        reply.pipe(answer)
        reply.on('end', () => takes.push(performance.now() - started))
      },
    )
    onward.on('error', () => answer.destroy())
    return void request.pipe(onward)
  })
  server.on('connection', (socket) => {
    sockets.set(socket, { read: 0, written: 0 })
    const count = () => {
      const before = sockets.get(socket)
      if (!before) return
      counts.bytesUp += socket.bytesRead - before.read
      counts.bytesDown += socket.bytesWritten - before.written
      sockets.set(socket, { read: socket.bytesRead, written: socket.bytesWritten })
    }
    counters.add(count)
    socket.on('close', () => {
      count()
      counters.delete(count)
      sockets.delete(socket)
    })
  })
  const counters = new Set<() => void>()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return {
    address: `http://127.0.0.1:${port}`,
    take: async () => {
      await wait(20)
      for (const count of counters) count()
      const sorted = takes.toSorted((one, other) => one - other)
      const taken = { ...counts, p95: sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? 0 }
      counts = { requests: 0, bytesUp: 0, bytesDown: 0 }
      takes = []
      return taken
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The page comes from another address than the servers. */
function open(origin = '*') {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'authorization, content-type, content-encoding, accept',
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-max-age': '7200',
  }
}

function withoutOrigin({
  origin: _origin,
  host: _host,
  ...headers
}: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(
    Object.entries(headers).filter((each): each is [string, string | string[]] => each[1] !== undefined),
  )
}
