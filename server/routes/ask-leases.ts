import { askLeasesSchema, leasesToldSchema } from '../../shared/sync/leases.ts'
import { faultSchema } from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import { checkDepth } from '../http/depth-limit.ts'
import type { App } from '../http/fastify-app.ts'
import { checkOwnStation } from '../http/station-token.ts'
import { answerLeaseRequests } from '../leases/answer-requests.ts'

/** POST /v1/leases: blocks of numbers are granted, renewed and taken back. */
export function addAskLeasesRoute(app: App, city: City): void {
  app.post(
    '/v1/leases',
    {
      config: { permission: 'person', takesTurns: true },
      schema: {
        summary: 'Ask for, renew and give back blocks of numbers; hear which blocks of the station are open',
        body: askLeasesSchema,
        response: {
          200: leasesToldSchema,
          409: faultSchema,
        },
      },
      preValidation: checkDepth,
    },
    async (request) => {
      checkOwnStation(request, request.body.station, request.body.device)
      return answerLeaseRequests(city, request.body)
    },
  )
}
