import { Alert, Button, InputNumber, Popconfirm, Space, Table } from 'antd'
import { dateInChina, dateInChinese, daysBetween } from '../../shared/base/plain-date.ts'
import type { SheetKind } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import { rangeInWords, type Lease } from '../../shared/register/lease.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import { isHeld } from '../../shared/sync/lease-needs.ts'
import { today, useDesk } from '../desk/desk.tsx'
import { outageSetting, useOutageDays, useSaveSetting } from '../desk/desk-settings.ts'
import { useAskForLeases } from '../desk/use-ask-for-leases.ts'
import { useBlankSheets } from '../desk/use-blank-sheets.ts'
import { ownOf, useOwnCodes, useDaysLeft, useLent, type Lent } from '../desk/use-leases.ts'
import { useLeaseNews } from '../sync/lease-news.ts'
import { leaseWords as words } from '../words/lease-words.ts'

/** Sheets asked for with one press. */
const moreAtOnce = 50

interface OfKind {
  readonly kind: SheetKind
  readonly lent: Lent
}

/** The blocks that this machine draws on, for how long each lasts, and who else at the station holds which. */
export function LeasePanel({ kind }: { readonly kind: SheetKind }) {
  const { profile } = useDesk()
  const { fault } = useLeaseNews()
  const lent = useLent()
  if (!lent) return null
  if (!lent.isLent) return <Alert className="block" showIcon type="info" role="note" title={words.notLent} />
  const all = ownOf(lent, profile.device)
  const own = [kind.leaseKind, 'citizen-sequence'].flatMap((each) =>
    all.filter((lease) => lease.kind === each),
  )
  const others = lent.leases.filter(
    (lease) => lease.kind === kind.leaseKind && (lease.device !== profile.device || lease.state === 'frozen'),
  )
  return (
    <div className="block" data-leases={own.length}>
      <Warning kind={kind} />
      {fault ? <Alert className="block" showIcon type="warning" title={`${words.fault}${fault}`} /> : null}
      {own.some((lease) => lease.kind === kind.leaseKind) ? null : <None others={others} />}
      {own.length > 0 ? <OwnLeases leases={own} kind={kind} /> : null}
      <Codes lent={lent} />
      {others.length > 0 ? (
        <p className="quiet">
          {words.others}：{others.map(heldInWords).join('；')}
        </p>
      ) : null}
      <p className="quiet">{words.basis}</p>
      <Ask kind={kind} lent={lent} />
    </div>
  )
}

function heldInWords(lease: Lease): string {
  const frozen = lease.state === 'frozen' ? `（${words.frozen}）` : ''
  return `${lease.device || words.nobody} ${rangeInWords(lease)}${frozen}`
}

/** Why nothing can be printed here now, and what to do. */
function None({ others }: { readonly others: readonly Lease[] }) {
  const holders = [...new Set(others.map(({ device }) => device).filter(Boolean))]
  return (
    <Alert
      className="block"
      showIcon
      type="warning"
      title={words.none(holders)}
      description={words.noneWhatToDo}
    />
  )
}

/** Said as soon as the sheets do not last for the outage that the desk is to be ready for. */
function Warning({ kind }: { readonly kind: SheetKind }) {
  const blanks = useBlankSheets(kind.recordKind) ?? []
  const days = useDaysLeft(kind.recordKind, blanks.length)
  const wanted = useOutageDays()
  if (blanks.length === 0 || days === undefined || days >= wanted) return null
  return <Alert className="block" showIcon type="warning" role="note" title={words.few(days, wanted)} />
}

function OwnLeases({ leases, kind }: { readonly leases: readonly Lease[]; readonly kind: SheetKind }) {
  const blanks = useBlankSheets(kind.recordKind) ?? []
  return (
    <Table<Lease>
      size="small"
      rowKey="id"
      title={() => words.title}
      pagination={false}
      dataSource={[...leases]}
      columns={[
        { title: words.range, className: 'one-line', render: (_, lease) => <Range lease={lease} /> },
        { title: words.left, className: 'one-line', render: (_, lease) => leftInWords(lease, blanks) },
        {
          title: words.lasts,
          className: 'one-line',
          render: (_, lease) => <Lasts lease={lease} kind={kind} blanks={blanks} />,
        },
        {
          title: words.until,
          className: 'one-line',
          render: (_, { until }) => untilInWords(until),
        },
        { title: '', render: (_, lease) => <GiveBack lease={lease} /> },
      ]}
    />
  )
}

