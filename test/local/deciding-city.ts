import type { LinePort } from '../../renderer/sync/line-port.ts'
import { Stand } from '../../renderer/local/stand.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { sendActionsSchema } from '../../shared/sync/messages.ts'
import { makeScriptedCity } from './scripted-city.ts'

/**
 * The scripted city with judgement of its own: an action that does not hold on what it has filed is refused, and so is a step
 * that a city of before does not know.
 */
export function decidingCity(
  register: readonly RegisterRecord[],
  unknownSteps: readonly string[] = [],
): LinePort {
  const city = makeScriptedCity()
  const records = new Map(register.map((record) => [record.key, record] as const))
  const stand = new Stand({
    findCase: () => Promise.resolve(undefined),
    findRecord: (key) => records.get(key),
  })
  return {
    exchange: async (method, path, body) => {
      if (method === 'POST') {
        const { actions } = sendActionsSchema.parse(JSON.parse(typeof body === 'string' ? body : ''))
        for (const action of actions) {
          const isNew = !city.filed.some(({ action: { id } }) => id === action.id)
          const isKnown = !unknownSteps.includes(action.step)
          if (isNew && !(isKnown && (await stand.apply(action)).ok)) city.refuse(action.id)
        }
      }
      return city.exchange(method, path, body)
    },
  }
}
