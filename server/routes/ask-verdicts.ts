import { askVerdictsSchema, verdictsGivenSchema, verdictsPath } from '../../shared/sync/answer-later.ts'
import type { City } from '../city.ts'
import type { App } from '../http/fastify-app.ts'
import { checkOwnStation } from '../http/station-token.ts'
import type { Judging } from '../inbox/judging.ts'
import { verdictsOn } from '../inbox/verdicts-so-far.ts'

/** POST /v1/actions/verdicts: what became of actions that a busy city kept. */
export function addAskVerdictsRoute(app: App, city: City, judging: Judging): void {
  app.post(
    verdictsPath,
    {
      config: { permission: 'person', packs: true },
      schema: {
        summary: 'Ask what became of actions that were kept; waits some seconds for those not judged yet',
        body: askVerdictsSchema,
        response: { 200: verdictsGivenSchema },
      },
    },
    async (request) => {
      checkOwnStation(request, request.body.station)
      const given = await verdictsOn(city, judging, request.body)
      request.actionCount = given.verdicts.length
      return given
    },
  )
}
