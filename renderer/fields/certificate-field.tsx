import { Button } from 'antd'
import { useMemo } from 'react'
import { serialInWords, type CertificateRecord } from '../../shared/register/certificate.ts'
import { useDesk } from '../desk/desk.tsx'
import { certificateIndex } from '../search/certificate-index.ts'
import { CertificateCard } from '../ui/certificate-card.tsx'
import { SheetTag } from '../ui/sheet-tag.tsx'
import type { FieldProps } from './field-props.ts'
import { PickList } from './pick-list.tsx'

const mostShown = 8

/** Only what was issued once can be an original; blanks and spoiled sheets never were. */
function wasIssued({ state, content }: CertificateRecord): boolean {
  return content !== undefined && state !== 'blank' && state !== 'spoiled' && state !== 'printing'
}

/** Picks a certificate from the register of issued certificates by any part of a name, ID number or serial. */
export function CertificateField({ field, label, value, typed, change }: FieldProps<'certificate'>) {
  const { store } = useDesk()
  const index = useMemo(() => certificateIndex(store.register), [store])
  if (value) {
    return (
      <>
        <CertificateCard certificate={value} />
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
    <PickList<CertificateRecord>
      label={label}
      placeholder={field.hint ?? ''}
      query={query}
      setQuery={(next) => change(undefined, next)}
      rows={rows}
      total={total}
      none="签发登记里没有查到"
      pick={(row) => change(row)}
      columns={[
        { title: '编号', render: (row) => serialInWords(row.serial) },
        { title: '人员', render: (row) => row.content?.persons.map(({ name }) => name).join('、') },
        { title: '签发', render: (row) => row.issue?.issuedOn },
        { title: '状态', render: (row) => <SheetTag sheet={row} /> },
      ]}
    />
  )
}
