import { Alert, Button, Card, Checkbox, Form, Progress, Select, Space } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../shared/base/outcome.ts'
import { dateInChina } from '../../../shared/base/plain-date.ts'
import { ownRecordContent, tellsOf } from '../../../shared/cases/own-record.ts'
import { ownRecord } from '../../../shared/documents/own-record.ts'
import { householdKey } from '../../../shared/people/household.ts'
import { residentKey, type ResidentRecord } from '../../../shared/people/resident.ts'
import { permits } from '../../../shared/people/role.ts'
import {
  askers,
  identityProofs,
  recordPurposes,
  type Asker,
  type IdentityProof,
  type OwnRecordRequest,
  type RecordPurpose,
} from '../../../shared/trail/own-record-request.ts'
import { today, useActor, useDesk } from '../../desk/desk.tsx'
import { casesAbout } from '../../local/about-person.ts'
import { renderPdf } from '../../paper/paper.ts'
import { goBack } from '../../session/session.ts'
import { station as machine } from '../../station.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { MadePaperView, type MadePaper } from '../../ui/made-paper.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import { RegisterGate } from './register-gate.tsx'

const text = words.duties.ownRecord

/** What the station holds of a person, on paper for that person: who asks is shown, said and on the trail first. */
export function OwnRecordScreen({ personId }: { readonly personId: string }) {
  const { store } = useDesk()
  const { role } = useActor()
  useKeys({ Escape: goBack })
  const person = store.register.find(residentKey(personId))
  if (!permits(role, 'give-own-record')) return <Alert type="info" role="alert" title={text.notAllowed} />
  return (
    <RegisterGate>
      {person?.kind === 'person' ? (
        <Page person={person} />
      ) : (
        <Alert type="info" title={words.register.notFound} />
      )}
    </RegisterGate>
  )
}

function Page({ person }: { readonly person: ResidentRecord }) {
  const { store, station, profile } = useDesk()
  const [part, setPart] = useState<number>()
  const [made, setMade] = useState<MadePaper>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const make = async (request: OwnRecordRequest) => {
    setMade(undefined)
    const { looks, since } = await machine.call('trail.looks', {
      record: person.key,
      household: householdKey(person.householdNumber),
      request,
    })
    const cases = await casesAbout(store, person, setPart)
    const content = ownRecordContent({
      person,
      request,
      station,
      device: profile.device,
      day: today(),
      cases,
      sheets: [...store.register.all()].filter(
        (record) => record.kind !== 'person' && tellsOf(person, record),
      ),
      looks,
      looksSince: since === undefined ? undefined : dateInChina(since),
    })
    const definition = ownRecord(content)
    const pdf = await renderPdf(definition)
    setPart(undefined)
    if (!pdf.ok) return setRefusals(pdf.refusals)
    setRefusals([])
    const about = { kind: 'own-record', record: person.key } as const
    setMade({ definition, pdf: pdf.value, fileName: text.file(person.name, today()), about })
  }
  return (
    <div className="two screen">
      <Card size="small" title={text.title(person.name)}>
        <p className="quiet">{text.explain}</p>
        <RequestForm isDead={person.status === 'deceased'} busy={part !== undefined} make={make} />
        {part === undefined ? null : (
          <div role="status">
            <span className="quiet">{text.searching}</span>
            <Progress percent={Math.round(part * 100)} />
          </div>
        )}
        <Refusals refusals={refusals} />
      </Card>
      <div>{made ? <MadePaperView key={made.fileName} paper={made} /> : null}</div>
    </div>
  )
}

interface RequestProps {
  readonly isDead: boolean
  readonly busy: boolean
  readonly make: (request: OwnRecordRequest) => Promise<void>
}

/** Who asks, how they showed who they are, and what for. */
function RequestForm({ isDead, busy, make }: RequestProps) {
  const [asker, setAsker] = useState<Asker>()
  const [identity, setIdentity] = useState<IdentityProof>()
  const [purpose, setPurpose] = useState<RecordPurpose>()
  const [entitlementSeen, setEntitlementSeen] = useState(false)
  const isOther = asker !== undefined && asker !== 'self'
  const possible = (Object.keys(askers) as Asker[]).filter((each) => (each === 'relative') === isDead)
  const submit = () => {
    if (!asker || !identity || !purpose) return
    void make({ asker, identity, purpose, entitlementSeen })
  }
  return (
    <Form layout="vertical" onFinish={submit}>
      <Form.Item label={text.asker}>
        <Select
          autoFocus
          aria-label={text.asker}
          value={asker ?? null}
          onChange={(chosen: Asker) => setAsker(chosen)}
          options={possible.map((value) => ({ value, label: askers[value] }))}
        />
      </Form.Item>
      <Form.Item label={text.identity}>
        <Select
          aria-label={text.identity}
          value={identity ?? null}
          onChange={(chosen: IdentityProof) => setIdentity(chosen)}
          options={Object.entries(identityProofs).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item label={text.purpose}>
        <Select
          aria-label={text.purpose}
          value={purpose ?? null}
          onChange={(chosen: RecordPurpose) => setPurpose(chosen)}
          options={Object.entries(recordPurposes).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Space orientation="vertical">
        {isOther ? (
          <Checkbox checked={entitlementSeen} onChange={({ target }) => setEntitlementSeen(target.checked)}>
            {text.entitlementSeen}
          </Checkbox>
        ) : null}
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={!asker || !identity || !purpose || (isOther && !entitlementSeen)}
        >
          {text.make}
        </Button>
      </Space>
    </Form>
  )
}
