import { useEffect } from 'react'
import { takeCheckpointWhenDue } from '../local/checkpoint.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { machineCheckpoints } from './open-desk.ts'

/** How often it is looked whether a checkpoint is due, milliseconds. */
const lookEvery = 10 * 60_000

/** Takes checkpoints while nobody waits for anything. One that fails costs nothing: the journal is the whole. */
export function useCheckpoints(store: DeskStore): void {
  useEffect(() => {
    let idle = 0
    const look = () => {
      idle = requestIdleCallback(() => void takeCheckpointWhenDue(store, machineCheckpoints).catch(unneeded))
    }
    look()
    const timer = setInterval(look, lookEvery)
    return () => {
      clearInterval(timer)
      cancelIdleCallback(idle)
    }
  }, [store])
}

const unneeded = (): void => undefined
