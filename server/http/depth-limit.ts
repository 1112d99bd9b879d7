import type { FastifyRequest } from 'fastify'
import { CityFault } from '../faults/city-fault.ts'

/** An action nests eight deep at most; this leaves room, and keeps validation from running out of stack. */
const mostLevels = 40

/** Turns away a body nested deeper than anything the program writes. */
export async function checkDepth(request: FastifyRequest): Promise<void> {
  if (!isDeeper(request.body, mostLevels)) return
  throw new CityFault(400, {
    code: 'too-deep',
    field: 'body',
    message: '报文嵌套得太深，不是本程序写的，市局没有接收。请检查程序的版本。',
  })
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  for (const inner of Object.values(value)) if (isDeeper(inner, levels - 1)) return true
  return false
}
