import { Button, Input, Table } from 'antd'
import { useMemo, useState } from 'react'
import { serialInWords, type CertificateRecord } from '../../shared/register/certificate.ts'
import { useDesk } from '../desk/desk.tsx'
import { CertificateIndex } from '../search/certificate-index.ts'
import { CertificateCard } from '../ui/certificate-card.tsx'
import { SheetTag } from '../ui/sheet-tag.tsx'
import type { FieldProps } from './field-props.ts'

const mostShown = 8

/** Only what was issued once can be an original; blanks and spoiled sheets never were. */
function wasIssued({ state, content }: CertificateRecord): boolean {
  return content !== undefined && state !== 'blank' && state !== 'spoiled' && state !== 'printing'
}

/** Picks a certificate from the register of issued certificates by any part of a name, ID number or serial. */
export function CertificateField({ field, label, value, typed, change }: FieldProps<'certificate'>) {
  const { store } = useDesk()
  const index = useMemo(() => new CertificateIndex(store.register), [store])
  const [active, setActive] = useState(0)
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
  const pick = (row: CertificateRecord | undefined) => row && change(row)
  return (
    <>
      <Input
        aria-label={label}
        placeholder={field.hint ?? ''}
        value={query}
        onChange={(event) => {
          setActive(0)
          change(undefined, event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setActive((row) => Math.min(row + 1, rows.length - 1))
          else if (event.key === 'ArrowUp') setActive((row) => Math.max(row - 1, 0))
          else if (event.key === 'Enter' && rows.length > 0) pick(rows[active])
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {query.trim() === '' ? null : (
        <Table<CertificateRecord>
          size="small"
          rowKey="key"
          pagination={false}
          dataSource={[...rows]}
          locale={{ emptyText: '签发登记里没有查到' }}
          rowClassName={(_row, index) => (index === active ? 'ant-table-row-selected' : '')}
          onRow={(row) => ({ onClick: () => pick(row) })}
          footer={() => `共 ${total} 张，上下键选择，回车确定`}
          columns={[
            { title: '编号', render: (_, row) => serialInWords(row.serial) },
            { title: '人员', render: (_, row) => row.content?.persons.map(({ name }) => name).join('、') },
            { title: '签发', render: (_, row) => row.issue?.issuedOn },
            { title: '状态', render: (_, row) => <SheetTag certificate={row} /> },
          ]}
        />
      )}
    </>
  )
}
