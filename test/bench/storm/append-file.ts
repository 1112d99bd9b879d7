import { open, rm } from 'node:fs/promises'

/** Resolves when the bytes are on the disk. */
export type Append = (bytes: Uint8Array) => Promise<void>

/** A file to which everybody appends; those who wait while the disk is busy share the next sync. */
export async function openAppendFile(path: string): Promise<Append> {
  await rm(path, { force: true })
  const file = await open(path, 'a')
  let queued: Uint8Array[] = []
  let turn = Promise.resolve()
  const writeQueued = async () => {
    const parts = queued
    queued = []
    if (parts.length === 0) return
    await file.appendFile(Buffer.concat(parts))
    await file.datasync()
  }
  return (bytes) => {
    queued.push(bytes)
    turn = turn.then(writeQueued)
    return turn
  }
}
