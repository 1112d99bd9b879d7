import type { z } from 'zod'
import { faultSchema, type Fault } from '../../shared/sync/messages.ts'
import { mostPackedDown } from '../../shared/sync/packed-messages.ts'
import { unpack } from '../../shared/sync/packed/unpack.ts'
import type { LineAnswer, MessageBody } from './line-port.ts'

/**
 * What an answer means for the work that was sent:
 * taken (the city's own words), retry (keep everything, try again later), smaller (the same in smaller parts),
 * stop (keep everything, a person must mend something), refused (the city cannot read this message).
 */
export type AnswerMeaning<Value> =
  | { readonly kind: 'taken'; readonly value: Value }
  | { readonly kind: 'retry'; readonly reason: string }
  | { readonly kind: 'smaller'; readonly reason: string }
  | { readonly kind: 'stop'; readonly reason: string }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string }

const noLineWords: Readonly<Record<string, string>> = {
  refused: '市局服务器没有应答',
  timeout: '等了很久没有应答',
  dns: '找不到市局服务器',
  tls: '市局服务器的证书不对',
  cut: '传到一半断了',
}

/**
 * Judges by number and by content, and keeps the work in every doubt: only an answer that reads as the city's own
 * message counts as one (a captive portal also answers 200). `good`: the status that goes with such a message.
 */
export function judgeAnswer<Value>(
  answer: LineAnswer,
  schema: z.ZodType<Value>,
  good: 200 | 202 = 200,
): AnswerMeaning<Value> {
  if (answer.kind === 'no-line') return { kind: 'retry', reason: noLineWords[answer.reason] ?? '线路不通' }
  const content = contentOf(answer.body)
  if (answer.status === good) {
    const value = schema.safeParse(content)
    if (value.success) return { kind: 'taken', value: value.data }
    return { kind: 'retry', reason: '应答的不是市局服务器，可能是上网登录页' }
  }
  const fault = faultSchema.safeParse(content)
  return meaningOfStatus(answer.status, fault.data)
}

function meaningOfStatus(status: number, fault: Fault | undefined): AnswerMeaning<never> {
  const words = fault?.message
  if (status === 413) return { kind: 'smaller', reason: words ?? '一次发送太多' }
  if (status === 401 || status === 403) return { kind: 'stop', reason: words ?? '市局不认本机的身份' }
  if (status === 426) return { kind: 'stop', reason: words ?? '本机程序版本太旧，请升级' }
  // Of two city processes behind one address one may be older, or rolled back: that says nothing about the message.
  const isOfContent = (status === 400 || status === 422) && fault?.code !== 'protocol-version'
  if (isOfContent && fault) return { kind: 'refused', code: fault.code, reason: fault.message }
  return { kind: 'retry', reason: words ?? `市局服务器暂时不能处理（${status}）` }
}

/** What a body says; undefined when it is neither JSON nor packed. */
export function contentOf(body: MessageBody): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : unpack(body, mostPackedDown)
  } catch {
    return undefined
  }
}
