import type { Entry } from './entry.ts'

/** What a database folded from a journal must hold, counted from the entries alone and not by the code that folds them. */
export interface EntryCounts {
  readonly entries: number
  readonly actions: number
  readonly cases: number
  readonly drafts: number
  /** Own actions that the city has not answered for. */
  readonly outbox: number
}

export const tablesCounted = ['actions', 'cases', 'drafts', 'outbox'] as const

/** Takes entries one after the other; `counts` tells where it stands. */
export class EntryTally {
  #entries = 0
  readonly #actions = new Set<string>()
  readonly #cases = new Set<string>()
  readonly #drafts = new Set<string>()
  readonly #outbox = new Set<string>()

  get counts(): EntryCounts {
    return {
      entries: this.#entries,
      actions: this.#actions.size,
      cases: this.#cases.size,
      drafts: this.#drafts.size,
      outbox: this.#outbox.size,
    }
  }

  add(entry: Entry): void {
    this.#entries += 1
    switch (entry.kind) {
      case 'imported': {
        const { filed, refused, unsent } = entry.package
        for (const { action } of [...filed, ...refused]) this.#know(action)
        for (const action of unsent) this.#wait(action)
        return
      }
      case 'recorded':
        for (const action of [entry.action, ...(entry.followedBy ?? [])]) this.#wait(action)
        if (entry.draftId !== undefined) this.#drafts.delete(entry.draftId)
        return
      case 'answered':
        for (const { id } of entry.verdicts) this.#outbox.delete(id)
        return
      case 'handed-out':
        for (const { action } of entry.actions) {
          this.#know(action)
          this.#outbox.delete(action.id)
        }
        return
      case 'draft-saved':
        this.#drafts.add(entry.draft.id)
        return
      case 'draft-dropped':
        this.#drafts.delete(entry.id)
        return
      case 'sent-up-to':
      case 'sending':
      case 'kept-up-to':
      case 'bundled':
      case 'bundle-dropped':
      case 'refusal-closed':
      case 'refusal-assigned':
      case 'attachment-received':
      case 'setting-saved':
      case 'leases-asked':
      case 'leases-told':
      case 'city-heard':
      case 'machine-restored':
        return
    }
  }

  #wait(action: { readonly id: string; readonly caseId: string }): void {
    this.#know(action)
    this.#outbox.add(action.id)
  }

  #know({ id, caseId }: { readonly id: string; readonly caseId: string }): void {
    this.#actions.add(id)
    this.#cases.add(caseId)
  }
}
