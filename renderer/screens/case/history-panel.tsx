import { Button, Input, Timeline } from 'antd'
import { useState } from 'react'
import type { CaseFile } from '../../../shared/cases/case-file.ts'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import { deliveryWords } from '../../../shared/cases/states.ts'
import { roleNames } from '../../../shared/people/role.ts'
import { now, useActor, useDesk } from '../../desk/desk.tsx'
import { useCaseHistory, type DeliveredAction } from '../../local/hooks.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { words } from '../../words/index.ts'
import { dayAndTimeInChina } from '../../ui/clock-time.ts'

/** Who did what, when, and where each action stands on its way to the city. */
export function HistoryPanel({
  caseFile,
  caseType,
}: {
  readonly caseFile: CaseFile
  readonly caseType: CaseType
}) {
  const { store } = useDesk()
  const history = useCaseHistory(store, caseFile.id) ?? []
  return (
    <Timeline
      items={history.map((item) => ({
        key: item.action.id,
        content: (
          <HistoryLine item={item} name={caseType.steps[item.action.step]?.name ?? item.action.step} />
        ),
      }))}
    />
  )
}

function HistoryLine({ item, name }: { readonly item: DeliveredAction; readonly name: string }) {
  const { action, delivery, receipt } = item
  return (
    <div data-step={action.step} data-delivery={delivery}>
      <strong>{name}</strong> {action.by.name}（{roleNames[action.by.role]}）
      <div className="quiet">{dayAndTimeInChina(action.at)}</div>
      <StateTag state={deliveryWords[delivery]} />
      {receipt?.receipt ? (
        <span className="quiet" data-receipt>
          {' '}
          {words.case.receipt} {receipt.receipt}
        </span>
      ) : null}
      <Note facts={action.facts} />
      {receipt?.outcome === 'refused' ? <Refused item={item} /> : null}
    </div>
  )
}

/** The words somebody added to a step: reason, opinion, note. */
function Note({ facts }: { readonly facts: DeliveredAction['action']['facts'] }) {
  const said = ['reason', 'opinion', 'note', 'receivedBy'].flatMap((key) => {
    const text = facts[key]
    return typeof text === 'string' && text !== '' ? [text] : []
  })
  return said.length > 0 ? <div>“{said.join('；')}”</div> : null
}

/** A refusal by the city stays here, with its reason, until a person closes it. */
function Refused({ item: { receipt, action } }: { readonly item: DeliveredAction }) {
  const { store } = useDesk()
  const actor = useActor()
  const [note, setNote] = useState('')
  if (!receipt) return null
  const close = () =>
    store.write(() => ({ kind: 'refusal-closed', id: action.id, by: actor.name, note, at: now() }))
  return (
    <div className="question block">
      {receipt.refusals.map((refusal) => (
        <div key={refusal.code}>{refusal.message}</div>
      ))}
      {receipt.closed ? (
        <div className="quiet">
          {receipt.closed.by}：{receipt.closed.note}
        </div>
      ) : (
        <>
          <Input
            aria-label="怎样处理的"
            placeholder="写明怎样处理的"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button disabled={note === ''} onClick={() => void close()}>
            {words.case.closeRefusal}
          </Button>
        </>
      )}
    </div>
  )
}
