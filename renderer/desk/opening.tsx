import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { words } from '../words/index.ts'
import type { OpeningStage } from './open-desk.ts'

/** Milliseconds without an answer after which the clerk may start over instead of waiting. */
const patience = 20_000

/**
 * The store opens: what it is at, how far it is, and a way out when it does not answer. Starting over loses nothing then:
 * nothing is being written yet. Taking the register in and replaying the journal write, and are left alone.
 */
export function Opening({ stage }: { readonly stage: OpeningStage }) {
  const replaying = stage.kind === 'replaying'
  const waitsFor = stage.kind === 'opening' ? stage.waitsFor : undefined
  const standsStill = useStandsStill(waitsFor)
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
        {standsStill && waitsFor ? (
          <div role="status">
            <p>{words.opening.standsStill(words.opening.waitsFor[waitsFor])}</p>
            <Button type="primary" onClick={() => window.location.reload()}>
              {words.opening.again}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** Whether the store has waited for the same thing for longer than a clerk should. */
function useStandsStill(waitsFor: string | undefined): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (waitsFor === undefined) return undefined
    const waiting = setTimeout(() => setLong(true), patience)
    return () => {
      clearTimeout(waiting)
      setLong(false)
    }
  }, [waitsFor])
  return isLong
}
