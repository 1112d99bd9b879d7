import { Card, Input, Table, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { spoilReasonWords, voidReasonWords } from '../../shared/cases/states.ts'
import { serialInWords, type CertificateRecord } from '../../shared/register/certificate.ts'
import { useDesk } from '../desk/desk.tsx'
import { useRegisterRevision } from '../desk/use-register-revision.ts'
import { CertificateIndex } from '../search/certificate-index.ts'
import { goBack } from '../session/session.ts'
import { CertificateCard } from '../ui/certificate-card.tsx'
import { useKeys } from '../ui/keyboard.ts'
import { SheetTag } from '../ui/sheet-tag.tsx'
import { words } from '../words/index.ts'

type List = 'issued' | 'void' | 'stock'

const listed: Readonly<Record<List, (certificate: CertificateRecord) => boolean>> = {
  issued: ({ content, state }) => content !== undefined && state !== 'printing',
  void: ({ state }) => state === 'void' || state === 'spoiled',
  stock: ({ state }) => state === 'blank' || state === 'printing' || state === 'spoiled',
}

const mostShown = 200

/** The register of issued certificates, the void list and the blank stock; the chain of a reissue is walked both ways. */
export function CertificatesScreen({
  list: firstList,
  query: firstQuery,
}: {
  readonly list?: List
  readonly query?: string
}) {
  const { store } = useDesk()
  useRegisterRevision()
  const index = useMemo(() => new CertificateIndex(store.register), [store])
  const [list, setList] = useState<List>(firstList ?? 'issued')
  const [query, setQuery] = useState(firstQuery ?? '')
  const [chosenKey, setChosenKey] = useState<string>()
  const { rows, total } = index.search(query, listed[list], mostShown)
  const chosen = chosenKey ? store.register.find(chosenKey) : undefined
  useKeys({ Escape: goBack })
  return (
    <div className="two screen">
      <Card size="small" title={words.certificates.title}>
        <Tabs
          activeKey={list}
          onChange={(key) => setList(key as List)}
          items={[
            { key: 'issued', label: words.certificates.issued },
            { key: 'void', label: words.certificates.void },
            { key: 'stock', label: words.certificates.stock },
          ]}
        />
        <Input
          autoFocus
          aria-label={words.certificates.hint}
          placeholder={words.certificates.hint}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <p className="quiet">{words.certificates.total(total)}</p>
        {list === 'stock' ? <StockBalance index={index} /> : null}
        <Table<CertificateRecord>
          size="small"
          rowKey="key"
          dataSource={[...rows]}
          pagination={{ pageSize: 15, showSizeChanger: false, hideOnSinglePage: true }}
          onRow={(row) => ({
            tabIndex: 0,
            onClick: () => setChosenKey(row.key),
            onKeyDown: (event) => event.key === 'Enter' && setChosenKey(row.key),
          })}
          columns={[
            { title: '编号', render: (_, row) => serialInWords(row.serial) },
            { title: '人员', render: (_, row) => row.content?.persons.map(({ name }) => name).join('、') },
            { title: '签发', render: (_, row) => row.issue?.issuedOn, width: 110 },
            { title: '状态', render: (_, row) => <SheetTag certificate={row} />, width: 120 },
            { title: '原因', render: (_, row) => reasonOf(row), width: 110 },
          ]}
        />
      </Card>
      <div>
        {chosen?.kind === 'certificate' ? <Chain certificate={chosen} choose={setChosenKey} /> : null}
      </div>
    </div>
  )
}

function reasonOf({ voided, spoiled }: CertificateRecord): string {
  if (voided) return voidReasonWords[voided.reason]
  return spoiled ? spoilReasonWords[spoiled.reason] : ''
}

/** What was handed out is issued, void, spoiled, in a printer or blank: the sum must come out. */
function StockBalance({ index }: { readonly index: CertificateIndex }) {
  const { station } = useDesk()
  const ours = (wanted: (certificate: CertificateRecord) => boolean) =>
    index.search(
      '',
      (sheet) => sheet.station === station.code && sheet.source === 'register' && wanted(sheet),
      0,
    ).total
  const counts = {
    all: ours(() => true),
    issued: ours(({ state }) => state === 'issued' || state === 'landed'),
    void: ours(({ state }) => state === 'void'),
    spoiled: ours(({ state }) => state === 'spoiled'),
    printing: ours(({ state }) => state === 'printing'),
    blank: ours(({ state }) => state === 'blank'),
  }
  const sum = counts.issued + counts.void + counts.spoiled + counts.printing + counts.blank
  return (
    <p data-balance={counts.all === sum}>
      领入 {counts.all} = 已签发 {counts.issued} + 作废 {counts.void} + 废张 {counts.spoiled} + 待确认{' '}
      {counts.printing} + 空白 {counts.blank}
      <span className={`state ${counts.all === sum ? 'good' : 'bad'}`}>
        {counts.all === sum ? ' ✔ 相符' : ' ✖ 不符，请清点'}
      </span>
    </p>
  )
}

interface ChainProps {
  readonly certificate: CertificateRecord
  readonly choose: (key: string) => void
}

function Chain({ certificate, choose }: ChainProps) {
  const link = (label: string, key: string | undefined) =>
    key ? (
      <button type="button" className="to-field" onClick={() => choose(key)}>
        {label} {key.replace('certificate:', '')}
      </button>
    ) : null
  return (
    <Card size="small" title={words.case.chain} className="findings">
      {link('◀ 补发自', certificate.replaces)}
      <CertificateCard certificate={certificate} />
      {link('▶ 已由其代替', certificate.replacedBy)}
    </Card>
  )
}
