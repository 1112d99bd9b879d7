import type { FastifyReply, FastifyRequest } from 'fastify'

const onEveryAnswer = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
}

/** Answers are data for the desk: never framed, sniffed, kept or run. The documentation page brings its own policy. */
export async function addSecurityHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  void reply.headers(onEveryAnswer)
  if (!request.url.startsWith('/documentation')) {
    void reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  }
}
