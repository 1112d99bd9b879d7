import { actionsHandedOutSchema } from '../../../shared/sync/messages.ts'
import type { StormDay } from './clients.ts'

/** Asks the city for everything that it filed for a station, page by page; the ids in its order. */
async function filedAt(address: string, { token, question: { station } }: StormDay): Promise<string[]> {
  const ids: string[] = []
  for (let after = 0; ;) {
    const answer = await fetch(`${address}/v1/actions?station=${station}&after=${after}&limit=1000`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const page = actionsHandedOutSchema.parse(await answer.json())
    ids.push(...page.actions.map(({ action }) => action.id))
    if (!page.more) return ids
    after = page.upTo
  }
}

/**
 * Throws unless the city filed each action of these days once, and of each station nothing but what its days and the city's own
 * answers hold. Days of one station may be several: those of the rounds so far.
 */
export async function expectFiledOnce(address: string, days: readonly StormDay[]): Promise<void> {
  const sent = new Map<string, string[]>()
  for (const { question } of days)
    sent.set(question.station, [...(sent.get(question.station) ?? []), ...question.ids])
  const stations = new Map(days.map((day) => [day.question.station, day]))
  for (const [station, day] of stations) {
    const filed = await filedAt(address, day)
    const own = sent.get(station) ?? []
    const missing = own.filter((id) => !filed.includes(id))
    if (missing.length > 0) throw new Error(`${missing.length} actions of ${station} are not at the city`)
    if (new Set(filed).size !== filed.length) throw new Error(`an action of ${station} is filed twice`)
    if (filed.length !== own.length)
      throw new Error(`${station} has ${filed.length} actions for ${own.length}`)
  }
}
