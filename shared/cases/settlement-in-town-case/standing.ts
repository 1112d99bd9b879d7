import type { PlainDate } from '../../base/plain-date.ts'
import { notice2016No50 } from '../../policy/instruments/notice-2016-50.ts'
import type { Setting } from '../../policy/rule.ts'

/** How a condition stands: fulfilled, failed, fulfilled but for a paper, or not asked yet. */
export type Standing =
  | { readonly is: 'met'; readonly because: string }
  | { readonly is: 'lacking'; readonly because: string; readonly remedy: string }
  | { readonly is: 'unmet'; readonly because: string; readonly remedy: string }
  | { readonly is: 'unknown'; readonly because: string; readonly needs: readonly string[] }

export const fulfilled = (because: string): Standing => ({ is: 'met', because })
export const failed = (because: string, remedy: string): Standing => ({ is: 'unmet', because, remedy })
export const lacking = (because: string, remedy: string): Standing => ({ is: 'lacking', because, remedy })
export const open = (because: string, ...needs: string[]): Standing => ({ is: 'unknown', because, needs })

/** The first condition that is not fulfilled, or all reasons of the fulfilled ones together. */
export function allOf(...conditions: readonly Standing[]): Standing {
  return (
    conditions.find(({ is }) => is === 'unmet') ??
    conditions.find(({ is }) => is === 'unknown') ??
    conditions.find(({ is }) => is === 'lacking') ??
    fulfilled(conditions.map(({ because }) => because).join(''))
  )
}

/** The day whose figures apply: on a day before the notice, those it began with. */
export function dayOfLaw({ day }: Setting): PlainDate {
  return day < notice2016No50.inForceFrom ? notice2016No50.inForceFrom : day
}
