import { Alert, Button, Card, Space, Table } from 'antd'
import { useEffect, useState } from 'react'
import type { ResponseOf } from '../../shared/ipc/channels.ts'
import {
  askers,
  identityProofs,
  recordPurposes,
  type OwnRecordRequest,
} from '../../shared/trail/own-record-request.ts'
import { paperReasonInWords, type PaperReason } from '../../shared/trail/paper-reason.ts'
import { lookUpReasons } from '../../shared/trail/trail-event.ts'
import { linksOf, type TrailLine } from '../../shared/trail/trail-chain.ts'
import { ensureProof } from '../session/proof.ts'
import { goBack } from '../session/session.ts'
import { station as machine, StationRefused } from '../station.ts'
import { dayAndTimeInChina } from '../ui/clock-time.ts'
import { useKeys } from '../ui/keyboard.ts'
import { words } from '../words/index.ts'

const text = words.trail

type ReadTrail = ResponseOf<'trail.read'>

/** The machine's own record for the inspector: who did what, whether the chain holds, and a copy to take along. */
export function TrailScreen() {
  const [read, setRead] = useState<ReadTrail>()
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const [said, setSaid] = useState('')
  useKeys({ Escape: goBack })
  useEffect(() => {
    void machine.call('trail.read', {}).then(setRead)
    void machine
      .call('signin.users', {})
      .then(({ users }) => setNames(new Map(users.map(({ id, name }) => [id, name]))))
  }, [])
  const take = async () => {
    if (!(await ensureProof())) return
    try {
      const saved = await machine.call('trail.export', {})
      setSaid(saved.outcome === 'saved' ? text.exported(saved.name) : '')
      setRead(await machine.call('trail.read', {}))
    } catch (fault) {
      if (!(fault instanceof StationRefused)) throw fault
      setSaid(fault.message)
    }
  }
  const proof = read?.proof
  return (
    <div className="screen">
      <Card
        size="small"
        title={text.title}
        extra={
          <Space>
            <span className="quiet">{said}</span>
            <Button size="small" onClick={() => void machine.call('trail.read', {}).then(setRead)}>
              {text.again}
            </Button>
            <Button size="small" type="primary" onClick={() => void take()}>
              {text.export}
            </Button>
          </Space>
        }
      >
        {proof ? (
          <Alert
            type={proof.whole ? 'success' : 'error'}
            role="status"
            title={proof.whole ? text.whole(proof.links, proof.cut) : text.broken(proof.brokenAt, proof.why)}
          />
        ) : null}
        <Table<TrailLine>
          size="small"
          rowKey="n"
          pagination={{ pageSize: 50, size: 'small' }}
          dataSource={linksOf(read?.lines ?? []).toReversed()}
          columns={[
            { title: '', dataIndex: 'n', width: 70 },
            { title: text.at, render: (_, { at }) => dayAndTimeInChina(at), width: 170 },
            { title: text.who, render: (_, { event }) => whoDid(event, names), width: 140 },
            { title: text.what, render: (_, { event }) => text.events[event.what], width: 160 },
            { title: text.detail, render: (_, { event }) => detailOf(event) },
          ]}
        />
      </Card>
    </div>
  )
}

function whoDid(event: TrailLine['event'], names: ReadonlyMap<string, string>): string {
  if (!('userId' in event)) return text.machine
  if (event.userId === 'city') return text.city
  return names.get(event.userId) ?? event.userId
}

function detailOf({ what, ...event }: TrailLine['event']): string {
  return Object.entries(event)
    .filter(([name]) => name !== 'userId')
    .map(([name, value]) => {
      if (name === 'reason' && what === 'person-seen')
        return lookUpReasons[value as keyof typeof lookUpReasons]
      if (name === 'about') return paperReasonInWords(value as PaperReason)
      return name === 'request' ? requestInWords(value as OwnRecordRequest) : String(value)
    })
    .join('　')
}

function requestInWords({ asker, identity, purpose }: OwnRecordRequest): string {
  return `${askers[asker]}，${identityProofs[identity]}，${recordPurposes[purpose]}`
}
