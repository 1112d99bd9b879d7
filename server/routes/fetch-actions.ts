import {
  actionsHandedOutSchema,
  fetchActionsAtCitySchema,
  oldestProtocol,
  packedProtocol,
} from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import type { App } from '../http/fastify-app.ts'
import { acceptsPacked } from '../http/packed-bodies.ts'
import { checkOwnStation } from '../http/station-token.ts'
import { handOutActions } from '../receive/hand-out-actions.ts'

/** GET /v1/actions: a station fetches what the city filed for it after an order. */
export function addFetchActionsRoute(app: App, city: City): void {
  app.get(
    '/v1/actions',
    {
      config: { permission: 'person', takesTurns: true, packs: true },
      schema: {
        summary: 'Fetch what was filed after an order, oldest first',
        querystring: fetchActionsAtCitySchema,
        response: { 200: actionsHandedOutSchema },
      },
    },
    async (request) => {
      checkOwnStation(request, request.query.station)
      const handedOut = await handOutActions(
        city,
        request.query,
        acceptsPacked(request) ? packedProtocol : oldestProtocol,
      )
      request.actionCount = handedOut.actions.length
      return handedOut
    },
  )
}
