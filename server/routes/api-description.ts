import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { z } from 'zod'
import { protocolVersion } from '../../shared/sync/messages.ts'
import type { App } from '../http/fastify-app.ts'
import { describeRoute, securitySchemes } from './describe-route.ts'

/** Collects the routes from their schemas; registered before them. */
export async function describeRoutes(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '户政台 · 市局',
        description: 'Actions of the stations: filed once, handed out in order.',
        version: `${protocolVersion}`,
      },
      components: { securitySchemes },
    },
    transform: describeRoute,
  })
  await app.register(swaggerUi, { routePrefix: '/documentation', staticCSP: true })
}

/** GET /v1/openapi.json: the description that a client in any language can be written from. */
export function addDescriptionRoute(app: App): void {
  app.get(
    '/v1/openapi.json',
    {
      config: { permission: 'public' },
      schema: { summary: 'This description', response: { 200: z.looseObject({ openapi: z.string() }) } },
    },
    () => ({ openapi: '3.1.0', ...app.swagger() }),
  )
}
