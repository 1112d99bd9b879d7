import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { judgeContent } from '../../../shared/attachments/judge-content.ts'
import type { AttachmentMediaType } from '../../../shared/attachments/attachment.ts'
import { accepted, type Outcome } from '../../../shared/base/outcome.ts'
import { nonceBytes, type CipherSuite } from '../../../shared/seal/cipher-suite.ts'
import { inTurn } from '../../disk/in-turn.ts'
import { syncFolder } from '../../disk/sync-folder.ts'
import { isSystemError } from '../../disk/system-error.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'

export interface KeptFile {
  readonly digest: string
  readonly mediaType: AttachmentMediaType
  readonly bytes: number
}

/** Files of attachments on this machine, each sealed and named by a keyed digest: neither content nor name tells. */
export interface AttachmentFiles {
  /** Keeps a file; on the disk, name and all, when it resolves. The same bytes twice are one file. */
  keep(bytes: Uint8Array): Promise<Outcome<KeptFile>>
  /** The file with this digest; undefined when it is not here or was changed on disk. */
  read(digest: string): Promise<Uint8Array | undefined>
  /** Sets aside what nobody names, brings back what is named, and tells which of the named are here. */
  settle(named: readonly string[]): Promise<{ here: string[]; setAside: number }>
}

/** How long a file that nobody names is kept aside: a database that is rebuilt may come to name it again. */
const asideForDays = 30

/**
 * Files and not rows of the database: a file is whole or not there after any crash (written beside, synced, renamed),
 * and megabytes do not pass through the database's transactions or the journal.
 */
export function openAttachmentFiles(
  dataFolder: string,
  suite: CipherSuite,
  dataKey: Uint8Array,
  now: () => number,
): AttachmentFiles {
  const folder = join(dataFolder, 'attachments')
  const aside = join(folder, 'aside')
  const key = suite.derive(dataKey, 'attachments')
  const nameKey = suite.derive(dataKey, 'attachment-names')
  const nameOf = (digest: string) => `${suite.digest(nameKey, digest)}.sealed`
  const turn = inTurn()

  async function read(digest: string): Promise<Uint8Array | undefined> {
    const name = nameOf(digest)
    const sealed = await bytesOrNothing(join(folder, name))
    const opened = sealed && suite.open(key, sealed, `attachments/${name}`)
    return opened && digestOf(opened) === digest ? opened : undefined
  }

  async function keep(bytes: Uint8Array): Promise<Outcome<KeptFile>> {
    const judged = judgeContent(bytes)
    if (!judged.ok) return judged
    const digest = digestOf(bytes)
    const name = nameOf(digest)
    if (!(await read(digest))) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const sealed = suite.seal(key, randomBytes(nonceBytes), bytes, `attachments/${name}`)
      await writeWholeFile(join(folder, name), sealed)
      await syncFolder(folder)
    }
    return accepted({ digest, mediaType: judged.value.mediaType, bytes: bytes.length })
  }

  async function settle(named: readonly string[]) {
    const names = new Map(named.map((digest) => [nameOf(digest), digest]))
    for (const name of await sealedFiles(aside)) {
      if (names.has(name)) await rename(join(aside, name), join(folder, name))
      else await removeWhenOld(join(aside, name), now())
    }
    const present = await sealedFiles(folder)
    const unnamed = present.filter((name) => !names.has(name))
    if (unnamed.length > 0) await mkdir(aside, { recursive: true, mode: 0o700 })
    for (const name of unnamed) {
      await rename(join(folder, name), join(aside, name))
      const moved = new Date(now())
      await utimes(join(aside, name), moved, moved)
    }
    await removeUnfinished(folder)
    return { here: present.flatMap((name) => names.get(name) ?? []), setAside: unnamed.length }
  }

  return {
    read,
    keep: (bytes) => turn(() => keep(bytes)),
    settle: (named) => turn(() => settle(named)),
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function sealedFiles(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => name.endsWith('.sealed'))
}

/** What a power cut left of a file that was being written: it was never acknowledged. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) if (name.endsWith('.new')) await rm(join(folder, name))
}

async function removeWhenOld(path: string, now: number): Promise<void> {
  const age = now - (await stat(path)).mtimeMs
  if (age > asideForDays * 86_400_000) await rm(path)
}

async function namesIn(folder: string): Promise<string[]> {
  return (await whenThere(readdir(folder))) ?? []
}

async function bytesOrNothing(path: string): Promise<Uint8Array | undefined> {
  return whenThere(readFile(path))
}

async function whenThere<Result>(asked: Promise<Result>): Promise<Result | undefined> {
  try {
    return await asked
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined
    throw error
  }
}
