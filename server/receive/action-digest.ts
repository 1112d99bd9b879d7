import { createHash } from 'node:crypto'
import type { Action } from '../../shared/cases/action.ts'

/** An action never changes, and its digest is asked for when it is judged and again when it is written. */
const digests = new WeakMap<Action, string>()

/** SHA-256 over the action with its keys in order, so that the same content has the same digest however it was written. */
export function actionDigest(action: Action): string {
  const known = digests.get(action)
  if (known !== undefined) return known
  const digest = createHash('sha256')
    .update(JSON.stringify(inOrder(action)))
    .digest('hex')
  digests.set(action, digest)
  return digest
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]))
}
