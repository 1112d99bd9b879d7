import { useSyncExternalStore } from 'react'
import { useDesk } from './desk.tsx'

/** Draws again whenever a committed entry changed the register. */
export function useRegisterRevision(): number {
  const { store } = useDesk()
  return useSyncExternalStore(
    (listener) => store.register.listen(listener),
    () => store.register.revision,
  )
}
