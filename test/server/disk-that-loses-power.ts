import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Room for a PostgreSQL or an embedded city with a day's work, bytes. A hole until it is written to. */
const room = 1024 ** 3

/** A real file system on a disk of its own that can lose its power, the machine itself staying up. */
export interface DiskThatLosesPower {
  readonly folder: string
  /** From here on nothing reaches the disk any more: what was written and not synced is gone, and every call fails. */
  cutPower(): Promise<void>
  /** The power is back: as the disk was at the cut, after the file system's own recovery. Nobody may hold a file of it open. */
  powerBack(): Promise<void>
  remove(): Promise<void>
}

/**
 * Makes the disk: an ext4 in a file, behind a loop device. Its power is cut by the file system's shutdown call without a
 * flush of its log, which is how the kernel's own tests (xfstests) do it. Needs the right to mount (root), and says so.
 */
export async function makeDiskThatLosesPower(): Promise<DiskThatLosesPower> {
  const place = await mkdtemp(join(tmpdir(), 'loses-power-'))
  const [image, folder] = [join(place, 'disk'), join(place, 'mounted')]
  await mkdir(folder)
  // PostgreSQL, which is not root, has to reach what lies on the disk.
  await chmod(place, 0o755)
  await writeFile(image, '')
  await truncate(image, room)
  await run('mkfs.ext4', ['-q', '-F', image])
  // Nothing is written back by the clock alone: what nobody syncs stays in memory until the cut.
  const mount = () => run('mount', ['-o', 'loop,commit=600', image, folder])
  await mount().catch((fault: unknown) => {
    throw new Error('the disk could not be mounted: it needs root and a loop device', { cause: fault })
  })
  return {
    folder,
    cutPower: async () => {
      await run('xfs_io', ['-x', '-c', 'shutdown', folder])
    },
    powerBack: async () => {
      await run('umount', [folder])
      await mount()
    },
    remove: async () => {
      await run('umount', [folder])
      await rm(place, { recursive: true, force: true })
    },
  }
}
