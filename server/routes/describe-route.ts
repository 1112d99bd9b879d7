import type { SwaggerTransform } from '@fastify/swagger'
import type { FastifyContextConfig, FastifySchema } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { faultSchema } from '../../shared/sync/messages.ts'
import { packedType } from '../../shared/sync/packed-messages.ts'
import { userTokenHeader } from '../../shared/sync/user-token.ts'

/** What a machine shows, and what somebody at it shows; which of them a route asks for follows from its permission. */
const schemes = {
  stationToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of the station, from its starting package.',
  },
  machineCertificate: {
    type: 'mutualTLS',
    description:
      'The certificate that POST /v1/enrolments gave the machine. Not asked for by a city over plain HTTP.',
  },
  userToken: {
    type: 'apiKey',
    in: 'header',
    name: userTokenHeader,
    description:
      'From POST /v1/user-tokens, good for ten minutes. Asked of a machine whose people have keys on file; over plain HTTP nobody is asked, and one that comes is checked.',
  },
} as const

/** The library's types know the schemes of OpenAPI 3.0 alone, without the certificate of 3.1. */
export const securitySchemes = schemes as object as Record<string, never>

const shown: Readonly<
  Record<NonNullable<FastifyContextConfig['permission']>, NonNullable<FastifySchema['security']>>
> = {
  public: [],
  station: [{ stationToken: [], machineCertificate: [] }],
  person: [{ stationToken: [], machineCertificate: [], userToken: [] }],
}

/** Any request can be one too many, or meet a fault of the city's own. */
const always = { 429: faultSchema, 500: faultSchema }
/** Not known, another's, or put off because the city is full or its base away. */
const ofStations = { 401: faultSchema, 403: faultSchema, 503: faultSchema }
/** Not what the schema says. */
const whereSomethingIsRead = { 400: faultSchema }
/** Too large, or of a kind that is not taken here. */
const ofBodies = { 413: faultSchema, 415: faultSchema }

/**
 * A route as the description tells it. Who may ask, how everybody can be turned away and what may come packed are read off
 * the route's own configuration, so that no route can leave them out.
 */
export const describeRoute: SwaggerTransform = (document) => {
  const { config, method } = document.route
  const { permission = 'public', packs } = config ?? {}
  const { response, ...schema } = document.schema
  const hasBody = method !== 'GET'
  const faults = {
    ...always,
    ...(permission === 'public' ? {} : ofStations),
    ...(hasBody || schema.querystring || schema.params ? whereSomethingIsRead : {}),
    ...(hasBody ? ofBodies : {}),
  }
  const described = jsonSchemaTransform({
    ...document,
    schema: { ...schema, response: { ...faults, ...(response as object | undefined) } },
  })
  const security = shown[permission]
  return {
    ...described,
    schema: {
      ...described.schema,
      ...(security.length > 0 ? { security } : {}),
      ...(packs ? packedToo(described.schema) : {}),
    },
  }
}

/** The same message packed, as body and as good answer; faults are JSON always. */
function packedToo({ body, response }: FastifySchema) {
  const answers = response as Readonly<Record<string, object>>
  const good = { 'application/json': { schema: answers['200'] }, [packedType]: { schema: answers['200'] } }
  return {
    ...(body ? { consumes: ['application/json', packedType] } : {}),
    response: { ...answers, 200: { description: 'Default Response', content: good } },
  }
}
