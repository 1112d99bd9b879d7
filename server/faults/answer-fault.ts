import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Fault } from '../../shared/sync/messages.ts'
import { CityFault } from './city-fault.ts'
import { issueInWords } from './issue-in-words.ts'
import { codeOf, isStoreAway } from './store-away.ts'

interface Answer {
  readonly status: number
  readonly fault: Fault
}

export const unreadable: Fault = {
  code: 'unreadable',
  message: '市局读不懂发来的内容，可能在路上断了。没有接收任何一步，稍后会自动重发。',
}

/** What the framework itself turns away, by status; anything else below 500 is unreadable. */
const turnedAway: Readonly<Record<number, Fault>> = {
  404: { code: 'no-such-address', message: '市局没有这个地址。请检查程序的版本和市局地址的设置。' },
  413: { code: 'too-large', message: '一次发送的内容太多，市局没有接收。请分几次发送。' },
  415: {
    code: 'unsupported-type',
    message: '市局只接收JSON（可用gzip压缩），没有接收这种格式。请检查程序的版本。',
  },
  431: { code: 'unreadable', message: '请求的开头太长，市局没有接收。请检查网络设置。' },
}

const unexpected: Answer = {
  status: 500,
  fault: { code: 'city-fault', message: '市局这边出了问题，这次没有接收。数据都还在本机，稍后会自动重发。' },
}

const busy: Answer = {
  status: 503,
  fault: {
    code: 'city-not-ready',
    message: '市局的库现在存不进数据，这次没有接收。数据都还在本机，稍后会自动重发。',
  },
}

/** Answers anything that went wrong with the reason in the clerk's words. What nobody foresaw is logged without its message, which could carry personal data. */
export function answerFault(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, fault } = answerTo(error)
  if (status >= 500) request.log.error(traceOf(error), 'unexpected fault')
  if (status === 503) void reply.header('retry-after', '5')
  if (error instanceof CityFault && error.retryAfter !== undefined)
    void reply.header('retry-after', String(error.retryAfter))
  return reply.code(status).send(fault)
}

export function answerTo(error: unknown): Answer {
  if (error instanceof CityFault) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation
    return { status: 400, fault: issue ? issueInWords(issue) : unreadable }
  }
  const status = statusOf(error)
  if (status >= 400 && status < 500) return { status, fault: faultOfStatus(status) }
  return isStoreAway(error) ? busy : unexpected
}

/** The fault for a status from 400 to 499 that the framework or the HTTP reader gives. */
export function faultOfStatus(status: number): Fault {
  return turnedAway[status] ?? unreadable
}

export const noSuchAddress = (_request: FastifyRequest, reply: FastifyReply) =>
  reply.code(404).send(faultOfStatus(404))

/** Where it happened, without what it said. */
export function traceOf(error: unknown) {
  if (!(error instanceof Error)) return { fault: 'not an error' }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { fault: error.name, faultCode: codeOf(error), frames: frames.slice(0, 8) }
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 0
}
