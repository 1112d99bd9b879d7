import { useEffect, useMemo, useRef } from 'react'
import type { DeskStore } from '../local/desk-store.ts'
import { station as machine } from '../station.ts'
import { useUploads } from '../sync/upload-state.ts'
import { startUploads } from '../sync/uploads.ts'
import { now } from './desk.tsx'

/** The sending of scans while a desk is open. */
export function useUploadsOf(store: DeskStore): {
  readonly yieldToActions: () => void
  readonly retryNow: () => void
} {
  const running = useRef<ReturnType<typeof startUploads> | undefined>(undefined)
  useEffect(() => {
    const started = startUploads({
      store,
      port: {
        send: (digest) => machine.call('attachments.send', { digest }),
        pause: () => void machine.call('attachments.pause', {}).catch(() => undefined),
      },
      now,
      chance: Math.random,
    })
    running.current = started
    const stopListening = machine.on('attachments.progress', (current) => useUploads.setState({ current }))
    return () => {
      stopListening()
      started.stop()
    }
  }, [store])
  return useMemo(
    () => ({
      yieldToActions: () => running.current?.yieldToActions(),
      retryNow: () => running.current?.retryNow(),
    }),
    [],
  )
}
