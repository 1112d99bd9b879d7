import { Button, Card, Descriptions, Space, Table } from 'antd'
import { useEffect, useState } from 'react'
import { findCaseType } from '../../shared/cases/registry.ts'
import { deliveryWords } from '../../shared/cases/states.ts'
import type { JournalState } from '../../shared/ipc/journal-channels.ts'
import { now, useDesk } from '../desk/desk.tsx'
import {
  useDeliveryCounts,
  useHandedOn,
  useOpenRefusals,
  useOutbox,
  useUnapplied,
  type OutboxItem,
  type RefusedAction,
} from '../local/hooks.ts'
import { goBack, goTo } from '../session/session.ts'
import { station } from '../station.ts'
import { tellLine, useLine } from '../sync/line-state.ts'
import { SilenceAdvice } from '../ui/silence-mark.tsx'
import { useSilentSince } from '../desk/use-silence.ts'
import { useKeys } from '../ui/keyboard.ts'
import { BundlePanel } from './bundle-panel.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { words } from '../words/index.ts'
import { DigestPanel } from './digest-panel.tsx'
import { LargeChangePanel } from './large-change-panel.tsx'
import { UploadsPanel } from './uploads-panel.tsx'
import { dayAndTimeInChina } from '../ui/clock-time.ts'
import { enrolmentWords } from '../words/enrolment-words.ts'
import { enrolmentInWords, EnrolmentPanel, useEnrolment } from './enrolment-panel.tsx'

/** What waits, what was sent, what the city took and what it refused, each from its own rows. */
export function SyncScreen() {
  const { store, nudge } = useDesk()
  const line = useLine()
  const counts = useDeliveryCounts(store)
  const since = useSilentSince()
  // The rows carry it over a restart; the line of this session is fresher than an hour.
  const contact = line.lastContact ?? (since?.isContact ? since.at : undefined)
  const [enrolment, setEnrolment] = useEnrolment()
  useKeys({ Escape: goBack })
  const paused = line.status === 'paused'
  const togglePause = () => {
    tellLine(paused ? 'unknown' : 'paused', '', now())
    nudge()
  }
  return (
    <div className="screen">
      <SilenceAdvice />
      <Card size="small" className="block" title={words.sync.title}>
        <Descriptions
          size="small"
          column={4}
          items={[
            {
              key: 'line',
              label: '线路',
              children: `${words.frame.line[line.status]}${line.reason ? `：${line.reason}` : ''}`,
            },
            {
              key: 'contact',
              label: words.sync.lastContact,
              children: contact ? dayAndTimeInChina(contact) : words.none,
            },
            {
              key: 'drift',
              label: words.sync.drift,
              children:
                line.clockDrift === undefined ? words.none : `${Math.round(line.clockDrift / 1000)} 秒`,
            },
            { key: 'waiting', label: deliveryWords.waiting.word, children: counts?.waiting },
            {
              key: 'sent',
              label: deliveryWords.sent.word,
              children:
                counts && `${counts.sent}${counts.kept > 0 ? words.sync.keptAtCity(counts.kept) : ''}`,
            },
            { key: 'on-stick', label: deliveryWords['on-stick'].word, children: counts?.onStick },
            { key: 'received', label: words.sync.received, children: counts?.received },
            { key: 'enrolment', label: enrolmentWords.label, span: 3, children: enrolmentInWords(enrolment) },
          ]}
        />
        <EnrolmentPanel state={enrolment} onState={setEnrolment} nudge={nudge} />
        <Space className="apart">
          <Button type="primary" disabled={paused} onClick={nudge}>
            {words.sync.now}
          </Button>
          <Button onClick={togglePause}>{paused ? words.sync.resume : words.sync.pause}</Button>
        </Space>
      </Card>
      <LargeChangePanel />
      <DigestPanel />
      <BundlePanel />
      <UploadsPanel />
      <Refused />
      <Outbox />
      <Unapplied />
      <Journal key={`${counts?.waiting}/${counts?.received}/${counts?.unjournaled}`} />
    </div>
  )
}

