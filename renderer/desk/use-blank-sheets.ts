import { useMemo } from 'react'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import { CertificateIndex } from '../search/certificate-index.ts'
import { useDesk } from './desk.tsx'
import { useRegisterRevision } from './use-register-revision.ts'

/** The station's blank sheets, lowest number first: the order in which they lie in the box. */
export function useBlankSheets(): readonly CertificateRecord[] {
  const { store, station } = useDesk()
  useRegisterRevision()
  const index = useMemo(() => new CertificateIndex(store.register), [store])
  const { rows } = index.search(
    '',
    ({ state, station: holder }) => state === 'blank' && holder === station.code,
    100_000,
  )
  return [...rows].sort((one, other) => one.key.localeCompare(other.key))
}
