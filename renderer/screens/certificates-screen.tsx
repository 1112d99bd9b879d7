import { Button, Card, Segmented, Table, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { spoilReasonWords, voidReasonWords } from '../../shared/cases/states.ts'
import type { Refusal } from '../../shared/base/outcome.ts'
import {
  migrationCertificateSheet,
  sheetInWords,
  sheetKinds,
} from '../../shared/cases/sheet-steps/sheet-kind.ts'
import type { SheetKind } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import { voidRegisterOf } from '../../shared/cases/void-register.ts'
import type { RegisterRecord, SheetRecord } from '../../shared/register/record.ts'
import { today, useDesk } from '../desk/desk.tsx'
import { useRegisterRevision } from '../desk/use-register-revision.ts'
import { renderPdf } from '../paper/paper.ts'
import { namesOn, sheetIndex } from '../search/certificate-index.ts'
import { goBack, goTo } from '../session/session.ts'
import { SheetCard } from '../ui/permit-card.tsx'
import { PaperPreview } from '../ui/paper-preview.tsx'
import { numberIn } from '../ui/sheet-statements.tsx'
import { useKeys } from '../ui/keyboard.ts'
import { Refusals } from '../ui/refusals.tsx'
import { SheetTag } from '../ui/sheet-tag.tsx'
import { words } from '../words/index.ts'
import { LeasePanel } from './lease-panel.tsx'
import { StockPanel } from './stock-panel.tsx'
import { NamedInput } from '../ui/named-input.tsx'

type List = 'issued' | 'void' | 'stock'

const listed: Readonly<Record<List, (sheet: SheetRecord) => boolean>> = {
  issued: ({ content, state }) => content !== undefined && state !== 'printing',
  void: ({ state }) => state === 'void' || state === 'spoiled',
  stock: ({ state }) => state === 'blank' || state === 'printing' || state === 'spoiled',
}

const mostShown = 200
const everySheet = 1_000_000

/** The register of issued certificates, the void list and the blank stock; the chain of a reissue is walked both ways. */
export function CertificatesScreen({
  list: firstList,
  query: firstQuery,
}: {
  readonly list?: List
  readonly query?: string
}) {
  const { store, station: here } = useDesk()
  useRegisterRevision()
  const [kind, setKind] = useState<SheetKind>(migrationCertificateSheet)
  const index = useMemo(() => sheetIndex(store.register, kind.recordKind), [store, kind])
  const [list, setList] = useState<List>(firstList ?? 'issued')
  const [query, setQuery] = useState(firstQuery ?? '')
  const [chosenKey, setChosenKey] = useState<string>()
  const { rows, total } = index.search(query, listed[list], mostShown)
  const own = index.search(
    '',
    ({ station, source }) => station === here.code && source === 'register',
    everySheet,
  ).rows
  const chosen = chosenKey ? store.register.find(chosenKey) : undefined
  useKeys({ Escape: goBack })
  return (
    <div className="two screen">
      <Card
        size="small"
        title={words.certificates.title}
        extra={
          <Button size="small" onClick={() => goTo({ screen: 'verify' })}>
            {words.proof.open}
          </Button>
        }
      >
        <Segmented
          aria-label={words.settings.form}
          options={sheetKinds.map(({ id, name }) => ({ value: id, label: name }))}
          value={kind.id}
          onChange={(id) => {
            setKind(sheetKinds.find((each) => each.id === id) ?? migrationCertificateSheet)
            setChosenKey(undefined)
          }}
        />
        <Tabs
          activeKey={list}
          onChange={(key) => setList(key as List)}
          items={[
            { key: 'issued', label: words.certificates.issued },
            { key: 'void', label: words.certificates.void },
            { key: 'stock', label: words.certificates.stock },
          ]}
        />
        <NamedInput autoFocus name={words.certificates.hint} value={query} tell={setQuery} />
        <p className="quiet">{words.certificates.total(total)}</p>
        {list === 'stock' ? <LeasePanel key={`leases/${kind.id}`} kind={kind} /> : null}
        {list === 'stock' ? <StockPanel key={kind.id} sheets={own} /> : null}
        {list === 'void' ? <VoidRegister key={kind.id} kind={kind} sheets={own} /> : null}
        <Table<SheetRecord>
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
            { title: '编号', render: (_, row) => sheetInWords(row) },
            { title: '人员', render: (_, row) => namesOn(row) },
            { title: '签发', render: (_, row) => row.issue?.issuedOn, width: 110 },
            { title: '状态', render: (_, row) => <SheetTag sheet={row} />, width: 120 },
            { title: '原因', render: (_, row) => reasonOf(row), width: 110 },
          ]}
        />
      </Card>
      <div>{chosen && isSheet(chosen) ? <Chain sheet={chosen} choose={setChosenKey} /> : null}</div>
    </div>
  )
}

function reasonOf({ voided, spoiled }: SheetRecord): string {
  if (voided) return voidReasonWords[voided.reason]
  return spoiled ? spoilReasonWords[spoiled.reason] : ''
}

function isSheet(record: RegisterRecord): record is SheetRecord {
  return record.kind === 'certificate' || record.kind === 'move-in-permit'
}

interface VoidRegisterProps {
  readonly kind: SheetKind
  readonly sheets: readonly SheetRecord[]
}

/** This month's register of void and spoiled sheets as a page, to be looked at and signed. */
function VoidRegister({ kind, sheets }: VoidRegisterProps) {
  const { station } = useDesk()
  const [pdf, setPdf] = useState<Uint8Array>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const show = async () => {
    const to = today()
    const from = `${to.slice(0, 7)}-01`
    const made = await renderPdf(voidRegisterOf({ station: station.name, kind, from, to, sheets }))
    if (made.ok) setPdf(made.value)
    setRefusals(made.ok ? [] : made.refusals)
  }
  return (
    <div className="block">
      <Button onClick={() => void show()}>{words.stock.voidRegister}</Button>
      <Refusals refusals={refusals} />
      {pdf ? <PaperPreview pdf={pdf} /> : null}
    </div>
  )
}

interface ChainProps {
  readonly sheet: SheetRecord
  readonly choose: (key: string) => void
}

function Chain({ sheet, choose }: ChainProps) {
  const link = (label: string, key: string | undefined) =>
    key ? (
      <button type="button" className="to-field" onClick={() => choose(key)}>
        {label} {numberIn(key)}
      </button>
    ) : null
  return (
    <Card size="small" title={words.case.chain} className="findings">
      {link('◀ 补发自', sheet.replaces)}
      <SheetCard sheet={sheet} />
      {link('▶ 已由其代替', sheet.replacedBy)}
    </Card>
  )
}
