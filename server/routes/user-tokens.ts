import { faultSchema } from '../../shared/sync/messages.ts'
import { askUserTokenSchema, userTokenSchema } from '../../shared/sync/user-token.ts'
import type { City } from '../city.ts'
import { checkDepth } from '../http/depth-limit.ts'
import type { App } from '../http/fastify-app.ts'
import { checkOwnStation } from '../http/station-token.ts'
import { issueUserToken } from '../tokens/user-token.ts'

/** POST /v1/user-tokens: whoever is signed in at a machine gets a token for some minutes. */
export function addUserTokensRoute(app: App, city: City): void {
  app.post(
    '/v1/user-tokens',
    {
      config: { permission: 'station' },
      schema: {
        summary: 'A token for ten minutes, for whoever signs a challenge with a key on file',
        body: askUserTokenSchema,
        response: { 200: userTokenSchema, 409: faultSchema },
      },
      preValidation: checkDepth,
    },
    (request) => {
      checkOwnStation(request, request.body.station, request.body.device)
      return issueUserToken(city, request.body)
    },
  )
}
