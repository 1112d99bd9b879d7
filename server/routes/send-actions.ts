import { actionsFiledSchema, faultSchema, sendActionsSchema } from '../../shared/sync/messages.ts'
import { countAuthorFaults } from '../authors/check-author.ts'
import type { City } from '../city.ts'
import { traceOf } from '../faults/answer-fault.ts'
import { checkDepth } from '../http/depth-limit.ts'
import type { App } from '../http/fastify-app.ts'
import { checkOwnStation } from '../http/station-token.ts'
import { receiveActions } from '../receive/receive-actions.ts'
import { stationFaults } from './station-faults.ts'

/** POST /v1/actions: a station files its outbox, oldest first. */
export function addSendActionsRoute(app: App, city: City): void {
  app.post(
    '/v1/actions',
    {
      config: { permission: 'person', takesTurns: true, packs: true },
      schema: {
        summary: 'File actions; sending an action again gets the same verdict',
        security: [{ stationToken: [] }],
        body: sendActionsSchema,
        response: {
          200: actionsFiledSchema,
          ...stationFaults,
          413: faultSchema,
          415: faultSchema,
        },
      },
      preValidation: checkDepth,
    },
    async (request) => {
      checkOwnStation(request, request.body.station, request.body.device)
      request.actionCount = request.body.actions.length
      const filed = await receiveActions(city, request.body, (error) =>
        request.log.error(traceOf(error), 'an action could not be read'),
      )
      request.authorFaults = countAuthorFaults(filed)
      return filed
    },
  )
}
