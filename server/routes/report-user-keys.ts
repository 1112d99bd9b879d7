import { faultSchema } from '../../shared/sync/messages.ts'
import { userKeysAnswerSchema, userKeysReportSchema } from '../../shared/sync/user-keys.ts'
import { takeUserKeys } from '../authors/take-user-keys.ts'
import type { City } from '../city.ts'
import { checkDepth } from '../http/depth-limit.ts'
import type { App } from '../http/fastify-app.ts'
import { checkOwnStation } from '../http/station-token.ts'

/** POST /v1/user-keys: the signing keys of a machine's people are put on file. */
export function addUserKeysRoute(app: App, city: City): void {
  app.post(
    '/v1/user-keys',
    {
      config: { permission: 'station', takesTurns: true },
      schema: {
        summary: 'Put the signing keys of the people who work at a machine on file',
        body: userKeysReportSchema,
        response: {
          200: userKeysAnswerSchema,
          409: faultSchema,
        },
      },
      preValidation: checkDepth,
    },
    async (request) => {
      checkOwnStation(request, request.body.station, request.body.device)
      return takeUserKeys(city, request.body)
    },
  )
}
