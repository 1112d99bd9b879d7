import { create } from 'zustand'

/** What is known about the line. Only for the eye: whether something arrived is told by receipts alone. */
export interface LineState {
  readonly status: 'unknown' | 'up' | 'down' | 'stopped' | 'paused'
  /** ISO instant since when it is so. */
  readonly since: string
  readonly reason: string
  /** Difference of the city's clock to ours, milliseconds; undefined before the first contact. */
  readonly clockDrift: number | undefined
  readonly lastContact: string | undefined
}

export const useLine = create<LineState>(() => ({
  status: 'unknown',
  since: '',
  reason: '',
  clockDrift: undefined,
  lastContact: undefined,
}))

export function tellLine(status: LineState['status'], reason: string, now: string): void {
  const before = useLine.getState()
  const since = before.status === status ? before.since : now
  useLine.setState({ status, reason, since, ...(status === 'up' ? { lastContact: now } : {}) })
}

/** Whether somebody has the line rest: that stands until somebody lets it go on, whatever a round finds meanwhile. */
export function isPaused(): boolean {
  return useLine.getState().status === 'paused'
}

/** What a round found. While the line is paused only that the city was heard is noted. */
export function tellRound(status: 'up' | 'down' | 'stopped', reason: string, now: string): void {
  if (!isPaused()) tellLine(status, reason, now)
  else if (status === 'up') useLine.setState({ lastContact: now })
}
