import { Timeline } from 'antd'
import type { CaseFile } from '../../../shared/cases/case-file.ts'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import { deliveryWords } from '../../../shared/cases/states.ts'
import { roleNames } from '../../../shared/people/role.ts'
import { useDesk } from '../../desk/desk.tsx'
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

/** A refusal by the city stays here with its reason and what became of it; deciding on it has a panel of its own. */
function Refused({ item: { receipt } }: { readonly item: DeliveredAction }) {
  if (!receipt) return null
  return (
    <div className="question block">
      {receipt.refusals.map((refusal) => (
        <div key={refusal.code}>{refusal.message}</div>
      ))}
      {receipt.closed ? (
        <div className="quiet">
          {receipt.closed.by}：{receipt.closed.note}
        </div>
      ) : null}
    </div>
  )
}
