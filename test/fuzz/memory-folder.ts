import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** More than a cluster of some thousand seeds takes, bytes. */
const roomNeeded = 2 * 1024 ** 3

/**
 * A folder in memory where the machine has one with room, else the usual one. The fuzz kills PostgreSQL's processes and never
 * its machine, so syncing to a disk would only cost time; `test/server/power-lost` cuts a disk's power.
 */
export function memoryFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > roomNeeded ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}
