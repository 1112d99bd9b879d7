import { actionsFiledSchema, messageAtCitySchema } from '../../shared/sync/messages.ts'
import { actionsKeptSchema, actionsPath, sendActionsQuerySchema } from '../../shared/sync/answer-later.ts'
import { countAuthorFaults } from '../authors/check-author.ts'
import type { FastifyRequest } from 'fastify'
import type { City } from '../city.ts'
import { traceOf } from '../faults/answer-fault.ts'
import { checkDepth } from '../http/depth-limit.ts'
import type { App } from '../http/fastify-app.ts'
import { checkOwnStation } from '../http/station-token.ts'
import { checkWidth } from '../http/width-limit.ts'
import type { Judging } from '../inbox/judging.ts'
import { keepMessage } from '../inbox/keep-message.ts'
import type { AsItCame } from '../inbox/packed-message.ts'
import { receiveActions } from '../receive/receive-actions.ts'

/** POST /v1/actions: a station files its outbox, oldest first. */
export function addSendActionsRoute(app: App, city: City, judging: Judging): void {
  app.post(
    actionsPath,
    {
      config: { permission: 'person', takesTurns: true, packs: true, mayComeLater: true },
      schema: {
        summary:
          'File actions; sending an action again gets the same verdict. 202: kept, ask for the verdicts later',
        querystring: sendActionsQuerySchema,
        body: messageAtCitySchema,
        response: { 200: actionsFiledSchema, 202: actionsKeptSchema },
      },
      preValidation: [checkDepth, checkWidth],
    },
    async (request, reply) => {
      checkOwnStation(request, request.body.station, request.body.device)
      request.actionCount = request.body.actions.length
      if (request.comesLater) {
        const kept = await keepMessage(city, request.body, asItCame(request))
        if (request.query.keep === 'first') judging.moreComesFrom(request.station)
        else judging.nudge()
        return reply.code(202).send(kept)
      }
      const filed = await receiveActions(city, request.body, {
        reportFault: (error) => request.log.error(traceOf(error), 'an action could not be read'),
        ...judging.told,
      })
      request.authorFaults = countAuthorFaults(filed.verdicts)
      return filed
    },
  )
}

function asItCame({ packedBody, gzippedBody }: FastifyRequest): AsItCame {
  return {
    ...(packedBody ? { packed: packedBody } : {}),
    ...(gzippedBody ? { gzipped: gzippedBody } : {}),
  }
}
