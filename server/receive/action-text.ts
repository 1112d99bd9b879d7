import { textInOrder } from '../../shared/base/text-in-order.ts'
import type { Action } from '../../shared/cases/action.ts'

/** An action never changes, and its text is asked for when it is judged, when its digest is taken and when it is written. */
const texts = new WeakMap<Action, string>()

/** The action as JSON with its keys in order: one text for the same content, however it was written on its way here. */
export function actionText(action: Action): string {
  const known = texts.get(action)
  if (known !== undefined) return known
  const text = textInOrder(action)
  texts.set(action, text)
  return text
}
