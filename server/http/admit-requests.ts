import type { FastifyReply } from 'fastify'
import { sendActionsQuerySchema } from '../../shared/sync/answer-later.ts'
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
  /** Messages in hand up to which each is judged at once; with more, those that can wait are kept and judged later. */
  readonly mostAnsweredAtOnce: number
  /** How long after a message behind which more was announced a station counts as still sending, milliseconds. */
  readonly betweenMessages: number
}

export const usualCapacity: Capacity = {
  mostInHand: 600,
  mostAtWork: 12,
  mostInAMinute: 3_000,
  mostAnsweredAtOnce: 8,
  betweenMessages: 2_000,
}

/** What is in hand now, for the metrics. */
export interface Load extends Crowd {
  readonly inHand: number
  /** Of these, messages and questions about the station's rows. */
  readonly messages: number
}

/**
 * Bounds what the server takes on: so many requests in memory, so many at work. What comes beyond is put off with a time
 * to come back before its body is read, instead of making everybody slow. Health and documentation always answer.
 */
export function admitRequests(
  app: App,
  { mostInHand, mostAtWork, mostAnsweredAtOnce }: Capacity,
): () => Load {
  const admission = new Admission(mostAtWork)
  let inHand = 0
  let messages = 0
  app.addHook('onRequest', async ({ routeOptions }, reply) => {
    if (routeOptions.config.permission === 'public') return
    if (inHand >= mostInHand) throw full()
    inHand += 1
    onceGone(reply, () => (inHand -= 1))
    if (!routeOptions.config.takesTurns) return
    messages += 1
    onceGone(reply, () => (messages -= 1))
  })
  app.addHook('preHandler', async (request, reply) => {
    const { takesTurns, mayComeLater } = request.routeOptions.config
    if (!takesTurns) return
    const { answer, keep } = sendActionsQuerySchema.safeParse(request.query).data ?? {}
    const isToKeep = keep === 'first' || messages > mostAnsweredAtOnce
    request.comesLater = mayComeLater === true && answer === 'later' && isToKeep
    if (request.comesLater) return
    onceGone(reply, await admission.enter(request.station, untilGone(reply)))
  })
  return () => ({ ...admission.crowd, inHand, messages })
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
