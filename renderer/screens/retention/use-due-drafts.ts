import { isDue } from '../../../shared/retention/retention-schedule.ts'
import { useDesk } from '../../desk/desk.tsx'
import { useLive } from '../../local/live.ts'

/** Everybody's drafts by their age alone: nobody's words are opened for it. */
export interface DraftAges {
  readonly total: number
  /** Ids of those whose term is over. */
  readonly due: readonly string[]
  readonly oldest: string | undefined
}

export function useDraftAges(): DraftAges | undefined {
  const { store } = useDesk()
  return useLive(
    () => store.database.drafts.toArray(),
    (rows) => {
      const ages = rows.map(({ id, changedAt }) => ({ id, changedAt }))
      const due = ages.filter(({ changedAt }) => isDue('drafts', Date.parse(changedAt), Date.now()))
      const [oldest] = ages.map(({ changedAt }) => changedAt).toSorted()
      return Promise.resolve({ total: ages.length, due: due.map(({ id }) => id), oldest })
    },
    [store],
  )
}
