import { useMemo } from 'react'
import { serialInWords } from '../../shared/register/certificate.ts'
import { useDesk } from '../desk/desk.tsx'
import { certificateIndex } from '../search/certificate-index.ts'
import { CertificateCard } from '../ui/certificate-card.tsx'
import type { FieldProps } from './field-props.ts'
import { IssuedSheetField } from './issued-sheet-field.tsx'

/** Picks a migration certificate that was issued once. */
export function CertificateField({ field, facts: _facts, ...given }: FieldProps<'certificate'>) {
  const { store } = useDesk()
  const index = useMemo(() => certificateIndex(store.register), [store])
  return (
    <IssuedSheetField
      {...given}
      hint={field.hint}
      index={index}
      card={given.value && <CertificateCard certificate={given.value} />}
      serial={({ serial }) => serialInWords(serial)}
      people="人员"
    />
  )
}
