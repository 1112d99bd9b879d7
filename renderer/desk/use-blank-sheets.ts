import { useMemo } from 'react'
import type { SheetRecord } from '../../shared/register/record.ts'
import { isHeld } from '../../shared/sync/lease-needs.ts'
import { useUndecided, type RefusedAction } from '../local/hooks.ts'
import { sheetIndex } from '../search/certificate-index.ts'
import { useDesk } from './desk.tsx'
import { ownOf, useLent } from './use-leases.ts'
import { useRegisterRevision } from './use-register-revision.ts'

/** Sheets that a refused step had used: the paper may be out, so nobody prints on the number before a person has decided. */
function sheetsInDoubt(refusals: readonly RefusedAction[]): ReadonlySet<string> {
  const made = refusals.flatMap(({ receipt }) => receipt.mine?.records ?? [])
  return new Set(made.map(({ key }) => key))
}

/**
 * The blank sheets of a kind that this machine may draw, lowest number first: the order in which they lie in the box.
 * Undefined until the blocks and the open refusals are read: none at all and not yet known are different answers.
 */
export function useBlankSheets(
  kind: SheetRecord['kind'] = 'certificate',
): readonly SheetRecord[] | undefined {
  const { store, station, profile } = useDesk()
  useRegisterRevision()
  const index = useMemo(() => sheetIndex(store.register, kind), [store, kind])
  const { rows } = index.search(
    '',
    ({ state, station: holder }) => state === 'blank' && holder === station.code,
    100_000,
  )
  const lent = useLent()
  const refusals = useUndecided(store)
  if (!lent || !refusals) return undefined
  const inDoubt = sheetsInDoubt(refusals)
  const own = ownOf(lent, profile.device)
  return rows
    .filter((sheet) => !inDoubt.has(sheet.key) && (!lent.isLent || isHeld(sheet, own)))
    .sort((one, other) => one.key.localeCompare(other.key))
}
