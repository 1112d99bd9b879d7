import { makeCodeTable, readRows, type CodeEntry } from './code-table.ts'
import { moveReasonRows } from './tables/move-reason.ts'

export interface MoveReason extends CodeEntry {
  /** Four digits as population systems in use number it: 04 in front when moving out, 05 when moving in. */
  readonly systemCode: string
  /** Names a policy that no longer exists; only old records carry it. */
  readonly isObsolete: boolean
}

const standard = '迁移原因（在用系统代码，未确认为国家标准）'

/**
 * Why somebody moves out, two digits. The numbers are those of population systems in use; no national table of move
 * reasons could be confirmed, so what is printed and told to other places is the words, never the number.
 */
export const moveReasons = makeCodeTable<MoveReason>({
  standard,
  entries: readRows(moveReasonRows).flatMap(([code = '', , , name = '', initials = '', obsolete]) =>
    name === '' ? [] : [{ code, name, initials, systemCode: `04${code}`, isObsolete: obsolete === '1' }],
  ),
})

/** Why somebody moves in, two digits; same source and same caution. The words differ for a few numbers. */
export const moveInReasons = makeCodeTable<MoveReason>({
  standard,
  entries: readRows(moveReasonRows).flatMap(([code = '', name = '', initials = '', , , obsolete]) =>
    name === '' ? [] : [{ code, name, initials, systemCode: `05${code}`, isObsolete: obsolete === '1' }],
  ),
})
