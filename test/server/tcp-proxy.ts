import { connect, createServer, type Socket } from 'node:net'

/** A line to a server that can fall silent as a host does whose power or network goes: nothing is closed, nothing comes. */
export interface Proxy {
  /** `host:port` to connect to. */
  readonly address: string
  /** From the next bytes to the server in which the text stands nothing comes back, and no new connection gets an answer. */
  fallSilentAt(text: string): void
  /** New connections get through again; those that fell silent stay so. */
  comeBack(): void
  readonly isSilent: boolean
  close(): Promise<void>
}

export async function startProxy(to: { readonly host: string; readonly port: number }): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  }
  let silent = false
  let silentAt: string | undefined
  /** Silencing of each line that is up. */
  const lines = new Set<() => void>()
  const server = createServer((client) => {
    keep(client)
    if (silent) return void client.resume()
    const behind = keep(connect(to.port, to.host))
    let muted = false
    lines.add(() => (muted = true))
    client.on('data', (bytes) => {
      if (muted) return
      behind.write(bytes)
      if (silentAt === undefined || !bytes.toString('latin1').includes(silentAt)) return
      silent = true
      for (const mute of lines) mute()
    })
    behind.on('data', (bytes) => {
      if (!muted) client.write(bytes)
    })
    client.on('close', () => {
      if (!muted) behind.destroy()
    })
    behind.on('close', () => {
      if (!muted) client.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  return {
    address: `127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`,
    fallSilentAt: (text) => (silentAt = text),
    comeBack: () => {
      silent = false
      silentAt = undefined
      lines.clear()
    },
    get isSilent() {
      return silent
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
