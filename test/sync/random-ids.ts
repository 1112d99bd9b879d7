import { createHash } from 'node:crypto'
import type { Action } from '../../shared/cases/action.ts'

/** The same actions under ids as desks make them: 122 bits by chance, which no compression can make shorter. */
export function randomIds(actions: readonly Action[]): Action[] {
  return actions.map((action) => ({ ...action, id: randomId(action.id), caseId: randomId(action.caseId) }))
}

function randomId(from: string): string {
  const digits = createHash('sha256').update(from).digest('hex')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}
