import { useEffect, useState } from 'react'
import { silenceOf, type Silence } from '../../shared/sync/silence.ts'
import { readSilentSince, type SilentSince } from '../local/city-heard.ts'
import { useLive } from '../local/live.ts'
import { now, useDesk } from './desk.tsx'
import { useSilenceLimits } from './desk-settings.ts'

/** A desk that stands open over night counts on by itself, milliseconds. */
const lookAgainAfter = 60_000

/** From when the days without a contact count, by the rows; undefined until they are read. */
export function useSilentSince(): SilentSince | undefined {
  const { store } = useDesk()
  return useLive(
    () => readSilentSince(store),
    (since) => Promise.resolve(since),
    [store],
  )
}

/** How long the city has not been heard. */
export function useSilence(): Silence | undefined {
  const since = useSilentSince()
  const limits = useSilenceLimits()
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), lookAgainAfter)
    return () => clearInterval(timer)
  }, [])
  return since && silenceOf(since.at, at > since.at ? at : since.at, limits)
}
