import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../shared/base/outcome.ts'
import type { Action } from '../../../shared/cases/action.ts'
import type { CaseFile } from '../../../shared/cases/case-file.ts'
import { now, useActor, useDesk, useRecordStep } from '../../desk/desk.tsx'
import { actDraftId, hasNothing, isActDraft, untouched, type ActDraft } from '../../local/act-draft.ts'
import type { DeskStore } from '../../local/desk-store.ts'
import { hasMoved } from '../../local/has-moved.ts'
import { readDraft } from '../../local/read.ts'
import { DraftKeeper } from '../draft/draft-keeper.ts'
import type { Saved } from '../draft/draft-state.tsx'
import { asRefusal } from '../draft/storage-fault.ts'
import type { CaseProps } from './use-step.ts'

/** An act on a case while its small form is on the screen. */
export interface Act {
  readonly draft: ActDraft
  readonly saved: Saved
  readonly refusals: readonly Refusal[]
  /** A step is being recorded, or what it made of the case is not on the screen yet. */
  readonly busy: boolean
  readonly refuse: (...refusals: readonly Refusal[]) => void
  readonly edit: (change: (before: ActDraft, at: string) => ActDraft) => void
  /** Takes a step with what is typed, which goes with it. With `seen`, only while the case is still that. */
  readonly take: (step: string, facts: Action['facts'], seen?: CaseFile) => Promise<void>
}

/**
 * What is typed for an act on a case, kept as the draft of a matter is until the step is taken. A component shows one act
 * of one case as long as it lives. Undefined until what was kept earlier is read.
 */
export function useAct({ caseFile, caseType }: CaseProps, step: string): Act | undefined {
  const kept = useKeptAct(caseFile, step)
  const { draft, letGo, resume, recorded } = kept
  const record = useRecordStep()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [isTaking, setIsTaking] = useState(false)
  /** What was handed in last and the case as it was then; on the screen until the case there has moved on. */
  const [handedIn, setHandedIn] = useState<{ readonly on: CaseFile; readonly draft: ActDraft }>()
  if (handedIn && hasMoved(handedIn.on, caseFile)) setHandedIn(undefined)
  const busy = isTaking || handedIn !== undefined
  if (!draft) return undefined
  const take: Act['take'] = async (taken, facts, seen) => {
    if (busy) return
    setIsTaking(true)
    letGo()
    const outcome = await record({
      caseType: caseType.id,
      caseId: caseFile.id,
      step: taken,
      facts,
      draftId: draft.id,
      ...(seen ? { seen } : {}),
    }).catch(asRefusal)
    setIsTaking(false)
    setRefusals(outcome.ok ? [] : outcome.refusals)
    if (!outcome.ok) return resume()
    setHandedIn({ on: caseFile, draft })
    recorded()
  }
  return {
    draft: handedIn?.draft ?? draft,
    saved: kept.saved,
    refusals,
    busy,
    refuse: (...against) => setRefusals(against),
    edit: (change) => {
      if (!busy) kept.edit(change)
    },
    take,
  }
}

/** The draft itself, its row and its line in the journal. */
function useKeptAct({ id: caseId, caseType }: CaseFile, step: string) {
  const { store } = useDesk()
  const { userId: owner } = useActor()
  const [draft, setDraft] = useState<ActDraft>()
  const [saved, setSaved] = useState<Saved>({ state: 'saved' })
  const keeper = useRef<DraftKeeper | undefined>(undefined)
  const latest = useRef<ActDraft | undefined>(undefined)
  /** Whether there is, or may be, a row of it. */
  const isKept = useRef(false)

  const show = useCallback((next: ActDraft) => {
    latest.current = next
    setDraft(next)
  }, [])
  const openKeeper = useCallback(() => {
    keeper.current = new DraftKeeper(store, (state, reason) =>
      setSaved({ state, ...(reason ? { reason } : {}) }),
    )
  }, [store])

  useEffect(() => {
    let isGone = false
    void readAct(store, actDraftId({ caseId, step, owner })).then((stored) => {
      if (isGone) return
      isKept.current = stored !== undefined
      show(stored ?? untouched({ caseId, caseType, step, owner }, now()))
    })
    openKeeper()
    return () => {
      isGone = true
      if (latest.current && isKept.current) keeper.current?.leave(latest.current)
      keeper.current = undefined
    }
  }, [store, caseId, caseType, step, owner, show, openKeeper])

  const keep = (next: ActDraft) => {
    show(next)
    isKept.current ||= !hasNothing(next)
    if (isKept.current) keeper.current?.save(next)
  }
  return {
    draft,
    saved,
    edit: (change: (before: ActDraft, at: string) => ActDraft) => {
      if (latest.current) keep(change(latest.current, now()))
    },
    /** All of it is written, and nothing more, while its step is being recorded. */
    letGo: () => {
      if (latest.current && isKept.current) keeper.current?.leave(latest.current)
    },
    /** It lives on, its step was not recorded. */
    resume: openKeeper,
    /** It went with its step. */
    recorded: () => {
      openKeeper()
      isKept.current = false
      show(untouched({ caseId, caseType, step, owner }, now()))
    },
  }
}

/** What was typed last on a screen that was just left is written before it is read here. */
async function readAct(store: DeskStore, id: string): Promise<ActDraft | undefined> {
  await store.settled()
  const draft = await readDraft(store, id)
  return draft && isActDraft(draft) ? draft : undefined
}