function Range({ lease }: { readonly lease: Lease }) {
  const before = lease.kind === 'citizen-sequence' ? words.codes : lease.range.series
  return (
    <>
      {before} <span className="number-range">{rangeInWords(lease)}</span>
    </>
  )
}

function leftIn(lease: Lease, blanks: readonly SheetRecord[]): number {
  return blanks.filter((sheet) => isHeld(sheet, [lease])).length
}

function leftInWords(lease: Lease, blanks: readonly SheetRecord[]): string {
  return lease.kind === 'citizen-sequence' ? words.codesLeft : words.sheets(leftIn(lease, blanks))
}

function untilInWords(until: string): string {
  const day = dateInChina(until)
  return words.untilDay(dateInChinese(day), daysBetween(today(), day))
}

/** How it stands with the sequence codes: they run out by birth date, never all together. */
function Codes({ lent }: Pick<OfKind, 'lent'>) {
  const { blocks, perDay, scarcest } = useOwnCodes(lent)
  if (blocks === 0) return null
  if (!scarcest) return <p className="quiet">{words.codesUnused}</p>
  const whom = words.bornOn(dateInChinese(scarcest.bornOn), scarcest.sex)
  if (scarcest.left > 0)
    return (
      <p className="quiet" data-codes-left={scarcest.left}>
        {words.codesLast(perDay, whom, scarcest.left)}
      </p>
    )
  return (
    <Alert
      className="block"
      showIcon
      type="warning"
      role="note"
      data-codes-left={scarcest.left}
      title={words.codesGone(whom)}
    />
  )
}

interface LastsProps {
  readonly lease: Lease
  readonly kind: SheetKind
  readonly blanks: readonly SheetRecord[]
}

function Lasts({ lease, kind, blanks }: LastsProps) {
  const days = useDaysLeft(kind.recordKind, leftIn(lease, blanks))
  return lease.kind === 'citizen-sequence' ? words.codesDays : words.days(days)
}

/** Asked twice: it cannot be taken back once it may be on its way. */
function GiveBack({ lease }: { readonly lease: Lease }) {
  const { giveBack } = useAskForLeases()
  return (
    <Popconfirm
      title={words.backTitle}
      description={<div style={{ maxWidth: 320 }}>{words.backExplain}</div>}
      okText={words.backYes}
      cancelText={words.backNo}
      onConfirm={() => giveBack([lease])}
    >
      <Button size="small">{words.back}</Button>
    </Popconfirm>
  )
}

function Ask({ kind, lent }: OfKind) {
  const { askForMore } = useAskForLeases()
  const save = useSaveSetting()
  const outage = useOutageDays()
  const leaving = lent.requests.filter(({ want }) => want === 'return').length
  const asked = lent.requests.length - leaving
  return (
    <>
      <Space wrap>
        <Button onClick={() => void askForMore(kind.leaseKind, moreAtOnce)}>{words.more}</Button>
        <Button onClick={() => void askForMore('citizen-sequence', 1)}>{words.moreCodes}</Button>
        <span>{words.outage}</span>
        <InputNumber
          aria-label={words.outage}
          style={{ width: 70 }}
          min={1}
          max={120}
          value={outage}
          onChange={(days) => void save(outageSetting, days ?? outage)}
        />
      </Space>
      {asked > 0 ? (
        <p className="quiet" role="status">
          {words.asked(asked)}
        </p>
      ) : null}
      {leaving > 0 ? (
        <p className="quiet" role="status">
          {words.leaving(leaving)}
        </p>
      ) : null}
    </>
  )
}
