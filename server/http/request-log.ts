import type { FastifyReply, FastifyRequest } from 'fastify'

/** One line a request, without personal data: no address with its parameters, no body, no token. */
export async function logRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  request.log.info(
    {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      station: request.station,
      actions: request.actionCount,
    },
    'answered',
  )
}
