import { appendFile, mkdir, open, readFile, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  nextLine,
  trailLineSchema,
  trailStart,
  trailText,
  type TrailLine,
} from '../../../shared/trail/trail-chain.ts'
import type { TrailEvent } from '../../../shared/trail/trail-event.ts'
import { inTurn } from '../../disk/in-turn.ts'
import { isSystemError } from '../../disk/system-error.ts'

/** The machine's own record of who did what; each line stands on the digest of the one before. */
export interface Trail {
  /** Resolves when the line is on disk. */
  note(event: TrailEvent): Promise<void>
  /** How far it goes, and whether the city holds all of it. */
  end(): { readonly n: number; readonly head: string; readonly isAnchored: boolean }
  /** Every line as written, oldest first. */
  lines(): Promise<readonly string[]>
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
  const { last: found, torn } = await readEnd(path)
  let last = found
  const note = (event: TrailEvent) =>
    next(async () => {
      const line = nextLine(last, event, now().toISOString())
      await appendSynced(path, `${trailText(line)}\n`)
      last = line
    })
  if (torn > 0) await note({ what: 'torn-line-cut', bytes: torn })
  return {
    note,
    end: () => ({
      n: last?.n ?? 0,
      head: last?.digest ?? trailStart,
      isAnchored: last?.event.what === 'anchored',
    }),
    lines: () => next(async () => (await textOrNothing(path)).split('\n').filter((line) => line !== '')),
  }
}

interface End {
  readonly last: TrailLine | undefined
  readonly torn: number
}

async function readEnd(path: string): Promise<End> {
  const text = await textOrNothing(path)
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const torn = Buffer.byteLength(text) - Buffer.byteLength(whole)
  if (torn > 0) await truncate(path, Buffer.byteLength(whole))
  const lastText = whole.trimEnd().split('\n').at(-1) ?? ''
  if (lastText === '') return { last: undefined, torn }
  return { last: trailLineSchema.parse(JSON.parse(lastText)), torn }
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
