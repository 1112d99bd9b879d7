import { Button, Card, Checkbox, Space } from 'antd'
import { useState } from 'react'
import { v4 as uuid } from 'uuid'
import type { CaseFile } from '../../../shared/cases/case-file.ts'
import { levelsOfDecision, type Level } from '../../../shared/cases/levels.ts'
import { besideWords } from '../../../shared/cases/states.ts'
import { permits } from '../../../shared/people/role.ts'
import { now, useActor, useDesk } from '../../desk/desk.tsx'
import type { Draft } from '../../local/entry.ts'
import { useDrafts } from '../../local/hooks.ts'
import { goTo } from '../../session/session.ts'
import { Refusals } from '../../ui/refusals.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { words } from '../../words/index.ts'
import { LandPanel } from './land-panel.tsx'
import { PrintPanel } from './print-panel.tsx'
import { SheetQuestion } from './sheet-question.tsx'
import { StepPanels } from './step-panels.tsx'
import { ActState, textOf, TypedText } from './typed-text.tsx'
import { useAct } from './use-act.ts'
import { useStep, type CaseProps } from './use-step.ts'

/** What comes next on a case, for whoever may do it; and who may, for whoever may not. */
export function NextStep({ caseFile, caseType }: CaseProps) {
  switch (caseFile.status) {
    case 'awaiting-comparison':
      return <CompareCounterfoil caseFile={caseFile} caseType={caseType} />
    case 'awaiting-approval':
      return <Approve key="station" level="station" caseFile={caseFile} caseType={caseType} />
    case 'awaiting-county':
      return <Approve key="county" level="county" caseFile={caseFile} caseType={caseType} />
    case 'awaiting-city':
      return <Approve key="city" level="city" caseFile={caseFile} caseType={caseType} />
    case 'investigating':
      return <StepPanels caseFile={caseFile} caseType={caseType} />
    case 'approved':
      return <AfterApproval caseFile={caseFile} caseType={caseType} />
    case 'printing':
      return <SheetQuestion caseFile={caseFile} caseType={caseType} />
    case 'issued':
      return caseType.steps['handOver'] ? (
        <HandOver caseFile={caseFile} caseType={caseType} />
      ) : (
        <StepPanels caseFile={caseFile} caseType={caseType} />
      )
    case 'returned':
    case 'supplementing':
      return <Correct caseFile={caseFile} caseType={caseType} />
    case 'closed':
    case 'referred':
    case 'refused':
    case 'withdrawn':
      return null
  }
}

/** A sheet to print, people to land, or the case type's own acts. */
function AfterApproval(props: CaseProps) {
  const { steps } = props.caseType
  return (
    <>
      {steps['print'] ? <PrintPanel {...props} /> : null}
      {steps['land'] ? <LandPanel {...props} /> : null}
      <StepPanels {...props} />
    </>
  )
}

function CompareCounterfoil(props: CaseProps) {
  const { station } = useDesk()
  const act = useAct(props, 'compareCounterfoil')
  if (!act) return null
  const note = textOf(act, 'note')
  const compare = (agrees: boolean) =>
    void act.take('compareCounterfoil', { agrees, note, stationName: station.name })
  return (
    <Card
      size="small"
      className="block"
      title="核对存根（由另一位同事对照纸质存根）"
      extra={<ActState act={act} />}
    >
      <Refusals refusals={act.refusals} />
      <Space orientation="vertical" style={{ width: '100%' }}>
        <TypedText act={act} name="note" label={words.form.note} />
        <Space>
          <Button type="primary" onClick={() => compare(true)}>
            {words.case.compare}
          </Button>
          <Button onClick={() => compare(false)}>{words.case.differs}</Button>
        </Space>
      </Space>
    </Card>
  )
}

interface ApproveProps extends CaseProps {
  readonly level: Level
}

/** A level's decision: its opinion, and the word. Whoever is of another level reads for whom the case waits. */
function Approve({ level, ...props }: ApproveProps) {
  const { station } = useDesk()
  const { role } = useActor()
  const { step, returnStep, permission, office, name } = levelsOfDecision[level]
  const act = useAct(props, step)
  const [seen, setSeen] = useState(false)
  const open = props.caseFile.questions.filter((question) => !question.answer).length
  const waits = props.caseType.steps[step]?.waitsForAnswers?.(props.caseFile.form) === true
  if (!permits(role, permission)) return <Waiting who={whoDecides[level]} />
  if (!act) return null
  const opinion = textOf(act, 'opinion')
  const approve = () => void act.take(step, { opinion, stationName: station.name, withOpenQuestion: seen })
  return (
    <Card size="small" className="block" title={`${office}审批`} extra={<ActState act={act} />}>
      <Refusals refusals={act.refusals} />
      <Space orientation="vertical" style={{ width: '100%' }}>
        {open > 0 && waits ? (
          <Space align="start">
            <StateTag state={besideWords['awaiting-check']} />
            <span>{words.city.answerFirst(open)}</span>
          </Space>
        ) : null}
        {open > 0 && !waits ? (
          <Checkbox checked={seen} onChange={(event) => setSeen(event.target.checked)}>
            {words.city.openQuestionSeen(open)}
          </Checkbox>
        ) : null}
        <TypedText act={act} name="opinion" label={words.case.opinion} />
        <Space>
          <Button type="primary" disabled={open > 0 && (waits || !seen)} onClick={approve}>
            {name}
          </Button>
          <Button disabled={opinion === ''} onClick={() => void act.take(returnStep, { reason: opinion })}>
            退回补正（写明意见）
          </Button>
        </Space>
      </Space>
    </Card>
  )
}

