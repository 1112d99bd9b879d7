import type { FastifyRequest } from 'fastify'
import { CityFault } from '../faults/city-fault.ts'

/** A message holds a thousand actions and a step touches some hundred records at most: this leaves room. */
const mostEntries = 10_000

/** Turns away a body with more in one list or map than anything the program writes; the depth is looked at before. */
export async function checkWidth(request: FastifyRequest): Promise<void> {
  if (!isWider(request.body)) return
  throw new CityFault(400, {
    code: 'too-wide',
    field: 'body',
    message: '报文里有一组内容太多，不是本程序写的，市局没有接收。请检查程序的版本。',
  })
}

function isWider(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  return inner.length > mostEntries || inner.some(isWider)
}
