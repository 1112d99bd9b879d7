import { flushSync } from 'react-dom'
import { station } from '../station.ts'
import { useSession } from './session.ts'

let finishWork: () => Promise<void> = () => Promise.resolve()

/** What must be done before the key may go: the open store tells it, and takes it back when it closes. */
export function beforeLocking(work: () => Promise<void>): () => void {
  finishWork = work
  return () => {
    finishWork = () => Promise.resolve()
  }
}

/** Takes the screens away, which hands over what was typed last, and waits until it is written. */
export async function putWorkAway(): Promise<void> {
  flushSync(() => useSession.setState({ locking: true }))
  await finishWork()
}

/** Locks the desk: everything typed is written, the machine wipes the key, and a new page takes the place of this one. */
export async function lockDesk(why: 'left' | 'idle'): Promise<void> {
  if (useSession.getState().locking || !useSession.getState().user) return
  await putWorkAway()
  await station.call('session.lock', { why })
}
