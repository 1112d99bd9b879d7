import { useEffect } from 'react'
import { station } from '../station.ts'
import { useLine } from './line-state.ts'

/** How often the machine reports while the line is up: its trail is anchored, its lists are fresh by so much. */
const every = 5 * 60_000

/** Reports this machine to the city when the line comes up, and from time to time while it stays. */
export function useMachineReports(): void {
  const isUp = useLine((line) => line.status === 'up')
  useEffect(() => {
    if (!isUp) return undefined
    const report = () => void station.call('machine.report', {}).catch(() => undefined)
    report()
    const timer = setInterval(report, every)
    return () => clearInterval(timer)
  }, [isUp])
}
