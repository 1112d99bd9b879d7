import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JsonValue } from '../../shared/base/json-value.ts'
import { mostPackedUp, packedType } from '../../shared/sync/packed-messages.ts'
import { pack } from '../../shared/sync/packed/pack.ts'
import { unpack } from '../../shared/sync/packed/unpack.ts'
import { UnreadablePack } from '../../shared/sync/packed/unreadable-pack.ts'
import { unreadable } from '../faults/answer-fault.ts'
import { CityFault } from '../faults/city-fault.ts'
import type { App } from './fastify-app.ts'

/** Takes packed bodies beside JSON, and answers packed whoever accepts it; faults are always JSON. */
export function takePackedBodies(app: App): void {
  app.addContentTypeParser(packedType, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) =>
    read(request, body),
  )
  app.addHook('preSerialization', async (request, reply, payload) => {
    if (request.routeOptions.config.packs && reply.statusCode === 200 && acceptsPacked(request))
      answerPacked(reply)
    return payload
  })
}

export function acceptsPacked({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes(packedType) ?? false
}

function read(request: FastifyRequest, body: Buffer): JsonValue {
  if (!request.routeOptions.config.packs) throw new CityFault(415, unsupported)
  request.packedBody = body
  try {
    return unpack(body, mostPackedUp)
  } catch (fault) {
    if (fault instanceof UnreadablePack) throw new CityFault(400, unreadable)
    throw fault
  }
}

const unsupported = {
  code: 'unsupported-type',
  field: 'content-type',
  message: '市局在这个地址只接收JSON。请检查程序的版本。',
}

function answerPacked(reply: FastifyReply): void {
  void reply.type(packedType).header('vary', 'origin, accept, accept-encoding').serializer(packed)
}

/** The framework sends what a serializer gives as it is, text or bytes; its type names text alone. */
function packed(answer: JsonValue): string {
  return Buffer.from(pack(answer)) as unknown as string
}
