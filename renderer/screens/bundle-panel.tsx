import { Alert, Button, Card, Progress, Space } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { accepted, refused, type Outcome, type Refusal } from '../../shared/base/outcome.ts'
import { permits } from '../../shared/people/role.ts'
import { now, useActor, useDesk } from '../desk/desk.tsx'
import { leaseHolderOf } from '../desk/lease-holder.ts'
import { noteCityHeard } from '../sync/note-city-heard.ts'
import { useLastBundle } from '../local/hooks.ts'
import { ensureProof } from '../session/proof.ts'
import { station as machine, StationRefused } from '../station.ts'
import { handOverBundle, takeInAnswer, type StickPort, type TellProgress } from '../sync/bundle.ts'
import type { ScansTaken } from '../sync/scans-by-stick.ts'
import { Refusals } from '../ui/refusals.tsx'
import { words } from '../words/index.ts'

const text = words.bundle

/** The stick as the machine's services offer it. */
const machineStick: StickPort = {
  write: (bundle) => machine.call('bundle.write', bundle),
  finish: async (keep) => {
    try {
      return accepted(await machine.call('bundle.finish', { keep }))
    } catch (fault) {
      return refused(refusalOf(fault))
    }
  },
  open: () => machine.call('bundle.open', {}),
}

function refusalOf(fault: unknown): Refusal {
  if (fault instanceof StationRefused) return { code: fault.code, message: fault.message }
  throw fault
}

function scansInWords({ received, refused: sentBack, reasons }: ScansTaken): string {
  const came = received > 0 ? text.scansReceived(received) : ''
  return sentBack > 0 ? `${came}${text.scansRefused(sentBack, reasons)}` : came
}

interface Work {
  readonly what: 'write' | 'open'
  readonly percent: number
}

/** Puts what waits on a stick, and takes the city's answer from it. */
export function BundlePanel() {
  const desk = useDesk()
  const { store, nudge, arrivals } = desk
  const { role } = useActor()
  const last = useLastBundle(store)
  const [keyId, setKeyId] = useState('')
  const [work, setWork] = useState<Work>()
  const [said, setSaid] = useState('')
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  useEffect(() => {
    void machine.call('proof.known', {}).then(({ own }) => setKeyId(own.keyId))
  }, [])
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What the answer brought is listed further up, and would push what is said here out of sight.
    if (said || refusals.length > 0) card.current?.scrollIntoView({ block: 'nearest' })
  }, [said, refusals])
  if (!permits(role, 'carry-bundle')) return null

  const run = async (what: Work['what'], task: (tell: TellProgress) => Promise<Outcome<string>>) => {
    if (!(await ensureProof())) return
    setSaid('')
    setRefusals([])
    setWork({ what, percent: 0 })
    try {
      const done = await task((part, total) =>
        setWork({ what, percent: total === 0 ? 100 : Math.round((100 * part) / total) }),
      )
      if (done.ok) setSaid(done.value)
      else setRefusals(done.refusals)
    } catch (fault) {
      setRefusals([refusalOf(fault)])
    } finally {
      setWork(undefined)
    }
  }
  const write = () =>
    run('write', async (tell) => {
      const done = await handOverBundle(leaseHolderOf(desk), machineStick, tell)
      if (!done.ok) return done
      if (!done.value) return accepted('')
      const { name, n, count, scans, scansLeft } = done.value
      return accepted(
        `${text.written(name, n, count, scans)}${scansLeft > 0 ? text.scansLeft(scansLeft) : ''}`,
      )
    })
  const open = () =>
    run('open', async (tell) => {
      const done = await takeInAnswer(store, machineStick, tell, { now, arrivals })
      if (!done.ok) return done
      if (!done.value) return accepted('')
      const { n, madeAt, accepted: taken, refused: sentBack, handedOut, leasesDone, scans, more } = done.value
      await noteCityHeard(store, now(), madeAt)
      nudge()
      const lent = leasesDone > 0 ? text.lent(leasesDone) : ''
      const held = done.value.isHeldBack ? text.heldBack : done.value.isIncomplete ? text.incomplete : ''
      const counts = `${text.taken(n, taken, sentBack, handedOut)}${scansInWords(scans)}`
      return accepted(`${counts}${lent}${held}${more ? text.more : ''}`)
    })

  return (
    <Card ref={card} size="small" className="block" title={text.title}>
      <p className="quiet">{text.explain}</p>
      <Refusals refusals={refusals} />
      {said ? <Alert type="success" role="status" title={said} className="block" /> : null}
      <Space wrap>
        <Button type="primary" disabled={work !== undefined} onClick={() => void write()}>
          {text.write}
        </Button>
        <Button disabled={work !== undefined} onClick={() => void open()}>
          {text.open}
        </Button>
        {work ? (
          <>
            <span role="status">{text.working[work.what]}</span>
            <Progress percent={work.percent} size={[220, 8]} />
          </>
        ) : null}
        <span className="quiet">
          {last ? `${text.last}：${text.lastSaid(last)}　` : ''}
          {text.keyId}：<code>{keyId}</code>
        </span>
      </Space>
    </Card>
  )
}
