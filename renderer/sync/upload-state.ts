import { create } from 'zustand'

/** How the sending of scans stands; for the eye alone. Whether one was received is told by its row. */
export interface UploadState {
  /** Files and bytes that the city took since there was last nothing to send. */
  readonly done: number
  readonly doneBytes: number
  /** Files and bytes that wait, the one under way included. */
  readonly waiting: number
  readonly waitingBytes: number
  /** Files whose action has to arrive first. */
  readonly blocked: number
  /** Of those that wait or are blocked: how many lie on a stick. */
  readonly onStick: number
  /** The file under way, and how much of it the city has. */
  readonly current: { readonly digest: string; readonly sent: number; readonly total: number } | undefined
  /** Why the last try did not get through, in the clerk's words. */
  readonly reason: string
  /** Files that a person must scan anew, by digest, with their case. */
  readonly lost: ReadonlyMap<string, string>
  /** Files set aside at the start, because no case or draft names them. */
  readonly setAside: number
}

export const nothingToSend = {
  done: 0,
  doneBytes: 0,
  waiting: 0,
  waitingBytes: 0,
  blocked: 0,
  onStick: 0,
  current: undefined,
  reason: '',
}

export const useUploads = create<UploadState>(() => ({ ...nothingToSend, lost: new Map(), setAside: 0 }))

/** Bytes in megabytes, one place. */
export function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
