import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import { suiteNamed } from '../../../shared/seal/suites.ts'
import { syncFolder } from '../../disk/sync-folder.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'
import { openSecrets } from '../keys/secrets.ts'
import { keepEntry } from '../line/machine-certificate.ts'
import type { StartingPackage } from '../package/starting-package.ts'
import { writeProfile, type Profile } from '../profile/profile.ts'
import { openingCodeSecret, stationTokenSecret } from '../set-up/set-up.ts'
import { openTrail, trailPath } from '../trail/trail.ts'
import type { FileToCopy } from './files-to-copy.ts'
import { surveyOf, type OpenedFolder } from './open-old-folder.ts'
import { isWhole, stagingOf } from './take-place.ts'

/** Told after every piece; `done` and `total` in bytes, each byte written once and read back once. */
export type TellCopied = (done: number, total: number) => void

/** What the copy is completed with: how the new machine comes to the city. */
export interface WayIn {
  readonly starting: StartingPackage
  readonly openingCode: string
  /** A code that the clerk typed, to be tried before those of the package. */
  readonly enrolmentCode?: string | undefined
}

/**
 * Copies the old machine beside this one's files, synced and read back, and completes it with the package's secrets. The
 * last thing written is the mark that all of it is whole: a copy without it is nobody's and is begun again.
 */
export async function copyOldFolder(
  old: OpenedFolder,
  own: Profile,
  way: WayIn,
  now: () => Date,
  tell: TellCopied = () => undefined,
): Promise<Outcome<{ entries: number }>> {
  const staging = stagingOf(own.dataFolder)
  await rm(staging, { recursive: true, force: true })
  const copied = await copyFiles(old, staging, tell)
  if (!copied.ok) return copied
  const [again, copy] = [await surveyOf(old.folder), await surveyOf(staging)]
  if (again.sum !== old.survey.sum || again.places.length !== old.survey.places.length)
    return refused(changedMeanwhile)
  if (copy.sum !== old.survey.sum || copy.broken || copy.places.length !== old.survey.places.length)
    return refused(copyDiffers)
  await complete(old, own, way, staging, now)
  await markWhole(staging)
  return accepted({ entries: copy.places.length })
}

async function copyFiles(
  { folder, files }: OpenedFolder,
  staging: string,
  tell: TellCopied,
): Promise<Outcome<true>> {
  const total = 2 * files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  const step = (bytes: number) => {
    done += bytes
    tell(done, total)
  }
  const folders = new Set<string>()
  for (const file of files) {
    const target = join(staging, file.to)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    folders.add(dirname(target))
    const written = await copyFile(join(folder, file.name), target, file, step)
    if (written !== (await digestOf(target, file.bytes, step))) return refused(copyDiffers)
  }
  for (const each of folders) await syncFolder(each)
  return accepted(true)
}

/** Copies so many bytes and syncs them; their SHA-256 as they were read. */
async function copyFile(
  from: string,
  to: string,
  { bytes }: FileToCopy,
  step: (bytes: number) => void,
): Promise<string> {
  const digest = createHash('sha256')
  const file = await open(to, 'w', 0o600)
  try {
    for await (const piece of piecesOf(from, bytes)) {
      digest.update(piece)
      await writeAll(file, piece)
      step(piece.length)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return digest.digest('hex')
}

async function writeAll(file: FileHandle, piece: Buffer): Promise<void> {
  for (let done = 0; done < piece.length;) done += (await file.write(piece, done)).bytesWritten
}

async function digestOf(path: string, bytes: number, step: (bytes: number) => void): Promise<string> {
  const digest = createHash('sha256')
  for await (const piece of piecesOf(path, bytes)) {
    digest.update(piece)
    step(piece.length)
  }
  return digest.digest('hex')
}

async function* piecesOf(path: string, bytes: number): AsyncGenerator<Buffer> {
  if (bytes === 0) return
  yield* createReadStream(path, { highWaterMark: 1 << 20, end: bytes - 1 }) as AsyncIterable<Buffer>
}

/** The copy as the new machine: how it comes to the city, whose it is, and that it took a place, as its trail's next link. */
async function complete(
  old: OpenedFolder,
  own: Profile,
  { starting, openingCode, enrolmentCode }: WayIn,
  staging: string,
  now: () => Date,
): Promise<void> {
  const secrets = openSecrets(staging, suiteNamed(old.keyring.suite), old.dataKey)
  await secrets.write(stationTokenSecret, Buffer.from(starting.stationToken, 'utf8'))
  await secrets.write(openingCodeSecret, Buffer.from(openingCode, 'utf8'))
  if (starting.city) {
    const typed = enrolmentCode === undefined ? [] : [enrolmentCode]
    const enrolmentCodes = [...typed, ...starting.city.enrolmentCodes]
    await keepEntry(secrets, { ...starting.city, enrolmentCodes: enrolmentCodes.slice(0, 100) })
  }
  const cityAddress = own.cityAddress === '' ? old.profile.cityAddress : own.cityAddress
  await writeProfile(staging, { ...old.profile, cityAddress, restoredAt: now().toISOString() })
  await keepOwnTrail(own.dataFolder, staging)
  const trail = await openTrail(staging, now)
  const brokenAt = old.survey.broken?.line
  await trail.note({
    what: 'restored',
    entries: old.survey.places.length,
    ...(brokenAt === undefined ? {} : { brokenAt }),
  })
}

/** What this machine noted before it took the old one's place stays beside the old one's trail. */
async function keepOwnTrail(dataFolder: string, staging: string): Promise<void> {
  const lines = await bytesOf(trailPath(dataFolder))
  if (lines.length === 0) return
  await mkdir(dirname(trailPath(staging)), { recursive: true, mode: 0o700 })
  await writeWholeFile(join(dirname(trailPath(staging)), 'before-restoring.jsonl'), lines)
}

async function bytesOf(path: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) pieces.push(piece)
  } catch {
    return Buffer.alloc(0)
  }
  return Buffer.concat(pieces)
}

async function markWhole(staging: string): Promise<void> {
  await writeWholeFile(join(staging, isWhole), '')
  await syncFolder(staging)
  await syncFolder(dirname(staging))
}

const changedMeanwhile = {
  code: 'changed-meanwhile',
  message:
    '抄的时候旧机器的数据还在变：旧机器可能还开着。没有接替，没有做任何改动。请先关掉旧机器的户政台，再重新来一遍。',
}
const copyDiffers = {
  code: 'copy-differs',
  message: '抄过来的和原来的不一样，没有接替，没有做任何改动。请检查U盘和本机磁盘，再重新来一遍。',
}
