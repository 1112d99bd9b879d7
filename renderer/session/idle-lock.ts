import { useEffect } from 'react'
import { lockDesk } from './lock.ts'

export const usualIdleMinutes = 10
export const mostIdleMinutes = 30

/** Locks the desk when nobody has touched it for so many minutes (GB/T 22239-2019, 8.1.4.1 b). */
export function useIdleLock(minutes: number): void {
  useEffect(() => {
    let lastTouch = Date.now()
    const touch = () => {
      lastTouch = Date.now()
    }
    // The clock is read, not counted: a computer that slept has been idle as well.
    const watch = setInterval(() => {
      if (Date.now() - lastTouch >= minutes * 60_000) void lockDesk('idle')
    }, 5_000)
    for (const kind of ['keydown', 'pointerdown', 'wheel'] as const)
      window.addEventListener(kind, touch, { capture: true, passive: true })
    return () => {
      clearInterval(watch)
      for (const kind of ['keydown', 'pointerdown', 'wheel'] as const)
        window.removeEventListener(kind, touch, { capture: true })
    }
  }, [minutes])
}
