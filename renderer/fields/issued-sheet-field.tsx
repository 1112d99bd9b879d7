import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { SheetRecord } from '../../shared/register/record.ts'
import { namesOn, type SheetIndex } from '../search/certificate-index.ts'
import { SheetTag } from '../ui/sheet-tag.tsx'
import { PickList } from './pick-list.tsx'

const mostShown = 8

/** Only what was issued once can be an original; blanks and spoiled sheets never were. */
function wasIssued({ state, content }: SheetRecord): boolean {
  return content !== undefined && state !== 'blank' && state !== 'spoiled' && state !== 'printing'
}

interface IssuedSheetField<Sheet extends SheetRecord> {
  readonly label: string
  readonly hint: string | undefined
  readonly value: Sheet | undefined
  readonly typed: string | undefined
  readonly change: (value: Sheet | undefined, typed?: string) => void
  readonly index: SheetIndex<Sheet>
  /** How the picked one is shown. */
  readonly card: ReactNode
  readonly serial: (sheet: Sheet) => string
  /** What the people on such a sheet are called. */
  readonly people: string
}

/** Picks a sheet from the register of issued ones by any part of a name, ID number or serial. */
export function IssuedSheetField<Sheet extends SheetRecord>(props: IssuedSheetField<Sheet>) {
  const { label, hint = '', value, typed: query = '', change, index, card, serial, people } = props
  if (value) {
    return (
      <>
        {card}
        <Button size="small" onClick={() => change(undefined, '')}>
          换一张
        </Button>
      </>
    )
  }
  const { rows, total } =
    query.trim() === '' ? { rows: [], total: 0 } : index.search(query, wasIssued, mostShown)
  return (
    <PickList<Sheet>
      label={label}
      placeholder={hint}
      query={query}
      setQuery={(next) => change(undefined, next)}
      rows={rows}
      total={total}
      none="签发登记里没有查到"
      pick={(row) => change(row)}
      columns={[
        { title: '编号', render: serial },
        { title: people, render: namesOn },
        { title: '签发', render: (row) => row.issue?.issuedOn },
        { title: '状态', render: (row) => <SheetTag sheet={row} /> },
      ]}
    />
  )
}
