import type { ScanAnswer } from '../../shared/sync/bundle.ts'
import { readUnreceived, readWaitingFiles, type UnreceivedAttachment } from '../local/attachments.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { useUploads } from './upload-state.ts'

/**
 * Scans for a stick, in the order in which they get the room on it: those that lie on none yet, then those of the earliest
 * stick, because it may be lost; among them oldest first. Only such as a filed action names, or one that goes along.
 */
export async function scansForStick(
  store: DeskStore,
  carried: ReadonlySet<string>,
): Promise<UnreceivedAttachment[]> {
  const unreceived = await readUnreceived(store)
  return unreceived
    .filter(({ isFiled, actionId }) => isFiled || carried.has(actionId))
    .sort((one, other) => one.bundle - other.bundle)
}

/** Of scans for a stick, those that got room on it, and how many files did not. What the machine has no file of is told as over the line. */
export function dividedByRoom(
  scans: readonly UnreceivedAttachment[],
  { scans: taken, lost }: { readonly scans: readonly string[]; readonly lost: readonly string[] },
): { readonly onStick: readonly UnreceivedAttachment[]; readonly left: number } {
  const digests = new Set(taken)
  const gone = new Set(lost)
  if (gone.size > 0) {
    const named = scans.filter(({ digest }) => gone.has(digest))
    const before = useUploads.getState().lost
    const cases = named.map(({ digest, caseId }) => [digest, caseId] as const)
    useUploads.setState({ lost: new Map([...before, ...cases]) })
  }
  const left = scans.filter(({ digest }) => !digests.has(digest) && !gone.has(digest))
  return {
    onStick: scans.filter(({ digest }) => digests.has(digest)),
    left: new Set(left.map(({ digest }) => digest)).size,
  }
}

/** What an answer brought about scans that still waited for a word. */
export interface ScansTaken {
  readonly received: number
  readonly refused: number
  /** The city's words for why, each once. */
  readonly reasons: readonly string[]
}

/**
 * Takes in what the city says about the scans of its n-th bundle; what is received already is left as it is. A scan that
 * the answer says nothing of, or refuses, is not said to lie on that stick any more: it goes with the next one.
 */
export async function takeInScans(
  store: DeskStore,
  n: number,
  answers: readonly ScanAnswer[],
  now: () => string,
): Promise<ScansTaken> {
  const waiting = await readWaitingFiles(store)
  const isWaiting = new Set(waiting.map(({ digest }) => digest))
  const fresh = answers.filter(({ digest }) => isWaiting.has(digest))
  const received = new Set(fresh.filter(({ outcome }) => outcome === 'received').map(({ digest }) => digest))
  for (const { digest, caseId } of waiting)
    if (received.has(digest))
      await store.write(() => ({ kind: 'attachment-received', digest, caseId, at: now() }))
  if (waiting.some(({ digest, bundle }) => bundle === n && !received.has(digest)))
    await store.write(() => ({ kind: 'bundle-dropped', n }))
  const reasons = fresh.flatMap((answer) => (answer.outcome === 'refused' ? [answer.message] : []))
  return { received: received.size, refused: reasons.length, reasons: [...new Set(reasons)] }
}
