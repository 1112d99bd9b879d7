import { hasNothing } from '../../local/act-draft.ts'
import type { DeskStore } from '../../local/desk-store.ts'
import type { Draft } from '../../local/entry.ts'

/** How long after the last change a draft also gets its line in the journal on disk. */
const journalAfter = 1_500

/**
 * Keeps a draft of a matter or of an act: every change is in the database at once (one write under way, the latest waiting behind it), and in
 * the journal a moment after the typing stops. An act in which nothing is typed any more leaves no draft behind.
 */
export class DraftKeeper {
  #writing = false
  #next: Draft | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(
    private readonly store: DeskStore,
    private readonly tell: (state: 'saving' | 'saved' | 'failed', reason?: string) => void,
  ) {}

  save(draft: Draft): void {
    if (this.#closed) return
    this.#next = draft
    this.tell('saving')
    if (!this.#writing) void this.#write()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#journal(draft), journalAfter)
  }

  /** Writes the journal line now, and the row with it, when the clerk leaves the form: the last that is written here. */
  leave(draft: Draft): void {
    if (!this.#closed) void this.#journal(draft)
    this.close()
  }

  /** The draft became a case or was dropped: nothing more is written for it. */
  close(): void {
    this.#closed = true
    this.#next = undefined
    clearTimeout(this.#timer)
  }

  async #write(): Promise<void> {
    this.#writing = true
    try {
      while (this.#next) {
        const draft = this.#next
        this.#next = undefined
        const sealed = await this.store.codec.seal(draft, `drafts/${draft.id}`)
        // Sealing may take its time; a draft that became a case meanwhile must not come back.
        if (this.#closed) break
        await this.store.saveDraftRow({
          id: draft.id,
          owner: draft.owner,
          changedAt: draft.changedAt,
          sealed,
        })
      }
      this.tell('saved')
    } catch (fault) {
      this.tell('failed', fault instanceof Error ? fault.message : String(fault))
    } finally {
      this.#writing = false
    }
  }

  async #journal(draft: Draft): Promise<void> {
    if (this.#closed) return
    try {
      await this.store.write(() =>
        hasNothing(draft) ? { kind: 'draft-dropped', id: draft.id } : { kind: 'draft-saved', draft },
      )
    } catch (fault) {
      this.tell('failed', fault instanceof Error ? fault.message : String(fault))
    }
  }
}
