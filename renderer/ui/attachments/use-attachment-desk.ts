import { useEffect, useRef, useState } from 'react'
import type { Attachment } from '../../../shared/attachments/attachment.ts'
import type { Outcome } from '../../../shared/base/outcome.ts'
import { keepFile } from '../../attachments/machine-files.ts'
import type { AttachmentState } from '../../local/attachments.ts'
import { attachmentWords } from '../../words/attachment-words.ts'
import type { AttachmentDesk } from './attachment-desk.ts'

/** Where the scans of a draft or a case are named; each answers whether it stands. */
export interface AttachmentKeeper {
  readonly attachments: readonly Attachment[]
  readonly mayAdd: boolean
  readonly stateOf: AttachmentDesk['stateOf']
  readonly attach: (attachment: Attachment) => Promise<Outcome<unknown>>
  readonly detach: (attachment: Attachment) => Promise<Outcome<unknown>>
}

/** The city has no receipt for it yet. */
const mayGo: ReadonlySet<AttachmentState> = new Set(['waiting', 'on-stick'])

/** Takes files by dialog, drop, paste and camera: each is prepared and kept by the machine, and only then named. */
export function useAttachmentDesk(keeper: AttachmentKeeper): AttachmentDesk {
  const [preparing, setPreparing] = useState<{ readonly done: number; readonly total: number }>()
  const [faults, setFaults] = useState<readonly string[]>([])
  const [removed, setRemoved] = useState<Attachment>()
  const aimed = useRef<string | undefined>(undefined)
  const tell = (name: string, outcome: Outcome<unknown>) => {
    if (!outcome.ok)
      setFaults((before) => [...before, attachmentWords.refused(name, outcome.refusals[0]?.message ?? '')])
  }
  const addOne: AttachmentDesk['addOne'] = async (file, material) => {
    const kept = await keepFile(file)
    if (!kept.ok) return kept
    return keeper.attach({ ...kept.value, ...(material === undefined ? {} : { material }) })
  }
  const addAll = async (files: readonly File[], material: string | undefined) => {
    if (files.length === 0 || !keeper.mayAdd) return
    setFaults([])
    setRemoved(undefined)
    for (const [done, file] of files.entries()) {
      setPreparing({ done, total: files.length })
      tell(file.name, await addOne(file, material))
    }
    setPreparing(undefined)
  }
  const add: AttachmentDesk['add'] = (files, material) => {
    void addAll(files, material)
  }
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      add(files, aimed.current)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  })
  return {
    attachments: keeper.attachments,
    mayAdd: keeper.mayAdd,
    stateOf: keeper.stateOf,
    mayRemove: (digest) => keeper.mayAdd && mayGo.has(keeper.stateOf(digest) ?? 'waiting'),
    add,
    addOne,
    remove: (attachment) => {
      void keeper.detach(attachment).then((outcome) => {
        if (outcome.ok) setRemoved(attachment)
        else tell(attachment.name, outcome)
      })
    },
    aim: (material) => {
      aimed.current = material
    },
    notice: {
      preparing,
      faults,
      removed,
      undo: () => {
        if (removed) void keeper.attach(removed).then((outcome) => tell(removed.name, outcome))
        setRemoved(undefined)
      },
    },
  }
}
