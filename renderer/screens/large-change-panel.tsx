import { Button, Card, Descriptions, Progress, Select, Space } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Refusal } from '../../shared/base/outcome.ts'
import { permits } from '../../shared/people/role.ts'
import { largeChangeReasons, type LargeChangeReason } from '../../shared/sync/large-change.ts'
import { useActor, useDesk } from '../desk/desk.tsx'
import { ensureProof } from '../session/proof.ts'
import { station as machine, StationRefused } from '../station.ts'
import type { HeldBack } from '../sync/arrivals.ts'
import { Refusals } from '../ui/refusals.tsx'
import { words } from '../words/index.ts'

const text = words.largeChange

/** People named one by one; the rest are counted. */
const mostNamed = 6

/** What the city handed out and this desk did not take in, because it would change too much of the register. */
export function LargeChangePanel() {
  const { arrivals } = useDesk()
  const { heldBack, putOff } = useStore(arrivals.state)
  const [lookingAgain, setLookingAgain] = useState(false)
  if (!heldBack) return null
  if (putOff && !lookingAgain)
    return (
      <Card size="small" className="block" data-large-change="put-off">
        <Space>
          <span className="state attention">▲ {text.isPutOff}</span>
          <Button size="small" onClick={() => setLookingAgain(true)}>
            {text.lookAgain}
          </Button>
        </Space>
      </Card>
    )
  return (
    <Card
      size="small"
      className="block"
      title={<span className="state bad">▲ {text.title}</span>}
      data-large-change="open"
    >
      <p className="quiet">{text.explain}</p>
      <Figures heldBack={heldBack} />
      <Decision key={heldBack.upTo} heldBack={heldBack} done={() => setLookingAgain(false)} />
    </Card>
  )
}

function Figures({ heldBack }: { readonly heldBack: HeldBack }) {
  const { change, actions, after, upTo } = heldBack
  const { removed, replaced, of, by } = change
  const named = by.slice(0, mostNamed)
  return (
    <Descriptions
      size="small"
      column={2}
      className="block"
      items={[
        { key: 'removed', label: text.removed, children: text.rows(removed, of) },
        { key: 'replaced', label: text.replaced, children: text.rows(replaced, of) },
        { key: 'share', label: text.share, children: text.percent(removed + replaced, of) },
        { key: 'actions', label: text.actions, children: text.actionsSaid(actions, after, upTo) },
        {
          key: 'by',
          label: text.by,
          span: 2,
          children: [
            ...named.map(({ who, rows }) => `${who} ${text.byRows(rows)}`),
            ...(by.length > named.length ? [text.others(by.length - named.length)] : []),
          ].join('；'),
        },
      ]}
    />
  )
}

interface DecisionProps {
  readonly heldBack: HeldBack
  readonly done: () => void
}

function Decision({ heldBack, done }: DecisionProps) {
  const { store, arrivals } = useDesk()
  const { role } = useActor()
  const [reason, setReason] = useState<LargeChangeReason>()
  const [percent, setPercent] = useState<number>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  if (!permits(role, 'take-large-change')) return <p className="state attention">{text.askChief}</p>
  const { removed, replaced, of } = heldBack.change
  const counts = { removed, replaced, of, upTo: heldBack.upTo }
  const orRefusals = async (work: () => Promise<void>) => {
    setRefusals([])
    try {
      await work()
    } catch (fault) {
      if (!(fault instanceof StationRefused)) throw fault
      setRefusals([{ code: fault.code, message: fault.message }])
    }
  }
  const take = () =>
    orRefusals(async () => {
      if (!reason || !(await ensureProof())) return
      await machine.call('arrivals.decide', { decision: 'taken', reason, ...counts })
      setPercent(0)
      await arrivals.accept(store, heldBack, (count) =>
        setPercent(Math.round((100 * count) / Math.max(heldBack.actions, 1))),
      )
      done()
    })
  const putOff = () =>
    orRefusals(async () => {
      await machine.call('arrivals.decide', { decision: 'put-off', ...counts })
      arrivals.putOff()
      done()
    })
  return (
    <>
      <Refusals refusals={refusals} />
      <Space wrap>
        <Select<LargeChangeReason>
          aria-label={text.reason}
          placeholder={text.chooseReason}
          style={{ width: 320 }}
          value={reason ?? null}
          onChange={setReason}
          options={Object.entries(largeChangeReasons).map(([value, label]) => ({ value, label }))}
        />
        <Button disabled={!reason || percent !== undefined} onClick={() => void take()}>
          {text.take}
        </Button>
        <Button type="primary" disabled={percent !== undefined} onClick={() => void putOff()}>
          {text.putOff}
        </Button>
        {percent === undefined ? null : (
          <>
            <span role="status">{text.taking}</span>
            <Progress percent={percent} size={[220, 8]} />
          </>
        )}
      </Space>
    </>
  )
}
