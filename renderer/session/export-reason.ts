import { create } from 'zustand'
import type { ExportReason } from '../../shared/trail/paper-reason.ts'

interface Asking {
  /** Somebody waits for the reason; called with it, or with undefined when the clerk lets it be. */
  readonly waiting: ((reason: ExportReason | undefined) => void) | undefined
}

export const useExportReason = create<Asking>(() => ({ waiting: undefined }))

/** Asks what a list is taken out for, each time anew. */
export function askExportReason(): Promise<ExportReason | undefined> {
  return new Promise((resolve) => {
    useExportReason.getState().waiting?.(undefined)
    useExportReason.setState({ waiting: resolve })
  })
}

export function answerExportReason(reason: ExportReason | undefined): void {
  const { waiting } = useExportReason.getState()
  useExportReason.setState({ waiting: undefined })
  waiting?.(reason)
}
