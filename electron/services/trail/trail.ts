import { appendFile, mkdir, open, readFile, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  digestIn,
  emptyTrail,
  endAt,
  linksOf,
  nextLine,
  trailText,
  type TrailEnd,
  type TrailLine,
} from '../../../shared/trail/trail-chain.ts'
import type { TrailDigest } from '../../../shared/trail/trail-digest.ts'
import type { TrailEvent } from '../../../shared/trail/trail-event.ts'
import type { RemovalReason } from '../../../shared/retention/retention-schedule.ts'
import { inTurn } from '../../disk/in-turn.ts'
import { isSystemError } from '../../disk/system-error.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'

/** The machine's own record of who did what; each line stands on the digest of the one before. */
export interface Trail {
  /** Resolves when the line is on disk. */
  note(event: TrailEvent): Promise<void>
  /** How far it goes, and whether the city holds all of it. */
  end(): { readonly n: number; readonly head: string; readonly isAnchored: boolean }
  /** Goes on from the file as it is now, after another was put in its place. */
  reopen(): Promise<void>
  /** Every line as written, oldest first. */
  lines(): Promise<readonly string[]>
  /** Lets the chain go on with this digest; says so in the chain, and does nothing where it already does. */
  choose(digest: TrailDigest): Promise<void>
  /**
   * Cuts the lines up to `upTo` off, whose term is over: first the cut itself becomes a link, then the file is written
   * anew behind it. What remains proves itself. Resolves with the number of lines before and after.
   */
  cut(upTo: number, by: { userId: string; reason: RemovalReason }): Promise<{ before: number; after: number }>
}

/** The file of the trail inside a data folder. */
export function trailPath(dataFolder: string): string {
  return join(dataFolder, 'trail', 'trail.jsonl')
}

/** Opens the trail; a last line torn off by a power failure is cut, and the cut itself is the next link. */
export async function openTrail(dataFolder: string, now: () => Date): Promise<Trail> {
  const path = trailPath(dataFolder)
  await mkdir(dirname(path), { recursive: true })
  const next = inTurn()
  const found = await readEnd(path)
  let { end, last } = found
  const write = async (event: TrailEvent) => {
    const line = nextLine(end, event, now().toISOString())
    await appendSynced(path, `${trailText(line)}\n`)
    end = endAt(line, end.by)
    last = line
  }
  const note = (event: TrailEvent) => next(() => write(event))
  const linesNow = async () => linesIn(await textOrNothing(path))
  if (found.torn > 0) await note({ what: 'torn-line-cut', bytes: found.torn })
  return {
    note,
    end: () => ({ n: end.n, head: end.digest, isAnchored: last?.event.what === 'anchored' }),
    reopen: () =>
      next(async () => {
        ;({ end, last } = await readEnd(path))
      }),
    lines: () => next(linesNow),
    choose: (digest) =>
      next(async () => {
        if (end.by !== digest) await write({ what: 'digest-chosen', digest })
      }),
    cut: (upTo, { userId, reason }) =>
      next(async () => {
        const before = (await linesNow()).length
        const lastCut = linksOf(await linesNow()).find(({ n }) => n === upTo)
        if (!lastCut) return { before, after: before }
        await write({ what: 'trail-cut', userId, upTo, head: lastCut.digest, reason })
        const kept = (await linesNow()).filter((line) => linksOf([line]).every(({ n }) => n > upTo))
        await writeWholeFile(path, `${kept.join('\n')}\n`)
        return { before, after: kept.length }
      }),
  }
}

interface Found {
  readonly end: TrailEnd
  readonly last: TrailLine | undefined
  readonly torn: number
}

async function readEnd(path: string): Promise<Found> {
  const text = await textOrNothing(path)
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const torn = Buffer.byteLength(text) - Buffer.byteLength(whole)
  if (torn > 0) await truncate(path, Buffer.byteLength(whole))
  const lines = linesIn(whole)
  const [last] = linksOf(lines.slice(-1))
  if (!last) {
    if (lines.length > 0) throw new Error('the last line of the trail is no link')
    return { end: emptyTrail, last, torn }
  }
  return { end: endAt(last, digestIn(last) ?? emptyTrail.by), last, torn }
}

function linesIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

async function textOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return ''
    throw error
  }
}

async function appendSynced(path: string, text: string): Promise<void> {
  await appendFile(path, text, { mode: 0o600 })
  const file = await open(path, 'r+')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
}
