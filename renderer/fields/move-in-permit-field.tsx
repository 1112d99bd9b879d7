import { useMemo } from 'react'
import { moveInPermitSerialInWords } from '../../shared/register/move-in-permit.ts'
import { useDesk } from '../desk/desk.tsx'
import { permitIndex } from '../search/certificate-index.ts'
import { PermitCard } from '../ui/permit-card.tsx'
import type { FieldProps } from './field-props.ts'
import { IssuedSheetField } from './issued-sheet-field.tsx'

/** Picks a move-in permit that was issued once. */
export function MoveInPermitField({ field, facts: _facts, ...given }: FieldProps<'moveInPermit'>) {
  const { store } = useDesk()
  const index = useMemo(() => permitIndex(store.register), [store])
  return (
    <IssuedSheetField
      {...given}
      hint={field.hint}
      index={index}
      card={given.value && <PermitCard permit={given.value} />}
      serial={({ serial }) => moveInPermitSerialInWords(serial)}
      people="迁移人"
    />
  )
}
