import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { words } from '../words/index.ts'
import type { OpeningStage } from './open-desk.ts'

/** Milliseconds without a sign of progress after which the clerk may start over instead of waiting. */
const patience = 20_000

/**
 * The store opens: what it is at, how far it is, and a way out when it stands still. Starting over loses nothing: all
 * that was recorded stands in the database and in the journal, and opening only reads them.
 */
export function Opening({ stage }: { readonly stage: OpeningStage }) {
  const replaying = stage.kind === 'replaying'
  // Loading the register for the first time takes its time and would only begin again.
  const standsStill = useStandsStill(replaying ? stage.done : 0) && stage.kind !== 'importing'
  return (
    <div className="centre">
      <div className="sheet">
        <h1>{words.product}</h1>
        <p>{stage.kind === 'importing' ? words.opening.importing : words.opening.title}</p>
        {replaying ? (
          <>
            <p>{words.opening.replaying(stage.done, stage.total)}</p>
            <Progress percent={Math.round((100 * stage.done) / Math.max(stage.total, 1))} />
          </>
        ) : null}
        {standsStill ? (
          <div role="status">
            <p>{words.opening.standsStill}</p>
            <Button type="primary" onClick={() => window.location.reload()}>
              {words.opening.again}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** Whether `progress` has been the same for longer than a clerk should wait. */
function useStandsStill(progress: number): boolean {
  const [stoodStillAt, setStoodStillAt] = useState<number>()
  useEffect(() => {
    const waiting = setTimeout(() => setStoodStillAt(progress), patience)
    return () => clearTimeout(waiting)
  }, [progress])
  return stoodStillAt === progress
}
