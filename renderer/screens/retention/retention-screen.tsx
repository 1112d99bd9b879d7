import { Alert, Button, Card, Select, Space, Table } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { Kept } from '../../../shared/ipc/retention-channels.ts'
import { permits } from '../../../shared/people/role.ts'
import {
  keptForEver,
  removableKinds,
  removalReasons,
  retentionOf,
  type RemovableKind,
  type RemovalReason,
  type Retention,
} from '../../../shared/retention/retention-schedule.ts'
import { useActor, useDesk } from '../../desk/desk.tsx'
import { ensureProof } from '../../session/proof.ts'
import { goBack } from '../../session/session.ts'
import { noteOnTrail } from '../../session/trail.ts'
import { station as machine, StationRefused } from '../../station.ts'
import { dayAndTimeInChina } from '../../ui/clock-time.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { words } from '../../words/index.ts'
import { useDraftAges } from './use-due-drafts.ts'

const text = words.duties.retention

interface Row extends Retention {
  readonly key: string
  /** None for what is kept for ever. */
  readonly kind?: RemovableKind
  readonly total?: number | undefined
  readonly due?: number | undefined
  readonly oldest?: string | undefined
}

interface Counts {
  readonly before: number
  readonly after: number
}

/** How long everything is kept and by which law; what is due is removed here, with a reason, and the trail tells it. */
export function RetentionScreen() {
  const { role } = useActor()
  const { store } = useDesk()
  const drafts = useDraftAges()
  const [kept, setKept] = useState<readonly Kept[]>([])
  const [reason, setReason] = useState<RemovalReason>('term-over')
  const [said, setSaid] = useState<{ readonly good: boolean; readonly words: string }>()
  useKeys({ Escape: goBack })
  const reload = useCallback(
    () => machine.call('retention.look', {}).then((answer) => setKept(answer.kept)),
    [],
  )
  useEffect(() => {
    void machine.call('retention.look', {}).then((answer) => setKept(answer.kept))
  }, [])
  const removeDrafts = async (): Promise<Counts> => {
    const { total = 0, due = [] } = drafts ?? {}
    for (const id of due) await store.write(() => ({ kind: 'draft-dropped', id }))
    const counts = { before: total, after: total - due.length }
    noteOnTrail({ what: 'expired-removed', kind: 'drafts', reason, ...counts })
    return counts
  }
  const remove = async (kind: RemovableKind) => {
    if (!(await ensureProof())) return
    try {
      const counts =
        kind === 'drafts' ? await removeDrafts() : await machine.call('retention.remove', { kind, reason })
      setSaid({ good: true, words: text.removed(retentionOf(kind).name, counts.before, counts.after) })
      await reload()
    } catch (fault) {
      if (!(fault instanceof StationRefused)) throw fault
      setSaid({ good: false, words: fault.message })
    }
  }
  const mayRemove = permits(role, 'remove-expired')
  return (
    <div className="screen">
      <Card
        size="small"
        title={text.title}
        extra={
          mayRemove ? (
            <Space>
              <span className="quiet">{text.reason}</span>
              <Select
                aria-label={text.reason}
                size="small"
                style={{ width: 300 }}
                value={reason}
                onChange={(chosen: RemovalReason) => setReason(chosen)}
                options={Object.entries(removalReasons).map(([value, label]) => ({ value, label }))}
              />
            </Space>
          ) : null
        }
      >
        <p className="quiet">{text.explain}</p>
        {said ? (
          <Alert className="block" type={said.good ? 'success' : 'error'} role="status" title={said.words} />
        ) : null}
        <Table<Row>
          size="small"
          pagination={false}
          dataSource={[...rowsOf(kept, drafts)]}
          columns={[
            { title: text.kind, dataIndex: 'name', width: 190 },
            { title: text.term, render: (_, row) => termInWords(row), width: 150 },
            { title: text.basis, render: (_, row) => basisInWords(row) },
            { title: text.total, dataIndex: 'total', width: 70, align: 'right' },
            {
              title: text.oldest,
              render: (_, { oldest }) => (oldest ? dayAndTimeInChina(oldest) : ''),
              width: 140,
            },
            { title: text.due, dataIndex: 'due', width: 70, align: 'right' },
            {
              title: '',
              width: 90,
              render: (_, { kind, due = 0, name }) =>
                kind && mayRemove ? (
                  <Button
                    size="small"
                    aria-label={text.removeKind(name)}
                    disabled={due === 0}
                    onClick={() => void remove(kind)}
                  >
                    {text.remove}
                  </Button>
                ) : null,
            },
          ]}
        />
      </Card>
    </div>
  )
}

function rowsOf(kept: readonly Kept[], drafts: ReturnType<typeof useDraftAges>): readonly Row[] {
  const withTerm = removableKinds.map((kind): Row => {
    const row = { key: kind, kind, ...retentionOf(kind) }
    if (kind === 'drafts')
      return { ...row, total: drafts?.total, due: drafts?.due.length, oldest: drafts?.oldest }
    const { total, due, oldest } = kept.find((each) => each.kind === kind) ?? {}
    return { ...row, total, due, oldest }
  })
  return [...withTerm, ...Object.entries(keptForEver).map(([key, retention]) => ({ key, ...retention }))]
}

function termInWords({ days, from }: Retention): string {
  return days === 'for-ever' ? text.forEver : text.days(days, from)
}

function basisInWords({ basis, certainty }: Retention): string {
  return certainty === 'practice' ? `${basis}${text.practice}` : basis
}
