import { Button } from 'antd'
import { useMemo } from 'react'
import { moveInPermitSerialInWords, type MoveInPermitRecord } from '../../shared/register/move-in-permit.ts'
import { useDesk } from '../desk/desk.tsx'
import { permitIndex } from '../search/certificate-index.ts'
import { PermitCard } from '../ui/permit-card.tsx'
import { SheetTag } from '../ui/sheet-tag.tsx'
import type { FieldProps } from './field-props.ts'
import { PickList } from './pick-list.tsx'

const mostShown = 8

/** Only what was issued once can be an original. */
function wasIssued({ state, content }: MoveInPermitRecord): boolean {
  return content !== undefined && state !== 'blank' && state !== 'spoiled' && state !== 'printing'
}

/** Picks a move-in permit from the register of issued permits by any part of a name, ID number or serial. */
export function MoveInPermitField({ field, label, value, typed, change }: FieldProps<'moveInPermit'>) {
  const { store } = useDesk()
  const index = useMemo(() => permitIndex(store.register), [store])
  if (value) {
    return (
      <>
        <PermitCard permit={value} />
        <Button size="small" onClick={() => change(undefined, '')}>
          换一张
        </Button>
      </>
    )
  }
  const query = typed ?? ''
  const { rows, total } =
    query.trim() === '' ? { rows: [], total: 0 } : index.search(query, wasIssued, mostShown)
  return (
    <PickList<MoveInPermitRecord>
      label={label}
      placeholder={field.hint ?? ''}
      query={query}
      setQuery={(next) => change(undefined, next)}
      rows={rows}
      total={total}
      none="签发登记里没有查到"
      pick={(row) => change(row)}
      columns={[
        { title: '编号', render: (row) => moveInPermitSerialInWords(row.serial) },
        { title: '迁移人', render: (row) => row.content?.movers.map(({ name }) => name).join('、') },
        { title: '签发', render: (row) => row.issue?.issuedOn },
        { title: '状态', render: (row) => <SheetTag sheet={row} /> },
      ]}
    />
  )
}
