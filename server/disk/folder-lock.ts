import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'

/** Another process holds the folder. The message is for whoever started the second one. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `数据文件夹 ${folder} 正由另一个市局程序使用。没有读也没有改动任何内容。请先停下那个程序，再试一次。`,
    )
    this.name = 'FolderInUse'
  }
}

export interface FolderLock {
  release(): Promise<void>
}

/**
 * Holds a folder against every other process, and against another holder in this one. The operating system holds the lock
 * and lets go of it when the process ends, however it ends: a crash leaves nothing that anybody has to take away. Rejects
 * with `FolderInUse`. On Linux two containers with networks of their own do not see each other's.
 */
export function lockFolder(folder: string): Promise<FolderLock> {
  return process.platform === 'linux' ? holdAddress(folder) : holdFile(folder)
}

/** Linux: an abstract address (unix(7)) is bound once, has no file, and goes with its process. */
async function holdAddress(folder: string): Promise<FolderLock> {
  const { dev, ino } = await stat(folder, { bigint: true })
  const server = createServer((caller) => caller.destroy())
  try {
    await listen(server, `\0hukou-desk-city-${dev}-${ino}`)
  } catch (error) {
    throw codeOf(error) === 'EADDRINUSE' ? new FolderInUse(folder) : error
  }
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path: address, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** What Node has no name for, libuv's UV_FS_O_EXLOCK: opening for one alone, where the system knows it. */
const exclusively: Readonly<Record<string, number>> = {
  darwin: 0x20 | constants.O_NONBLOCK,
  win32: 0x1000_0000,
}
const isHeld = new Set(['EAGAIN', 'EWOULDBLOCK', 'EBUSY', 'EPERM', 'EACCES'])

/** macOS and Windows: a file that is open for one alone; its being there says nothing. */
async function holdFile(folder: string): Promise<FolderLock> {
  const flags = exclusively[process.platform]
  if (flags === undefined) throw new Error(`no lock is known on ${process.platform}`)
  try {
    const handle = await open(join(folder, 'city.lock'), constants.O_RDWR | constants.O_CREAT | flags, 0o600)
    return { release: () => handle.close() }
  } catch (error) {
    throw isHeld.has(codeOf(error)) ? new FolderInUse(folder) : error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
