import { useMemo } from 'react'
import type { SheetRecord } from '../../shared/register/record.ts'
import { sheetIndex } from '../search/certificate-index.ts'
import { useDesk } from './desk.tsx'
import { useRegisterRevision } from './use-register-revision.ts'

/** The station's blank sheets of a kind, lowest number first: the order in which they lie in the box. */
export function useBlankSheets(kind: SheetRecord['kind'] = 'certificate'): readonly SheetRecord[] {
  const { store, station } = useDesk()
  useRegisterRevision()
  const index = useMemo(() => sheetIndex(store.register, kind), [store, kind])
  const { rows } = index.search(
    '',
    ({ state, station: holder }) => state === 'blank' && holder === station.code,
    100_000,
  )
  return [...rows].sort((one, other) => one.key.localeCompare(other.key))
}
