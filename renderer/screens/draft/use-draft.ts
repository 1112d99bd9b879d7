import { useCallback, useEffect, useRef, useState } from 'react'
import type { Attachment } from '../../../shared/attachments/attachment.ts'
import { useDesk, now } from '../../desk/desk.tsx'
import { useDraft } from '../../local/hooks.ts'
import type { Draft } from '../../local/entry.ts'
import { DraftKeeper } from './draft-keeper.ts'
import type { Saved } from './draft-state.tsx'

export interface OpenDraft {
  readonly draft: Draft
  readonly saved: Saved
  readonly change: (name: string, value: unknown, typed?: string) => void
  readonly changeAttachments: (change: (before: readonly Attachment[]) => readonly Attachment[]) => void
  /** Nothing more is written for this draft: it becomes a case, or is dropped. */
  readonly finish: () => void
  /** The draft lives on after all (the step was refused). */
  readonly resume: () => void
}

/** A draft while it is open (one screen a draft, keyed by its id): what is typed shows at once and is kept with every change. */
export function useOpenDraft(draftId: string): OpenDraft | undefined {
  const { store } = useDesk()
  const stored = useDraft(store, draftId)
  const [draft, setDraft] = useState<Draft>()
  const [saved, setSaved] = useState<Saved>({ state: 'saved' })
  const keeper = useRef<DraftKeeper | undefined>(undefined)
  const latest = useRef<Draft | undefined>(undefined)

  const openKeeper = useCallback(() => {
    keeper.current = new DraftKeeper(store, (state, reason) =>
      setSaved({ state, ...(reason ? { reason } : {}) }),
    )
  }, [store])

  useEffect(() => {
    openKeeper()
    return () => {
      if (latest.current) keeper.current?.leave(latest.current)
      keeper.current = undefined
    }
  }, [openKeeper])

  useEffect(() => {
    if (stored && !latest.current) {
      latest.current = stored
      setDraft(stored)
    }
  }, [stored])

  const keep = useCallback((next: Draft) => {
    latest.current = next
    setDraft(next)
    keeper.current?.save(next)
  }, [])

  const change = useCallback(
    (name: string, value: unknown, typed?: string) => {
      const before = latest.current
      if (!before) return
      const { [name]: _fact, ...facts } = before.facts
      const { [name]: _typed, ...rest } = before.typed
      const next: Draft = {
        ...before,
        facts: value === undefined ? facts : { ...facts, [name]: value },
        typed: typed === undefined ? rest : { ...rest, [name]: typed },
        changedAt: now(),
      }
      keep(next)
    },
    [keep],
  )

  const changeAttachments = useCallback<OpenDraft['changeAttachments']>(
    (change) => {
      const before = latest.current
      if (!before) return
      keep({ ...before, attachments: [...change(before.attachments ?? [])], changedAt: now() })
    },
    [keep],
  )

  const finish = useCallback(() => keeper.current?.close(), [])
  return draft && { draft, saved, change, changeAttachments, finish, resume: openKeeper }
}
