import type { CityVerdict } from '../../shared/sync/messages.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { waitingIds } from '../local/rows-together.ts'

/**
 * Takes the verdicts in on what still waits for one; tells which those were. Looked at inside the desk's one turn: line
 * and stick may both be at work, and what one of them brought, and somebody decided on since, must not be opened again.
 */
export async function takeWaiting(
  store: DeskStore,
  verdicts: readonly CityVerdict[],
): Promise<readonly CityVerdict[]> {
  const stillWaiting = async () => {
    const waiting = await waitingIds(
      store.database,
      verdicts.map(({ id }) => id),
    )
    return verdicts.filter(({ id }) => waiting.has(id))
  }
  if ((await stillWaiting()).length === 0) return []
  const state: { taken: CityVerdict[] } = { taken: [] }
  const written = await store.write(async () => {
    state.taken = await stillWaiting()
    return { kind: 'answered', verdicts: state.taken }
  })
  if (!written.ok) throw new Error(`what the city says was refused here: ${written.refusals[0]?.code ?? ''}`)
  return state.taken
}
