import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../disk/sync-folder.ts'
import type { AttachmentKey } from './attachment-rows.ts'

/**
 * Files of attachments, outside of anything that is served: `<folder>/<station>/<digest>`, and `.part` behind it while
 * the bytes are coming. Station and digest were checked before; readable by the server's account alone.
 */
export class AttachmentFiles {
  constructor(private readonly folder: string) {}

  whole({ station, digest }: AttachmentKey): string {
    return join(this.folder, station, digest)
  }

  part(key: AttachmentKey): string {
    return `${this.whole(key)}.part`
  }

  /** Makes room for an upload. What an earlier try left is kept, unless it is longer than the file will be. */
  async begin(key: AttachmentKey, bytes: number): Promise<void> {
    await mkdir(join(this.folder, key.station), { recursive: true, mode: 0o700 })
    const handle = await open(this.part(key), 'a', 0o600)
    try {
      if ((await handle.stat()).size > bytes) await handle.truncate(0)
    } finally {
      await handle.close()
    }
  }

  /** Appends what comes at an offset and syncs it; what came before a cut stays. Resolves with the offset behind it. */
  async append(key: AttachmentKey, content: AsyncIterable<Uint8Array>, from: number): Promise<number> {
    const handle = await open(this.part(key), 'r+')
    let offset = from
    try {
      try {
        for await (const chunk of content) {
          await handle.write(chunk, 0, chunk.length, offset)
          offset += chunk.length
        }
      } finally {
        await handle.datasync()
      }
    } finally {
      await handle.close()
    }
    return offset
  }

  /** Bytes of an unfinished upload; undefined when there is none. */
  async lengthOfPart(key: AttachmentKey): Promise<number | undefined> {
    return lengthOf(this.part(key))
  }

  async isWhole(key: AttachmentKey): Promise<boolean> {
    return (await lengthOf(this.whole(key))) !== undefined
  }

  /** Makes the part the whole file, so that it is one or the other after a power cut. */
  async complete(key: AttachmentKey): Promise<void> {
    await rename(this.part(key), this.whole(key)).catch(async (error: unknown) => {
      // Another process of this city completed the same upload in the same moment.
      if (!(await this.isWhole(key))) throw error
    })
    await syncFolder(join(this.folder, key.station))
  }

  async dropPart(key: AttachmentKey): Promise<void> {
    await rm(this.part(key), { force: true })
  }
}

async function lengthOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  )
}
