import { createHash } from 'node:crypto'
import type { Action } from '../../shared/cases/action.ts'
import { actionText } from './action-text.ts'

/** An action never changes, and its digest is asked for when it is judged and again when it is written. */
const digests = new WeakMap<Action, string>()

/** SHA-256 over the action with its keys in order, so that the same content has the same digest however it was written. */
export function actionDigest(action: Action): string {
  const known = digests.get(action)
  if (known !== undefined) return known
  const digest = createHash('sha256').update(actionText(action)).digest('hex')
  digests.set(action, digest)
  return digest
}
