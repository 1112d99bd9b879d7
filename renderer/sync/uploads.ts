import type { SendingResult } from '../../shared/ipc/attachment-channels.ts'
import { readWaiting, type WaitingAttachment } from '../local/attachments.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { waitBefore } from './backoff.ts'
import { isSomethingUnsent } from './kept-at-city.ts'
import { useLine } from './line-state.ts'
import { nothingToSend, useUploads } from './upload-state.ts'

/** The machine's side of sending a file. */
export interface UploadPort {
  readonly send: (digest: string) => Promise<SendingResult>
  readonly pause: () => void
}

interface Uploads {
  readonly store: DeskStore
  readonly port: UploadPort
  readonly now: () => string
  readonly chance: () => number
}

/** How often it is looked whether the actions are through, and whether there is something to send. */
const lookEvery = 2_000

const asleep = (): void => undefined

/**
 * Sends scans one at a time, behind the actions: only while the line is up and the city has all of them. `yieldToActions`
 * stops the one under way when something is recorded; the city keeps what it has of it.
 */
export function startUploads(uploads: Uploads): {
  readonly yieldToActions: () => void
  readonly retryNow: () => void
  readonly stop: () => void
} {
  const state = { stopped: false, failures: 0, wake: asleep }
  const run = async () => {
    while (!state.stopped) {
      const { wait, failed } = await sendNext(uploads, state.failures).catch(whenStoreFails)
      state.failures = failed ? state.failures + 1 : 0
      if (wait > 0) await rest(wait, state)
    }
  }
  void run()
  return {
    yieldToActions: () => uploads.port.pause(),
    retryNow: () => {
      state.failures = 0
      useUploads.setState({ lost: new Map() })
      state.wake()
    },
    stop: () => {
      state.stopped = true
      uploads.port.pause()
      state.wake()
    },
  }
}

interface Turn {
  /** Milliseconds until the next look; 0 goes on at once. */
  readonly wait: number
  readonly failed: boolean
}

/** A store that was closed or emptied says so elsewhere; here it is only waited for. */
function whenStoreFails(): Turn {
  return { wait: lookEvery, failed: false }
}

function rest(milliseconds: number, state: { wake: () => void }): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    state.wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}

/** Sends the next file when it is its turn. */
export async function sendNext({ store, port, now, chance }: Uploads, failures: number): Promise<Turn> {
  const { ready, ...others } = await readWaiting(store)
  const { lost } = useUploads.getState()
  const sendable = ready.filter(({ digest }) => !lost.has(digest))
  tellWaiting(sendable, others)
  const [next] = sendable
  if (!next) return { wait: lookEvery, failed: false }
  const isTurn = useLine.getState().status === 'up' && !(await isSomethingUnsent(store))
  if (!isTurn) return { wait: lookEvery, failed: false }
  const result = await port.send(next.digest)
  useUploads.setState({ current: undefined })
  switch (result.outcome) {
    case 'received':
      await store.write(() => ({
        kind: 'attachment-received',
        digest: next.digest,
        caseId: next.caseId,
        at: now(),
      }))
      tellReceived(next)
      return { wait: 0, failed: false }
    case 'paused':
      return { wait: lookEvery, failed: false }
    case 'waits':
      useUploads.setState({ reason: result.reason })
      return { wait: waitBefore(failures, chance()) + (result.retryAfter ?? 0) * 1000, failed: true }
    case 'not-here':
      useUploads.setState({ reason: result.reason, lost: new Map([...lost, [next.digest, next.caseId]]) })
      return { wait: 0, failed: false }
  }
}

function tellWaiting(
  ready: readonly WaitingAttachment[],
  { blocked, onStick }: { readonly blocked: number; readonly onStick: number },
): void {
  if (ready.length === 0 && blocked === 0) return useUploads.setState(nothingToSend)
  const waitingBytes = ready.reduce((sum, { bytes }) => sum + bytes, 0)
  useUploads.setState({ waiting: ready.length, waitingBytes, blocked, onStick })
}

function tellReceived({ bytes }: WaitingAttachment): void {
  const { done, doneBytes } = useUploads.getState()
  useUploads.setState({ done: done + 1, doneBytes: doneBytes + bytes, reason: '' })
}
