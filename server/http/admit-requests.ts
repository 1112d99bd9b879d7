import type { FastifyReply } from 'fastify'
import { CityFault } from '../faults/city-fault.ts'
import { Admission, type Crowd } from './admission.ts'
import type { App } from './fastify-app.ts'

export interface Capacity {
  /** Requests of stations that are held in memory at once, each at most as large as a body may be; one more gets 503. */
  readonly mostInHand: number
  /** Messages that are worked through at once: a few more than the database has connections. */
  readonly mostAtWork: number
  /** A station that comes back after days sends a few hundred messages at most; what asks more often in a minute is no desk. */
  readonly mostInAMinute: number
}

export const usualCapacity: Capacity = { mostInHand: 600, mostAtWork: 12, mostInAMinute: 3_000 }

/** What is in hand now, for the metrics. */
export interface Load extends Crowd {
  readonly inHand: number
}

/**
 * Bounds what the server takes on: so many requests in memory, so many at work. What comes beyond is put off with a time
 * to come back before its body is read, instead of making everybody slow. Health and documentation always answer.
 */
export function admitRequests(
  app: App,
  { mostInHand, mostAtWork }: Pick<Capacity, 'mostInHand' | 'mostAtWork'>,
): () => Load {
  const admission = new Admission(mostAtWork)
  let inHand = 0
  app.addHook('onRequest', async ({ routeOptions }, reply) => {
    if (routeOptions.config.permission === 'public') return
    if (inHand >= mostInHand) throw full()
    inHand += 1
    onceGone(reply, () => (inHand -= 1))
  })
  app.addHook('preHandler', async (request, reply) => {
    if (!request.routeOptions.config.takesTurns) return
    onceGone(reply, await admission.enter(request.station, untilGone(reply)))
  })
  return () => ({ ...admission.crowd, inHand })
}

/** Calls back when the answer went out, or nobody waits for it any more. */
function onceGone({ raw }: FastifyReply, callback: () => void): void {
  if (raw.destroyed || raw.writableFinished) return callback()
  let called = false
  const once = () => {
    if (called) return
    called = true
    callback()
  }
  raw.once('finish', once)
  raw.once('close', once)
}

function untilGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  raw.once('close', () => gone.abort(full()))
  return gone.signal
}

function full(): CityFault {
  const message = '市局现在很忙，这次没有接收。数据都还在本机，过几秒会自动再发。'
  return new CityFault(503, { code: 'city-busy', message })
}
