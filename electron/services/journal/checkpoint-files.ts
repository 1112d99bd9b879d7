import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'
import { checkpointSchema, type Checkpoint } from '../../../shared/ipc/checkpoint-channels.ts'
import { nonceBytes, type CipherSuite } from '../../../shared/seal/cipher-suite.ts'
import { syncFolder } from '../../disk/sync-folder.ts'
import { isSystemError } from '../../disk/system-error.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'

/** One to start from, and the one before it for when that is damaged. */
const kept = 2

/** Sealed piece by piece, so that the machine answers in between. */
const bytesAPiece = 1024 * 1024

export interface CheckpointFiles {
  /** On the disk, whole, when it resolves. */
  keep(checkpoint: Checkpoint): Promise<void>
  /** Number of the newest, sound or not; 0 without any. */
  last(): Promise<number>
  /** Undefined when there is none that is sound. */
  newestBelow(n: number): Promise<Checkpoint | undefined>
}

/**
 * Checkpoints in `<dataFolder>/checkpoints`, under a key of their own. Nothing depends on them: the journal alone is the
 * whole, and whatever is wrong with a checkpoint, the next older one or the journal stands in for it.
 */
export function openCheckpoints(
  dataFolder: string,
  suite: CipherSuite,
  dataKey: Uint8Array,
): CheckpointFiles {
  const folder = join(dataFolder, 'checkpoints')
  const key = suite.derive(dataKey, 'checkpoints')

  const seal = async (n: number, bytes: Uint8Array): Promise<Uint8Array> => {
    const count = Math.ceil(bytes.length / bytesAPiece)
    const pieces: Uint8Array[] = []
    for (let at = 0; at < count; at += 1) {
      const piece = bytes.subarray(at * bytesAPiece, (at + 1) * bytesAPiece)
      pieces.push(suite.seal(key, randomBytes(nonceBytes), new Uint8Array(piece), placeOf(n, at, count)))
      await breathe()
    }
    return new Uint8Array(serialize(pieces))
  }

  const open = async (n: number, sealed: Uint8Array): Promise<Checkpoint | undefined> => {
    const pieces = valueIn(sealed)
    if (!Array.isArray(pieces) || !pieces.every((each) => each instanceof Uint8Array)) return undefined
    const opened: Uint8Array[] = []
    for (const [at, piece] of pieces.entries()) {
      const plain = suite.open(key, new Uint8Array(piece), placeOf(n, at, pieces.length))
      if (!plain) return undefined
      opened.push(plain)
      await breathe()
    }
    const read = checkpointSchema.safeParse(valueIn(Buffer.concat(opened)))
    return read.success && read.data.n === n ? withBytesOfTheirOwn(read.data) : undefined
  }

  return {
    keep: async (checkpoint) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const { n } = checkpoint
      await writeWholeFile(join(folder, nameOf(n)), await seal(n, serialize(checkpoint)))
      await syncFolder(folder)
      for (const older of (await numbersIn(folder)).slice(kept)) await rm(join(folder, nameOf(older)))
    },
    last: async () => (await numbersIn(folder))[0] ?? 0,
    newestBelow: async (below) => {
      for (const n of await numbersIn(folder)) {
        if (n >= below) continue
        const checkpoint = await open(n, await readFile(join(folder, nameOf(n))))
        if (checkpoint) return checkpoint
      }
      return undefined
    },
  }
}

function placeOf(n: number, at: number, count: number): string {
  return `checkpoints/${n}/${at}/${count}`
}

function nameOf(n: number): string {
  return `checkpoint-${String(n).padStart(12, '0')}.sealed`
}

/** Numbers of the checkpoints there, newest first. */
async function numbersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOENT') return []
    throw error
  })
  return names
    .flatMap((name) => /^checkpoint-(\d{12})\.sealed$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => other - one)
}

/** The platform reads bytes as windows on all of them; sent on, each window would carry the whole. */
function withBytesOfTheirOwn(checkpoint: Checkpoint): Checkpoint {
  const tables = Object.entries(checkpoint.tables).map(([name, rows]) => [name, rows.map(ownRow)] as const)
  return { ...checkpoint, tables: Object.fromEntries(tables) }
}

function ownRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? new Uint8Array(value) : value,
    ]),
  )
}

/** What the platform's own form of values holds; undefined for bytes that are none. */
function valueIn(bytes: Uint8Array): unknown {
  try {
    return deserialize(bytes) as unknown
  } catch {
    return undefined
  }
}
