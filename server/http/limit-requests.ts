import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import { CityFault } from '../faults/city-fault.ts'
import type { App } from './fastify-app.ts'

/** Counted by token where there is one (stations may share an address), else by address; kept in this process's memory. */
export async function limitRequests(app: App, mostInAMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: mostInAMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ headers, ip }) =>
      headers.authorization ? createHash('sha256').update(headers.authorization).digest('hex') : ip,
    errorResponseBuilder: () =>
      new CityFault(429, {
        code: 'too-many-requests',
        message: '请求太频繁，市局暂时没有接收，数据都还在本机，过一会儿会自动再发。',
      }),
  })
}
