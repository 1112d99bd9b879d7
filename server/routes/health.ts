import {
  faultSchema,
  healthSchema,
  oldestProtocol,
  protocolVersion,
  type Health,
} from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import type { App } from '../http/fastify-app.ts'

/** GET /v1/health: what a desk asks to learn whether the line is up, and what time it is at the city. */
export function addHealthRoute(app: App, city: City, sample: boolean): void {
  app.get(
    '/v1/health',
    {
      config: { permission: 'public' },
      schema: {
        summary: 'Whether the city can take actions, and its clock',
        response: { 200: healthSchema, 503: faultSchema },
      },
    },
    () => healthOf(city, sample),
  )
}

async function healthOf({ database, now }: City, sample: boolean): Promise<Health> {
  await database.query('select 1')
  const protocols = { oldest: oldestProtocol, newest: protocolVersion }
  return {
    status: 'ready',
    protocol: oldestProtocol,
    protocols,
    store: database.kind,
    now: now(),
    sample,
  }
}