function stepName({ caseType, step }: OutboxItem['action']): string {
  const type = findCaseType(caseType)
  return `${type?.name ?? caseType}：${type?.steps[step]?.name ?? step}`
}

const openCase = (caseId: string) => goTo({ screen: 'case', caseId })

function Outbox() {
  const { store } = useDesk()
  const items = useOutbox(store) ?? []
  return (
    <Card size="small" className="block" title={`${words.sync.outbox}（${items.length}）`}>
      <Table<OutboxItem>
        size="small"
        rowKey={(row) => row.action.id}
        dataSource={[...items]}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: words.sync.none }}
        onRow={(row) => ({
          tabIndex: 0,
          onClick: () => openCase(row.action.caseId),
          onKeyDown: (event) => event.key === 'Enter' && openCase(row.action.caseId),
        })}
        columns={[
          { title: '步骤', render: (_, row) => stepName(row.action) },
          { title: '经办', render: (_, row) => row.action.by.name, width: 100 },
          { title: '时间', render: (_, row) => dayAndTimeInChina(row.action.at), width: 180 },
          { title: '状态', render: (_, row) => <StateTag state={deliveryWords[row.delivery]} />, width: 170 },
        ]}
      />
    </Card>
  )
}

function Unapplied() {
  const { store } = useDesk()
  const actions = useUnapplied(store) ?? []
  if (actions.length === 0) return null
  return (
    <Card size="small" className="block" title={`${words.sync.unapplied}（${actions.length}）`}>
      <ul className="findings">
        {actions.map((action) => (
          <li key={action.id}>
            <span className="quiet">{dayAndTimeInChina(action.at)}</span>
            <button type="button" className="to-field" onClick={() => openCase(action.caseId)}>
              {stepName(action)}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Refused() {
  const { store } = useDesk()
  const open = useOpenRefusals(store) ?? []
  const handedOn = useHandedOn(store) ?? []
  return (
    <>
      <RefusedOnes title={words.sync.refused} items={open} />
      <RefusedOnes title={words.refusal.handedOn} items={handedOn} />
    </>
  )
}

interface RefusedOnesProps {
  readonly title: string
  readonly items: readonly RefusedAction[]
}

function RefusedOnes({ title, items }: RefusedOnesProps) {
  if (items.length === 0) return null
  return (
    <Card size="small" className="block" title={`${title}（${items.length}）`}>
      <Table<RefusedAction>
        size="small"
        rowKey={(row) => row.action.id}
        pagination={false}
        dataSource={[...items]}
        onRow={(row) => ({
          tabIndex: 0,
          onClick: () => openCase(row.action.caseId),
          onKeyDown: (event) => event.key === 'Enter' && openCase(row.action.caseId),
        })}
        columns={[
          { title: '步骤', render: (_, row) => stepName(row.action), width: 260 },
          { title: '理由', render: (_, row) => row.receipt.refusals.map(({ message }) => message).join(' ') },
        ]}
      />
    </Card>
  )
}

/** Asked anew by its key whenever a count changes. */
function Journal() {
  const { store } = useDesk()
  const counts = useDeliveryCounts(store)
  const [state, setState] = useState<JournalState>()
  useEffect(() => {
    void station.call('journal.state', {}).then(setState)
  }, [])
  if (!state) return null
  const fault = store.journalFault
  return (
    <Card size="small" title={words.sync.journal}>
      <p>
        磁盘上已有 {state.last} 条记录（{(state.bytes / 1024 / 1024).toFixed(1)} 兆）。
        {counts?.unjournaled ? (
          <span className="state bad">
            还有 {counts.unjournaled} 条没有写上：{fault ?? '正在重试'}
          </span>
        ) : (
          <span className="state good">✔ 全部写上</span>
        )}
        {state.tornTail ? <span className="state attention"> 上次断电时有一行没有写完，已另存。</span> : null}
        {state.broken ? (
          <span className="state bad"> 第 {state.broken.line} 行对不上，请联系市局户政。</span>
        ) : null}
      </p>
    </Card>
  )
}