const whoDecides: Readonly<Record<Level, string>> = {
  station: '所长',
  county: '旗县区公安局',
  city: '市公安局',
}

function Waiting({ who }: { readonly who: string }) {
  return (
    <Card size="small" className="block">
      <span className="quiet">
        等{who}办理。请{who}登录后打开本案。
      </span>
    </Card>
  )
}

function HandOver(props: CaseProps) {
  const act = useAct(props, 'handOver')
  const [signed, setSigned] = useState(false)
  if (!act) return null
  const receivedBy = textOf(act, 'receivedBy')
  return (
    <Card size="small" className="block" title={words.case.handOver} extra={<ActState act={act} />}>
      <Refusals refusals={act.refusals} />
      <Space>
        <TypedText act={act} name="receivedBy" label={words.case.receivedBy} />
        <Checkbox checked={signed} onChange={(event) => setSigned(event.target.checked)}>
          {words.case.signed}
        </Checkbox>
        <Button
          type="primary"
          disabled={!signed || receivedBy === ''}
          onClick={() => void act.take('handOver', { receivedBy, signed: true })}
        >
          {words.case.handOver}
        </Button>
      </Space>
    </Card>
  )
}

/** A returned case is corrected in a draft of its own, so that nothing typed is lost there either. */
function Correct({ caseFile, caseType }: CaseProps) {
  const { store } = useDesk()
  const { userId } = useActor()
  const begun = useDrafts(store, userId)?.find((draft) => isOnThisForm(draft, caseFile))
  const open = async () => {
    if (begun) return goTo({ screen: 'draft', draftId: begun.id })
    const draft = {
      id: uuid(),
      owner: userId,
      caseType: caseType.id,
      caseId: caseFile.id,
      facts: caseFile.form,
      typed: {},
      changedAt: now(),
    }
    const saved = await store.write(() => ({ kind: 'draft-saved', draft }))
    if (saved.ok) goTo({ screen: 'draft', draftId: draft.id })
  }
  return (
    <Card size="small" className="block">
      <Button type="primary" onClick={() => void open()}>
        打开补正
      </Button>
    </Card>
  )
}

/** A correction that was begun since the form last changed: one from before would put back what stood there then. */
function isOnThisForm({ caseId, changedAt }: Draft, { id, formBy, steps }: CaseFile): boolean {
  const changed = steps.find(({ actionId }) => actionId === formBy?.actionId)
  return caseId === id && changed !== undefined && changed.at < changedAt
}

/** The applicant no longer asks: possible until something is printed, with the reason. */
export function Withdraw(props: CaseProps) {
  const { role } = useActor()
  const act = useAct(props, 'withdraw')
  const step = props.caseType.steps['withdraw']
  if (!act || !step?.from.includes(props.caseFile.status) || !permits(role, step.permission)) return null
  const reason = textOf(act, 'reason')
  return (
    <div className="block">
      <Refusals refusals={act.refusals} />
      <Space.Compact block>
        <TypedText act={act} name="reason" label={`${words.case.withdrawCase}的${words.case.reason}`} />
        <Button disabled={reason === ''} onClick={() => void act.take('withdraw', { reason })}>
          {words.case.withdrawCase}
        </Button>
      </Space.Compact>
      <ActState act={act} />
    </div>
  )
}

/** What was found after acceptance turns the case down: only where the rules come to it. */
export function RefuseAfterAcceptance(props: CaseProps) {
  const { station } = useDesk()
  const { role } = useActor()
  const { take, refusals } = useStep(props)
  const step = props.caseType.steps['refuseAfterAcceptance']
  if (!step?.from.includes(props.caseFile.status) || !permits(role, step.permission)) return null
  if (!['refuse', 'block', 'refer', 'route'].includes(props.conclusion ?? '')) return null
  return (
    <Card size="small" className="block" title={words.form.refuse}>
      <Refusals refusals={refusals} />
      <p>按现在查明的情况，规定不允许办理。决定书会写明事实、条款和补救办法。</p>
      <Button
        danger
        onClick={() => void take('refuseAfterAcceptance', { stationName: station.name, note: '' })}
      >
        {words.form.refuse}
      </Button>
    </Card>
  )
}
