import { Button, Card, Table } from 'antd'
import type { Action } from '../../shared/cases/action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { questionWords, speaksAgainst } from '../../shared/cases/city-questions.ts'
import { dateInChina, dateInChinese } from '../../shared/base/plain-date.ts'
import { rangeInWords, sizeOf, type Lease } from '../../shared/register/lease.ts'
import { now, useActor, useDesk } from '../desk/desk.tsx'
import { digestSetting, mostInADigest, type DigestLine, type News } from '../local/digest.ts'
import { useDigest } from '../local/use-digest.ts'
import { goTo } from '../session/session.ts'
import { dayAndTimeInChina } from '../ui/clock-time.ts'
import { words } from '../words/index.ts'
import { leaseKindWords } from '../words/lease-words.ts'

const open = ({ caseFile }: DigestLine) => goTo({ screen: 'case', caseId: caseFile.id })

/** What came while this person was away from the line; it stays until it was read. */
export function DigestPanel() {
  const { store, profile } = useDesk()
  const actor = useActor()
  const digest = useDigest(store, actor, profile.device)
  const count = digest ? digest.lines.length + digest.granted.length : 0
  if (!digest || count === 0) return null
  const close = () =>
    store.write(() => ({
      kind: 'setting-saved',
      name: digestSetting(actor.userId),
      value: { ...digest.mark, at: now() },
    }))
  return (
    <Card
      size="small"
      className="block"
      title={`${words.digest.title}（${count}）`}
      data-digest={count}
      extra={
        <Button size="small" type="primary" onClick={() => void close()}>
          {words.digest.close}
        </Button>
      }
    >
      <p className="quiet">{words.digest.explain}</p>
      <Granted leases={digest.granted} />
      {digest.lines.length > 0 ? <Lines lines={digest.lines} /> : null}
      {digest.isCut ? <p className="quiet">{words.digest.more(mostInADigest)}</p> : null}
    </Card>
  )
}

/** The cases with their news. */
function Lines({ lines }: { readonly lines: readonly DigestLine[] }) {
  return (
    <Table<DigestLine>
      size="small"
      rowKey={({ caseFile }) => caseFile.id}
      dataSource={[...lines]}
      pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
      onRow={(row) => ({
        tabIndex: 0,
        onClick: () => open(row),
        onKeyDown: (event) => event.key === 'Enter' && open(row),
      })}
      columns={[
        { title: words.case.number, render: (_, { caseFile }) => caseFile.number, width: 230 },
        { title: '事项', render: (_, { caseFile }) => findCaseType(caseFile.caseType)?.name, width: 160 },
        {
          title: words.case.subject,
          render: (_, { caseFile }) => findCaseType(caseFile.caseType)?.subject(caseFile.form),
          width: 160,
        },
        {
          title: words.digest.what,
          render: (_, { news, caseFile }) =>
            news.map((piece) => <Piece key={piece.action.id} piece={piece} caseFile={caseFile} />),
        },
      ]}
    />
  )
}

/** Blocks of numbers that this machine was lent meanwhile. */
function Granted({ leases }: { readonly leases: readonly Lease[] }) {
  if (leases.length === 0) return null
  return (
    <div className="block">
      {leases.map((lease) => (
        <div key={lease.id} data-news="granted">
          <span className="state good">✔ {words.digest.granted}</span> {grantInWords(lease)}
        </div>
      ))}
    </div>
  )
}

function grantInWords(lease: Lease): string {
  const { name, unit } = leaseKindWords[lease.kind]
  const series = lease.kind === 'citizen-sequence' ? '' : `${lease.range.series} `
  const count = `${sizeOf(lease.range)} ${unit}`
  return words.digest.block(
    `${name} ${series}${rangeInWords(lease)}`,
    count,
    dateInChinese(dateInChina(lease.until)),
  )
}

interface PieceProps {
  readonly piece: News
  readonly caseFile: CaseFile
}

function Piece({ piece, caseFile }: PieceProps) {
  const { action } = piece
  const step = findCaseType(action.caseType)?.steps[action.step]?.name ?? action.step
  const when = <span className="quiet"> {dayAndTimeInChina(action.at)}</span>
  switch (piece.kind) {
    case 'accepted':
      return (
        <div data-news="accepted">
          <span className="state good">✔ {words.digest.accepted}</span> {step}{' '}
          <span className="quiet">{words.digest.receipt(piece.receipt)}</span>
        </div>
      )
    case 'refused':
      return (
        <div data-news="refused">
          <span className="state bad">✖ {words.digest.refused}</span> {step}：
          {piece.refusals.map(({ message }) => message).join('')}
        </div>
      )
    case 'others':
      return (
        <div data-news="others">
          {words.digest.by(action.by.name, step)}
          {when}
        </div>
      )
    case 'answered':
      return (
        <div data-news="answered">
          {words.digest.answered}：<CityAnswer action={action} caseFile={caseFile} />
          {when}
        </div>
      )
  }
}

interface CityAnswerProps {
  readonly action: Action
  readonly caseFile: CaseFile
}

/** The answer in the words of its question. */
function CityAnswer({ action, caseFile }: CityAnswerProps) {
  const question = caseFile.questions.find(({ id }) => id === action.facts['questionId'])
  if (!question) return null
  const said = questionWords[question.kind]
  return speaksAgainst(question) ? said.found : said.none
}
