import type { FastifyReply, FastifyRequest } from 'fastify'

/** The desktop program's own pages. No other page in a browser may read the city's answers. */
const desk = /^app:\/\/[a-z-]+$/

/** Lets the desk's page call the city from its own scheme; a browser asks first with OPTIONS. */
export async function allowTheDesk(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { origin } = request.headers
  void reply.header('vary', 'origin')
  if (origin === undefined || !desk.test(origin)) return undefined
  void reply.header('access-control-allow-origin', origin)
  void reply.header('access-control-expose-headers', 'retry-after')
  if (request.method !== 'OPTIONS') return undefined
  return reply
    .code(204)
    .headers({
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, content-encoding',
      'access-control-max-age': '600',
    })
    .send()
}
