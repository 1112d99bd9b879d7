import { dequal } from 'dequal'
import { z } from 'zod'
import type { RegisterRecord } from '../register/record.ts'

/** From when on the desk asks before it takes in what the city hands out: both must be passed. */
export const largeChangeLimitSchema = z.object({
  /** Share of the register's rows, 0 to 1. */
  share: z.number().min(0.01).max(1),
  /** Rows. */
  atLeast: z.number().int().min(1).max(100_000),
})
export type LargeChangeLimit = z.infer<typeof largeChangeLimitSchema>

export const usualLargeChangeLimit: LargeChangeLimit = { share: 0.05, atLeast: 50 }

/** A row of the register as it stands, as it would stand afterwards, and who would change it. */
export interface RowChange {
  readonly before: RegisterRecord | undefined
  readonly after: RegisterRecord | undefined
  /** In words for the screen, e.g. name and device. */
  readonly by: string
}

export interface ChangeCount {
  /** Rows that would be gone or no longer in use. */
  readonly removed: number
  /** Rows that would stand differently. */
  readonly replaced: number
  /** Rows of the register now. */
  readonly of: number
  /** Who changes how many, most first. */
  readonly by: readonly { readonly who: string; readonly rows: number }[]
}

/** Counts what stands here and would not stay as it is. A row that is new takes nothing away and does not count. */
export function countChange(changes: readonly RowChange[], of: number): ChangeCount {
  let removed = 0
  let replaced = 0
  const rows = new Map<string, number>()
  for (const { before, after, by } of changes) {
    if (!before || dequal(before, after)) continue
    if (isInUse(before) && !(after && isInUse(after))) removed += 1
    else replaced += 1
    rows.set(by, (rows.get(by) ?? 0) + 1)
  }
  const by = [...rows].map(([who, count]) => ({ who, rows: count }))
  return { removed, replaced, of, by: by.sort((one, other) => other.rows - one.rows) }
}

/** Whether a person must be asked first. */
export function isLargeChange({ removed, replaced, of }: ChangeCount, limit: LargeChangeLimit): boolean {
  const rows = removed + replaced
  return rows >= limit.atLeast && rows > limit.share * of
}

function isInUse(record: RegisterRecord): boolean {
  switch (record.kind) {
    case 'person':
      return record.status === 'registered'
    case 'household':
      return record.withdrawnOn === undefined
    default:
      return true
  }
}

/** Why a chief takes a large change in. */
export const largeChangeReasons = {
  'long-away': '本机很久没有联网，补上这段时间的办理',
  'new-machine': '新换或者刚恢复的机器',
  'area-changed': '辖区、地址统一调整',
  'batch-correction': '市局批量更正',
  'asked-city': '已电话问过市局，确认无误',
} as const
export type LargeChangeReason = keyof typeof largeChangeReasons
export const largeChangeReasonSchema = z.enum(
  Object.keys(largeChangeReasons) as [LargeChangeReason, ...LargeChangeReason[]],
)
