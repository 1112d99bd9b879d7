import { timeInChina } from '../../ui/clock-time.ts'
import { words } from '../../words/index.ts'

/** How far a draft is kept; the reason when it could not be. */
export interface Saved {
  readonly state: 'saving' | 'saved' | 'failed'
  readonly reason?: string
}

export function DraftState({ saved, at }: { readonly saved: Saved; readonly at: string }) {
  if (saved.state === 'failed') return <span className="state bad">草稿没有存上：{saved.reason}</span>
  const time = timeInChina(at)
  return (
    <span className="quiet" data-draft-state={saved.state}>
      {saved.state === 'saving' ? words.form.saving : words.form.savedAt(time)}
    </span>
  )
}
